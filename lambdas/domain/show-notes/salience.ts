import { stemOf } from '../text/stem';
import type { Reading, Sentence } from './reading';

/** How much a stem, and a sentence, says about what the episode is about. */
export interface Salience {
  ofStem(stem: string): number;
  /** The weight of the sentence's content, less for long and for very short ones. */
  ofSentence(sentence: Sentence): number;
}

/** A stem weighs by how often the episode says it and how rarely people say it elsewhere. */
export function measureSalience(reading: Reading): Salience {
  const weights = new Map<string, number>();
  for (const { words } of reading.sentences) {
    for (const { text } of words) {
      const stem = stemOf(text);
      if (!reading.stemCounts.has(stem) || weights.has(stem)) continue;
      const rarity = reading.lexicon.rarityOf(text);
      weights.set(stem, Math.log2(1 + (reading.stemCounts.get(stem) ?? 0)) * rarity ** 2);
    }
  }
  const ofStem = (stem: string) => weights.get(stem) ?? 0;
  return {
    ofStem,
    ofSentence({ stems, words }) {
      const total = [...new Set(stems)].reduce((sum, stem) => sum + ofStem(stem), 0);
      return total / (6 + words.length) ** 0.8;
    },
  };
}
