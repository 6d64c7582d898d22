/**
 * Characters that change how text around them reads without being seen: controls, embeddings, overrides and isolates
 * of direction, zero-width spaces, tags. Joiners, zero-width spaces and tags are kept after a character outside
 * Basic Latin, for emoji, Persian, Thai and others cannot be written without them.
 */
const INVISIBLE =
  /[\u{200B}-\u{200D}\u{E0000}-\u{E007F}](?<=(?:^|[\p{ASCII}\u{200B}-\u{200D}]).)|[\u{180E}\u{202A}-\u{202E}\u{2060}-\u{206F}\u{FEFF}]/gu;

/** HTML knows no way to write these, not even as a reference. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}/gu;

/** `U+202E` */
const nameOf = (character: string): string =>
  `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

/** Text in which nothing is hidden, for where no markup may stand: a control becomes `[U+202E]`. */
export const visible = (text: string): string => markInvisible(text, (_, name) => `[${name}]`);

/** What may be hidden or unwritable, and all beyond the basic plane: most texts have none of it, which is soon seen. */
const UNUSUAL =
  /[^\t\n\r\x20-\x7e\xa0-\u17ff\u1900-\u200a\u200e-\u2029\u202f-\u205f\u2070-\ud7ff\ue000-\ufefe\uff00-\uffff]/;

/** Replaces each hidden character by what `mark` makes of it and its name, and what cannot be written by `�`. */
export function markInvisible(text: string, mark: (character: string, name: string) => string): string {
  if (!UNUSUAL.test(text)) return text;
  return text.replace(UNWRITABLE, '\u{FFFD}').replace(INVISIBLE, (character) => mark(character, nameOf(character)));
}
