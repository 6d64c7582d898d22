import type { Person, PublishedTurn } from '../../../contract/published';
import { addTo } from '../../grouping';
import { folded } from '../../text/words';

/** What was said, and under which labels: looked through once for the names of all people. */
export interface Speech {
  isPrinted(label: string): boolean;
  /** Whether a turn, of those with the labels where they are given, says the name, in whatever case and accents. */
  isSaid(name: string, labels?: readonly string[]): boolean;
  /** Whether all who have other labels are one, who calls out the name: "Thanks, Ines.", "Ines, welcome." */
  isCalled(name: string, labels: readonly string[]): boolean;
}

/** Scripts that write words without spaces between them: a name may stand anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Looks through the turns when it is first asked, and only for the words of people's names. */
export function speechIn(turns: readonly PublishedTurn[], people: readonly Pick<Person, 'name'>[]): Speech {
  const printed = new Set(turns.map(({ speaker }) => speaker));
  let places: ReadonlyMap<string, readonly number[]> | undefined;
  /** The turns that say the rarest word of the name: few, however long the transcript is. */
  const turnsNear = (name: string): readonly PublishedTurn[] => {
    if (UNSPACED.test(name)) return turns;
    places ??= placesOf(new Set(people.flatMap((person) => lettersIn(person.name))), turns);
    const ofEach = lettersIn(name).map((word) => places?.get(word) ?? []);
    const [fewest] = ofEach.sort((a, b) => a.length - b.length);
    return fewest?.flatMap((index) => turns[index] ?? []) ?? [];
  };
  return {
    isPrinted: (label) => printed.has(label),
    isCalled: (name, labels) => {
      const others = new Set(turns.flatMap(({ speaker }) => (labels.includes(speaker) ? [] : [speaker])));
      const called = ['.', '!', '?'].flatMap((stop) => [` ${name}${stop}`, `${stop} ${name}, `]).map(folded);
      const isCalledIn = (text: string) => called.some((words) => `. ${text}`.includes(words));
      return (
        others.size === 1 &&
        turnsNear(name).some(({ speaker, text }) => others.has(speaker) && isCalledIn(folded(text)))
      );
    },
    isSaid: (name, labels) =>
      turnsNear(name).some(
        ({ speaker, text }) => (!labels || labels.includes(speaker)) && folded(text).includes(folded(name)),
      ),
  };
}

/** The turns in which each of the words stands, by index. */
function placesOf(words: ReadonlySet<string>, turns: readonly PublishedTurn[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, { text }] of turns.entries()) {
    for (const word of lettersIn(text))
      if (words.has(word) && places.get(word)?.at(-1) !== index) addTo(places, word, index);
  }
  return places;
}

/** Stretches of letters and digits: `Ines O’Dara` is three. */
const lettersIn = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
