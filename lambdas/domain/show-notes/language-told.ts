import type { Reading } from './reading';

/** Fewer words than these are in no language worth telling of. */
const LEAST_WORDS = 100;

const WEAKER =
  'people, quotes, links and names that are written as such are found, but summary, key points and chapters are weaker';

/** What a producer is told whose language has no word list, or is not recognised. */
export function languageTold({ language, lexicon, wordCount }: Reading): readonly string[] {
  if (lexicon.isKnown || wordCount < LEAST_WORDS) return [];
  if (language !== 'und') return [`There is no word list for the language “${language}”: ${WEAKER}.`];
  return [
    `The language is not recognised: ${WEAKER}. If it is German, English, Spanish, French, Japanese or Chinese, write “language: de” (or en, es, fr, ja, zh) in the show file.`,
  ];
}
