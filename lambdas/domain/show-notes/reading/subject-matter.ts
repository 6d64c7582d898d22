import type { Reading, Sentence } from '.';
import { says } from './cues';
import { HOUSEKEEPING, SPONSOR } from './cues/housekeeping';

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
  const isUnwantedIn = (text: string) => unwanted.some((phrase) => text.includes(phrase));
  for (const sentence of reading.sentences) {
    const isKnown = outside.has(sentence.index);
    if (!isKnown && says(sentence, SPONSOR, language)) {
      for (const { index } of paragraphOf(sentence, reading)) outside.add(index);
    }
    const isUnwanted = unwanted.length > 0 && isUnwantedIn(sentence.text.toLowerCase());
    if (isUnwanted || says(sentence, HOUSEKEEPING, language)) aside.add(sentence.index);
  }
  return {
    isProgramme: ({ index }) => !outside.has(index),
    isOnSubject: ({ index }) => !outside.has(index) && !aside.has(index),
  };
}

/** The sentences around one that no empty line separates from it. */
function paragraphOf(sentence: Sentence, { turns, byTurn }: Reading): readonly Sentence[] {
  const text = turns[sentence.turn - 1]?.text ?? '';
  const ofTurn = byTurn[sentence.turn - 1] ?? [];
  const at = sentence.index - (ofTurn[0]?.index ?? 0);
  const isApart = (left: Sentence | undefined, right: Sentence | undefined) =>
    !left || !right || text.slice(left.to, right.from).includes('\n\n');
  let [from, to] = [at, at + 1];
  while (!isApart(ofTurn[from - 1], ofTurn[from])) from -= 1;
  while (!isApart(ofTurn[to - 1], ofTurn[to])) to += 1;
  return ofTurn.slice(from, to);
}
