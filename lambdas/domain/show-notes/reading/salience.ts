import { remembering } from '../../remembering';
import { stemOf } from '../../text/stem';
import { wordsOf } from '../../text/words';
import type { Reading, Sentence } from '.';

/** How much a stem, and a sentence, says about what the episode is about. */
export interface Salience {
  ofStem(stem: string): number;
  isTitled(stem: string): boolean;
  /** The weight of the sentence's content, less for long and for very short ones. */
  ofSentence(sentence: Sentence): number;
}

/** How much more a stem weighs that stands in the episode's title. */
const IN_TITLE = 2;

/** A stem weighs by how often the episode says it, how rarely people say it elsewhere, and whether the title has it. */
export function measureSalience(reading: Reading, title: string): Salience {
  const titled = new Set(wordsOf(title, reading.language).map(({ text }) => stemOf(text)));
  const weights = new Map<string, number>();
  for (const text of reading.spellingCounts.keys()) {
    const { stem, rarity } = reading.spellingOf(text);
    if (!reading.stemCounts.has(stem) || weights.has(stem)) continue;
    const frequency = Math.log2(1 + (reading.stemCounts.get(stem) ?? 0));
    weights.set(stem, frequency * rarity ** 2 * (titled.has(stem) ? IN_TITLE : 1));
  }
  const ofStem = (stem: string) => weights.get(stem) ?? 0;
  return {
    ofStem,
    isTitled: (stem) => titled.has(stem),
    ofSentence: remembering(({ stems, words }: Sentence) => {
      let total = 0;
      for (const stem of new Set(stems)) total += ofStem(stem);
      return total / (6 + words.length) ** 0.8;
    }),
  };
}
