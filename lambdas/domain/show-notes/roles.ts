import type { Person } from '../../contract/published';
import type { Details } from '../details';
import { folded } from '../text/words';
import { ASKED_IN, ASKS_WHO, BRINGS_IN, CLOSES, CO_HOST, cueIn, says, WELCOME } from './cues';
import type { Reading, Sentence } from './reading';
import { nameParts, type Speaker } from './speakers';

export interface NamedSpeaker extends Speaker {
  readonly name: string;
}

/** What speaks for somebody being a host, and what for being a guest. */
interface Evidence {
  host: number;
  guest: number;
}

/** Evidence below this is none. */
const ENOUGH = 3;

/** Who hosts and who is a guest, by speaker in the order given. */
export function rolesOf(speakers: readonly NamedSpeaker[], reading: Reading, details: Details): Person['role'][] {
  const evidence = speakers.map((): Evidence => ({ host: 0, guest: 0 }));
  const finder = speakerFinder(speakers);
  weighOpening(speakers, evidence, reading, finder);
  weighOwnWords(speakers, evidence, reading);
  weighClosing(speakers, evidence, reading, finder);
  weighQuestions(speakers, evidence);
  const judged = speakers.map((speaker, index) => statedRole(speaker, details) ?? judge(evidence[index]));
  return settle(speakers, judged, reading);
}

function statedRole(speaker: NamedSpeaker, details: Details): Person['role'] | undefined {
  const isOwn = (name: string) => [...speaker.labels, speaker.name].some((own) => folded(own) === folded(name));
  const byPerson = details.episode.people.find(({ name, role }) => role && isOwn(name.value))?.role;
  const byLabel = details.show.roles.find(({ label }) => isOwn(label))?.role;
  const isHost = details.show.hosts.some(({ value }) => isOwn(value));
  return byPerson ?? byLabel ?? (isHost ? 'host' : roleInLabel(speaker.labels[0] ?? ''));
}

function roleInLabel(label: string): Person['role'] | undefined {
  if (/^(?:host|moderator|interviewer|presenter)\b/iu.test(label)) return 'host';
  return /^(?:guest|interviewee)\b/iu.test(label) ? 'guest' : undefined;
}

function judge(evidence: Evidence | undefined): Person['role'] | undefined {
  const { host, guest } = evidence ?? { host: 0, guest: 0 };
  if (guest >= ENOUGH && guest > host) return 'guest';
  return host >= ENOUGH ? 'host' : undefined;
}

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

/** Who welcomes hosts; whom they then name is a guest, or another host. */
function weighOpening(
  speakers: readonly NamedSpeaker[],
  evidence: readonly Evidence[],
  reading: Reading,
  find: SpeakerFinder,
): void {
  const language = reading.lexicon.language;
  const end = Math.max(500, reading.wordCount * 0.1);
  const welcomed = new Set<number>();
  for (const sentence of reading.sentences) {
    if (sentence.wordsBefore > end) return;
    const by = speakers.findIndex(({ labels }) => labels.includes(sentence.speaker));
    const own = evidence[by];
    if (!own) continue;
    if (says(sentence, WELCOME, language) && !welcomed.has(by)) {
      welcomed.add(by);
      own.host += ENOUGH;
    }
    for (const named of namedIn(sentence, find)) {
      if (named.index !== by) weighNaming(sentence, named, evidence, own, language);
    }
  }
}

interface Naming {
  readonly index: number;
  /** Of the word in the sentence. */
  readonly at: number;
}

function namedIn(sentence: Sentence, find: SpeakerFinder): readonly Naming[] {
  const seen = new Set<number>();
  return sentence.words.flatMap(({ text }, at) => {
    const index = find(text);
    if (index === undefined || seen.has(index)) return [];
    seen.add(index);
    return [{ index, at }];
  });
}

function weighNaming(
  sentence: Sentence,
  { index, at }: Naming,
  evidence: readonly Evidence[],
  by: Evidence,
  language: string,
): void {
  const named = evidence[index];
  if (!named) return;
  const coHost = cueIn(sentence, CO_HOST, language);
  if (coHost && Math.abs(at - coHost.end) <= 3) {
    named.host += 2 * ENOUGH;
  } else if (says(sentence, BRINGS_IN, language)) {
    named.guest += ENOUGH;
    by.host += 2;
  }
}

