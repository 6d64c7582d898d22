import type { Sentence } from '../../reading';
import { cueIn, says } from '../../reading/cues';
import { CLOSES } from '../../reading/cues/housekeeping';
import { ASKED_IN, ASKS_INTRODUCTION, ASKS_WHO, SELF_INTRODUCTION } from '../../reading/cues/people';
import { nameRunAt } from '../../reading/names';
import { describesSelf } from '../introductions';
import type { Speaker } from '../speakers';
import {
  ENOUGH,
  type Evidence,
  indexOfSpeaker,
  LEAST_TALK,
  namedIn,
  staysOn,
  THROUGHOUT,
  tenthsOf,
  type Weighing,
} from './weighing';

/** What somebody says in their first turns, and what they were asked just before, unless the show is among itself. */
export function weighOwnWords({ speakers, evidence, reading, language }: Weighing, isOfTheHouse: boolean): void {
  for (const [index, speaker] of speakers.entries()) {
    const own = evidence[index];
    if (!own) continue;
    const opening = speaker.turns.slice(0, 4).flatMap((turn) => reading.byTurn[turn - 1]?.slice(0, 6) ?? []);
    if (!isOfTheHouse && opening.some((sentence) => says(sentence, ASKED_IN, language))) own.guest += ENOUGH + 1;
    const [beforeFirst, beforeSecond] = speaker.turns.slice(0, 2).map((turn) => reading.byTurn[turn - 2]?.slice(-4));
    const before = [...(beforeFirst ?? []), ...(beforeSecond ?? [])];
    if (before.some((sentence) => says(sentence, ASKS_INTRODUCTION, language))) own.guest += ENOUGH;
    else if (before.some((sentence) => says(sentence, ASKS_WHO, language))) own.guest += 2;
    const first = speaker.turns.slice(0, 6).flatMap((turn) => reading.byTurn[turn - 1] ?? []);
    if (first.some((sentence) => sentence.isQuestion && says(sentence, ASKS_WHO, language))) own.host += 2;
  }
}

/** Who ends the show hosts; whom they thank by name is a guest. */
export function weighClosing(weighing: Weighing): void {
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
export function weighTalk({ speakers, evidence, reading }: Weighing): void {
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
export function weighPresence({ speakers, evidence, reading, language }: Weighing): void {
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

/** Beside somebody who is surely a guest, whoever says what they do for a living, and does not welcome, is one too. */
export function weighOccupations(weighing: Weighing): void {
  const { speakers, evidence, reading, language } = weighing;
  const guests = speakers.flatMap((_, index) => (isSurelyGuest(evidence[index]) ? [index] : []));
  if (guests.length === 0) return;
  for (const [index, speaker] of speakers.entries()) {
    const own = evidence[index];
    if (!own || own.host >= ENOUGH || staysOn(index, guests, weighing)) continue;
    const first = speaker.turns.slice(0, 4).flatMap((turn) => reading.byTurn[turn - 1] ?? []);
    if (first.some((sentence) => describesSelf(sentence, language))) own.guest += ENOUGH;
  }
}

const isSurelyGuest = (evidence: Evidence | undefined): boolean =>
  evidence !== undefined && evidence.guest > ENOUGH && evidence.guest > evidence.host;
