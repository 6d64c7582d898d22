import { remembering } from '../../remembering';
import { isJoined } from '../../text/words';
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
/** So many phrases are given. */
const MOST = 40;
/** They are nearly always among so many of the best; only where they are not, all are put in order. */
const LIKELY = 800;
/** So many different phrases are remembered, those of several hours: what is first said after them is not the subject. */
const MOST_REMEMBERED = 400_000;

/** The phrases that say most about the sentences, best first; none repeats a better one. */
export function phrasesOf(sentences: readonly Sentence[], reading: Reading, salience: Salience): readonly Phrase[] {
  const own = new Map<string, number>();
  for (const { stems } of sentences) for (const stem of stems) own.set(stem, (own.get(stem) ?? 0) + 1);
  /** How much of what the episode says of a stem is said in these sentences: 1 where they are the whole episode. */
  const shareOf = (stem: string) => (own.get(stem) ?? 0) / (reading.stemCounts.get(stem) ?? 1);
  const found = foundPhrases(
    sentences,
    remembering((stem: string) => salience.ofStem(stem) * shareOf(stem)),
  );
  const scores = Float64Array.from(found, scoreOf);
  const least = scores.toSorted().at(-LIKELY) ?? Number.NEGATIVE_INFINITY;
  const likely = withoutRepeats(found.filter((_, index) => (scores[index] ?? 0) >= least));
  return likely.length < MOST ? withoutRepeats(found) : likely;
}

interface FoundPhrase {
  /** Of its stems together. */
  readonly weight: number;
  readonly sentence: Sentence;
  /** Its words in the sentence's run of words with content. */
  readonly run: readonly SpokenWord[];
  readonly at: number;
  readonly length: number;
  count: number;
}

const scoreOf = ({ weight, count }: FoundPhrase): number => weight * Math.log2(1 + count);

function phraseOf(found: FoundPhrase): Phrase {
  const words = found.run.slice(found.at, found.at + found.length);
  return {
    grounded: groundedWithin(found.sentence, words[0]?.from ?? 0, words.at(-1)?.to ?? 0),
    stems: words.map(({ spelling }) => spelling.stem),
    count: found.count,
    score: scoreOf(found),
  };
}

/** More stems than anybody says; a phrase's number has a place for each of its stems. */
const STEMS = 2 ** 17;

/** Every phrase with where it is first said and how often. */
function foundPhrases(sentences: readonly Sentence[], weightOf: (stem: string) => number): readonly FoundPhrase[] {
  // Phrases are known by numbers: joining stems, and looking up what is joined, takes half as long again.
  const found = new Map<number, FoundPhrase>();
  const numbers = new Map<string, number>();
  const numberOf = (stem: string): number => {
    const known = numbers.get(stem);
    if (known !== undefined) return known;
    numbers.set(stem, numbers.size + 1);
    return numbers.size;
  };
  for (const sentence of sentences) {
    for (const run of runsOfContent(sentence)) {
      for (let at = 0; at < run.length; at += 1) {
        let [number, sum] = [0, 0];
        for (let length = 1; length <= MOST_WORDS; length += 1) {
          const last = run[at + length - 1];
          if (!last || isSaidBetween(run, at, last)) break;
          number = number * STEMS + numberOf(last.spelling.stem);
          sum += weightOf(last.spelling.stem);
          const earlier = found.get(number);
          if (earlier) earlier.count += 1;
          else if (found.size < MOST_REMEMBERED) {
            found.set(number, { weight: sum / length ** 0.5, sentence, run, at, length, count: 1 });
          }
        }
      }
    }
  }
  return [...found.values()];
}

/** Whether one of the words from `at` up to `last` is the same word. */
function isSaidBetween(run: readonly SpokenWord[], at: number, last: SpokenWord): boolean {
  for (let index = at; run[index] !== last; index += 1) {
    if (run[index]?.spelling.plain === last.spelling.plain) return true;
  }
  return false;
}

/** Words with content that nothing but a blank separates. */
function runsOfContent(sentence: Sentence): readonly (readonly SpokenWord[])[] {
  const runs: SpokenWord[][] = [];
  let previous: SpokenWord | undefined;
  for (const word of sentence.words) {
    const isContent = word.text.length > 2 && !word.spelling.isStopWord && word.spelling.isWhole;
    if (isContent && previous && isJoined(sentence.text, previous, word)) runs.at(-1)?.push(word);
    else if (isContent) runs.push([word]);
    previous = isContent ? word : undefined;
  }
  return runs;
}

/** The best ones, none with a stem of a better one. */
function withoutRepeats(found: readonly FoundPhrase[]): readonly Phrase[] {
  const kept: Phrase[] = [];
  const said = new Set<string>();
  const ranked = found.map(phraseOf).sort((a, b) => b.score - a.score || (a.grounded.text < b.grounded.text ? -1 : 1));
  for (const phrase of ranked) {
    if (kept.length === MOST) break;
    if (phrase.stems.some((stem) => said.has(stem))) continue;
    for (const stem of phrase.stems) said.add(stem);
    kept.push(phrase);
  }
  return kept;
}
