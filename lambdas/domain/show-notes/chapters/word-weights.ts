import type { Sentence } from '../reading';
import type { SpokenWord } from '../reading/spellings';

/** What a word is worth that the chapter says once; said twice, it is worth one more. */
const SAID_ONCE = 0.3;

/** How much a word says about a chapter. */
export type WeightOf = (word: SpokenWord) => number;

/** For each chapter, how much a word says about it: often said there, rarely in others and elsewhere; nobody's name. */
export function chapterWeights(
  chapters: readonly (readonly Sentence[])[],
  isName: (word: SpokenWord) => boolean,
): readonly WeightOf[] {
  const counts = chapters.map((sentences) => {
    const count = new Map<string, number>();
    for (const { stems } of sentences) for (const stem of stems) count.set(stem, (count.get(stem) ?? 0) + 1);
    return count;
  });
  const spread = new Map<string, number>();
  for (const count of counts) for (const stem of count.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  return counts.map((count) => (word) => {
    const { spelling } = word;
    if (!spelling.hasContent || isName(word)) return 0;
    const distinction = 1 + Math.log(chapters.length / (spread.get(spelling.stem) ?? 1));
    const frequency = SAID_ONCE + Math.log2(Math.max(1, count.get(spelling.stem) ?? 0));
    return frequency * distinction * spelling.rarity ** 2;
  });
}
