import { remembering } from '../../remembering';
import type { Lexicon } from '../../text/lexicon';
import { stemOf } from '../../text/stem';
import { folded, plain, type Word } from '../../text/words';

/** What is known of a word in one spelling: worked out once an episode, however often it is said. */
export interface Spelling {
  readonly text: string;
  readonly plain: string;
  readonly folded: string;
  readonly stem: string;
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
  /** Neither begins with a digit nor has an apostrophe, or an ending in hiragana. */
  readonly isWhole: boolean;
}

/** A word of a sentence, with what is known of its spelling. */
export interface SpokenWord extends Word {
  readonly spelling: Spelling;
}

/** From a word to what is known of it. */
export type SpellingBook = (word: string) => Spelling;

/** An empty book: it learns each spelling when it first meets it. */
export const spellingBook = (lexicon: Lexicon): SpellingBook => remembering((word: string) => learn(word, lexicon));

function learn(text: string, lexicon: Lexicon): Spelling {
  const isStopWord = lexicon.isStopWord(text);
  return {
    text,
    plain: plain(text),
    folded: folded(text),
    stem: stemOf(text),
    isStopWord,
    rarity: lexicon.rarityOf(text),
    hasContent: text.length > 1 && !isStopWord && !/^\d+$/u.test(text),
    isCapitalised: isCapitalised(text),
    isLowerCase: /^\p{Ll}+$/u.test(text),
    isWhole: !/^\d|['’]|\p{Script=Hiragana}/u.test(text),
  };
}

/** Whether a word begins with a capital and is not `I` or one of its contractions. */
const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word) && !/^I(?:['’]\p{Ll}+)?$/u.test(word);
