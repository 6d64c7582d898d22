import type { Person } from '../../../contract/published';
import type { Details } from '../../details';
import { folded } from '../../text/words';
import type { Reading, Sentence } from '../reading';
import { cueIn, type Phrases, says } from '../reading/cues';
import { CLOSES } from '../reading/cues/housekeeping';
import {
  ASKED_IN,
  ASKS_WHO,
  BRINGS_IN,
  CO_HOST,
  GUEST,
  IS_BROUGHT_IN,
  SELF_INTRODUCTION,
  WELCOME,
  WELCOMES_YOU,
} from '../reading/cues/people';
import { nameRunAt } from '../reading/names';
import { nameParts, type Speaker } from './speakers';

export interface NamedSpeaker extends Speaker {
  readonly name: string;
}

type Role = Person['role'];

/** What speaks for somebody being a host, and what for being a guest. */
interface Evidence {
  host: number;
  guest: number;
}

/** Evidence below this is none. */
const ENOUGH = 3;
/** Who says less than this share of the words is not the episode's guest. */
const LEAST_TALK = 0.025;

/** In how many tenths of the episode somebody speaks who is there throughout. */
const THROUGHOUT = 8;

/** All that weighing needs. */
interface Weighing {
  readonly speakers: readonly NamedSpeaker[];
  readonly evidence: readonly Evidence[];
  readonly reading: Reading;
  readonly find: SpeakerFinder;
  /** From a label to its speaker. */
  readonly indexes: ReadonlyMap<string, number>;
  /** Whom each turn names, as far as it was asked for. */
  readonly namedInTurns: Map<number, ReadonlySet<number>>;
  readonly language: string;
}

/** Who hosts and who is a guest, by speaker in the order given. */
export function rolesOf(speakers: readonly NamedSpeaker[], reading: Reading, details: Details): Role[] {
  const evidence = speakers.map((): Evidence => ({ host: 0, guest: 0 }));
  const language = reading.lexicon.language;
  const indexes = new Map(speakers.flatMap(({ labels }, index) => labels.map((label) => [label, index] as const)));
  const find = speakerFinder(speakers);
  const weighing = { speakers, evidence, reading, language, find, indexes, namedInTurns: new Map() };
  weighOpening(weighing);
  weighOwnWords(weighing);
  weighClosing(weighing);
  weighTalk(weighing);
  weighPresence(weighing);
  const strongest = Math.max(...evidence.map(({ guest }) => guest));
  const judged = speakers.map((speaker, index) => {
    const isSilent = speaker.wordCount < LEAST_TALK * reading.wordCount;
    const own = evidence[index];
    const isOvershadowed = (own?.guest ?? 0) < strongest / 2 && tenthsOf(speaker, reading) >= THROUGHOUT;
    return statedRole(speaker, details) ?? (isOvershadowed ? judgeHost(own) : judge(own, isSilent));
  });
  return settle(speakers, judged, reading);
}

function statedRole(speaker: NamedSpeaker, details: Details): Role | undefined {
  const isOwn = (name: string) => [...speaker.labels, speaker.name].some((own) => folded(own) === folded(name));
  const byPerson = details.episode.people.find(({ name, role }) => role && isOwn(name.value))?.role;
  const byLabel = details.show.roles.find(({ label }) => isOwn(label))?.role;
  const isHost = details.show.hosts.some(({ value }) => isOwn(value));
  return byPerson ?? byLabel ?? (isHost ? 'host' : roleInLabel(speaker.labels[0] ?? ''));
}

function roleInLabel(label: string): Role | undefined {
  if (/^(?:host|moderator|interviewer|presenter)\b/iu.test(label)) return 'host';
  return /^(?:guest|interviewee)\b/iu.test(label) ? 'guest' : undefined;
}

function judge(evidence: Evidence | undefined, isSilent: boolean): Role | undefined {
  const { host, guest } = evidence ?? { host: 0, guest: 0 };
  if (guest >= ENOUGH && guest > host) return isSilent ? 'other' : 'guest';
  return host >= ENOUGH ? 'host' : undefined;
}

/** Beside somebody for whom twice as much speaks, who is there throughout is no guest: hosts bring in each other, too. */
const judgeHost = (evidence: Evidence | undefined): Role | undefined =>
  (evidence?.host ?? 0) >= ENOUGH ? 'host' : undefined;

type SpeakerFinder = (word: string) => number | undefined;

