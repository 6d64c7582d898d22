/** A word of a text and where it stands: UTF-16 offsets, the end exclusive. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Letters and digits, also across an apostrophe, hyphen, point or slash inside: `don't`, `GPT-3`, `2.0`, `low-tide.fm`, `C++`. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.\-&/_][\p{L}\p{N}\p{M}]+)*(?:\+\+|#)?/gu;

/** Scripts that write words without spaces between them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

const segmenters = new Map<string, Intl.Segmenter>();

/** Whether a text is in a script that writes words without spaces between them. */
export const isUnspaced = (text: string): boolean => UNSPACED.test(text);

/** The words of a text in order, by form where words are spaced, else by the language's own segmentation. */
export function wordsOf(text: string, language: string): readonly Word[] {
  return isUnspaced(text) ? segmentedWords(text, language) : spacedWords(text);
}

/** How many words people would count: what stands between blanks, or the words in it where a script writes no blanks. */
export function countWords(text: string): number {
  let count = 0;
  for (const stretch of text.split(/\s+/u)) {
    if (stretch !== '') count += isUnspaced(stretch) ? Math.max(1, segmentedWords(stretch, 'und').length) : 1;
  }
  return count;
}

function spacedWords(text: string): readonly Word[] {
  let to = 0;
  // A word cannot begin before the match that it is, so it stands where its text comes next.
  return (text.match(WORD) ?? []).map((word) => {
    const from = text.indexOf(word, to);
    to = from + word.length;
    return { text: word, from, to };
  });
}

function segmentedWords(text: string, language: string): readonly Word[] {
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenterOf(language).segment(text)) {
    if (isWordLike) words.push({ text: segment, from: index, to: index + segment.length });
  }
  return words;
}

function segmenterOf(language: string): Intl.Segmenter {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  return segmenter;
}

/** Whether nothing but a blank stands between two words of a text. */
export function isJoined(text: string, left: Word, right: Word): boolean {
  const gap = right.from - left.to;
  return gap === 0 || (gap === 1 && /\s/u.test(text.charAt(left.to)));
}

/** Lower case with straight apostrophes: how words are looked up and compared. */
export function plain(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

/** As `plain`, and without accents: how names are compared. */
export function folded(word: string): string {
  const lower = plain(word);
  return isAscii(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}+/gu, '');
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
