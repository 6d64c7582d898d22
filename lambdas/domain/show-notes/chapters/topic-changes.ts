import type { Reading } from '../reading';
import type { SubjectMatter } from '../reading/subject-matter';

/** Words on each side of a turn that are compared. */
const WINDOW = 600;
/** Words of the stretches in which a word is counted once: what is said in every one of them tells no topic from another. */
const STRETCH = 400;
/** A square of a weight as a whole number, so that taking away leaves exactly what was there before. */
const PRECISION = 1024;

/** How often the word stands in the window before the turn and in the one after it. */
interface Tally {
  weight: number;
  before: number;
  after: number;
}

interface Saying {
  /** Words of the episode before it. */
  readonly at: number;
  readonly tally: Tally;
}

/** In how many stretches a word is said, and in which last. */
interface Spread {
  readonly tally: Tally;
  stretches: number;
  last: number;
}

/**
 * How much the talk changes at each turn, by its index: how little the words before and after it have in common, in
 * standard deviations from the episode's mean. A word counts the more, the fewer stretches of the episode have it.
 * Advertisements are no talk. `scale` is the part of the usual windows and stretches that a short episode has.
 */
export function topicChanges(reading: Reading, subject: SubjectMatter, scale: number): readonly number[] {
  const sayings = weighedSayings(reading, subject, STRETCH * scale);
  const window = WINDOW * scale;
  const compared = { product: 0, before: 0, after: 0 };
  let [first, middle, next] = [0, 0, 0];
  const differences = reading.wordsBefore.map((start) => {
    for (let saying = sayings[next]; saying && saying.at < start + window; saying = sayings[++next]) {
      move(saying.tally, 0, 1, compared);
    }
    for (let saying = sayings[middle]; saying && saying.at < start; saying = sayings[++middle]) {
      move(saying.tally, 1, -1, compared);
    }
    for (let saying = sayings[first]; saying && saying.at < start - window; saying = sayings[++first]) {
      move(saying.tally, -1, 0, compared);
    }
    const { product, before, after } = compared;
    return 1 - product / (Math.sqrt(before) * Math.sqrt(after) || 1);
  });
  return standardised(differences);
}

/** Changes how often a word stands before and after, and with it the products of the two bags of words. */
function move(
  tally: Tally,
  before: number,
  after: number,
  compared: { product: number; before: number; after: number },
): void {
  const add = (sign: 1 | -1): void => {
    compared.product += sign * tally.weight * tally.before * tally.after;
    compared.before += sign * tally.weight * tally.before ** 2;
    compared.after += sign * tally.weight * tally.after ** 2;
  };
  add(-1);
  tally.before += before;
  tally.after += after;
  add(1);
}

/** All words with content, in order, those with the same stem sharing one tally. */
function weighedSayings(reading: Reading, subject: SubjectMatter, stretchWords: number): readonly Saying[] {
  const spreads = new Map<string, Spread>();
  const said: Saying[] = [];
  for (const sentence of reading.sentences) {
    if (!subject.isProgramme(sentence)) continue;
    let at = sentence.wordsBefore - 1;
    for (const { spelling } of sentence.words) {
      at += 1;
      if (!spelling.hasContent) continue;
      const own = spreads.get(spelling.stem) ?? { tally: { weight: 0, before: 0, after: 0 }, stretches: 0, last: -1 };
      spreads.set(spelling.stem, own);
      const stretch = Math.floor(at / stretchWords);
      if (own.last < stretch) own.stretches += 1;
      own.last = stretch;
      said.push({ at, tally: own.tally });
    }
  }
  const all = Math.ceil(reading.wordCount / stretchWords);
  for (const [stem, { tally, stretches }] of spreads) {
    const isRepeated = (reading.stemCounts.get(stem) ?? 0) > 1;
    if (isRepeated) tally.weight = Math.round(PRECISION * Math.log(all / stretches) ** 2);
  }
  return said.filter(({ tally }) => tally.weight > 0);
}

/** Counted from the mean, in standard deviations. */
function standardised(values: readonly number[]): readonly number[] {
  const mean = sum(values) / Math.max(1, values.length);
  const deviation = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / Math.max(1, values.length));
  return values.map((value) => (value - mean) / (deviation || 1));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
