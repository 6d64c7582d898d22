import type { Anchor, Chapter } from '../../contract/published';
import { NEXT, says, TURNS_TO } from './cues';
import { leadsOn } from './moderation';
import type { CastMember } from './people';
import { type Phrase, phrasesOf } from './phrases';
import { labelsOf } from './questions';
import type { Reading, Sentence } from './reading';
import type { Salience } from './salience';
import { nameParts } from './speakers';
import type { SubjectMatter } from './subject-matter';

/** Words on each side of a turn that are compared: near, and far. */
const [NEAR, FAR] = [220, 400];
/** Words of a chapter, about, and at least. */
const [USUAL, SHORTEST] = [520, 200];
/** Fewer chapters than this are no help; an episode of fewer words has them only where its host announces them. */
const [FEWEST, SHORT_EPISODE] = [3, 1500];
/** What a host's announcement is worth, beside other words of transition. */
const ANNOUNCED = 0.3;
/** Words at least between chapters that a host announces. */
const SHORTEST_ANNOUNCED = 40;

/** What is talked about, by where it begins: three chapters or more, or none. */
export function chaptersOf(
  reading: Reading,
  cast: readonly CastMember[],
  subject: SubjectMatter,
  salience: Salience,
): readonly Chapter[] {
  const starts = chapterStarts(reading, cast, salience);
  if (starts.length < FEWEST) return [];
  return starts.map((turn, index) => {
    const end = starts[index + 1] ?? reading.turns.length + 1;
    const sentences = reading.byTurn.slice(turn - 1, end - 1).flat();
    const title = titleOf(sentences, reading, subject, salience, cast);
    const startTime = reading.turns[turn - 1]?.startTime;
    return { ...title, turn, ...(startTime !== undefined && { startTime }) };
  });
}

/** The turns, from 1, at which chapters begin, the first turn among them. */
function chapterStarts(reading: Reading, cast: readonly CastMember[], salience: Salience): readonly number[] {
  const isShort = reading.wordCount <= SHORT_EPISODE;
  const wanted = Math.max(FEWEST, Math.round(reading.wordCount / USUAL));
  const hosts = labelsOf(cast, 'host');
  const said = new Set(reading.byTurn[0]?.flatMap(({ stems }) => stems));
  const candidates = reading.turns.slice(1).map((_, index) => {
    const turn = index + 2;
    const score =
      differenceAt(turn, said, reading, salience) +
      leadAt(turn, hosts, reading) +
      (isAnnounced(turn, hosts, reading) ? ANNOUNCED : 0);
    for (const { stems } of reading.byTurn[turn - 1] ?? []) for (const stem of stems) said.add(stem);
    return { turn, score, isAnnounced: isAnnounced(turn, hosts, reading) };
  });
  if (isShort) return announcedStarts(candidates, reading);
  const ranked = candidates.sort((a, b) => b.score - a.score || a.turn - b.turn).map(({ turn }) => turn);
  return farApart([1, ...ranked], wanted, (turn) => wordsAt(turn, reading));
}

/** So many of the turns, the earlier in the list the rather, of which no two are fewer than `SHORTEST` words apart. */
function farApart(turns: readonly number[], wanted: number, wordsAtTurn: (turn: number) => number): readonly number[] {
  /** Chosen turns by the stretch of the episode that they are in: no stretch can hold two. */
  const chosen = new Map<number, number>();
  for (const turn of turns) {
    if (chosen.size >= wanted) break;
    const words = wordsAtTurn(turn);
    const stretch = Math.floor(words / SHORTEST);
    const isNear = [stretch - 1, stretch, stretch + 1].some((at) => {
      const other = chosen.get(at);
      return other !== undefined && Math.abs(words - wordsAtTurn(other)) < SHORTEST;
    });
    if (!isNear) chosen.set(stretch, turn);
  }
  return [...chosen.values()].sort((a, b) => a - b);
}

interface ChapterStart {
  readonly turn: number;
  readonly isAnnounced: boolean;
}

/** The first turn and those that a host announces, where something has been said since the one before. */
function announcedStarts(candidates: readonly ChapterStart[], reading: Reading): readonly number[] {
  const starts = [1];
  for (const { turn } of candidates.filter(({ isAnnounced }) => isAnnounced)) {
    if (wordsAt(turn, reading) - wordsAt(starts.at(-1) ?? 1, reading) >= SHORTEST_ANNOUNCED) starts.push(turn);
  }
  return starts;
}

/** Whether a host says in so many words that something else begins: "So let's talk about …". */
function isAnnounced(turn: number, hosts: ReadonlySet<string>, reading: Reading): boolean {
  if (!hosts.has(reading.turns[turn - 1]?.speaker ?? '')) return false;
  const opening = (reading.byTurn[turn - 1] ?? []).slice(0, 3);
  return opening.some((sentence) => leadsOn(sentence, reading.lexicon.language));
}

