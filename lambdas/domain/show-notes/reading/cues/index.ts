import type { Sentence } from '..';

/**
 * Phrases that tell what a sentence does in a conversation, by language: lower case, straight apostrophes, single blanks
 * between words, none in languages that write none. A language without a phrase simply has no such cue.
 */
export type Phrases = Readonly<Record<string, readonly string[]>>;

/** The first of the language's phrases that the sentence says, with where it ends: an index of the sentence's words. */
export function cueIn({ words }: Sentence, phrases: Phrases, language: string): { end: number } | undefined {
  if (UNSPACED.has(language)) return unspacedCueIn(words, phrases[language] ?? []);
  const byFirstWord = phrasesByFirstWord(phrases, language);
  if (byFirstWord.size === 0) return undefined;
  let found: { readonly phrase: IndexedPhrase; readonly at: number } | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const phrase = byFirstWord.get(words[at]?.spelling.plain ?? '')?.find((each) => isSaidAt(at, each, words));
    if (phrase && !(found && found.phrase.rank <= phrase.rank)) found = { phrase, at };
  }
  return found && { end: found.at + found.phrase.words.length };
}

/** Every place where the sentence says one of the language's phrases: indexes of the words after them. */
export function cuesIn({ words }: Sentence, phrases: Phrases, language: string): readonly number[] {
  const byFirstWord = phrasesByFirstWord(phrases, language);
  return words.flatMap(({ spelling }, at) =>
    (byFirstWord.get(spelling.plain) ?? [])
      .filter((phrase) => isSaidAt(at, phrase, words))
      .map((phrase) => at + phrase.words.length),
  );
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
  const beginning = phrasesByFirstWord(phrases, language).get(words[0]?.spelling.plain ?? '') ?? [];
  const phrase = beginning.find((each) => each.words.length < words.length && isSaidAt(0, each, words));
  return phrase && { end: phrase.words.length };
}

const isSaidAt = (at: number, phrase: IndexedPhrase, words: Sentence['words']): boolean =>
  phrase.words.every((word, index) => words[at + index]?.spelling.plain === word);

interface IndexedPhrase {
  readonly words: readonly string[];
  /** Its place in the list: the first that is said counts. */
  readonly rank: number;
}

type PhrasesByFirstWord = ReadonlyMap<string, readonly IndexedPhrase[]>;

const indexes = new WeakMap<Phrases, Map<string, PhrasesByFirstWord>>();

/** The phrases by the word that they begin with, worked out once: a sentence has few words that begin any. */
function phrasesByFirstWord(phrases: Phrases, language: string): PhrasesByFirstWord {
  const ofAll = indexes.get(phrases) ?? new Map<string, PhrasesByFirstWord>();
  indexes.set(phrases, ofAll);
  const known = ofAll.get(language);
  if (known) return known;
  const index = new Map<string, IndexedPhrase[]>();
  for (const [rank, phrase] of (phrases[language] ?? []).entries()) {
    const words = phrase.split(' ');
    const [first = ''] = words;
    const sameStart = index.get(first);
    if (sameStart) sameStart.push({ words, rank });
    else index.set(first, [{ words, rank }]);
  }
  ofAll.set(language, index);
  return index;
}

/** Phrases written as one text a language, with commas between them; where its lines end does not matter. */
export const phrases = (texts: Readonly<Record<string, string>>): Phrases =>
  Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [
      language,
      text.split(',').map((phrase) => phrase.trim().replace(/\s+/gu, ' ')),
    ]),
  );
