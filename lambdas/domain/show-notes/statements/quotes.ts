import type { Quote } from '../../../contract/published';
import type { CastMember } from '../people';
import type { Reading, Sentence } from '../reading';
import type { Salience } from '../reading/salience';
import { disfluencies, isSelfContained, isSelfDescription, isWorthRepeating } from '../reading/self-contained';
import type { SubjectMatter } from '../reading/subject-matter';
import { labelsOf } from './questions';

const [FEWEST_WORDS, MOST_WORDS] = [8, 45];

/** Words with which people commit themselves: what makes a sentence worth repeating. */
const TELLING =
  /(?:^| )(?:never|always|every|everybody|nobody|nothing|only|most|best|worst|love|hate|believe|think|want|wrong|mistake|learned|important|hard|easy|fun|world|people|life|future|why|because|if|should|better|don't|can't|not)(?= |$)/gu;

/**
 * Three to eight sentences worth repeating: self-contained, spread over the episode and its speakers, word for word. A
 * host is quoted only where no guest can be.
 */
export function quotesOf(
  reading: Reading,
  cast: readonly CastMember[],
  subject: SubjectMatter,
  salience: Salience,
  isTaken: (sentence: Sentence) => boolean,
): readonly Quote[] {
  const guests = labelsOf(cast, 'guest');
  const wanted = Math.max(3, Math.min(8, Math.round(reading.wordCount / 1000)));
  const candidates = reading.sentences
    .filter((sentence) => isQuotable(sentence) && subject.isOnSubject(sentence) && !isTaken(sentence))
    .map((sentence) => ({ sentence, score: scoreOf(sentence, salience) }))
    .sort((a, b) => b.score - a.score || a.sentence.index - b.sentence.index);
  const ofGuests = candidates.filter(({ sentence }) => guests.has(sentence.speaker));
  const chosen = spread(ofGuests.length > 0 ? ofGuests : candidates, wanted, reading);
  return chosen.sort((a, b) => a.index - b.index).map((sentence) => quoteOf(sentence, reading));
}

function isQuotable(sentence: Sentence): boolean {
  const { length } = sentence.words;
  if (sentence.isQuestion || sentence.speaker === '' || length < FEWEST_WORDS || length > MOST_WORDS) return false;
  return (
    isSelfContained(sentence) &&
    isWorthRepeating(sentence) &&
    !isSelfDescription(sentence) &&
    disfluencies(sentence) === 0 &&
    !sentence.text.includes('\n')
  );
}

function scoreOf(sentence: Sentence, salience: Salience): number {
  const telling = sentence.plain.match(TELLING)?.length ?? 0;
  const length = sentence.words.length;
  const shape = length < 12 || length > 32 ? 0.8 : 1;
  return shape * (salience.ofSentence(sentence) + 0.5 * Math.min(3, telling));
}

interface Candidate {
  readonly sentence: Sentence;
  readonly score: number;
}

/** The best ones, no two of one stretch of the episode or of one turn, none of a speaker who has their share. */
function spread(candidates: readonly Candidate[], wanted: number, reading: Reading): Sentence[] {
  const stretch = reading.wordCount / (wanted * 1.5);
  const speakers = new Set(candidates.map(({ sentence }) => sentence.speaker)).size;
  const mostOfOne = speakers > 1 ? Math.ceil(wanted * 0.7) : wanted;
  const chosen: Sentence[] = [];
  for (const { sentence } of candidates) {
    if (chosen.length === wanted) break;
    const isNear = chosen.some((other) => Math.abs(other.wordsBefore - sentence.wordsBefore) < stretch);
    const ofSame = chosen.filter(({ speaker }) => speaker === sentence.speaker).length;
    if (!isNear && ofSame < mostOfOne) chosen.push(sentence);
  }
  return chosen;
}

function quoteOf({ text, speaker, turn, from, to }: Sentence, { turns }: Reading): Quote {
  const startTime = timeAt(turns[turn - 1], from);
  return { text, speaker, turn, words: [from, to], ...(startTime !== undefined && { startTime }) };
}

/** The time at an offset of a turn: the last one stated before it. A turn without a time of its own gives none. */
export function timeAt(turn: Reading['turns'][number] | undefined, offset: number): number | undefined {
  if (turn?.startTime === undefined) return undefined;
  const inside = turn.times?.filter(([at]) => at <= offset).at(-1)?.[1];
  return inside !== undefined && inside >= turn.startTime ? inside : turn.startTime;
}
