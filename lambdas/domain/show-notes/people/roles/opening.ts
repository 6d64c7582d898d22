import type { Sentence } from '../../reading';
import { ANDS } from '../../reading/ands';
import { cueIn, type Phrases, says } from '../../reading/cues';
import {
  BRINGS_IN,
  CO_HOST,
  GUEST,
  IS_BROUGHT_IN,
  OF_THE_HOUSE,
  SELF_INTRODUCTION,
  WELCOME,
  WELCOMES_ALL,
  WELCOMES_BACK,
  WELCOMES_YOU,
} from '../../reading/cues/people';
import { nameRunAt } from '../../reading/names';
import { isIntroducedAt } from '../introductions';
import { ENOUGH, indexOfSpeaker, type Naming, namedIn, namedInTurn, staysOn, type Weighing } from './weighing';

/**
 * Who welcomes hosts; whom they then name is a guest, or another host. Tells whether the people of the show are among
 * themselves.
 */
export function weighOpening(weighing: Weighing): boolean {
  const { reading, evidence, language } = weighing;
  const end = Math.max(500, reading.wordCount * 0.1);
  const welcomed = new Set<number>();
  let isOfTheHouse = false;
  for (const sentence of reading.sentences) {
    if (sentence.wordsBefore > end) break;
    const by = indexOfSpeaker(weighing, sentence.speaker);
    const own = evidence[by];
    if (!own) continue;
    if (says(sentence, WELCOME, language) && !welcomed.has(by)) {
      welcomed.add(by);
      own.host += ENOUGH;
    }
    // Whoever is brought in after "our panel today" belongs to the show, until a guest is announced.
    isOfTheHouse = says(sentence, OF_THE_HOUSE, language) || (isOfTheHouse && !says(sentence, GUEST, language));
    let before = 0;
    for (const naming of namedIn(sentence, weighing)) {
      const joined = ANDS.has(sentence.words[naming.at - 1]?.spelling.plain ?? '') ? before : 0;
      before = weighNaming(sentence, naming, { by, isOfTheHouse, joined }, weighing);
    }
    if (says(sentence, WELCOMES_YOU, language) && !isOfTheHouse) weighAddress(sentence, by, weighing);
    if (says(sentence, WELCOMES_BACK, language) && !isOfTheHouse) weighReturn(sentence, by, weighing);
    if (says(sentence, WELCOMES_ALL, language)) weighAddressOfAll(sentence, by, weighing);
    if (joinsInWelcoming(sentence, by, weighing)) own.host += ENOUGH;
  }
  return isOfTheHouse;
}

/** How many words may lie between a cue and the name it is about. */
const REACH = 8;

/** "Our guest for today's show is …". */
const IS: ReadonlySet<string> = new Set(['is', 'are', 'ist', 'sind', 'es', 'son', 'est', 'sont']);

/** Who names somebody, and whether they are bringing in people of the show. */
interface Introducer {
  readonly by: number;
  readonly isOfTheHouse: boolean;
  /** What speaks for a guest whom the sentence has brought in and "and" joins to the name; 0 where it joins nobody. */
  readonly joined: number;
}

/** Tells what speaks for whom the sentence names being a guest whom it brings in; 0 where it brings in nobody. */
function weighNaming(
  sentence: Sentence,
  { index, at }: Naming,
  { by, isOfTheHouse, joined }: Introducer,
  weighing: Weighing,
): number {
  const { evidence, language } = weighing;
  const [named, own] = [evidence[index], evidence[by]];
  if (!named || !own) return 0;
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
  const called = isAfter(GUEST, isStated ? REACH : 3) ? ENOUGH + 2 : 0;
  named.guest += called;
  if (index === by) return 0;
  const last = at + (nameRunAt(sentence, at)?.words.length ?? 1) - 1;
  const isIntroduced = isIntroducedAt(sentence, last, language);
  const next = sentence.words[at + 1]?.text === 'and' ? sentence.words[at + 2]?.text : undefined;
  if (isAfter(CO_HOST, 3) || next === 'I' || next === 'myself') {
    named.host += 2 * ENOUGH;
  } else if (isAfter(BRINGS_IN) || isBefore(IS_BROUGHT_IN) || isIntroduced || joined > 0) {
    const weight = Math.max(ENOUGH, joined - called);
    if (isOfTheHouse) named.host += ENOUGH;
    else named.guest += weight;
    own.host += 2;
    return called + weight;
  }
  return 0;
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
  if (!guest || !own || addressed === by || own.guest > own.host) return;
  guest.guest += ENOUGH;
  own.host += 2;
}

/** "Ada and Tomas. Welcome back to the show.", "Ada, good to have you back.": said by who hosts, to who is called right before or after. */
function weighReturn(sentence: Sentence, by: number, weighing: Weighing): void {
  const { reading, evidence, language } = weighing;
  const cue = cueIn(sentence, WELCOMES_BACK, language);
  const { host, guest } = evidence[by] ?? { host: 0, guest: 0 };
  if (!cue || host < ENOUGH || guest >= host) return;
  const [before] = (reading.byTurn[sentence.turn - 1] ?? []).filter(({ index }) => index === sentence.index - 1);
  const isBareCall = before !== undefined && calledFrom(before, 0, weighing).end === before.words.length;
  const called = [
    ...(before && isBareCall ? calledFrom(before, 0, weighing).indexes : []),
    ...calledFrom(sentence, 0, weighing).indexes,
    ...calledFrom(sentence, cue.end, weighing).indexes,
  ];
  for (const index of called) {
    const named = evidence[index];
    if (named && index !== by) named.guest += 2 * ENOUGH;
  }
}

/** The speakers whom a sentence names one after the other from a word on, and where it goes on behind them. */
function calledFrom(
  { words }: Sentence,
  from: number,
  { find }: Weighing,
): { indexes: readonly number[]; end: number } {
  const indexes = new Set<number>();
  let end = from;
  for (const { text, spelling } of words.slice(from)) {
    const index = find(text);
    if (index === undefined && !ANDS.has(spelling.plain)) break;
    if (index !== undefined) indexes.add(index);
    end += 1;
  }
  return { indexes: [...indexes], end };
}

/** "Thank you all for joining us": said to everybody who has spoken until then. */
function weighAddressOfAll(sentence: Sentence, by: number, weighing: Weighing): void {
  const { reading, evidence } = weighing;
  const before = new Set(reading.turns.slice(0, sentence.turn).map(({ speaker }) => indexOfSpeaker(weighing, speaker)));
  before.delete(by);
  for (const index of before) {
    const addressed = evidence[index];
    if (addressed && !staysOn(index, [...before], weighing)) addressed.guest += ENOUGH;
  }
}

/** The words of a turn that only says who speaks. */
const MOST_OF_NAME = 5;

/** "And I'm …", as the second voice of an episode and nothing else, without being asked. */
function joinsInWelcoming(sentence: Sentence, by: number, { reading, speakers, language }: Weighing): boolean {
  const turn = reading.byTurn[sentence.turn - 1] ?? [];
  const words = turn.reduce((sum, each) => sum + each.words.length, 0);
  const isFirst = speakers[by]?.turns[0] === sentence.turn && sentence.turn <= 4;
  const isAsked = reading.byTurn[sentence.turn - 2]?.at(-1)?.isQuestion === true;
  if (!isFirst || isAsked || words > MOST_OF_NAME || speakers.length < 3) return false;
  const cue = cueIn(sentence, SELF_INTRODUCTION, language);
  return cue !== undefined && nameRunAt(sentence, cue.end) !== undefined;
}
