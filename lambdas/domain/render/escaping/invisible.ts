/**
 * Characters that change how text around them reads without being seen: controls, embeddings, overrides and isolates
 * of direction, zero-width spaces, tags. Joiners, zero-width spaces and tags are kept after a character outside
 * Basic Latin, for emoji, Persian, Thai and others cannot be written without them.
 */
const INVISIBLE =
  /[\u{200B}-\u{200D}\u{E0000}-\u{E007F}](?<=(?:^|[\p{ASCII}\u{200B}-\u{200D}]).)|[\u{34F}\u{180E}\u{202A}-\u{202E}\u{2060}-\u{206F}\u{3164}\u{FEFF}\u{FFA0}]/gu;

/** Marks of direction: people who write from right to left need them, elsewhere they only mislead. */
const DIRECTION_MARK = /[\u{61C}\u{200E}\u{200F}]/gu;
const RIGHT_TO_LEFT = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** HTML and XML know no way to write these, not even as a reference. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\u{FFFE}\u{FFFF}]/gu;

/** `U+202E` */
const nameOf = (character: string): string =>
  `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

/** Text in which nothing is hidden, for where no markup may stand: a control becomes `[U+202E]`. */
export const visible = (text: string): string => markInvisible(text, (_, name) => `[${name}]`);

/** What may be hidden or unwritable, and all beyond the basic plane: most texts have none of it, which is soon seen. */
const UNUSUAL =
  /[^\t\n\r\x20-\x7e\xa0-\u02ff\u0370-\u061b\u061d-\u17ff\u1900-\u200a\u2010-\u2029\u202f-\u205f\u2070-\u3163\u3165-\ud7ff\ue000-\ufefe\uff00-\uff9f\uffa1-\ufffd]/;

/** Replaces each hidden character by what `mark` makes of it and its name, and what cannot be written by `�`. */
export function markInvisible(text: string, mark: (character: string, name: string) => string): string {
  if (!UNUSUAL.test(text)) return text;
  const named = (character: string) => mark(character, nameOf(character));
  const written = text.replace(UNWRITABLE, '\u{FFFD}').replace(INVISIBLE, named);
  return RIGHT_TO_LEFT.test(text) ? written : written.replace(DIRECTION_MARK, named);
}
