import { isAsciiWordCode, isWordCharacter, wordsOf } from '../../../text/characters';

/** Every word that stands somewhere in the file in lower case. */
export function lowerCaseWords(texts: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const text of texts) {
    let start = -1;
    for (let at = 0; at <= text.length; at += 1) {
      const code = at < text.length ? text.charCodeAt(at) : 0;
      const inside = code < 0x80 ? isAsciiWordCode(code) || code === 0x27 : isWordCharacter(text[at]);
      if (inside && start < 0) start = at;
      if (inside || start < 0) continue;
      const word = text.slice(start, at);
      const inAddress = '/@._-#:'.includes(text[start - 1] ?? ' ') || '@/_'.includes(text[at] ?? ' ');
      if (!inAddress && word === word.toLowerCase() && word !== word.toUpperCase()) words.add(word);
      start = -1;
    }
  }
  return words;
}

/** Every capitalised word that stands in the middle of a sentence somewhere in the file. */
export function properNamesIn(texts: Iterable<string>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const text of texts) {
    let before = '';
    for (const written of wordsOf(text)) {
      const isInside = before !== '' && (isWordCharacter(before.at(-1)) || before.endsWith(','));
      const word = withoutMarks(written);
      if (isInside && word !== '' && word[0] !== word[0]?.toLowerCase()) names.add(word);
      before = written;
    }
  }
  return names;
}

/** A word without the punctuation around it. */
function withoutMarks(word: string): string {
  let from = 0;
  let to = word.length;
  while (from < to && !isWordCharacter(word[from])) from += 1;
  while (to > from && !isWordCharacter(word[to - 1])) to -= 1;
  return word.slice(from, to);
}
