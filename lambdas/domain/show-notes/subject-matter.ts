import { HOUSEKEEPING, SPONSOR, says } from './cues';
import type { Reading, Sentence } from './reading';

/** What of a transcript is about the episode's subject: neither advertisement nor housekeeping. */
export interface SubjectMatter {
  /** In no advertisement. */
  isProgramme(sentence: Sentence): boolean;
  /** In no advertisement, and not about the show itself. */
  isOnSubject(sentence: Sentence): boolean;
}

/** Marks advertisements (the whole paragraph around a sponsor's cue) and housekeeping (single sentences). */
export function findSubjectMatter(reading: Reading, neverSay: readonly string[]): SubjectMatter {
  const language = reading.lexicon.language;
  const outside = new Set<number>();
  const aside = new Set<number>();
  const unwanted = neverSay.map((phrase) => phrase.toLowerCase());
  for (const sentence of reading.sentences) {
    if (says(sentence, SPONSOR, language)) for (const { index } of paragraphOf(sentence, reading)) outside.add(index);
    const isUnwanted = unwanted.some((phrase) => sentence.text.toLowerCase().includes(phrase));
    if (isUnwanted || says(sentence, HOUSEKEEPING, language)) aside.add(sentence.index);
  }
  return {
    isProgramme: ({ index }) => !outside.has(index),
    isOnSubject: ({ index }) => !outside.has(index) && !aside.has(index),
  };
}

function paragraphOf(sentence: Sentence, { turns, byTurn }: Reading): readonly Sentence[] {
  const text = turns[sentence.turn - 1]?.text ?? '';
  const from = text.lastIndexOf('\n\n', sentence.from);
  const next = text.indexOf('\n\n', sentence.to);
  const to = next < 0 ? text.length : next;
  return (byTurn[sentence.turn - 1] ?? []).filter((other) => other.from >= from && other.to <= to);
}
