import type { Reading, Sentence } from '.';
import { cuesIn, says } from './cues';
import { CREDITS, HOUSEKEEPING, SPONSOR } from './cues/housekeeping';
import { sponsorReadFrom } from './sponsor-reads';

/** What of a transcript is about the episode's subject: neither advertisement nor housekeeping. */
export interface SubjectMatter {
  /** In no advertisement. */
  isProgramme(sentence: Sentence): boolean;
  /** Names who made the show. */
  isCredit(sentence: Sentence): boolean;
  /** In no advertisement, not about the show itself, and nothing but words. */
  isOnSubject(sentence: Sentence): boolean;
}

/** Marks advertisements (all that a sponsor's cue begins) and housekeeping (single sentences). */
export function findSubjectMatter(reading: Reading, neverSay: readonly string[]): SubjectMatter {
  const language = reading.lexicon.language;
  const outside = new Set<number>();
  const aside = new Set<number>();
  const unwanted = neverSay.map((phrase) => phrase.toLowerCase());
  const isUnwantedIn = (text: string) => unwanted.some((phrase) => text.includes(phrase));
  for (const sentence of reading.sentences) {
    const isKnown = outside.has(sentence.index);
    if (!isKnown && says(sentence, SPONSOR, language)) {
      for (const { index } of sponsorReadFrom(sentence, reading)) outside.add(index);
    }
    const isUnwanted = unwanted.length > 0 && isUnwantedIn(sentence.text.toLowerCase());
    const isAside =
      sentence.isInterrupted || creditsSomebody(sentence, language) || says(sentence, HOUSEKEEPING, language);
    if (isUnwanted || isAside) aside.add(sentence.index);
  }
  return {
    isProgramme: ({ index }) => !outside.has(index),
    isCredit: (sentence) => creditsSomebody(sentence, language),
    isOnSubject: ({ index }) => !outside.has(index) && !aside.has(index),
  };
}

/** "… is produced by Ada Brandt": what is produced by wind is no credit. */
const creditsSomebody = (sentence: Sentence, language: string): boolean =>
  cuesIn(sentence, CREDITS, language).some((at) => sentence.words[at]?.spelling.isCapitalised);
