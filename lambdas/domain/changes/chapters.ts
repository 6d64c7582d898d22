import type { Chapter } from '../../contract/published';
import type { Change } from '../../contract/receipt';
import { type PartName, quoted, told } from './wording';

const CHAPTERS: PartName = { part: 'chapters', one: 'chapter', many: 'chapters' };

interface Pair {
  readonly earlier: Chapter;
  readonly now: Chapter;
}

/** Which chapters moved, are called otherwise, came or went. `placeOf`: see `TurnComparison`. */
export function chapterChanges(
  before: readonly Chapter[],
  after: readonly Chapter[],
  placeOf: (turn: number) => number,
): readonly Change[] {
  const left = [...before];
  const pairWhere =
    (isSame: (earlier: Chapter, now: Chapter) => boolean) =>
    (now: Chapter): readonly Pair[] => {
      const at = left.findIndex((earlier) => isSame(earlier, now));
      return left.splice(at, at < 0 ? 0 : 1).map((earlier) => ({ earlier, now }));
    };
  const sameTitle = after.flatMap(pairWhere((earlier, now) => earlier.title === now.title));
  const others = after.filter((chapter) => !sameTitle.some(({ now }) => now === chapter));
  const samePlace = others.flatMap(pairWhere((earlier, now) => placeOf(earlier.turn) === now.turn));
  const isNew = others.filter((chapter) => !samePlace.some(({ now }) => now === chapter));
  const titles = (chapters: readonly Chapter[]) => chapters.map(({ title }) => title);
  return [
    ...moved(sameTitle.filter(({ earlier, now }) => placeOf(earlier.turn) !== now.turn)),
    ...retitled(samePlace),
    ...told(CHAPTERS, titles(isNew), 'is new', 'are new'),
    ...told(CHAPTERS, titles(left), 'is gone', 'are gone'),
  ];
}

function moved(pairs: readonly Pair[]): readonly Change[] {
  const [first, ...others] = pairs;
  if (!first) return [];
  if (others.length > 0)
    return told(
      CHAPTERS,
      pairs.map(({ now }) => now.title),
      'moved',
      'moved',
    );
  const { earlier, now } = first;
  return [
    {
      part: 'chapters',
      message: `The chapter ${quoted(now.title)} moved: it begins at turn ${now.turn}, before at turn ${earlier.turn}.`,
    },
  ];
}

const retitled = (pairs: readonly Pair[]): readonly Change[] =>
  pairs.length > 2
    ? told(
        CHAPTERS,
        pairs.map(({ now }) => now.title),
        'has another title',
        'have other titles',
      )
    : pairs.map(({ earlier, now }) => ({
        part: 'chapters',
        message: `The chapter ${quoted(earlier.title)} is now called ${quoted(now.title)}.`,
      }));
