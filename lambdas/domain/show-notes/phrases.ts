import { type Grounded, groundedWithin } from './grounded';
import type { Reading, Sentence } from './reading';
import type { Salience } from './salience';
import type { SpokenWord } from './spellings';

/** A few words with content beside each other, as the episode says them. */
export interface Phrase {
  readonly grounded: Grounded;
  readonly stems: readonly string[];
  readonly count: number;
  readonly score: number;
}

const MOST_WORDS = 3;
/** So many different phrases are remembered, those of several hours: what is first said after them is not the subject. */
const MOST_REMEMBERED = 400_000;

/** The phrases that say most about the sentences, best first; none repeats a better one. */
export function phrasesOf(sentences: readonly Sentence[], reading: Reading, salience: Salience): readonly Phrase[] {
  const own = new Map<string, number>();
  for (const { stems } of sentences) for (const stem of stems) own.set(stem, (own.get(stem) ?? 0) + 1);
  /** How much of what the episode says of a stem is said in these sentences: 1 where they are the whole episode. */
  const shareOf = (stem: string) => (own.get(stem) ?? 0) / (reading.stemCounts.get(stem) ?? 1);
  const phrases = [...foundPhrases(sentences, reading)].map(([key, { sentence, words, count }]): Phrase => {
    const stems = key.split(' ');
    const weight = stems.reduce((sum, stem) => sum + salience.ofStem(stem) * shareOf(stem), 0) / stems.length ** 0.5;
    const [from, to] = [words[0]?.from ?? 0, words.at(-1)?.to ?? 0];
    return { grounded: groundedWithin(sentence, from, to), stems, count, score: weight * Math.log2(1 + count) };
  });
  return withoutRepeats(phrases.sort((a, b) => b.score - a.score || (a.grounded.text < b.grounded.text ? -1 : 1)));
}

interface FoundPhrase {
  readonly sentence: Sentence;
  readonly words: readonly SpokenWord[];
  count: number;
}

/** Every phrase by its stems, with where it is first said and how often. */
function foundPhrases(sentences: readonly Sentence[], reading: Reading): ReadonlyMap<string, FoundPhrase> {
  const found = new Map<string, FoundPhrase>();
  for (const sentence of sentences) {
    for (const run of runsOfContent(sentence, reading)) {
      for (const words of partsOf(run)) {
        const key = words.map(({ spelling }) => spelling.stem).join(' ');
        const earlier = found.get(key);
        if (earlier) earlier.count += 1;
        else if (found.size < MOST_REMEMBERED) found.set(key, { sentence, words, count: 1 });
      }
    }
  }
  return found;
}

/** Words with content that nothing but a blank separates. */
function runsOfContent(sentence: Sentence, { lexicon }: Reading): readonly (readonly SpokenWord[])[] {
  const runs: SpokenWord[][] = [];
  let previous: SpokenWord | undefined;
  for (const word of sentence.words) {
    const isContent =
      word.text.length > 2 && !lexicon.isStopWord(word.text) && !/^\d/u.test(word.text) && !/['’]/u.test(word.text);
    const isJoined = previous && /^[\s]?$/u.test(sentence.text.slice(previous.to, word.from));
    if (isContent && isJoined) runs.at(-1)?.push(word);
    else if (isContent) runs.push([word]);
    previous = isContent ? word : undefined;
  }
  return runs;
}

function partsOf(run: readonly SpokenWord[]): readonly (readonly SpokenWord[])[] {
  const parts: (readonly SpokenWord[])[] = [];
  for (let from = 0; from < run.length; from += 1) {
    for (let length = 1; length <= Math.min(MOST_WORDS, run.length - from); length += 1) {
      const part = run.slice(from, from + length);
      if (new Set(part.map(({ spelling }) => spelling.plain)).size === part.length) parts.push(part);
    }
  }
  return parts;
}

function withoutRepeats(phrases: readonly Phrase[]): readonly Phrase[] {
  const kept: Phrase[] = [];
  const said = new Set<string>();
  for (const phrase of phrases) {
    if (kept.length === 40) break;
    if (phrase.stems.some((stem) => said.has(stem))) continue;
    for (const stem of phrase.stems) said.add(stem);
    kept.push(phrase);
  }
  return kept;
}
