import { folded } from '../../../text/words';
import type { Reading, Sentence } from '../../reading';
import { nameParts, type Speaker } from '../speakers';

/** A speaker with the name that stands for them. */
export interface NamedSpeaker extends Speaker {
  readonly name: string;
}

/** What speaks for somebody being a host, and what for being a guest. */
export interface Evidence {
  host: number;
  guest: number;
}

/** Evidence below this is none. */
export const ENOUGH = 3;

/** All that weighing needs. */
export interface Weighing {
  readonly speakers: readonly NamedSpeaker[];
  /** By speaker, in the same order. */
  readonly evidence: readonly Evidence[];
  readonly reading: Reading;
  readonly language: string;
  /** From a word to the one speaker whose first or last name, or label, it is. */
  readonly find: (word: string) => number | undefined;
  /** From a label to its speaker. */
  readonly indexes: ReadonlyMap<string, number>;
  /** Whom each turn names, as far as it was asked for. */
  readonly namedInTurns: Map<number, ReadonlySet<number>>;
}

/** Scales without anything on them. */
export function emptyWeighing(speakers: readonly NamedSpeaker[], reading: Reading): Weighing {
  return {
    speakers,
    reading,
    language: reading.lexicon.language,
    find: speakerFinder(speakers),
    evidence: speakers.map((): Evidence => ({ host: 0, guest: 0 })),
    indexes: new Map(speakers.flatMap(({ labels }, index) => labels.map((label) => [label, index] as const))),
    namedInTurns: new Map(),
  };
}

function speakerFinder(speakers: readonly NamedSpeaker[]): Weighing['find'] {
  const owners = new Map<string, number | undefined>();
  for (const [index, { labels, name }] of speakers.entries()) {
    const parts = new Set([...labels, name].flatMap(nameParts).filter(isLongEnough));
    for (const part of parts) owners.set(part, owners.has(part) ? undefined : index);
  }
  return (word) => (/^[\p{Lu}\p{Lo}]/u.test(word) ? owners.get(folded(word).replace(/'s$/u, '')) : undefined);
}

/** Two letters are too few to know somebody by, but in scripts that write a name with two. */
const isLongEnough = (part: string): boolean => part.length > (/^\p{Lo}/u.test(part) ? 1 : 2);

/** The speaker of a label; -1 for a label that is nobody's. */
export const indexOfSpeaker = ({ indexes }: Weighing, label: string): number => indexes.get(label) ?? -1;

/** A speaker whom a sentence names. */
export interface Naming {
  readonly index: number;
  /** Of the word in the sentence. */
  readonly at: number;
}

/** Every speaker whom a sentence names, where it does so first. */
export function namedIn(sentence: Sentence, { find }: Weighing): readonly Naming[] {
  const seen = new Set<number>();
  return sentence.words.flatMap(({ text }, at) => {
    const index = find(text);
    if (index === undefined || seen.has(index)) return [];
    seen.add(index);
    return [{ index, at }];
  });
}

/** Every speaker whom a turn names. */
export function namedInTurn(turn: number, weighing: Weighing): ReadonlySet<number> {
  const { reading, namedInTurns } = weighing;
  const sentences = reading.byTurn[turn - 1] ?? [];
  const named =
    namedInTurns.get(turn) ??
    new Set(sentences.flatMap((sentence) => namedIn(sentence, weighing).map(({ index }) => index)));
  namedInTurns.set(turn, named);
  return named;
}

/** In how many tenths of the episode somebody speaks who is there throughout. */
export const THROUGHOUT = 8;

/** In how many tenths of the episode somebody speaks. */
export const tenthsOf = (speaker: Speaker, { wordCount }: Reading): number =>
  new Set(speaker.sentences.map(({ wordsBefore }) => Math.floor((10 * wordsBefore) / Math.max(1, wordCount)))).size;

/** In how many tenths somebody speaks who does more than come and go. */
const MOSTLY = 7;

/** Whether somebody stays on while all others come and go: then they belong to the show. */
export function staysOn(index: number, others: readonly number[], { speakers, reading }: Weighing): boolean {
  const staying = [index, ...others].filter((each) => {
    const speaker = speakers[each];
    return speaker !== undefined && tenthsOf(speaker, reading) >= MOSTLY;
  });
  return others.some((other) => other !== index) && staying.length > 0 && staying.every((each) => each === index);
}

/** Who says less than this share of the words is not the episode's guest. */
export const LEAST_TALK = 0.025;
