import type { Transcript } from '../../transcript';

/** Splits YAML between `---` lines off the top of a file, without reading it. */
export function splitFrontMatter(lines: readonly string[]): {
  readonly frontMatter?: Transcript['frontMatter'];
  /** Index of the first line behind it. */
  readonly bodyAt: number;
} {
  let first = 0;
  while (first < lines.length && lines[first]?.trim() === '') first += 1;
  if (lines[first]?.trimEnd() !== '---') return { bodyAt: 0 };
  for (let end = first + 1; end < lines.length; end += 1) {
    const line = lines[end]?.trimEnd();
    if (line !== '---' && line !== '...') continue;
    const yaml = lines.slice(first + 1, end);
    if (end > first + 1 && !yaml.some(isKey)) return { bodyAt: 0 };
    return { frontMatter: { text: yaml.join('\n'), line: first + 2 }, bodyAt: end + 1 };
  }
  return { bodyAt: 0 };
}

/** `key: value` or `key:` at the start of a line. */
function isKey(line: string): boolean {
  const colon = line.indexOf(':');
  if (colon < 1 || (colon + 1 < line.length && line[colon + 1] !== ' ')) return false;
  const key = line.slice(0, colon);
  return !key.includes(' ') && !key.includes('*');
}
