import type { Anchor } from '../../../contract/published';
import type { Details } from '../../details';
import { addTo } from '../../grouping';
import { detectLanguage, type Lexicon, lexiconOf } from '../../text/lexicon';
import { sentencesOf } from '../../text/sentences';
import { type Word, wordsOf } from '../../text/words';
import type { Transcript, Turn } from '../../transcript';
import { type SpellingBook, type SpokenWord, spellingBook } from './spellings';
import { spokenStretches } from './stage-directions';

/** A transcript as every part of the show notes reads it: sentences with their words, and the language's lexicon. */
export interface Reading {
  readonly transcript: Transcript;
  readonly turns: readonly Turn[];
  readonly sentences: readonly Sentence[];
  /** The sentences of each turn, by the turn's index. */
  readonly byTurn: readonly (readonly Sentence[])[];
  /** The turns of each label as printed, from 1. */
  readonly turnsOf: ReadonlyMap<string, readonly number[]>;
  /** BCP 47. */
  readonly language: string;
  /** Whether the language is not stated by any file. */
  readonly isLanguageDetected: boolean;
  readonly lexicon: Lexicon;
  /** What is known of the spelling of a word. */
  readonly spellingOf: SpellingBook;
  /** Words before each turn, by its index. */
  readonly wordsBefore: readonly number[];
  readonly wordCount: number;
  /** How many words of the episode have the stem. */
  readonly stemCounts: ReadonlyMap<string, number>;
  /** How many times the episode has the word in exactly this spelling, in the order in which they are first said. */
  readonly spellingCounts: ReadonlyMap<string, number>;
}

export interface Sentence {
  readonly index: number;
  /** 1-based. */
  readonly turn: number;
  readonly speaker: string;
  /** UTF-16 offsets in the turn's text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Offsets are the sentence's own. */
  readonly words: readonly SpokenWord[];
  /** Lower case, straight apostrophes, one blank between words: what cues are looked for in. */
  readonly plain: string;
  /** Stems of the words with content. */
  readonly stems: readonly string[];
  readonly isQuestion: boolean;
  /** A stage direction stands between its words: it cannot be told word for word. */
  readonly isInterrupted: boolean;
  /** Words of the episode before the sentence. */
  readonly wordsBefore: number;
}

/** Reads a transcript once for all parts of its show notes. */
export function readTranscriptClosely(transcript: Transcript, details: Details): Reading {
  const stated = details.episode.language?.value ?? transcript.language;
  const language = stated ?? guessLanguage(transcript) ?? 'und';
  const lexicon = lexiconOf(language);
  const segmenting = language === 'und' ? 'en' : language;
  const spellingOf = spellingBook(lexicon);
  const byTurn: (readonly Sentence[])[] = [];
  const wordsBefore: number[] = [];
  let count = 0;
  let wordCount = 0;
  for (const [index, turn] of transcript.turns.entries()) {
    wordsBefore.push(wordCount);
    const sentences = sentencesOfTurn(turn, index + 1, { first: count, wordCount, segmenting, spellingOf });
    byTurn.push(sentences);
    count += sentences.length;
    wordCount += sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  }
  const sentences = byTurn.flat();
  const stemCounts = new Map<string, number>();
  const spellingCounts = new Map<string, number>();
  for (const { words } of sentences) {
    for (const { text } of words) spellingCounts.set(text, (spellingCounts.get(text) ?? 0) + 1);
  }
  for (const [text, times] of spellingCounts) {
    const { hasContent, stem } = spellingOf(text);
    if (hasContent) stemCounts.set(stem, (stemCounts.get(stem) ?? 0) + times);
  }
  const isLanguageDetected = stated === undefined;
  const { turns } = transcript;
  const turnsOf = new Map<string, number[]>();
  for (const [index, { speaker }] of turns.entries()) addTo(turnsOf, speaker, index + 1);
  return {
    transcript,
    turns,
    sentences,
    byTurn,
    turnsOf,
    language,
    isLanguageDetected,
    lexicon,
    spellingOf,
    wordsBefore,
    wordCount,
    stemCounts,
    spellingCounts,
  };
}

/** The first few thousand characters say enough of the language. */
function guessLanguage(transcript: Transcript): string | undefined {
  let sample = '';
  for (const turn of transcript.turns) {
    sample += `${turn.text}\n`;
    if (sample.length > 6000) break;
  }
  const words = wordsOf(sample, 'en').map((word) => word.text);
  return detectLanguage(words, sample);
}

interface Place {
  readonly first: number;
  readonly wordCount: number;
  readonly segmenting: string;
  readonly spellingOf: SpellingBook;
}

function sentencesOfTurn(turn: Turn, number: number, place: Place): readonly Sentence[] {
  let wordsBefore = place.wordCount;
  const stretches = spokenStretches(turn, sentencesOf(turn.text, place.segmenting));
  return stretches.map(({ from, to, directions }, index) => {
    const text = turn.text.slice(from, to);
    const isSaid = (word: Word) =>
      !directions.some((direction) => from + word.from < direction.to && direction.from < from + word.to);
    const words: SpokenWord[] = [];
    const stems: string[] = [];
    let plain = '';
    for (const word of wordsOf(text, place.segmenting)) {
      if (!isSaid(word)) continue;
      const spelling = place.spellingOf(word.text);
      plain += words.length > 0 ? ` ${spelling.plain}` : spelling.plain;
      words.push({ text: spelling.text, from: word.from, to: word.to, spelling });
      if (spelling.hasContent) stems.push(spelling.stem);
    }
    const sentence: Sentence = {
      index: place.first + index,
      turn: number,
      speaker: turn.speaker,
      from,
      to,
      text,
      words,
      plain,
      stems,
      wordsBefore,
      isInterrupted: directions.length > 0,
      isQuestion: /[?？]["”’)\]]*$/u.test(text),
    };
    wordsBefore += words.length;
    return sentence;
  });
}

/** The anchor of a whole sentence. */
export const anchorOf = ({ turn, from, to }: Sentence): Anchor => ({ turn, words: [from, to] });

/** The anchor of a part of a sentence, by the sentence's own offsets. */
export const anchorWithin = (sentence: Sentence, from: number, to: number): Anchor => ({
  turn: sentence.turn,
  words: [sentence.from + from, sentence.from + to],
});
