import type { CastMember } from '../people';
import type { Reading, Sentence } from '../reading';
import { type Phrases, says } from '../reading/cues';
import { ASKS_FOR, COUNTS_ON, LEADS_ON, MOVES_ON } from '../reading/cues/subject';
import type { SubjectMatter } from '../reading/subject-matter';
import { labelsOf } from '../statements/questions';
import { topicChanges } from './topic-changes';

/** Fewer chapters than this are no help. */
const FEWEST = 3;
/** A short episode has those that its host announces, where they are enough. A shorter one has only those. */
const [SHORT_EPISODE, TOO_SHORT] = [1500, 400];
/** Words of a chapter at least; fewer in a short episode. */
const SHORTEST = 250;
/** Words at least between chapters that a host announces in a short episode. */
const SHORTEST_ANNOUNCED = 40;
/** Words of a chapter about the subject at least. */
const LEAST_ON_SUBJECT = 60;
/** A chapter begins with the best opening within so many words of where the talk changes most. */
const NEAR = 120;
/** Words of a turn in which somebody leads to something else. */
const OPENING = 80;

/** The turns, from 1, at which chapters begin, the first turn among them; none where there would be fewer than three. */
export function chapterStarts(
  reading: Reading,
  cast: readonly CastMember[],
  subject: SubjectMatter,
): readonly number[] {
  const announced = reading.wordCount <= SHORT_EPISODE ? announcedStarts(reading, cast) : [];
  if (announced.length >= FEWEST) return announced;
  if (reading.wordCount < TOO_SHORT) return [];
  const starts = withSubject(foundStarts(reading, subject), reading, subject);
  return starts.length < FEWEST ? [] : starts;
}

/** Without the chapters in which hardly anything is said about the subject, such as goodbyes. */
function withSubject(starts: readonly number[], reading: Reading, subject: SubjectMatter): readonly number[] {
  return starts.filter((start, index) => {
    const sentences = reading.byTurn.slice(start - 1, (starts[index + 1] ?? Number.POSITIVE_INFINITY) - 1).flat();
    return start === 1 || countWords(sentences.filter(subject.isOnSubject)) >= LEAST_ON_SUBJECT * scaleOf(reading);
  });
}

/** The last turn from which on enough is said about the subject: behind it are goodbyes. */
function lastWithSubject(reading: Reading, subject: SubjectMatter): number {
  let words = 0;
  return (
    reading.byTurn.findLastIndex((sentences) => {
      words += countWords(sentences.filter(subject.isOnSubject));
      return words >= LEAST_ON_SUBJECT * scaleOf(reading);
    }) + 1
  );
}

/** How much of the usual lengths those of a short episode are. */
const scaleOf = ({ wordCount }: Reading): number => Math.min(1, wordCount / SHORT_EPISODE);

/** About twelve an hour, and in longer episodes longer ones. */
const wantedChapters = ({ wordCount }: Reading): number =>
  Math.max(FEWEST, Math.round(Math.min(wordCount / 400, Math.sqrt(wordCount / 48))));

/** Where the talk changes most, each moved to the best opening nearby. */
function foundStarts(reading: Reading, subject: SubjectMatter): readonly number[] {
  const openings = openingsOf(reading, subject);
  // A chapter of goodbyes is left out; in a short episode another one takes its place.
  const last = scaleOf(reading) < 1 ? lastWithSubject(reading, subject) : openings.length;
  const ranked = openings
    .slice(1, last)
    .sort((a, b) => b.change + b.lead - (a.change + a.lead) || a.turn - b.turn)
    .map(({ turn }) => turn);
  const chosen = farApart([1, ...ranked], reading);
  return [...new Set(chosen.map((turn) => (turn === 1 ? 1 : bestOpeningNear(turn, openings, reading))))];
}

/** A turn as the beginning of a chapter. */
interface Opening {
  readonly turn: number;
  readonly change: number;
  /** How clearly it leads to something else. */
  readonly lead: number;
  /** How well a chapter can begin with it: not with an answer, and not with "Yes.". */
  readonly ease: number;
}

