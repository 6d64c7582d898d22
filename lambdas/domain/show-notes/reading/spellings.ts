import { remembering } from '../../remembering';
import { addressesIn } from '../../text/addresses';
import { fingerprintOf } from '../../text/fingerprint';
import type { Lexicon } from '../../text/lexicon';
import { stemOf } from '../../text/stem';
import { folded, plain, type Word } from '../../text/words';

/** What is known of a word in one spelling: worked out once an episode, however often it is said. */
export interface Spelling {
  readonly text: string;
  readonly plain: string;
  readonly folded: string;
  readonly stem: string;
  /** Below `BUCKETS`, and the same for few other words: tells at once that a word is in no short list. */
  readonly bucket: number;
  /** As the language's lexicon has it. */
  readonly isStopWord: boolean;
  /** As the language's lexicon has it. */
  readonly rarity: number;
  /** Neither a stop word nor a number nor a single letter. */
  readonly hasContent: boolean;
  /** Begins with a capital and is not `I` or one of its contractions. */
  readonly isCapitalised: boolean;
  /** Of lower-case letters only. */
  readonly isLowerCase: boolean;
  /** Its form alone says that it is a name: `GPT-3`, `FastTide`, `IBM`. */
  readonly isTelling: boolean;
  /** Neither begins with a digit nor has an apostrophe or an ending in hiragana, and is no address. */
  readonly isWhole: boolean;
}

/** A word of a sentence, with what is known of its spelling. */
export interface SpokenWord extends Word {
  readonly spelling: Spelling;
}

/** From a word to what is known of it. */
export type SpellingBook = (word: string) => Spelling;

/** Words are spread over so many buckets; a list that has words in few of them need not be looked up for the others. */
export const BUCKETS = 1024;

/** The bucket of a word in lower case. */
export const bucketOf = (word: string): number => fingerprintOf(word) % BUCKETS;

/** An empty book: it learns each spelling when it first meets it. */
export const spellingBook = (lexicon: Lexicon): SpellingBook => remembering((word: string) => learn(word, lexicon));

function learn(text: string, lexicon: Lexicon): Spelling {
  const lower = plain(text);
  const isStopWord = lexicon.isStopWord(lower);
  const isLowerCase = /^\p{Ll}+$/u.test(text);
  const isWhole = isLowerCase || !(/^\d|['’]|\p{Script=Hiragana}/u.test(text) || addressesIn(text).length > 0);
  return {
    text,
    plain: lower,
    folded: folded(lower),
    stem: stemOf(lower),
    bucket: bucketOf(lower),
    isStopWord,
    rarity: lexicon.rarityOf(lower),
    hasContent: text.length > 1 && !isStopWord && (isLowerCase || !/^\d+$/u.test(text)),
    isCapitalised: !isLowerCase && isCapitalised(text),
    isLowerCase,
    isTelling: !isLowerCase && isTelling(text),
    isWhole,
  };
}

/** Whether a word begins with a capital and is not `I` or one of its contractions. */
const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word) && !/^I(?:['’]\p{Ll}+)?$/u.test(word);

/** A capital, a digit or a point where ordinary words have none. */
export function isTelling(word: string): boolean {
  const bare = word.replace(/['’]s$|s$/u, '');
  if (/^\p{Lu}{2,}$/u.test(bare) || /\p{Ll}\p{Lu}/u.test(word)) return true;
  const hasMark = /\d/u.test(word) || /[+#]$/u.test(word) || /^\p{Lu}-/u.test(word) || /\.\p{Ll}{2,4}$/u.test(word);
  return hasMark && /\p{L}/u.test(word);
}
