import type { Anchor } from '../../contract/published';
import type { Details } from '../details';
import { detectLanguage, type Lexicon, lexiconOf } from '../text/lexicon';
import { sentencesOf } from '../text/sentences';
import { stemOf } from '../text/stem';
import { plain, type Word, wordsOf } from '../text/words';
import type { Transcript, Turn } from '../transcript';

/** A transcript as every part of the show notes reads it: sentences with their words, and the language's lexicon. */
export interface Reading {
  readonly transcript: Transcript;
  readonly turns: readonly Turn[];
  readonly sentences: readonly Sentence[];
  /** The sentences of each turn, by the turn's index. */
  readonly byTurn: readonly (readonly Sentence[])[];
  /** BCP 47. */
  readonly language: string;
  /** Whether the language is not stated by any file. */
  readonly isLanguageDetected: boolean;
  readonly lexicon: Lexicon;
  /** Words before each turn, by its index. */
  readonly wordsBefore: readonly number[];
  readonly wordCount: number;
  /** How many words of the episode have the stem. */
  readonly stemCounts: ReadonlyMap<string, number>;
  /** How many times the episode has the word in exactly this spelling. */
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
  readonly words: readonly Word[];
  /** Lower case, straight apostrophes, one blank between words: what cues are looked for in. */
  readonly plain: string;
  /** Stems of the words with content. */
  readonly stems: readonly string[];
  readonly isQuestion: boolean;
  /** Words of the episode before the sentence. */
  readonly wordsBefore: number;
}

/** Reads a transcript once for all parts of its show notes. */
export function readTranscriptClosely(transcript: Transcript, details: Details): Reading {
  const stated = details.episode.language?.value ?? transcript.language;
  const language = stated ?? guessLanguage(transcript) ?? 'und';
  const lexicon = lexiconOf(language);
  const segmenting = language === 'und' ? 'en' : language;
  const byTurn: (readonly Sentence[])[] = [];
  const wordsBefore: number[] = [];
  let count = 0;
  let wordCount = 0;
  for (const [index, turn] of transcript.turns.entries()) {
    wordsBefore.push(wordCount);
    const sentences = sentencesOfTurn(turn, index + 1, { first: count, wordCount, segmenting, lexicon });
    byTurn.push(sentences);
    count += sentences.length;
    wordCount += sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  }
  const sentences = byTurn.flat();
  const stemCounts = counted(sentences.flatMap(({ stems }) => stems));
  const spellingCounts = counted(sentences.flatMap(({ words }) => words.map(({ text }) => text)));
  const isLanguageDetected = stated === undefined;
  const { turns } = transcript;
  return {
    ...{ transcript, turns, sentences, byTurn, language, isLanguageDetected, lexicon },
    ...{ wordsBefore, wordCount, stemCounts, spellingCounts },
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
  readonly lexicon: Lexicon;
}

function sentencesOfTurn(turn: Turn, number: number, place: Place): readonly Sentence[] {
  let wordsBefore = place.wordCount;
  return sentencesOf(turn.text, place.segmenting).map(({ from, to }, index) => {
    const text = turn.text.slice(from, to);
    const words = wordsOf(text, place.segmenting);
    const sentence: Sentence = {
      index: place.first + index,
      turn: number,
      speaker: turn.speaker,
      ...{ from, to, text, words, wordsBefore },
      plain: words.map((word) => plain(word.text)).join(' '),
      stems: contentStems(words, place.lexicon),
      isQuestion: /[?？]["”’)\]]*$/u.test(text),
    };
    wordsBefore += words.length;
    return sentence;
  });
}

function contentStems(words: readonly Word[], lexicon: Lexicon): readonly string[] {
  const content = words.filter(({ text }) => text.length > 1 && !lexicon.isStopWord(text) && !/^\d+$/u.test(text));
  return content.map(({ text }) => stemOf(text));
}

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The anchor of a whole sentence. */
export const anchorOf = ({ turn, from, to }: Sentence): Anchor => ({ turn, words: [from, to] });

/** The anchor of a part of a sentence, by the sentence's own offsets. */
export const anchorWithin = (sentence: Sentence, from: number, to: number): Anchor => ({
  turn: sentence.turn,
  words: [sentence.from + from, sentence.from + to],
});