function openingsOf(reading: Reading, subject: SubjectMatter): readonly Opening[] {
  const changes = topicChanges(reading, subject, scaleOf(reading));
  const leads = reading.byTurn.map((sentences) => leadOf(sentences, reading));
  return changes.map((change, index) => {
    const [own, before] = [reading.byTurn[index] ?? [], reading.byTurn[index - 1] ?? []];
    const isAnswer = (leads[index - 1] ?? 0) > 0 && countWords(before) <= OPENING;
    const length = countWords(own);
    const isRemark = length < 8 && !own.at(-1)?.isQuestion;
    return {
      turn: index + 1,
      change: own.some(subject.isProgramme) ? change : Number.NEGATIVE_INFINITY,
      lead: leads[index] ?? 0,
      ease: (length > 30 ? 0.3 : isRemark ? -1 : 0) - (isAnswer ? 0.5 : 0),
    };
  });
}

/** How clearly a turn moves on, most of all in so many words, counts on, asks for something or ends with a question. */
function leadOf(sentences: readonly Sentence[], { lexicon }: Reading): number {
  const start = sentences[0]?.wordsBefore ?? 0;
  const opening = sentences.filter(({ wordsBefore }) => wordsBefore < start + OPENING).slice(0, 5);
  const isSaid = (phrases: Phrases) => opening.some((sentence) => says(sentence, phrases, lexicon.language));
  return (
    (isSaid(LEADS_ON) ? 0.7 : isSaid(MOVES_ON) ? 0.35 : 0) +
    (isSaid(COUNTS_ON) ? 0.35 : 0) +
    (isSaid(ASKS_FOR) ? 0.25 : 0) +
    (sentences.at(-1)?.isQuestion && countWords(sentences) < 120 ? 0.35 : 0)
  );
}

function bestOpeningNear(turn: number, openings: readonly Opening[], reading: Reading): number {
  const place = wordsAt(turn, reading);
  const distanceTo = (other: number) => Math.abs(wordsAt(other, reading) - place);
  let [from, to] = [turn, turn];
  const near = NEAR * scaleOf(reading);
  while (from > 2 && distanceTo(from - 1) <= near) from -= 1;
  while (to < openings.length && distanceTo(to + 1) <= near) to += 1;
  const worthOf = ({ turn: at, change, lead, ease }: Opening) =>
    2.5 * lead + ease + change / 2 - (0.3 * distanceTo(at)) / near;
  const ranked = openings.slice(from - 1, to).map((opening) => ({ turn: opening.turn, worth: worthOf(opening) }));
  return ranked.sort((a, b) => b.worth - a.worth || a.turn - b.turn)[0]?.turn ?? turn;
}

/** As many of the turns as chapters are wanted, the earlier in the list the rather, no two of them near each other. */
function farApart(turns: readonly number[], reading: Reading): readonly number[] {
  const [shortest, wanted] = [SHORTEST * scaleOf(reading), wantedChapters(reading)];
  /** Chosen turns by the stretch of the episode that they are in: no stretch can hold two. */
  const chosen = new Map<number, number>();
  for (const turn of turns) {
    if (chosen.size >= wanted) break;
    const words = wordsAt(turn, reading);
    const stretch = Math.floor(words / shortest);
    const isNear = [stretch - 1, stretch, stretch + 1].some((at) => {
      const other = chosen.get(at);
      return other !== undefined && Math.abs(words - wordsAt(other, reading)) < shortest;
    });
    if (!isNear) chosen.set(stretch, turn);
  }
  return [...chosen.values()].sort((a, b) => a - b);
}

/** The first turn and those that a host announces, where something has been said since the one before. */
function announcedStarts(reading: Reading, cast: readonly CastMember[]): readonly number[] {
  const hosts = labelsOf(cast, 'host');
  const starts = [1];
  for (let turn = 2; turn <= reading.turns.length; turn += 1) {
    const isFarEnough = wordsAt(turn, reading) - wordsAt(starts.at(-1) ?? 1, reading) >= SHORTEST_ANNOUNCED;
    if (isFarEnough && isAnnounced(turn, hosts, reading)) starts.push(turn);
  }
  return starts;
}

/** Whether a host says in so many words that something else begins: "So let's talk about …". */
function isAnnounced(turn: number, hosts: ReadonlySet<string>, reading: Reading): boolean {
  if (!hosts.has(reading.turns[turn - 1]?.speaker ?? '')) return false;
  const opening = (reading.byTurn[turn - 1] ?? []).slice(0, 3);
  return opening.some((sentence) => says(sentence, LEADS_ON, reading.lexicon.language));
}

const wordsAt = (turn: number, { wordsBefore }: Reading): number => wordsBefore[turn - 1] ?? 0;

const countWords = (sentences: readonly Sentence[]): number =>
  sentences.reduce((sum, { words }) => sum + words.length, 0);