/** From a word to the one speaker whose first or last name, or label, it is. */
function speakerFinder(speakers: readonly NamedSpeaker[]): SpeakerFinder {
  const owners = new Map<string, number | undefined>();
  for (const [index, { labels, name }] of speakers.entries()) {
    const parts = new Set([...labels, name].flatMap(nameParts).filter((part) => part.length > 2));
    for (const part of parts) owners.set(part, owners.has(part) ? undefined : index);
  }
  return (word) => (/^\p{Lu}/u.test(word) ? owners.get(folded(word).replace(/'s$/u, '')) : undefined);
}

const indexOfSpeaker = ({ indexes }: Weighing, label: string): number => indexes.get(label) ?? -1;

/** Who welcomes hosts; whom they then name is a guest, or another host. */
function weighOpening(weighing: Weighing): void {
  const { reading, evidence, language } = weighing;
  const end = Math.max(500, reading.wordCount * 0.1);
  const welcomed = new Set<number>();
  for (const sentence of reading.sentences) {
    if (sentence.wordsBefore > end) return;
    const by = indexOfSpeaker(weighing, sentence.speaker);
    const own = evidence[by];
    if (!own) continue;
    if (says(sentence, WELCOME, language) && !welcomed.has(by)) {
      welcomed.add(by);
      own.host += ENOUGH;
    }
    for (const naming of namedIn(sentence, weighing)) weighNaming(sentence, naming, by, weighing);
    if (says(sentence, WELCOMES_YOU, language)) weighAddress(sentence, by, weighing);
  }
}

interface Naming {
  readonly index: number;
  /** Of the word in the sentence. */
  readonly at: number;
}

function namedIn(sentence: Sentence, { find }: Weighing): readonly Naming[] {
  const seen = new Set<number>();
  return sentence.words.flatMap(({ text }, at) => {
    const index = find(text);
    if (index === undefined || seen.has(index)) return [];
    seen.add(index);
    return [{ index, at }];
  });
}

/** How many words may lie between a cue and the name it is about. */
const REACH = 8;

/** "Our guest for today's show is …". */
const IS: ReadonlySet<string> = new Set(['is', 'are', 'ist', 'sind', 'es', 'son', 'est', 'sont']);

function weighNaming(sentence: Sentence, { index, at }: Naming, by: number, weighing: Weighing): void {
  const { evidence, language } = weighing;
  const [named, own] = [evidence[index], evidence[by]];
  if (!named || !own) return;
  const isAfter = (phrases: Phrases, reach = REACH) => {
    const cue = cueIn(sentence, phrases, language);
    return cue !== undefined && at >= cue.end && at - cue.end <= reach;
  };
  const isBefore = (phrases: Phrases) => {
    const cue = cueIn(sentence, phrases, language);
    return cue !== undefined && at < cue.end && cue.end - at <= REACH;
  };
  // A turn with a wrong label may introduce its own speaker.
  const isStated = IS.has(sentence.words[at - 1]?.spelling.plain ?? '');
  if (isAfter(GUEST, isStated ? REACH : 3)) named.guest += ENOUGH + 2;
  if (index === by) return;
  const next = sentence.words[at + 1]?.text === 'and' ? sentence.words[at + 2]?.text : undefined;
  if (isAfter(CO_HOST, 3) || next === 'I' || next === 'myself') {
    named.host += 2 * ENOUGH;
  } else if (isAfter(BRINGS_IN) || isBefore(IS_BROUGHT_IN)) {
    named.guest += ENOUGH;
    own.host += 2;
  }
}

/** "Thank you for joining us": said to whoever the turn names, else to whoever speaks next. */
function weighAddress(sentence: Sentence, by: number, weighing: Weighing): void {
  const { reading, evidence } = weighing;
  const named = new Set(namedInTurn(sentence.turn, weighing));
  named.delete(by);
  const next = indexOfSpeaker(weighing, reading.turns[sentence.turn]?.speaker ?? '');
  const [addressed] = named.size === 1 ? named : [next];
  const guest = addressed === undefined ? undefined : evidence[addressed];
  const own = evidence[by];
  if (!guest || !own || addressed === by) return;
  guest.guest += ENOUGH;
  own.host += 2;
}

function namedInTurn(turn: number, weighing: Weighing): ReadonlySet<number> {
  const { reading, namedInTurns } = weighing;
  const sentences = reading.byTurn[turn - 1] ?? [];
  const named =
    namedInTurns.get(turn) ??
    new Set(sentences.flatMap((sentence) => namedIn(sentence, weighing).map(({ index }) => index)));
  namedInTurns.set(turn, named);
  return named;
}

/** What somebody says in their first turns, and what they were asked just before. */
function weighOwnWords({ speakers, evidence, reading, language }: Weighing): void {
  for (const [index, speaker] of speakers.entries()) {
    const own = evidence[index];
    if (!own) continue;
    const opening = speaker.turns.slice(0, 4).flatMap((turn) => reading.byTurn[turn - 1]?.slice(0, 6) ?? []);
    if (opening.some((sentence) => says(sentence, ASKED_IN, language))) own.guest += ENOUGH + 1;
    const before = speaker.turns.slice(0, 2).flatMap((turn) => reading.byTurn[turn - 2]?.slice(-4) ?? []);
    if (before.some((sentence) => says(sentence, ASKS_WHO, language))) own.guest += 2;
    const first = speaker.turns.slice(0, 6).flatMap((turn) => reading.byTurn[turn - 1] ?? []);
    if (first.some((sentence) => sentence.isQuestion && says(sentence, ASKS_WHO, language))) own.host += 2;
  }
}

/** Who ends the show hosts; whom they thank by name is a guest. */
function weighClosing(weighing: Weighing): void {
  const { reading, evidence, language } = weighing;
  const start = reading.wordCount - Math.max(250, reading.wordCount * 0.04);
  const closed = new Set<number>();
  for (const sentence of reading.sentences) {
    if (sentence.wordsBefore < start) continue;
    const by = indexOfSpeaker(weighing, sentence.speaker);
    const own = evidence[by];
    if (!own || !says(sentence, CLOSES, language)) continue;
    if (!closed.has(by)) own.host += 2;
    closed.add(by);
    for (const { index } of namedIn(sentence, weighing)) {
      const named = evidence[index];
      if (named && index !== by && /\bthank/u.test(sentence.plain)) named.guest += 2;
    }
  }
}

/** Who asks nearly all questions and speaks less hosts; who asks few and speaks most is the guest. */
function weighTalk({ speakers, evidence, reading }: Weighing): void {
  const asked = (speaker: Speaker) => speaker.sentences.filter(({ isQuestion }) => isQuestion).length;
  const total = speakers.reduce((sum, speaker) => sum + asked(speaker), 0);
  if (total < 5) return;
  for (const [index, speaker] of speakers.entries()) {
    const own = evidence[index];
    if (!own) continue;
    const [questions, talk] = [asked(speaker) / total, speaker.wordCount / Math.max(1, reading.wordCount)];
    if (questions > 0.5 && talk < 0.5) own.host += 2;
    if (questions < 0.3 && talk > 0.5) own.guest += 2;
  }
}

/** Among several, who introduces themselves and then speaks in a part of the episode only was asked in for that part. */
function weighPresence({ speakers, evidence, reading, language }: Weighing): void {
  const presence = speakers.map((speaker) => tenthsOf(speaker, reading));
  const isThroughout = presence.some((tenths) => tenths >= THROUGHOUT);
  if (speakers.length < 3 || !isThroughout) return;
  for (const [index, speaker] of speakers.entries()) {
    const own = evidence[index];
    const isPartial = (presence[index] ?? 0) <= 6 && speaker.wordCount > LEAST_TALK * reading.wordCount;
    if (!own || !isPartial) continue;
    const introducesSelf = speaker.sentences.slice(0, 6).some((sentence) => isSelfIntroduction(sentence, language));
    if (introducesSelf) own.guest += ENOUGH;
  }
}

function isSelfIntroduction(sentence: Sentence, language: string): boolean {
  const cue = cueIn(sentence, SELF_INTRODUCTION, language);
  return cue !== undefined && nameRunAt(sentence, cue.end) !== undefined;
}

const tenthsOf = (speaker: Speaker, reading: Reading): number =>
  new Set(speaker.sentences.map(({ wordsBefore }) => Math.floor((10 * wordsBefore) / Math.max(1, reading.wordCount))))
    .size;

/** Those without evidence host too, if they speak throughout. */
function settle(speakers: readonly NamedSpeaker[], judged: readonly (Role | undefined)[], reading: Reading): Role[] {
  const hasGuest = judged.includes('guest');
  return judged.map((role, index) => {
    const speaker = speakers[index];
    if (role || !speaker) return role ?? 'other';
    const share = speaker.wordCount / Math.max(1, reading.wordCount);
    const isThroughout = tenthsOf(speaker, reading) >= Math.min(5, reading.turns.length / 3);
    return isThroughout && share >= (hasGuest ? 0.05 : 0.03) ? 'host' : 'other';
  });
}
