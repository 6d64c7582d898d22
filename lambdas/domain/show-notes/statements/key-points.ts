import type { Statement } from '../../../contract/published';
import type { Reading, Sentence } from '../reading';
import type { Salience } from '../reading/salience';
import { disfluencies, isSelfContained, isSelfDescription } from '../reading/self-contained';
import type { SubjectMatter } from '../reading/subject-matter';
import { cleaned } from './clean-up';

const [FEWEST_WORDS, MOST_WORDS] = [9, 40];

/** Five to eight sentences that say most about the subject, one from each stretch of the episode, none that is taken. */
export function keyPointsOf(
  reading: Reading,
  subject: SubjectMatter,
  salience: Salience,
  isTaken: (sentence: Sentence) => boolean,
): readonly Statement[] {
  const wanted = Math.max(5, Math.min(8, Math.round(reading.wordCount / 1200)));
  const candidates = reading.sentences.filter((sentence) => isPoint(sentence, subject) && !isTaken(sentence));
  const chosen: Sentence[] = [];
  for (let stretch = 0; stretch < wanted; stretch += 1) {
    const inside = candidates.filter(
      ({ wordsBefore }) => Math.floor((wordsBefore * wanted) / reading.wordCount) === stretch,
    );
    const best = bestOf(inside, chosen, salience);
    if (best) chosen.push(best);
  }
  return chosen.map((sentence) => cleaned(sentence, reading.lexicon.language));
}

function isPoint(sentence: Sentence, subject: SubjectMatter): boolean {
  const { length } = sentence.words;
  if (sentence.isQuestion || length < FEWEST_WORDS || length > MOST_WORDS || sentence.text.includes('\n')) return false;
  return (
    isSelfContained(sentence) &&
    !isSelfDescription(sentence) &&
    disfluencies(sentence) < 3 &&
    subject.isOnSubject(sentence)
  );
}

/** The most salient sentence that repeats none already chosen. */
function bestOf(
  candidates: readonly Sentence[],
  chosen: readonly Sentence[],
  salience: Salience,
): Sentence | undefined {
  const said = new Set(chosen.flatMap(({ stems }) => stems));
  const novelty = ({ stems }: Sentence) =>
    1 - stems.filter((stem) => said.has(stem)).length / Math.max(1, stems.length) / 2;
  const scored = candidates.map((sentence) => ({ sentence, score: salience.ofSentence(sentence) * novelty(sentence) }));
  return scored.sort((a, b) => b.score - a.score)[0]?.sentence;
}
