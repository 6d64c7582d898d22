import { stemOf } from '../../text/stem';
import { isUnspaced } from '../../text/words';
import { type Grounded, groundedWithin } from '../grounded';
import type { Reading } from '../reading';
import type { Salience } from '../reading/salience';
import { isBare, keyOf } from './forms';
import { isAcronymOf } from './forms/expansions';
import type { Candidate } from './groups';
import type { Saying } from './sayings';

export interface RankingInputs {
  readonly reading: Reading;
  readonly salience: Salience;
  /** The labels of hosts. */
  readonly hosts: ReadonlySet<string>;
  /** Whether a stem is of the show's own name. */
  readonly isOfShow: (stem: string) => boolean;
}

/** The candidates, best first. */
export function ranked(candidates: readonly Candidate[], inputs: RankingInputs): readonly Candidate[] {
  return diverse(candidates.map((candidate) => scored(candidate, inputs))).map(({ candidate }) => candidate);
}

interface Scored {
  readonly candidate: Candidate;
  readonly words: readonly string[];
  readonly score: number;
}

/** What a thing's weight is multiplied with where the episode introduces, explains, points at it, or has it in a title. */
const TOLD = { introduced: 1.6, explained: 1.5, pointedAt: 1.35, titled: 1.75, byHost: 1.15, ofShow: 0.5 };

/** What it is multiplied with where its name has a number: `GPT-3`, `RIG 4`. */
const NUMBERED = 1.3;

/** What it is multiplied with where a single word is likely a place, one of a kind, or somebody's first name. */
const UNLIKELY = { placed: 0.55, withArticle: 0.65, speaking: 0.45 };

/** Said often and in many places, rare elsewhere, in the form of a name, introduced or explained, in the title. */
function scored(candidate: Candidate, inputs: RankingInputs): Scored {
  const { sayings } = candidate;
  const text = shownSpelling(sayings);
  const words = text.split(/[\s-]+/u);
  const turns = new Set(sayings.map(({ sentence }) => sentence.turn)).size;
  const rarity = Math.max(...words.map((word) => inputs.reading.lexicon.rarityOf(word)));
  const form = formWeight(text, candidate, inputs.reading) * (/\d/u.test(text) ? NUMBERED : 1);
  const told = toldWeight(sayings, words.map(stemOf), inputs);
  const score = Math.log2(1 + sayings.length + turns) ** 1.1 * rarity ** 2.3 * form * told;
  return { candidate, words: words.map(keyOf), score: /\s/u.test(text) ? score : score * likelihood(candidate) };
}

function toldWeight(
  sayings: readonly Saying[],
  stems: readonly string[],
  { salience, hosts, isOfShow }: RankingInputs,
): number {
  return (
    (sayings.some(({ sentence }) => hosts.has(sentence.speaker)) ? TOLD.byHost : 1) *
    (sayings.some(({ isIntroduced }) => isIntroduced) ? TOLD.introduced : 1) *
    (sayings.some(({ isExplained }) => isExplained) ? TOLD.explained : 1) *
    (sayings.some(({ isPointedAt }) => isPointedAt) ? TOLD.pointedAt : 1) *
    (stems.some(salience.isTitled) ? TOLD.titled : 1) *
    (stems.some(isOfShow) ? TOLD.ofShow : 1)
  );
}

/** How likely a single word in capitals is a thing worth a mention. */
function likelihood({ sayings, isTerm }: Candidate): number {
  if (isTerm) return 1;
  const share = (is: (saying: Saying) => boolean) => sayings.filter(is).length / sayings.length;
  return (
    UNLIKELY.placed ** share(({ isPlaced }) => isPlaced) *
    UNLIKELY.withArticle ** share(({ hasArticle }) => hasArticle) *
    (sayings.some(({ isSpeaking }) => isSpeaking) ? UNLIKELY.speaking : 1)
  );
}

/** What is linked or a full name says most; ordinary words, terms and forms of two characters (`PR`, `M2`) least. */
function formWeight(text: string, { sayings, isTerm }: Candidate, { lexicon }: Reading): number {
  const isAlone = !/\s/u.test(text);
  if (isTerm) return isAlone && !isUnspaced(text) ? 0.2 : 0.5;
  if (sayings.some(({ isLinked }) => isLinked)) return 3;
  const acronym = /^(\p{Lu}{2,4}|\p{Lu}\p{N})s?$/u.exec(text)?.[1]?.length;
  if (acronym !== undefined) return acronym === 2 ? 0.2 : 0.9;
  const isOrdinary = text.split(/[\s-]+/u).every((word) => lexicon.isCommonNoun(word));
  if (!isAlone) return isOrdinary ? 0.95 : 1.2;
  if (sayings.some(({ isTelling }) => isTelling)) return 1.15;
  return isOrdinary ? 0.7 : 1;
}

/** What of a score is lost where all words have been said: among the first, readers want different things. */
const REPEATED = 0.8;

/** What shares its words with something better comes later. */
function diverse(candidates: readonly Scored[]): readonly Scored[] {
  const said = new Set<string>();
  const again = byScore(candidates).map((each) => {
    const shared = each.words.filter((word) => said.has(word)).length / each.words.length;
    for (const word of each.words) said.add(word);
    return { ...each, score: each.score * (1 - REPEATED * shared) };
  });
  return byScore(again);
}

const byScore = (candidates: readonly Scored[]): readonly Scored[] =>
  [...candidates].sort((a, b) => b.score - a.score || (a.candidate.key < b.candidate.key ? -1 : 1));

/**
 * The acronym, or else the commonest spelling, where names are also said in short of the fullest: rather the name itself,
 * in one piece, and with a capital inside (`FastTide`, once, for `Fasttide`), which nobody writes by chance.
 */
export function shownSpelling(sayings: readonly Saying[]): string {
  const counts = new Map<string, number>();
  for (const { text } of sayings) counts.set(text, (counts.get(text) ?? 0) + 1);
  const spellings = [...counts].sort((a, b) => b[1] - a[1]).map(([text]) => text);
  const [commonest = '', ...others] = spellings;
  if (others.length === 0) return commonest;
  const acronym = spellings.find((short) => spellings.some((words) => isAcronymOf(short, words)));
  if (acronym !== undefined) return acronym;
  const isOneName = others.every((text) => keyOf(text) === keyOf(commonest));
  const full = isOneName ? spellings : fullestOf(spellings);
  const best = full.find(isBare) ?? full[0] ?? '';
  return full.find((text) => text.toLowerCase() === best.toLowerCase() && /\p{Ll}\p{Lu}/u.test(text)) ?? best;
}

function fullestOf(spellings: readonly string[]): readonly string[] {
  const length = (text: string) => text.split(' ').length;
  const most = Math.max(...spellings.map(length));
  return spellings.filter((text) => length(text) === most);
}

/** Where the spelling that the mention shows is first said. */
export function groundingOf({ sayings }: Candidate): Grounded {
  const shown = shownSpelling(sayings);
  const { sentence, from } = sayings.find(({ text }) => text === shown) as Saying;
  return groundedWithin(sentence, from, from + shown.length);
}
