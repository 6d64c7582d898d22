import { endsSentence, joinsWithoutSpace } from '../../text/joining';
import type { Segment } from '../segments';

/** A word as recognisers deliver it. */
export interface Word {
  readonly text: string;
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** Undefined: whoever spoke before. */
  readonly speaker: string | undefined;
  readonly line: number;
  /** Punctuation: no space in front. */
  readonly attached?: boolean;
}

/** Joins words to segments of a sentence; every word keeps its time. */
export function joinWords(words: readonly Word[]): Segment[] {
  const segments: Segment[] = [];
  let open: Word[] = [];
  let speaker: string | undefined;
  for (const word of words) {
    const last = open.at(-1);
    const changes = word.speaker !== undefined && word.speaker !== speaker && !word.attached;
    if (last && (changes || (endsSentence(last.text) && !word.attached))) {
      segments.push(segmentOf(open, speaker));
      open = [];
    }
    if (changes) speaker = word.speaker;
    if (word.text !== '') open.push(word);
  }
  if (open.length > 0) segments.push(segmentOf(open, speaker));
  return segments;
}

function segmentOf(words: readonly Word[], speaker: string | undefined): Segment {
  let text = '';
  const times: (readonly [number, number])[] = [];
  for (const word of words) {
    if (text !== '' && !word.attached && !joinsWithoutSpace(text, word.text)) text += ' ';
    if (word.start !== undefined && text !== '' && !word.attached) times.push([text.length, word.start]);
    text += word.text;
  }
  const start = words.find((word) => word.start !== undefined)?.start;
  const end = words.findLast((word) => word.end !== undefined)?.end;
  return { speaker, text, line: words[0]?.line ?? 1, start, end, times };
}

/** Words of several channels in the order in which they were said. */
export function byTime(words: readonly Word[]): Word[] {
  let last = 0;
  return words
    .map((word) => {
      last = word.start ?? last;
      return { word, start: last };
    })
    .sort((left, right) => left.start - right.start)
    .map(({ word }) => word);
}
