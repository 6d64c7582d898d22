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
  const least = Float64Array.from(found, scoreOf).sort().at(-LIKELY) ?? Number.NEGATIVE_INFINITY;
  const likely = withoutRepeats(found.filter((each) => scoreOf(each) >= least));
  return likely.length < MOST ? withoutRepeats(found) : likely;
}

interface FoundPhrase {
  /** Its stems, with blanks between them. */
  readonly key: string;
  /** Of its stems together. */
  readonly weight: number;
  readonly sentence: Sentence;
  /** Offsets in the sentence. */
  readonly from: number;
  readonly to: number;
  count: number;
}

const scoreOf = ({ weight, count }: FoundPhrase): number => weight * Math.log2(1 + count);

const phraseOf = (found: FoundPhrase): Phrase => ({
  grounded: groundedWithin(found.sentence, found.from, found.to),
  stems: found.key.split(' '),
  count: found.count,
  score: scoreOf(found),
});

/** Every phrase with where it is first said and how often. */
function foundPhrases(sentences: readonly Sentence[], weightOf: (stem: string) => number): readonly FoundPhrase[] {
  const found = new Map<string, FoundPhrase>();
  const note = (key: string, weight: number, place: Pick<FoundPhrase, 'sentence' | 'from' | 'to'>) => {
    const earlier = found.get(key);
    if (earlier) earlier.count += 1;
    else if (found.size < MOST_REMEMBERED) found.set(key, { key, weight, ...place, count: 1 });
  };
  for (const sentence of sentences) {
    for (const run of runsOfContent(sentence)) {
      for (const [at, { spelling, from, to }] of run.entries()) {
        let [key, sum] = [spelling.stem, weightOf(spelling.stem)];
        note(key, sum, { sentence, from, to });
        for (let length = 2; length <= MOST_WORDS; length += 1) {
          const last = run[at + length - 1];
          if (!last || isSaidBetween(run, at, last)) break;
          key += ` ${last.spelling.stem}`;
          sum += weightOf(last.spelling.stem);
          note(key, sum / length ** 0.5, { sentence, from, to: last.to });
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
