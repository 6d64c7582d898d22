import { folded, isUnspaced, type Word, wordsOf } from './words';

/** A stretch of a text: UTF-16 offsets, the end exclusive. */
export type Stretch = readonly [from: number, to: number];

/** Where a text first says these words one after the other, whatever their case, accents and punctuation. */
export function stretchSaying(text: string, wanted: string, language: string): Stretch | undefined {
  const joined = isUnspaced(text) ? compact : spaced;
  const words = wordsOf(text, language);
  const sought = wordsOf(wanted, language).map(joined).join('');
  const start = sought === '' ? -1 : words.map(joined).join('').indexOf(sought);
  if (start < 0) return undefined;
  let at = 0;
  const ends = words.map((word) => {
    at += joined(word).length;
    return at;
  });
  const first = words[ends.findIndex((end) => end > start)];
  const last = words[ends.findIndex((end) => end >= start + sought.length)];
  return first && last && [first.from, last.to];
}

const spaced = ({ text }: Word): string => ` ${folded(text)} `;

/** Without blanks between them, the same words are not told apart alike in every text. */
const compact = ({ text }: Word): string => folded(text);
