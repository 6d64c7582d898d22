import type { Change, ChangedPart } from '../../contract/receipt';

/** How one part of the show notes is called in a sentence. */
export interface PartName {
  readonly part: ChangedPart;
  readonly one: string;
  readonly many: string;
}

/** Characters of a text that are quoted in a change. */
const QUOTED = 60;

/** A text in quotation marks, cut at a word where it is long. */
export function quoted(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ')];
  if (characters.length <= QUOTED) return `“${characters.join('')}”`;
  const cut = characters.slice(0, QUOTED).join('');
  const space = cut.lastIndexOf(' ');
  return `“${space > 0 ? cut.slice(0, space) : cut}…”`;
}

/** `One quote is new: “…”.`, `3 quotes are new, the first “…”.`; nothing where there are none. */
export function told(
  { part, one, many }: PartName,
  texts: readonly string[],
  is: string,
  are: string,
): readonly Change[] {
  const [first, ...others] = texts;
  if (first === undefined) return [];
  const message =
    others.length === 0
      ? `One ${one} ${is}: ${quoted(first)}.`
      : `${texts.length} ${many} ${are}, the first ${quoted(first)}.`;
  return [{ part, message }];
}
