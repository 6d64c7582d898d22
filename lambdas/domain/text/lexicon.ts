import { fingerprintOf, fingerprintsIn } from './fingerprint';
import { de } from './languages/de';
import { en } from './languages/en';
import { es } from './languages/es';
import { fr } from './languages/fr';
import { ja } from './languages/ja';
import type { WordList } from './languages/word-list';
import { zh } from './languages/zh';
import { plain } from './words';

const LISTS: Readonly<Record<string, WordList>> = { de, en, es, fr, ja, zh };

/** What is known of a language's words; for a language without a word list, nothing. */
export interface Lexicon {
  /** The primary subtag of the language: `pt` of `pt-BR`. */
  readonly language: string;
  readonly isKnown: boolean;
  /** Words without content of their own, and vulgar ones. */
  isStopWord(word: string): boolean;
  /** From 0 for the most frequent words, and vulgar ones, to 1 for those that the list does not have. */
  rarityOf(word: string): number;
  /** Whether the list has the word in lower case: words that it has in upper case only are names. */
  isCommonNoun(word: string): boolean;
}

const lexicons = new Map<string, Lexicon>();

/** The lexicon of a BCP 47 tag. */
export function lexiconOf(tag: string): Lexicon {
  const language = tag.split('-')[0]?.toLowerCase() ?? '';
  const lexicon = lexicons.get(language) ?? buildLexicon(language, LISTS[language]);
  lexicons.set(language, lexicon);
  return lexicon;
}

/** The languages that have a word list. */
export const knownLanguages = (): readonly string[] => Object.keys(LISTS);

function buildLexicon(language: string, list: WordList | undefined): Lexicon {
  const stopWords = new Set(list?.stopWords.split(' '));
  const unprinted = fingerprintsIn(list?.unprinted ?? '');
  let built: Frequencies | undefined;
  // Guessing a language asks every lexicon for stop words, and for nothing else.
  const frequencies = () => {
    built ??= frequenciesOf(list);
    return built;
  };
  const isUnprinted = (key: string) => unprinted.has(fingerprintOf(key)) && !frequencies().ranks.has(key);
  return {
    language,
    isKnown: list !== undefined,
    isStopWord(word) {
      const key = plain(word);
      return stopWords.has(key) || isUnprinted(key);
    },
    rarityOf(word) {
      const key = plain(word);
      const { ranks, scale } = frequencies();
      const rank = ranks.get(key);
      if (rank === undefined) return isUnprinted(key) ? 0 : 1;
      return Math.log2(rank + 2) / scale;
    },
    isCommonNoun: (word) => frequencies().lowerCased.has(plain(word)),
  };
}

interface Frequencies {
  /** From 0 for the most frequent. */
  readonly ranks: ReadonlyMap<string, number>;
  /** The rarity of a word is its rank's logarithm by this. */
  readonly scale: number;
  readonly lowerCased: ReadonlySet<string>;
}

function frequenciesOf(list: WordList | undefined): Frequencies {
  const ranks = new Map<string, number>();
  const lowerCased = new Set<string>();
  for (const [rank, word] of (list?.words.split(' ') ?? []).entries()) {
    const key = plain(word);
    if (!ranks.has(key)) ranks.set(key, rank);
    if (key === word) lowerCased.add(key);
  }
  return { ranks, scale: Math.log2(ranks.size + 2), lowerCased };
}

/** Guesses the language by its stop words; undefined where none of the known ones has enough of them. */
export function detectLanguage(words: readonly string[], text: string): string | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const shares = knownLanguages().map((language) => {
    const { isStopWord } = lexiconOf(language);
    let stopWords = 0;
    for (const [word, count] of counts) if (isStopWord(word)) stopWords += count;
    return { language, share: stopWords / Math.max(1, words.length) };
  });
  const [best] = shares.sort((a, b) => b.share - a.share);
  return best && best.share >= 0.3 ? best.language : undefined;
}
