import { addTo } from '../../grouping';
import { plain } from '../../text/words';
import type { Reading, Sentence } from '../reading';
import { isTelling } from '../reading/spellings';
import { bareKeysOf, keyOf } from './forms';
import { linkedRunsOf } from './linked-names';
import { type Saying, sayingsIn } from './sayings';

/** All sayings of one thing, in the order of the episode. */
export interface Candidate {
  readonly key: string;
  readonly sayings: readonly Saying[];
  /** In lower case: a term rather than a name. */
  readonly isTerm?: true;
}

/** Groups what is written as a name is by what it names; `merge` tells which keys the show file holds to be one. */
export function namedCandidates(
  sentences: readonly Sentence[],
  reading: Reading,
  merge: (key: string) => string,
): readonly Candidate[] {
  const linked = linkedRunsOf(reading);
  const sayings = sentences.flatMap((sentence) => sayingsIn(sentence, linked.get(sentence.index) ?? [], reading));
  const groups = grouped(sayings, merge);
  const isTwoNames = (saying: Saying) => isChance(saying, groups, merge);
  const split = sayings.some(isTwoNames)
    ? grouped(
        sayings.flatMap((saying) => (isTwoNames(saying) ? namesApart(saying) : [saying])),
        merge,
      )
    : groups;
  return withShortForms([...withoutForms(split)].map(([key, own]): Candidate => ({ key, sayings: own })));
}

/** What a form names and what the name itself does are one thing, where the episode says both. */
function withoutForms(groups: ReadonlyMap<string, readonly Saying[]>): ReadonlyMap<string, readonly Saying[]> {
  const merged = new Map(groups);
  for (const [key, form] of groups) {
    const bareKey = bareKeysOf(key, form[0]?.text ?? '').find((bare) => bare !== key && merged.has(bare));
    if (bareKey === undefined) continue;
    merged.set(bareKey, [...(merged.get(bareKey) ?? []), ...form].sort(inOrder));
    merged.delete(key);
  }
  return merged;
}

/** By where in the episode they stand. */
export const inOrder = (a: Saying, b: Saying): number => a.sentence.index - b.sentence.index || a.from - b.from;

function grouped(sayings: readonly Saying[], merge: (key: string) => string): ReadonlyMap<string, readonly Saying[]> {
  const groups = new Map<string, Saying[]>();
  const keys = new Map<string, string>();
  for (const saying of sayings) {
    const key = keys.get(saying.text) ?? merge(keyOf(saying.text));
    keys.set(saying.text, key);
    addTo(groups, key, saying);
  }
  return groups;
}

/** After these a place or a thing is named, and then the sentence goes on. */
const PLACING = /^(?:in|at|on|from|for|with|bei|von|auf|mit|en|con|à|dans|avec)$/u;

/** Two names beside each other by chance: `In Aldermouth M2 alone …`, once, where `M2` is a name of its own. */
function isChance(
  { text, sentence, at }: Saying,
  groups: ReadonlyMap<string, readonly Saying[]>,
  merge: (key: string) => string,
): boolean {
  const words = text.split(' ');
  const before = sentence.words[at - 1]?.text ?? '';
  const isAlone = (word: string) => isTelling(word) && groups.has(merge(keyOf(word)));
  return (
    PLACING.test(plain(before)) &&
    words.length === 2 &&
    !isTelling(words[0] ?? '') &&
    groups.get(merge(keyOf(text)))?.length === 1 &&
    isAlone(words[1] ?? '')
  );
}

function namesApart(saying: Saying): readonly Saying[] {
  const [first = '', second = ''] = saying.text.split(' ');
  return [
    { ...saying, text: first, isTelling: isTelling(first) },
    {
      ...saying,
      text: second,
      at: saying.at + 1,
      from: saying.from + first.length + 1,
      isTelling: isTelling(second),
      isIntroduced: false,
    },
  ];
}

/** A single name that first stands in a longer one is short for it: `Kovar` after `Ines Kovar`. */
function withShortForms(candidates: readonly Candidate[]): readonly Candidate[] {
  const owners = new Map<string, Candidate | undefined>();
  for (const candidate of candidates) {
    const words = candidate.sayings[0]?.text.split(' ') ?? [];
    if (words.length < 2 || words.length > 3 || words.some(isTelling) || !words.every(isCapital)) continue;
    for (const word of new Set(words.map(keyOf))) owners.set(word, owners.has(word) ? undefined : candidate);
  }
  const shortened = new Map<Candidate, Candidate[]>();
  for (const candidate of candidates) {
    const owner = owners.get(candidate.key);
    if (owner && firstOf(owner) <= firstOf(candidate)) addTo(shortened, owner, candidate);
  }
  const short = new Set([...shortened.values()].flat());
  return candidates
    .filter((candidate) => !short.has(candidate))
    .map((candidate) => withSayings(candidate, shortened.get(candidate) ?? []));
}

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

const firstOf = ({ sayings }: Candidate): number => sayings[0]?.sentence.index ?? 0;

/** A candidate with the sayings of others too, in the order of the episode. */
export function withSayings({ key, sayings }: Candidate, others: readonly Candidate[]): Candidate {
  const all = [...sayings, ...others.flatMap((other) => other.sayings)];
  return { key, sayings: all.sort(inOrder) };
}