const wordsAt = (turn: number, { wordsBefore }: Reading): number => wordsBefore[turn - 1] ?? 0;

/** How different the words before and after a turn are, and how much of what follows has not been said before. */
function differenceAt(turn: number, said: ReadonlySet<string>, reading: Reading, salience: Salience): number {
  const differ = (words: number) =>
    1 - cosine(bagOf(turn, -1, words, reading, salience), bagOf(turn, 1, words, reading, salience));
  const after = bagOf(turn, 1, NEAR, reading, salience);
  let [fresh, all] = [0, 0];
  for (const [stem, weight] of after) {
    all += weight;
    if (!said.has(stem)) fresh += weight;
  }
  return 0.8 * differ(NEAR) + 0.75 * differ(FAR) + 0.55 * (fresh / (all || 1));
}

/** Whether a turn leads to something new: a host who counts on, asks, or turns to it; never an answer or an aside. */
function leadAt(turn: number, hosts: ReadonlySet<string>, reading: Reading): number {
  const language = reading.lexicon.language;
  const [own, before] = [reading.byTurn[turn - 1] ?? [], reading.byTurn[turn - 2] ?? []];
  const opening = own.slice(0, 3);
  const [words, wordsBefore] = [countWords(own), countWords(before)];
  return (
    (opening.some((sentence) => says(sentence, NEXT, language)) ? 0.4 : 0) +
    (opening.some((sentence) => says(sentence, TURNS_TO, language)) ? 0.4 : 0) +
    (opening.some(({ isQuestion }) => isQuestion) ? 0.17 : 0) +
    (own.at(-1)?.isQuestion ? 0.18 : 0) +
    (hosts.has(reading.turns[turn - 1]?.speaker ?? '') ? 0.15 : 0) +
    (words > 30 ? 0.14 : words < 8 ? -0.25 : 0) +
    (wordsBefore > 60 ? 0.11 : 0) -
    (before.at(-1)?.isQuestion ? 0.31 : 0)
  );
}

const countWords = (sentences: readonly Sentence[]): number =>
  sentences.reduce((sum, { words }) => sum + words.length, 0);

type Bag = ReadonlyMap<string, number>;

/** The weighted stems of the words just before (-1) or from (1) a turn. */
function bagOf(turn: number, direction: 1 | -1, most: number, reading: Reading, salience: Salience): Bag {
  const bag = new Map<string, number>();
  let left = most;
  let at = direction === 1 ? turn - 1 : turn - 2;
  while (left > 0 && at >= 0 && at < reading.byTurn.length) {
    const sentences = reading.byTurn[at] ?? [];
    for (const { stems, words } of direction === 1 ? sentences : [...sentences].reverse()) {
      for (const stem of stems) bag.set(stem, (bag.get(stem) ?? 0) + salience.ofStem(stem));
      left -= words.length;
      if (left <= 0) break;
    }
    at += direction;
  }
  return bag;
}

function cosine(a: Bag, b: Bag): number {
  let product = 0;
  for (const [stem, weight] of a) product += weight * (b.get(stem) ?? 0);
  const norm = (bag: Bag) => Math.sqrt([...bag.values()].reduce((sum, weight) => sum + weight ** 2, 0));
  return product / (norm(a) * norm(b) || 1);
}

/** The chapter's own best terms, as they are said in it. */
function titleOf(
  sentences: readonly Sentence[],
  reading: Reading,
  subject: SubjectMatter,
  salience: Salience,
  cast: readonly CastMember[],
): Pick<Chapter, 'title' | 'anchors'> {
  const own = sentences.filter(subject.isOnSubject);
  const names = new Set(cast.flatMap(({ person }) => [person.name, ...person.labels].flatMap(nameParts)));
  const isName = ({ grounded }: Phrase) => nameParts(grounded.text).some((part) => names.has(part));
  const phrases = phrasesOf(own.length > 0 ? own : sentences, reading, salience).filter((phrase) => !isName(phrase));
  const [best, second] = phrases;
  const chosen = best && second && best.stems.length < 3 ? [best, second] : best ? [best] : [];
  const title = chosen.map(({ grounded }) => grounded.text).join(' and ') || (sentences[0]?.text.slice(0, 60) ?? '');
  const anchors = chosen.length > 0 ? chosen.flatMap(anchorsOfPhrase) : firstAnchor(sentences[0]);
  return { title: capitalised(title), anchors };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function anchorsOfPhrase({ grounded }: Phrase): readonly Anchor[] {
  return grounded.source.kind === 'turn' ? [grounded.source.anchor] : [];
}

const firstAnchor = (sentence: Sentence | undefined): readonly Anchor[] =>
  sentence ? [{ turn: sentence.turn, words: [sentence.from, Math.min(sentence.to, sentence.from + 60)] }] : [];
