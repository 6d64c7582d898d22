import type { KeyPoint } from '../../../contract/published';
import type { CastMember } from '../people';
import type { Reading, Sentence } from '../reading';
import { addressesSomebody, introducesItself, isAboutTheTalk } from '../reading/about-the-talk';
import type { Salience } from '../reading/salience';
import { disfluencies, isSelfDescription, standsAlone } from '../reading/self-contained';
import type { SubjectMatter } from '../reading/subject-matter';
import { cleaned } from './clean-up';
import { labelsOf } from './questions';

const [FEWEST_WORDS, MOST_WORDS] = [9, 40];

/**
 * Five to eight sentences that say most about the subject, one from each stretch of the episode as far as there is one,
 * none that is taken.
 */
export function keyPointsOf(
  reading: Reading,
  cast: readonly CastMember[],
  subject: SubjectMatter,
  salience: Salience,
  isTaken: (sentence: Sentence) => boolean,
): readonly KeyPoint[] {
  const wanted = Math.max(5, Math.min(8, Math.round(reading.wordCount / 1200)));
  const guests = labelsOf(cast, 'guest');
  const candidates = reading.sentences
    .filter((sentence) => isPoint(sentence, reading, subject) && !isTaken(sentence))
    .filter((sentence) => !addressesSomebody(sentence, cast, reading))
    .filter((sentence) => guests.size === 0 || guests.has(sentence.speaker) || !speaksToGuest(sentence))
    .map((sentence): Candidate => {
      const isOfHost = guests.size > 0 && !guests.has(sentence.speaker);
      return { sentence, score: salience.ofSentence(sentence) * mannerOf(sentence) * (isOfHost ? OF_HOST : 1) };
    });
  const chosen: Sentence[] = [];
  for (let stretch = 0; stretch < wanted; stretch += 1) {
    const inside = candidates.filter(
      ({ sentence }) => Math.floor((sentence.wordsBefore * wanted) / reading.wordCount) === stretch,
    );
    const best = bestOf(inside, chosen);
    if (best) chosen.push(best);
  }
  while (chosen.length < wanted) {
    const best = bestOf(candidates, chosen);
    if (!best) break;
    chosen.push(best);
  }
  return chosen.sort((a, b) => a.index - b.index).map((sentence) => keyPointOf(sentence, reading));
}

function keyPointOf(sentence: Sentence, reading: Reading): KeyPoint {
  const statement = cleaned(sentence, reading.lexicon.language);
  return sentence.speaker === '' ? statement : { ...statement, speaker: sentence.speaker };
}

interface Candidate {
  readonly sentence: Sentence;
  readonly score: number;
}

function isPoint(sentence: Sentence, reading: Reading, subject: SubjectMatter): boolean {
  const { length } = sentence.words;
  if (sentence.isQuestion || length < FEWEST_WORDS || length > MOST_WORDS || sentence.text.includes('\n')) return false;
  return (
    standsAlone(sentence, reading) &&
    !isSelfDescription(sentence) &&
    !introducesItself(sentence) &&
    !isAboutTheTalk(sentence) &&
    disfluencies(sentence) < 2 &&
    subject.isOnSubject(sentence)
  );
}

/** "You've talked about …" leads a guest on; "your paper" is the guest's. */
export const speaksToGuest = ({ plain }: Sentence): boolean =>
  /^(?:you|you've|you're|your|you'd) |(?:^| )your (?:answer|point|question|post|talk|paper|proposal|project|company|book|background|career)(?= |$)/u.test(
    plain,
  );

/** What a host says beside a guest is worth so much of what a guest says. */
const OF_HOST = 0.8;

/** Reasons, definitions and comparisons say more than stories. */
const EXPLAINS =
  /(?:^| )(?:because|so that|which means|that means|means that|is an?|are|allows?|instead of|rather than|compared|the problem|the reason|the difference|the goal|the idea|the key|important|every|always|never|only)(?= |$)/u;
/** What somebody thinks, hopes or remembers says less than what they state. */
const IN_FIRST_PERSON = /^(?:i|i'm|i've|i'd|i'll|my) /u;
const HEDGED = /^(?:i (?:just )?(?:think|guess|feel|believe|know|mean|hope|suppose|remember|forget)|i'm not sure) /u;

function mannerOf({ plain, words: { length } }: Sentence): number {
  const person = HEDGED.test(plain) ? 0.75 : IN_FIRST_PERSON.test(plain) ? 0.7 : 1;
  return person * (EXPLAINS.test(plain) ? 1.2 : 1) * (length < 11 || length > 32 ? 0.85 : 1);
}

/** The best that is not chosen yet and repeats least of what is. */
function bestOf(candidates: readonly Candidate[], chosen: readonly Sentence[]): Sentence | undefined {
  const said = new Set(chosen.flatMap(({ stems }) => stems));
  const novelty = ({ stems }: Sentence) =>
    1 - stems.filter((stem) => said.has(stem)).length / Math.max(1, stems.length) / 2;
  let best: Candidate | undefined;
  for (const { sentence, score } of candidates) {
    if (chosen.includes(sentence)) continue;
    const worth = score * novelty(sentence);
    if (!best || worth > best.score) best = { sentence, score: worth };
  }
  return best?.sentence;
}
