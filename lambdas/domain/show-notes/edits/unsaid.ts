import type { Details, TextDetail } from '../../details';
import type { Lexicon } from '../../text/lexicon';
import { isNearlyName } from '../../text/near-names';
import { numbersIn, type SaidNumber } from '../../text/numbers';
import { stemOf } from '../../text/stem';
import { folded, wordsOf } from '../../text/words';
import type { Reading } from '../reading';
import type { Warn } from './hidden';

/** A smaller number may count what a producer sees in the transcript ("five people"), and needs nobody to say it. */
const LEAST_ALONE = 13;
/** A time, and the start of what a producer writes into a post and nobody says: an address, a handle, a hashtag. */
const [TIME, UNSPOKEN] = [/\b\d{1,2}(?::\d{2}){1,2}\b/gu, /^\p{P}*(?:[@#]|https?:|www\.)|@|[\p{L}\p{N}]\.\p{L}{2}/u];

/** Tells of the numbers and names in a producer's own words that the transcript has otherwise, as after a correction. */
export function warnOfUnsaid(
  edited: readonly TextDetail[],
  reading: Reading,
  details: Details,
  named: readonly string[],
  warn: Warn,
): void {
  if (edited.length === 0) return;
  // Elsewhere numbers in words are not understood.
  const numbers = reading.lexicon.language === 'en' ? saidNumbers(reading, details) : undefined;
  const names = named.flatMap((name) => wordsOf(name, reading.language).map(({ text }) => text));
  for (const detail of edited) {
    const text = spokenIn(detail.value);
    for (const message of [
      ...(numbers ? unsaidNumbers(text, numbers, reading) : []),
      ...unsaidNames(text, names, reading),
    ]) {
      warn(detail, `${message}; correct whichever is wrong`);
    }
  }
}

/** The words of a text that somebody may say, in order. */
const spokenIn = (text: string): string =>
  text
    .split(/\s+/u)
    .filter((token) => !UNSPOKEN.test(token))
    .join(' ')
    .replaceAll(TIME, ' ');

interface SaidNumbers {
  readonly values: ReadonlySet<number>;
  /** By the stem of what is counted, where first: "seventeen years". */
  readonly counted: ReadonlyMap<string, { readonly turn: number; readonly text: string }>;
}

function saidNumbers({ turns, lexicon }: Reading, { show, episode }: Details): SaidNumbers {
  const values = new Set<number>();
  const counted = new Map<string, { readonly turn: number; readonly text: string }>();
  const facts = [show.title, episode.title, episode.number, episode.publishedAt].map((fact) => `${fact?.value ?? ''}`);
  for (const fact of facts) for (const { value } of numbersIn(fact)) values.add(value);
  turns.forEach(({ text }, index) => {
    for (const number of numbersIn(text)) {
      values.add(number.value);
      const thing = number.value < LARGE ? countedBy(number, text, lexicon) : undefined;
      if (thing && !counted.has(thing.stem)) counted.set(thing.stem, { turn: index + 1, text: thing.text });
    }
  });
  return { values, counted };
}

function unsaidNumbers(text: string, { values, counted }: SaidNumbers, { lexicon }: Reading): readonly string[] {
  return numbersIn(text)
    .filter((number) => !isSaid(number, values) && !isSaidInManyWays(number, text))
    .flatMap((number): readonly string[] => {
      const thing = countedBy(number, text, lexicon);
      const said = thing && counted.get(thing.stem);
      if (said) return [`it says "${thing.text}", turn ${said.turn} says "${said.text}"`];
      return number.value < LEAST_ALONE ? [] : [`it says "${text.slice(number.from, number.to)}", which nobody says`];
    });
}

/** As it is, or as people say a year: `1986` is "nineteen eighty-six", and 86. */
function isSaid({ value }: SaidNumber, values: ReadonlySet<number>): boolean {
  const [century, year] = [Math.floor(value / 100), value % 100];
  return (
    values.has(value) || (century > 9 && century < 100 && values.has(year) && (century > 17 || values.has(century)))
  );
}

/** From here on numbers are rounded: "half a million". */
const LARGE = 100_000;

/** `2.5`, `75%`, `21st`, `1980s`, "twenty-first", half a million: said in many ways. */
const isSaidInManyWays = ({ value, from, to }: SaidNumber, text: string): boolean =>
  value >= LARGE ||
  text.slice(from, to).includes('.') ||
  /^(?:\p{L}|[-–]\p{L}|\s?%|\sper\s?cent)/u.test(text.slice(to, to + 10));

/** A number and the word behind it, which is what it counts. */
function countedBy(
  { from, to }: SaidNumber,
  text: string,
  lexicon: Lexicon,
): { readonly stem: string; readonly text: string } | undefined {
  const [next] = /^[ \u00a0]\p{L}+/u.exec(text.slice(to, to + 40)) ?? [];
  if (next === undefined || lexicon.isStopWord(next.slice(1))) return undefined;
  return { stem: stemOf(next.slice(1)), text: text.slice(from, to + next.length) };
}

/** Names that somebody has but for one letter: `Kovar` where everybody says `Kovac`. */
function unsaidNames(text: string, names: readonly string[], { turns, language, lexicon }: Reading): readonly string[] {
  const written = wordsOf(text, language).map((word) => word.text.replace(/['’]s$/u, ''));
  return [...new Set(written)].flatMap((word) => {
    if (!/^\p{Lu}/u.test(word) || lexicon.rarityOf(word) < 1) return [];
    const near = names.find((name) => isNearlyName(word, name) && !isFormOf(word, name) && !isFormOf(name, word));
    if (near === undefined || turns.some((turn) => folded(turn.text).includes(folded(word)))) return [];
    return [`it says "${word}", which nobody says; "${near}" is nearly that`];
  });
}

/** "Kovars" is of Kovar. */
const isFormOf = (word: string, name: string): boolean => folded(word).startsWith(folded(name));
