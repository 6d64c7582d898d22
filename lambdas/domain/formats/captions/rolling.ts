import type { Cue } from './cue-scanner';

/**
 * Live captions roll: every cue repeats the line above the new one, or the line so far. Takes the repetition off, but
 * only where the file rolls throughout: people do say `Yes.` twice.
 */
export function withoutRepetition(cues: readonly Cue[]): readonly Cue[] {
  if (!rolls(cues)) return cues;
  const fresh: Cue[] = [];
  let shown: string[] = [];
  for (const cue of cues) {
    const lines = linesOf(cue);
    const text = unseen(shown, lines).join('\n');
    if (text !== '') fresh.push({ ...cue, text });
    if (lines.length > 0) shown = lines;
  }
  return fresh;
}

/** A file that rolls does so from the start. */
const SAMPLE = 60;

/** The same words count as the same line, whatever times are tagged inside. */
function withoutTags(text: string): string {
  if (!text.includes('<')) return text.trim();
  let plain = '';
  let inTag = false;
  for (const character of text) {
    if (character === '<') inTag = true;
    else if (character === '>' && inTag) inTag = false;
    else if (!inTag) plain += character;
  }
  return plain.trim();
}

function linesOf({ text }: Cue): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function rolls(cues: readonly Cue[]): boolean {
  return rollsThroughout(cues.slice(0, SAMPLE)) && rollsThroughout(cues);
}

function rollsThroughout(cues: readonly Cue[]): boolean {
  let repeating = 0;
  let counted = 0;
  let shown: string[] = [];
  for (const cue of cues) {
    const lines = linesOf(cue);
    if (lines.length === 0) continue;
    counted += 1;
    if (shown.length > 0 && unseen(shown, lines).join('') !== lines.join('')) repeating += 1;
    shown = lines;
  }
  return repeating > 2 && repeating * 5 >= counted * 2;
}

/** The lines, and the rest of a growing line, that the cue before did not show. */
function unseen(shown: readonly string[], lines: readonly string[]): string[] {
  for (let overlap = Math.min(shown.length, lines.length, 4); overlap > 0; overlap -= 1) {
    const tail = shown.slice(-overlap).map(withoutTags);
    if (tail.every((line, index) => line === withoutTags(lines[index] as string))) return lines.slice(overlap);
    const grows = withoutTags(lines[overlap - 1] as string);
    const last = tail.at(-1) as string;
    const same = tail.slice(0, -1).every((line, index) => line === withoutTags(lines[index] as string));
    if (same && grows.startsWith(`${last} `) && last.includes(' '))
      return [grows.slice(last.length + 1), ...lines.slice(overlap)];
  }
  return [...lines];
}
