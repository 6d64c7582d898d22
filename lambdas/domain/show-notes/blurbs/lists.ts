import type { Chapter } from '../../../contract/published';
import type { Details } from '../../details';
import type { FixedWords } from '../fixed-words';
import type { Part } from '../grounded';
import { clock } from './clock';
import { slot } from './ingredients';

/** Chapters are listed where there are so many; on YouTube, where the first is at 0:00 and each lasts so many seconds. */
const [FEWEST, SHORTEST] = [3, 10];

/** The entries of a list of chapters, "12:30 The storm"; none unless each has a time, a second later than the one before. */
export function chapterEntries(chapters: readonly Chapter[]): readonly (readonly Part[])[] {
  if (chapters.length < FEWEST || !areApart(chapters, 1)) return [];
  return chapters.map(({ title: text, turn, startTime = 0 }, index): readonly Part[] => [
    { slot: `time${index + 1}`, is: { text: clock(startTime), source: { kind: 'time', turn } } },
    ' ',
    { slot: `chapter${index + 1}`, is: { text, source: { kind: 'chapter', turn } } },
  ]);
}

/** Whether YouTube makes chapters of such a list. */
export const isForYouTube = (chapters: readonly Chapter[]): boolean =>
  chapters[0]?.startTime === 0 && areApart(chapters, SHORTEST);

const areApart = (chapters: readonly Chapter[], seconds: number): boolean =>
  chapters.every(({ startTime }, index) => {
    const before = chapters[index - 1]?.startTime;
    return startTime !== undefined && (before === undefined || startTime - before >= seconds);
  });

/** A link that the episode file gives: slots with its text and its address. */
export interface ListedLink {
  readonly text: Part;
  readonly url: Part;
}

/** Links of the episode file as slots. */
export const listedLinks = (links: Details['episode']['links']): readonly ListedLink[] =>
  links.map(({ text, url }, index) => ({
    text: slot(`linkText${index + 1}`, text),
    url: slot(`linkUrl${index + 1}`, url),
  }));

/** Lists one below the other, or beside each other, with the same words between all; nothing where there is no entry. */
export const joined = (entries: readonly (readonly Part[])[], between: readonly FixedWords[]): readonly Part[] =>
  entries.flatMap((entry, index) => (index === 0 ? entry : [...between, ...entry]));
