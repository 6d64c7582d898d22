import { addTo } from '../../../grouping';
import type { Sentence } from '..';
import { BUCKETS, bucketOf, type SpokenWord } from '../spellings';

/**
 * Phrases that tell what a sentence does in a conversation, by language: lower case, straight apostrophes, single blanks
 * between words, none in languages that write none. A language without a phrase simply has no such cue.
 */
export type Phrases = Readonly<Record<string, readonly string[]>>;

/** The first of the language's phrases that the sentence says, with where it ends: an index of the sentence's words. */
export function cueIn({ words }: Sentence, phrases: Phrases, language: string): { end: number } | undefined {
  if (UNSPACED.has(language)) return unspacedCueIn(words, phrases[language] ?? []);
  const index = indexOf(phrases, language);
  let found: { readonly phrase: IndexedPhrase; readonly at: number } | undefined;
  // Every word of the episode passes here once for each list: `entries()` would take several times as long.
  let at = -1;
  for (const word of words) {
    at += 1;
    const phrase = beginningWith(word, index).find((each) => isSaidAt(at, each, words));
    if (phrase && !(found && found.phrase.rank <= phrase.rank)) found = { phrase, at };
  }
  return found && { end: found.at + found.phrase.words.length };
}

/** Every place where the sentence says one of the language's phrases: indexes of the words after them. */
export function cuesIn({ words }: Sentence, phrases: Phrases, language: string): readonly number[] {
  const index = indexOf(phrases, language);
  const ends: number[] = [];
  let at = -1;
  for (const word of words) {
    at += 1;
    for (const phrase of beginningWith(word, index)) {
      if (isSaidAt(at, phrase, words)) ends.push(at + phrase.words.length);
    }
  }
  return ends;
}

/** Languages that write no blanks: where their words end, the segmenter says, and in its next version it may say otherwise. */
const UNSPACED: ReadonlySet<string> = new Set(['ja', 'zh']);

/** The first of the phrases that some of the words spell out. */
function unspacedCueIn(words: Sentence['words'], phrases: readonly string[]): { end: number } | undefined {
  const text = words.map(({ spelling }) => spelling.plain).join('');
  const phrase = phrases.find((each) => text.includes(each));
  if (phrase === undefined) return undefined;
  const to = text.indexOf(phrase) + phrase.length;
  let end = 0;
  for (let length = 0; length < to; end += 1) length += words[end]?.spelling.plain.length ?? to;
  return { end };
}

export const says = (sentence: Sentence, phrases: Phrases, language: string): boolean =>
  cueIn(sentence, phrases, language) !== undefined;

/** The phrase of the language that the sentence begins with before it says more, with where it ends. */
export function cueAtStart({ words }: Sentence, phrases: Phrases, language: string): { end: number } | undefined {
  const [first] = words;
  const phrase =
    first &&
    beginningWith(first, indexOf(phrases, language)).find(
      (each) => each.words.length < words.length && isSaidAt(0, each, words),
    );
  return phrase && { end: phrase.words.length };
}

const isSaidAt = (at: number, phrase: IndexedPhrase, words: Sentence['words']): boolean =>
  phrase.words.every((word, index) => words[at + index]?.spelling.plain === word);

interface IndexedPhrase {
  readonly words: readonly string[];
  /** Its place in the list: the first that is said counts. */
  readonly rank: number;
}

interface PhraseIndex {
  readonly byFirstWord: ReadonlyMap<string, readonly IndexedPhrase[]>;
  /** 1 for the buckets of the first words. */
  readonly buckets: Uint8Array;
}

const NONE: readonly IndexedPhrase[] = [];

/** The phrases that begin with a word: most words begin none, which their bucket tells without a look at the word. */
const beginningWith = ({ spelling }: SpokenWord, { byFirstWord, buckets }: PhraseIndex): readonly IndexedPhrase[] =>
  buckets[spelling.bucket] === 0 ? NONE : (byFirstWord.get(spelling.plain) ?? NONE);

const indexes = new WeakMap<Phrases, Map<string, PhraseIndex>>();

/** The language's phrases by the word that they begin with, worked out once. */
function indexOf(phrases: Phrases, language: string): PhraseIndex {
  const ofAll = indexes.get(phrases) ?? new Map<string, PhraseIndex>();
  indexes.set(phrases, ofAll);
  const index = ofAll.get(language) ?? buildIndex(phrases[language] ?? []);
  ofAll.set(language, index);
  return index;
}

function buildIndex(phrases: readonly string[]): PhraseIndex {
  const byFirstWord = new Map<string, IndexedPhrase[]>();
  const buckets = new Uint8Array(BUCKETS);
  for (const [rank, phrase] of phrases.entries()) {
    const words = phrase.split(' ');
    const [first = ''] = words;
    addTo(byFirstWord, first, { words, rank });
    buckets[bucketOf(first)] = 1;
  }
  return { byFirstWord, buckets };
}

/** Phrases written as one text a language, with commas between them; where its lines end does not matter. */
export const phrases = (texts: Readonly<Record<string, string>>): Phrases =>
  Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [
      language,
      text.split(',').map((phrase) => phrase.trim().replace(/\s+/gu, ' ')),
    ]),
  );
