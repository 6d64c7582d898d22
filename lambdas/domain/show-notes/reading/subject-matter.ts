import type { Reading, Sentence } from '.';
import { cuesIn, says } from './cues';
import { CREDITS, HOUSEKEEPING, SPONSOR } from './cues/housekeeping';
import { endsAdvertisement, isSupported, sponsorReadFrom } from './sponsor-reads';

/** What of a transcript is about the episode's subject: neither advertisement nor housekeeping. */
export interface SubjectMatter {
  /** In no advertisement. */
  isProgramme(sentence: Sentence): boolean;
  /** Names who made the show. */
  isCredit(sentence: Sentence): boolean;
  /** In no advertisement, not about the show itself, and nothing but words. */
  isOnSubject(sentence: Sentence): boolean;
  /** Has a phrase that the show never says. */
  isUnwanted(text: string): boolean;
}

/** Whether a text has one of the phrases, in any case of letters. */
export function phraseFinder(phrases: readonly string[]): (text: string) => boolean {
  const wanted = phrases.map((phrase) => phrase.toLowerCase());
  return (text) => {
    const lower = wanted.length > 0 ? text.toLowerCase() : '';
    return wanted.some((phrase) => lower.includes(phrase));
  };
}

/** Marks advertisements (all that a sponsor's cue begins) and housekeeping (single sentences). */
export function findSubjectMatter(reading: Reading, neverSay: readonly string[], showTitle: string): SubjectMatter {
  const language = reading.lexicon.language;
  const outside = new Set<number>();
  const aside = new Set<number>();
  const credits = new Set<number>();
  const isUnwanted = phraseFinder(neverSay);
  for (const sentence of reading.sentences) {
    const isKnown = outside.has(sentence.index);
    const isSponsored =
      says(sentence, SPONSOR, language) || isSupported(sentence, showTitle) || endsAdvertisement(sentence, reading);
    if (!isKnown && isSponsored) {
      for (const { index } of sponsorReadFrom(sentence, reading)) outside.add(index);
    }
    if (creditsSomebody(sentence, language)) credits.add(sentence.index);
    const isAside = sentence.isInterrupted || credits.has(sentence.index) || says(sentence, HOUSEKEEPING, language);
    if (isAside || isUnwanted(sentence.text)) aside.add(sentence.index);
  }
  return {
    isUnwanted,
    isProgramme: ({ index }) => !outside.has(index),
    isCredit: ({ index }) => credits.has(index),
    isOnSubject: ({ index }) => !outside.has(index) && !aside.has(index),
  };
}

/** "Thanks to our new patrons, Lord Biscuit and Big Sue." */
const thanksPatrons = ({ plain }: Sentence): boolean =>
  /(?:^| )(?:thanks|thank you)(?: |$)/u.test(plain) &&
  /(?:^| )(?:(?:our|new|our new) (?:patrons|supporters|backers)|signed up on|on patreon)(?: |$)/u.test(plain);

/** "… is produced by Ada Brandt": what is produced by wind is no credit. */
const creditsSomebody = (sentence: Sentence, language: string): boolean =>
  thanksPatrons(sentence) ||
  cuesIn(sentence, CREDITS, language).some((at) => sentence.words[at]?.spelling.isCapitalised);
