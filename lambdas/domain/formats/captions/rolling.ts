import type { Cues } from './cues';

/**
 * Live captions roll: every cue repeats the line above the new one, or the line so far. Takes the repetition off, but
 * only where the file rolls throughout: people do say `Yes.` twice.
 */
export function withoutRepetition(cues: Cues): Cues {
  if (!rolls(cues)) return cues;
  const fresh: string[] = [];
  let shown: string[] = [];
  for (let index = 0; index < cues.length; index += 1) {
    const lines = linesOf(cues.text(index));
    fresh.push(unseen(shown, lines).join('\n'));
    if (lines.length > 0) shown = lines;
  }
  return cues.withTexts(fresh);
}

/** A file that rolls does so from the start. */
const SAMPLE = 60;

/** The same words count as the same line, whatever times are tagged inside. */
function withoutTags(text: string): string {
  let open = text.indexOf('<');
  if (open < 0) return text.trim();
  let plain = '';
  let copied = 0;
  while (open >= 0) {
    plain += text.slice(copied, open);
    const close = text.indexOf('>', open);
    if (close < 0) return plain.trim();
    copied = close + 1;
    open = text.indexOf('<', copied);
  }
  return (plain + text.slice(copied)).trim();
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** Whether most captions repeat what the one before showed. */
export function rolls(cues: Cues): boolean {
  return rollsThroughout(cues, Math.min(SAMPLE, cues.length)) && rollsThroughout(cues, cues.length);
}

function rollsThroughout(cues: Cues, end: number): boolean {
  let repeating = 0;
  let counted = 0;
  let shown: string[] = [];
  for (let index = 0; index < end; index += 1) {
    const lines = linesOf(cues.text(index));
    if (lines.length === 0) continue;
    counted += 1;
    if (shown.length > 0 && repeats(shown, lines)) repeating += 1;
    shown = lines;
  }
  return repeating > 2 && repeating * 5 >= counted * 2;
}

function repeats(shown: readonly string[], lines: readonly string[]): boolean {
  const fresh = unseen(shown, lines);
  return fresh.length !== lines.length || fresh[0] !== lines[0];
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
