import type { Chapter } from '../../../contract/published';
import type { Details } from '../../details';
import type { FixedWords } from '../fixed-words';
import type { Part } from '../grounded';
import { clock } from './clock';
import { slot } from './ingredients';

/** The entries of a list of chapters, "12:30 The storm"; none unless the first is at 0:00, there are three, and each lasts ten seconds, as YouTube asks. */
export function chapterEntries(chapters: readonly Chapter[]): readonly (readonly Part[])[] {
  const times = chapters.map(({ startTime }) => startTime ?? -1);
  const isLong = times.every((time, index) => index === 0 || time - (times[index - 1] ?? 0) >= 10);
  if (chapters.length < 3 || times[0] !== 0 || !isLong) return [];
  return chapters.map(({ title: text, turn, startTime = 0 }, index): readonly Part[] => [
    { slot: `time${index + 1}`, is: { text: clock(startTime), source: { kind: 'time', turn } } },
    ' ',
    { slot: `chapter${index + 1}`, is: { text, source: { kind: 'chapter', turn } } },
  ]);
}

/** A link that the episode file gives: slots with its text and its address. */
export interface ListedLink {
  readonly text: Part;
  readonly url: Part;
}

/** The links of the episode file. */
export const listedLinks = ({ links }: Details['episode']): readonly ListedLink[] =>
  links.map(({ text, url }, index) => ({
    text: slot(`linkText${index + 1}`, text),
    url: slot(`linkUrl${index + 1}`, url),
  }));

/** Lists one below the other, or beside each other, with the same words between all; nothing where there is no entry. */
export const joined = (entries: readonly (readonly Part[])[], between: readonly FixedWords[]): readonly Part[] =>
  entries.flatMap((entry, index) => (index === 0 ? entry : [...between, ...entry]));
