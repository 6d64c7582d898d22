import { addTo } from '../grouping';
import { plain } from '../text/words';
import { isBeside, isIntroduced, isTelling, keyOf, type Saying, sayingsIn } from './mention-sayings';
import { type NameRun, runBetween } from './names';
import type { Reading, Sentence } from './reading';

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
  const sayings = sentences.flatMap((sentence) => sayingsIn(sentence, reading));
  const groups = grouped(sayings, merge);
  const isTwoNames = (saying: Saying) => isChance(saying, groups, merge);
  const split = sayings.some(isTwoNames)
    ? grouped(
        sayings.flatMap((saying) => (isTwoNames(saying) ? namesApart(saying) : [saying])),
        merge,
      )
    : groups;
  return withShortForms([...split].map(([key, own]): Candidate => ({ key, sayings: own })));
}

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
    if (words.length < 2 || words.length > 3 || words.some(isTelling)) continue;
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

const firstOf = ({ sayings }: Candidate): number => sayings[0]?.sentence.index ?? 0;

function withSayings({ key, sayings }: Candidate, others: readonly Candidate[]): Candidate {
  const all = [...sayings, ...others.flatMap((other) => other.sayings)];
  return { key, sayings: all.sort((a, b) => a.sentence.index - b.sentence.index || a.from - b.from) };
}

/** How often a term must be said: several words, and a single one. */
const [LEAST_SAID, LEAST_SAID_ALONE] = [5, 5];

/** Technical terms in lower case: rare words beside each other, or one that no list has, said again and again. */
export function termCandidates(
  sentences: readonly Sentence[],
  reading: Reading,
  known: ReadonlySet<string>,
): readonly Candidate[] {
  if (!reading.lexicon.isKnown) return [];
  const groups = new Map<string, Saying[]>();
  for (const sentence of sentences) {
    for (const run of termRuns(sentence, reading)) {
      const key = run.words.map(({ spelling }) => spelling.stem).join(' ');
      addTo(groups, key, termSaying(run, sentence));
    }
  }
  return [...groups]
    .filter(([, sayings]) => isSaidEnough(sayings) && !known.has(keyOf(sayings[0]?.text ?? '')))
    .map(([key, sayings]): Candidate => ({ key, sayings, isTerm: true }));
}

const termSaying = (run: NameRun, sentence: Sentence): Saying => ({
  ...{ text: run.text, sentence, at: run.at, from: run.from, isTelling: false, isInside: true },
  isIntroduced: isIntroduced(sentence, run),
});

function isSaidEnough(sayings: readonly Saying[]): boolean {
  const isAlone = !sayings[0]?.text.includes(' ');
  return sayings.length >= (isAlone ? LEAST_SAID_ALONE : LEAST_SAID);
}

/** Two or three rare lower-case words, or a single one that is in no list. */
function termRuns(sentence: Sentence, reading: Reading): readonly NameRun[] {
  const { lexicon } = reading;
  const runs: NameRun[] = [];
  let at = 0;
  while (at < sentence.words.length) {
    let end = at;
    while (end < at + 3 && isRare(sentence, end, 0.5, reading) && (end === at || isBeside(sentence, end))) end += 1;
    const run = runBetween(sentence, at, end);
    const isVeryRare = run.words.some(({ text }) => lexicon.rarityOf(text) > 0.7);
    const isNew = run.words.length === 1 && isRare(sentence, at, 1, reading) && !isInflected(run.text, reading);
    if ((run.words.length > 1 && isVeryRare) || isNew) runs.push(run);
    at = Math.max(end, at + 1);
  }
  return runs;
}

function isRare({ words }: Sentence, at: number, least: number, { lexicon }: Reading): boolean {
  const word = words[at]?.text ?? '';
  const isLowerCase = word.length > 3 && /^\p{Ll}[\p{Ll}-]*$/u.test(word);
  return isLowerCase && !lexicon.isStopWord(word) && lexicon.rarityOf(word) >= least;
}

const ENDINGS = ['s', 'es', 'ed', 'd', 'ing', 'ly', 'er', 'ers', 'ness', 'able', 'y'];

/** A form of a word that the list has. */
function isInflected(word: string, { lexicon }: Reading): boolean {
  return ENDINGS.some((ending) => {
    const base = word.endsWith(ending) ? word.slice(0, -ending.length) : '';
    return base.length > 2 && (lexicon.rarityOf(base) < 1 || lexicon.rarityOf(`${base}e`) < 1);
  });
}
