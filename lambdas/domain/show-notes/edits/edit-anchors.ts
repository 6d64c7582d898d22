import type { Anchor } from '../../../contract/published';
import { addTo } from '../../grouping';
import { isNearlyName } from '../../text/near-names';
import { type Stretch, stretchSaying } from '../../text/said-words';
import { plain, wordsOf } from '../../text/words';
import { anchorOf, type Reading, type Sentence } from '../reading';

/** Where an edit's words stand: as the producer wrote them, but for case and punctuation, or nearly so. */
export interface Place {
  readonly anchor: Anchor;
  readonly isExact: boolean;
}

/** The share of an edit's words that a sentence must have to be the one that it was made on. */
const NEARLY = 0.6;

/** Finds where the transcript says an edit's words, or nearly says them; undefined where it says nothing of the kind. */
export function placeFinder(reading: Reading): (words: string) => Place | undefined {
  let index: ReadonlyMap<string, readonly Sentence[]> | undefined;
  return (words) => {
    const said = saidAsWritten(words, reading) ?? saidInOtherLetters(words, reading);
    if (said) return { anchor: said, isExact: true };
    index ??= sentencesByWord(reading);
    const nearest = nearestSentence(plainWords(words, reading), index);
    return nearest && { anchor: anchorOf(nearest), isExact: false };
  };
}

function saidAsWritten(words: string, { turns }: Reading): Anchor | undefined {
  const index = turns.findIndex(({ text }) => text.includes(words));
  const from = turns[index]?.text.indexOf(words);
  return from === undefined ? undefined : { turn: index + 1, words: [from, from + words.length] };
}

function saidInOtherLetters(words: string, reading: Reading): Anchor | undefined {
  for (const [index, { text }] of reading.turns.entries()) {
    const stretch = stretchSaying(text, words, languageOf(reading));
    if (stretch) return { turn: index + 1, words: withEndMark(text, stretch, words) };
  }
  return undefined;
}

const END_MARK = /[.!?…。！？]$/u;

/** With the mark at the end of what the turn says, where the producer wrote one too. */
function withEndMark(text: string, [from, to]: Stretch, words: string): Stretch {
  return END_MARK.test(words) && END_MARK.test(text.slice(to, to + 1)) ? [from, to + 1] : [from, to];
}

/** Whether a text has an edit's words one after the other, whatever their case and punctuation. */
export const hasWords = (text: string, words: string, reading: Reading): boolean =>
  stretchSaying(text, words, languageOf(reading)) !== undefined;

/** Whether two texts have so many words in common that one may be a correction of the other. */
export function isNearlySaid(text: string, other: string, reading: Reading): boolean {
  const [words, others] = [plainWords(text, reading), plainWords(other, reading)];
  return Math.min(shareOf(words, others), shareOf(others, words)) >= NEARLY;
}

/** The share of a part's words that must stand beside each other, and the fewest words of which that can be told. */
const [NEARLY_PART, FEWEST_OF_PART] = [0.75, 4];

/**
 * Whether so many words beside each other in a text are nearly these: a part of it before a correction. Fewer words are
 * where they are the same but for one letter, and for blanks and hyphens.
 */
export function isNearlyPart(part: string, text: string, reading: Reading): boolean {
  const [words, all] = [plainWords(part, reading), plainWords(text, reading)];
  if (words.length < FEWEST_OF_PART) {
    const counts = [words.length - 1, words.length, words.length + 1];
    return all.some((_, at) => counts.some((count) => isNearlyName(part, all.slice(at, at + count).join(' '))));
  }
  return all.some((_, at) => shareOf(words, all.slice(at, at + words.length)) >= NEARLY_PART);
}

const languageOf = ({ language }: Reading): string => (language === 'und' ? 'en' : language);

const plainWords = (text: string, reading: Reading): readonly string[] =>
  wordsOf(text, languageOf(reading)).map((word) => plain(word.text));

function shareOf(words: readonly string[], others: readonly string[]): number {
  const said = new Set(others);
  return words.filter((word) => said.has(word)).length / Math.max(1, words.length);
}

function sentencesByWord({ sentences }: Reading): ReadonlyMap<string, readonly Sentence[]> {
  const index = new Map<string, Sentence[]>();
  for (const sentence of sentences) {
    const content = sentence.words.filter(({ spelling }) => spelling.hasContent);
    for (const word of new Set(content.map(({ spelling }) => spelling.plain))) addTo(index, word, sentence);
  }
  return index;
}

/** Of the sentences that have one of the words with content, the one that has most of them all. */
function nearestSentence(
  words: readonly string[],
  index: ReadonlyMap<string, readonly Sentence[]>,
): Sentence | undefined {
  const candidates = new Set(words.flatMap((word) => index.get(word) ?? []));
  let best: { readonly sentence: Sentence; readonly share: number } | undefined;
  for (const sentence of candidates) {
    const said = sentence.words.map(({ spelling }) => spelling.plain);
    const share = shareOf(words, said);
    const isBetter = !best || share > best.share || (share === best.share && sentence.index < best.sentence.index);
    if (share >= NEARLY && isBetter) best = { sentence, share };
  }
  return words.length > 1 ? best?.sentence : undefined;
}
