import { RejectedTranscriptError } from '../../errors';
import { isBlank, isWordCharacter, skipBlanks } from '../../text/characters';
import type { ScannedLine } from './labels/entries';
import { type LabelCandidate, scanLabel } from './labels/scanner';
import { timeGroup } from './labels/time-group';

/** What a line is before anybody knows who speaks. */
export type Block =
  | (ScannedLine & { readonly kind: 'text' })
  | { readonly kind: 'heading'; readonly line: ScannedLine; readonly level: number; readonly text: string }
  /** A time on a line of its own. */
  | { readonly kind: 'time'; readonly seconds: number; readonly number: number }
  /** Markup that shows nothing: comments, template tags. */
  | { readonly kind: 'hidden'; readonly text: string; readonly number: number };

/** Not counting blank ones; each costs as much as a paragraph. */
const MOST_LINES = 150_000;

/** Sorts the lines of a file from `bodyAt` on; blank lines, rules and fences are gone, but known to the next line. */
export function blocksOf(lines: readonly string[], bodyAt: number, numbers?: readonly number[]): Block[] {
  const blocks: Block[] = [];
  let opensParagraph = true;
  for (let index = bodyAt; index < lines.length; index += 1) {
    const text = lines[index] as string;
    const number = numbers?.[index] ?? index + 1;
    const start = skipQuoteMarks(text);
    if (start === text.length || isRule(text, start) || text.startsWith('```', start)) {
      opensParagraph = true;
      continue;
    }
    const hidden = hiddenUntil(lines, index, start);
    if (hidden !== undefined) {
      blocks.push({
        kind: 'hidden',
        text: lines
          .slice(index, hidden + 1)
          .join(' ')
          .trim(),
        number,
      });
      index = hidden;
      continue;
    }
    if (blocks.length === MOST_LINES) throw tooManyLines();
    const block = blockOf(text, number, opensParagraph || isListed(text, start));
    if (block.kind === 'time') nameAbove(blocks);
    blocks.push(block);
    opensParagraph = block.kind !== 'text';
  }
  return blocks;
}

/** A name with a time on the line below is as good a label as one with the time beside it; a number counts captions. */
function nameAbove(blocks: Block[]): void {
  const above = blocks.at(-1);
  if (above?.kind !== 'text') return;
  if (above.opensParagraph && /^\d{1,5}$/u.test(above.text.trim())) blocks.pop();
  else if (above.candidate?.strength === 'bare') {
    const candidate: LabelCandidate = { ...above.candidate, shape: 'N/t', strength: 'strong' };
    blocks[blocks.length - 1] = { ...above, candidate };
  }
}

function tooManyLines(): RejectedTranscriptError {
  return new RejectedTranscriptError(
    'too-large',
    `The file has more than ${MOST_LINES} lines of text; a transcript of many hours has fewer than 20000. Are these several episodes?`,
  );
}

function blockOf(text: string, number: number, opensParagraph: boolean): Block {
  const time = lonelyTime(text);
  if (time !== undefined) return { kind: 'time', seconds: time, number };
  const candidate = scanLabel(text);
  const level = headingLevel(text);
  if (level === 0) {
    if (candidate) return { kind: 'text', text, number, opensParagraph, candidate };
    return { kind: 'text', text, number, opensParagraph };
  }
  const line = { text, number, opensParagraph, ...(candidate ? { candidate } : {}) };
  return { kind: 'heading', line, level, text: headingText(text) };
}

/** `---`, `***`, `* * *`, `===`. */
function isRule(text: string, start: number): boolean {
  const mark = text[start] as string;
  if (!'-*_=–—•'.includes(mark)) return false;
  let count = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === mark) count += 1;
    else if (!isBlank(text[at])) return false;
  }
  return count > 2;
}

function isListed(text: string, start: number): boolean {
  return '-+•*'.includes(text[start] as string) && isBlank(text[start + 1]);
}

/** The last line of a comment or template tag that starts on this line. */
function hiddenUntil(lines: readonly string[], index: number, start: number): number | undefined {
  const text = (lines[index] as string).slice(start);
  if (
    (text.startsWith('{%') && text.trimEnd().endsWith('%}')) ||
    (text.startsWith('{{') && text.trimEnd().endsWith('}}'))
  ) {
    return index;
  }
  if (isComponent(text.trimEnd()) || (text.startsWith('{:') && text.trimEnd().endsWith('}'))) return index;
  if (!text.startsWith('<!--')) return undefined;
  for (let end = index; end < lines.length && end - index < 200; end += 1) {
    const line = lines[end] as string;
    if (line.includes('-->')) return line.trimEnd().endsWith('-->') ? end : undefined;
  }
  return undefined;
}

/** A line that is one tag of a page or of MDX and nothing else: `</details>`, `<Player src="…" />`. */
function isComponent(text: string): boolean {
  if (!text.startsWith('<') || !text.endsWith('>') || text.indexOf('<', 1) >= 0 || text.length > 400) return false;
  const from = text[1] === '/' ? 2 : 1;
  let end = from;
  while (isWordCharacter(text[end])) end += 1;
  const name = text.slice(from, end);
  if (WRAPPERS.has(name)) return true;
  const isCapital = name !== '' && name[0] !== name[0]?.toLowerCase();
  return isCapital && (from === 2 || text.endsWith('/>') || text.includes('='));
}

const WRAPPERS = new Set(
  'details section div article main center figure iframe audio video source dl ul ol'.split(' '),
);

/** Seconds of a line that holds nothing but a time, in brackets, emphasis or a heading perhaps. */
function lonelyTime(text: string): number | undefined {
  let at = 0;
  while (at < text.length && (isBlank(text[at]) || '#*_>'.includes(text[at] as string))) at += 1;
  const group = timeGroup(text, at);
  if (!group) return undefined;
  for (let rest = group.end; rest < text.length; rest += 1) {
    if (!isBlank(text[rest]) && !'*_:'.includes(text[rest] as string)) return undefined;
  }
  return group.times[0];
}

function headingLevel(text: string): number {
  let level = 0;
  while (text[level] === '#') level += 1;
  return level <= 6 && (level === text.length || isBlank(text[level])) ? level : 0;
}

function headingText(text: string): string {
  let from = 0;
  while (text[from] === '#') from += 1;
  let to = text.length;
  while (to > from && (isBlank(text[to - 1]) || text[to - 1] === '#')) to -= 1;
  return to <= from ? '' : text.slice(from, isBlank(text[to]) || to === text.length ? to : text.length).trim();
}

/** A line without the mark of a quotation or list in front. */
export function withoutListMark(text: string): string {
  const at = skipQuoteMarks(text);
  return '-+•*'.includes(text[at] ?? ' ') && isBlank(text[at + 1]) ? text.slice(at + 2) : text.slice(at);
}

/** A line without the `>` of a quotation in front. */
export function withoutQuoteMark(text: string): string {
  return text.slice(skipQuoteMarks(text));
}

function skipQuoteMarks(text: string): number {
  let at = skipBlanks(text, 0);
  while (text[at] === '>') at = skipBlanks(text, at + 1);
  return at;
}
