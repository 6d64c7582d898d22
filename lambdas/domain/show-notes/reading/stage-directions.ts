import type { Stretch } from '../../text/sentences';
import type { Turn } from '../../transcript';

/** A sentence as far as it is said. */
export interface SpokenStretch extends Stretch {
  /** Where a stage direction stands between its words, by UTF-16 offsets in the turn. */
  readonly directions: readonly Stretch[];
}

/** The sentences of a turn without the stage directions before and after them; what is nothing else is no sentence. */
export function spokenStretches({ text, spans }: Turn, sentences: readonly Stretch[]): readonly SpokenStretch[] {
  const directions = spans
    .filter(({ kind }) => kind === 'stage-direction')
    .map(({ words: [from, to] }): Stretch => ({ from, to }))
    .sort((a, b) => a.from - b.from);
  let next = 0;
  return sentences.flatMap((sentence) => {
    while ((directions[next]?.to ?? Number.POSITIVE_INFINITY) <= sentence.from) next += 1;
    let end = next;
    while ((directions[end]?.from ?? Number.POSITIVE_INFINITY) < sentence.to) end += 1;
    return spokenPart(text, sentence, directions.slice(next, end));
  });
}

function spokenPart(text: string, sentence: Stretch, directions: readonly Stretch[]): readonly SpokenStretch[] {
  let { from, to } = sentence;
  let [first, last] = [0, directions.length];
  for (; first < last && (directions[first]?.from ?? 0) <= from; first += 1) {
    from = afterBlanks(text, directions[first]?.to ?? from, to);
  }
  for (; last > first && (directions[last - 1]?.to ?? to) >= to; last -= 1) {
    to = beforeBlanks(text, directions[last - 1]?.from ?? to, from);
  }
  return from < to ? [{ from, to, directions: directions.slice(first, last) }] : [];
}

function afterBlanks(text: string, at: number, end: number): number {
  let from = at;
  while (from < end && text.charAt(from).trim() === '') from += 1;
  return from;
}

function beforeBlanks(text: string, at: number, start: number): number {
  let to = at;
  while (to > start && text.charAt(to - 1).trim() === '') to -= 1;
  return to;
}
