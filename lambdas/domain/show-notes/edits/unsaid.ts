import type { Person } from '../../../contract/published';
import type { Details, TextDetail } from '../../details';
import { numbersIn, type SaidNumber } from '../../text/numbers';
import { stemOf } from '../../text/stem';
import { folded, wordsOf } from '../../text/words';
import type { Reading } from '../reading';
import { isNearlyName } from './edit-anchors';
import type { Warn } from './hidden';

/** A smaller number may count what a producer sees in the transcript ("five people"), and needs nobody to say it. */
const LEAST_ALONE = 13;
const ADDRESS = /\S+(?:@|:\/\/|\.\p{L}{2,}\/)\S*/gu;

/** Tells of the numbers and names in a producer's own words that the transcript has otherwise, as after a correction. */
export function warnOfUnsaid(
  edited: readonly TextDetail[],
  reading: Reading,
  details: Details,
  people: readonly Person[],
  warn: Warn,
): void {
  if (edited.length === 0) return;
  const numbers = saidNumbers(reading, details);
  const names = people.flatMap(({ name }) => wordsOf(name, reading.language).map(({ text }) => text));
  for (const detail of edited) {
    const text = detail.value.replaceAll(ADDRESS, ' ');
    for (const message of [...unsaidNumbers(text, numbers), ...unsaidNames(text, names, reading)]) {
      warn(detail, `${message}; correct whichever is wrong`);
    }
  }
}

interface SaidNumbers {
  readonly values: ReadonlySet<number>;
  /** By the stem of what is counted, where first: "seventeen years". */
  readonly counted: ReadonlyMap<string, { readonly turn: number; readonly text: string }>;
}

function saidNumbers({ turns }: Reading, { show, episode }: Details): SaidNumbers {
  const values = new Set<number>();
  const counted = new Map<string, { readonly turn: number; readonly text: string }>();
  const facts = [show.title, episode.title, episode.number, episode.publishedAt].map((fact) => `${fact?.value ?? ''}`);
  for (const fact of facts) for (const { value } of numbersIn(fact)) values.add(value);
  turns.forEach(({ text }, index) => {
    let before: SaidNumber | undefined;
    for (const number of numbersIn(text)) {
      values.add(number.value);
      // "nineteen eighty-six"
      if (before && number.from === before.to + 1) values.add(100 * before.value + number.value);
      before = number;
      const thing = countedBy(number, text);
      if (thing && !counted.has(thing.stem)) counted.set(thing.stem, { turn: index + 1, text: thing.text });
    }
  });
  return { values, counted };
}

function unsaidNumbers(text: string, { values, counted }: SaidNumbers): readonly string[] {
  return numbersIn(text)
    .filter(({ value }) => !values.has(value))
    .flatMap((number): readonly string[] => {
      const thing = countedBy(number, text);
      const said = thing && counted.get(thing.stem);
      if (said) return [`it says "${thing.text}", turn ${said.turn} says "${said.text}"`];
      return number.value < LEAST_ALONE ? [] : [`it says "${text.slice(number.from, number.to)}", which nobody says`];
    });
}

/** A number and the word behind it, which is what it counts. */
function countedBy(
  { from, to }: SaidNumber,
  text: string,
): { readonly stem: string; readonly text: string } | undefined {
  const [next] = /^[ \u00a0-]\p{L}+/u.exec(text.slice(to, to + 40)) ?? [];
  if (next === undefined) return undefined;
  return { stem: stemOf(next.slice(1)), text: text.slice(from, to + next.length) };
}

/** Names that somebody has but for one letter: `Kovar` where everybody says `Kovac`. */
function unsaidNames(text: string, names: readonly string[], { turns, language }: Reading): readonly string[] {
  const written = wordsOf(text, language).map((word) => word.text.replace(/['’]s$/u, ''));
  return [...new Set(written)].flatMap((word) => {
    if (!/^\p{Lu}/u.test(word)) return [];
    const near = names.find((name) => isNearlyName(word, name) && !isFormOf(word, name) && !isFormOf(name, word));
    if (near === undefined || turns.some((turn) => folded(turn.text).includes(folded(word)))) return [];
    return [`it says "${word}", which nobody says; "${near}" is nearly that`];
  });
}

/** "Kovars" is of Kovar. */
const isFormOf = (word: string, name: string): boolean => folded(word).startsWith(folded(name));