/** What somebody says in their first turns, and what they were asked just before. */
function weighOwnWords(speakers: readonly NamedSpeaker[], evidence: readonly Evidence[], reading: Reading): void {
  const language = reading.lexicon.language;
  for (const [index, speaker] of speakers.entries()) {
    const own = evidence[index];
    if (!own) continue;
    const opening = speaker.turns.slice(0, 4).flatMap((turn) => reading.byTurn[turn - 1]?.slice(0, 6) ?? []);
    if (opening.some((sentence) => says(sentence, ASKED_IN, language))) own.guest += ENOUGH + 1;
    const before = speaker.turns.slice(0, 2).flatMap((turn) => reading.byTurn[turn - 2]?.slice(-4) ?? []);
    if (before.some((sentence) => says(sentence, ASKS_WHO, language))) own.guest += 2;
    if (speaker.turns.slice(0, 6).some((turn) => reading.byTurn[turn - 1]?.some((s) => says(s, ASKS_WHO, language)))) {
      own.host += 2;
    }
  }
}

/** Who ends the show hosts; whom they thank by name is a guest. */
function weighClosing(
  speakers: readonly NamedSpeaker[],
  evidence: readonly Evidence[],
  reading: Reading,
  find: SpeakerFinder,
): void {
  const language = reading.lexicon.language;
  const start = reading.wordCount - Math.max(250, reading.wordCount * 0.04);
  const closed = new Set<number>();
  for (const sentence of reading.sentences) {
    if (sentence.wordsBefore < start) continue;
    const by = speakers.findIndex(({ labels }) => labels.includes(sentence.speaker));
    const own = evidence[by];
    if (!own || !says(sentence, CLOSES, language)) continue;
    if (!closed.has(by)) own.host += 2;
    closed.add(by);
    for (const { index } of namedIn(sentence, find)) {
      const named = evidence[index];
      if (named && index !== by && /\bthank/u.test(sentence.plain)) named.guest += 2;
    }
  }
}

/** Between two people, the one who asks nearly all questions and speaks less is the host. */
function weighQuestions(speakers: readonly NamedSpeaker[], evidence: readonly Evidence[]): void {
  const main = speakers.map((speaker, index) => ({ speaker, own: evidence[index] }));
  const asked = (speaker: Speaker) => speaker.sentences.filter(({ isQuestion }) => isQuestion).length;
  const total = main.reduce((sum, { speaker }) => sum + asked(speaker), 0);
  const words = main.reduce((sum, { speaker }) => sum + speaker.wordCount, 0);
  if (total < 5) return;
  for (const { speaker, own } of main) {
    if (!own) continue;
    const [questions, talk] = [asked(speaker) / total, speaker.wordCount / Math.max(1, words)];
    if (questions > 0.6 && talk < 0.5) own.host += 2;
    if (questions < 0.25 && talk > 0.5) own.guest += 2;
  }
}

/** Those without evidence: with hosts but no guests they host too, if they speak throughout. */
function settle(
  speakers: readonly NamedSpeaker[],
  judged: readonly (Person['role'] | undefined)[],
  reading: Reading,
): Person['role'][] {
  const hasGuest = judged.includes('guest');
  return judged.map((role, index) => {
    const speaker = speakers[index];
    if (role || !speaker) return role ?? 'other';
    const share = speaker.wordCount / Math.max(1, reading.wordCount);
    return speaksThroughout(speaker, reading) && share >= (hasGuest ? 0.08 : 0.04) ? 'host' : 'other';
  });
}

/** Speaks in at least three of the episode's four quarters. */
function speaksThroughout(speaker: Speaker, reading: Reading): boolean {
  const quarters = new Set(
    speaker.sentences.map(({ wordsBefore }) => Math.floor((4 * wordsBefore) / Math.max(1, reading.wordCount))),
  );
  return quarters.size >= 3;
}
