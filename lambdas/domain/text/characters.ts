/** True for every kind of blank inside a line: space, tab, no-break and typographic spaces, zero-width ones. */
export function isBlank(character: string | undefined): boolean {
  return character !== undefined && isBlankCode(character.charCodeAt(0));
}

function isBlankCode(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x2000) return code === 0xa0 || code === 0x1680;
  if (code < 0x3000) return code <= 0x200b || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f;
  return code === 0x3000 || code === 0xfeff;
}

/** True for 0–9 only. */
export function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9' && character.length === 1;
}

const WORD = /[\p{L}\p{N}\p{M}]/u;

/** True for letters, digits and combining marks of every script. Half of a surrogate pair counts as a letter. */
export function isWordCharacter(character: string | undefined): boolean {
  if (character === undefined || character === '') return false;
  const code = character.charCodeAt(0);
  return code < 0x80 ? isAsciiWordCode(code) : (code >= 0xd800 && code <= 0xdfff) || WORD.test(character);
}

/** True for the codes of A–Z, a–z and 0–9. */
export function isAsciiWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** True for ASCII punctuation, which Markdown lets a backslash escape. */
export function isAsciiPunctuation(character: string | undefined): boolean {
  if (character === undefined || character === '') return false;
  const code = character.charCodeAt(0);
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}

/** The first position from `at` on that is not blank. */
export function skipBlanks(text: string, at: number): number {
  let position = at;
  while (position < text.length && isBlank(text[position])) position += 1;
  return position;
}

/** The last character before an offset that is not blank; empty where there is none. */
export function lastBefore(text: string, offset: number): string {
  let at = offset - 1;
  while (at >= 0 && /\s/u.test(text.charAt(at))) at -= 1;
  return text.charAt(at);
}

/** Trims and turns every run of blanks into one space. */
export function collapseBlanks(text: string): string {
  if (hasSingleBlanks(text)) return text;
  let collapsed = '';
  let copied = skipBlanks(text, 0);
  for (let at = copied; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (!isBlankCode(code)) {
      at += 1;
      continue;
    }
    const end = skipBlanks(text, at);
    if (end === text.length) return collapsed + text.slice(copied, at);
    if (code !== 0x20 || end > at + 1) {
      collapsed += `${text.slice(copied, at)} `;
      copied = end;
    }
    at = end;
  }
  return collapsed + text.slice(copied);
}

/** Whether there is nothing to collapse: single spaces between words, none around them. */
export function hasSingleBlanks(text: string): boolean {
  let before = 0x20;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x20 ? before === 0x20 : (code < 0x20 || code >= 0xa0) && isBlankCode(code)) return false;
    before = code;
  }
  return before !== 0x20 || text === '';
}

/** How many stretches there are between blanks. */
export function countWords(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (!isBlank(text[at]) && (at === 0 || isBlank(text[at - 1]))) count += 1;
  return count;
}

/** The stretches between blanks. */
export function wordsOf(text: string): string[] {
  const line = collapseBlanks(text);
  return line === '' ? [] : line.split(' ');
}

/** Control characters, and halves of surrogate pairs, whole pairs or not. */
const UNUSUAL = /[^\n\t\r\x20-\x7e\xa0-\ud7ff\ue000-\uffff]/;

/** Replaces what no UTF-8 file can hold, and control characters, which no reader shows. */
export function withoutUnprintable(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  let printable = '';
  let copied = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x20 || code === 0x0a || code === 0x09 || code === 0x0d) continue;
    printable += `${text.slice(copied, at)} `;
    copied = at + 1;
  }
  return (printable + text.slice(copied)).toWellFormed();
}
