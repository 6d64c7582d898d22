import { type Grounded, groundedWithin } from '../grounded';
import type { Reading, Sentence } from '.';
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
  const phrases = [...foundPhrases(sentences)].map(([key, { sentence, from, to, count }]): Phrase => {
    const stems = key.split(' ');
    const weight = stems.reduce((sum, stem) => sum + salience.ofStem(stem) * shareOf(stem), 0) / stems.length ** 0.5;
    return { grounded: groundedWithin(sentence, from, to), stems, count, score: weight * Math.log2(1 + count) };
  });
  return withoutRepeats(phrases.sort((a, b) => b.score - a.score || (a.grounded.text < b.grounded.text ? -1 : 1)));
}

interface FoundPhrase {
  readonly sentence: Sentence;
  /** Offsets in the sentence. */
  readonly from: number;
  readonly to: number;
  count: number;
}

/** Every phrase by its stems, with where it is first said and how often. */
function foundPhrases(sentences: readonly Sentence[]): ReadonlyMap<string, FoundPhrase> {
  const found = new Map<string, FoundPhrase>();
  const note = (key: string, sentence: Sentence, first: SpokenWord, last: SpokenWord) => {
    const earlier = found.get(key);
    if (earlier) earlier.count += 1;
    else if (found.size < MOST_REMEMBERED) found.set(key, { sentence, from: first.from, to: last.to, count: 1 });
  };
  for (const sentence of sentences) {
    for (const run of runsOfContent(sentence)) {
      for (const [at, first] of run.entries()) {
        let key = first.spelling.stem;
        note(key, sentence, first, first);
        for (const last of withoutSayingAgain(run.slice(at, at + MOST_WORDS)).slice(1)) {
          key += ` ${last.spelling.stem}`;
          note(key, sentence, first, last);
        }
      }
    }
  }
  return found;
}

/** The words up to the first that one of them has said already. */
function withoutSayingAgain(words: readonly SpokenWord[]): readonly SpokenWord[] {
  const again = words.findIndex(({ spelling }, index) =>
    words.slice(0, index).some((earlier) => earlier.spelling.plain === spelling.plain),
  );
  return again < 0 ? words : words.slice(0, again);
}

/** Words with content that nothing but a blank separates. */
function runsOfContent(sentence: Sentence): readonly (readonly SpokenWord[])[] {
  const runs: SpokenWord[][] = [];
  let previous: SpokenWord | undefined;
  for (const word of sentence.words) {
    const isContent = word.text.length > 2 && !word.spelling.isStopWord && !/^\d|['’]/u.test(word.text);
    const isJoined = isContent && previous && /^\s?$/u.test(sentence.text.slice(previous.to, word.from));
    if (isJoined) runs.at(-1)?.push(word);
    else if (isContent) runs.push([word]);
    previous = isContent ? word : undefined;
  }
  return runs;
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
