import { addTo } from '../../grouping';
import { isUnspaced } from '../../text/words';
import type { Reading, Sentence } from '../reading';
import { isCount } from '../reading/counts';
import { isBeside, type NameRun, runBetween } from '../reading/names';
import { isSaidAsName } from '../reading/noun-phrases';
import { contextOf } from './contexts';
import { keyOf } from './forms';
import type { Candidate } from './groups';
import type { Saying } from './sayings';

/** How often a single word must be said to be a term, and several, or one in a script without capitals: names are terms there. */
const [WORD_SAID, TERM_SAID] = [5, 3];
/** How rare each word of a term of several must be, and at least one of them. */
const [RARE, VERY_RARE] = [0.6, 0.75];
const MOST_WORDS = 3;
/** What share of a term's sayings a longer or shorter one must have to be the term itself. */
const MOSTLY = 0.6;
/** What share of what its sayings show must be that it names something. */
const LEAST_NAMING = 1 / 3;

/** Technical terms in lower case, as German has none: rare words beside each other, or one in no list, said again and again. */
export function termCandidates(sentences: readonly Sentence[], reading: Reading): readonly Candidate[] {
  const { isKnown, language } = reading.lexicon;
  if (!isKnown || language === 'de') return [];
  const runs = new Map<string, { run: NameRun; sentence: Sentence }[]>();
  for (const sentence of sentences) {
    for (const run of termRuns(sentence, reading)) addTo(runs, termOf(run), { run, sentence });
  }
  const said = new Map<string, readonly Saying[]>();
  for (const [term, found] of runs) {
    if (found.length < leastSaid(term)) continue;
    said.set(
      term,
      found.map(({ run, sentence }) => termSaying(run, sentence, language)),
    );
  }
  const isPart = partsOfLonger(said);
  return [...said]
    .filter(([key, sayings]) => !isPart.has(key) && isUsuallyName(sayings, language))
    .map(([, sayings]): Candidate => ({ key: keyOf(sayings[0]?.text ?? ''), sayings, isTerm: true }));
}

const termOf = ({ words }: NameRun): string => words.map(({ spelling }) => spelling.stem).join(' ');

const leastSaid = (term: string): number => (term.includes(' ') || isUnspaced(term) ? TERM_SAID : WORD_SAID);

/** Of a longer term and the shorter ones in it, those that are not the term itself: `bolt rope` is, `old bolt rope` is not. */
function partsOfLonger(said: ReadonlyMap<string, readonly Saying[]>): ReadonlySet<string> {
  const dropped = new Set<string>();
  const countOf = (key: string) => said.get(key)?.length ?? 0;
  const longestFirst = [...said.keys()].sort((a, b) => b.split(' ').length - a.split(' ').length);
  for (const key of longestFirst) {
    const parts = shorterIn(key.split(' ')).filter((part) => said.has(part));
    const isMostly = (part: string) => countOf(key) >= MOSTLY * countOf(part);
    if (parts.every((part) => !part.includes(' ') || isMostly(part))) {
      for (const part of parts.filter(isMostly)) dropped.add(part);
    } else dropped.add(key);
  }
  return dropped;
}

/** Whether its sayings do not mostly show a verb or something else (`validated`, `open the seams`). */
function isUsuallyName(sayings: readonly Saying[], language: string): boolean {
  const shown = sayings.flatMap(({ sentence, at, text }) => {
    const end = sentence.words.findIndex(
      ({ from }, index) => index > at && from >= (sentence.words[at]?.from ?? 0) + text.length,
    );
    return isSaidAsName(sentence, at, end < 0 ? sentence.words.length : end, language) ?? [];
  });
  return shown.filter((isName) => isName).length >= LEAST_NAMING * shown.length;
}

/** The shorter runs of a term's words. */
function shorterIn(words: readonly string[]): readonly string[] {
  const runs: string[] = [];
  for (let length = 1; length < words.length; length += 1) {
    for (let from = 0; from + length <= words.length; from += 1) runs.push(words.slice(from, from + length).join(' '));
  }
  return runs;
}

const termSaying = (run: NameRun, sentence: Sentence, language: string): Saying => ({
  text: run.text,
  sentence,
  at: run.at,
  from: run.from,
  isTelling: false,
  isInside: true,
  ...contextOf(sentence, run, language),
});

/** Two or three rare lower-case words beside each other, or a single one that is in no list. */
function termRuns(sentence: Sentence, reading: Reading): readonly NameRun[] {
  const runs: NameRun[] = [];
  for (let at = 0; at < sentence.words.length; at += 1) {
    let isVeryRare = false;
    for (let end = at + 1; end <= at + MOST_WORDS; end += 1) {
      const rarity = rarityAt(sentence, end - 1, reading.lexicon.language);
      if (rarity < RARE || (end > at + 1 && !isNext(sentence, end - 1))) break;
      isVeryRare ||= rarity > VERY_RARE;
      const run = runBetween(sentence, at, end);
      if (
        end > at + 1
          ? isVeryRare && isLong(run.text)
          : rarity === 1 && isLong(run.text) && !isInflected(run.text, reading)
      )
        runs.push(run);
    }
  }
  return runs;
}

const IDEOGRAPHIC = /^[\p{Script=Han}\p{Script=Katakana}ー]+$/u;

const HYPHENATED = /^\p{Ll}[\p{Ll}-]*$/u;

/** Of a rare word in lower case with four letters or more, or of Han characters or katakana; 0 for counts and any other. */
function rarityAt({ words }: Sentence, at: number, language: string): number {
  const spelling = words[at]?.spelling;
  if (!spelling || spelling.isStopWord || spelling.rarity < RARE) return 0;
  const { text, isLowerCase } = spelling;
  if (isCount(text, language)) return 0;
  const isOfTerm = (text.length > 3 && (isLowerCase || HYPHENATED.test(text))) || IDEOGRAPHIC.test(text);
  return isOfTerm ? spelling.rarity : 0;
}

/** Two Han characters, three of katakana: fewer are mostly parts of something else. */
const isLong = (text: string): boolean => text.length > (/\p{Script=Katakana}/u.test(text) ? 2 : 1);

/** Beside the word before: after a blank, or where words have none between them, directly. */
const isNext = (sentence: Sentence, at: number): boolean =>
  isBeside(sentence, at) ||
  (sentence.words[at - 1]?.to === sentence.words[at]?.from && IDEOGRAPHIC.test(sentence.words[at]?.text ?? ''));

const ENDINGS = ['s', 'es', 'ed', 'd', 'ing', 'ly', 'er', 'ers', 'ness', 'able', 'y'];

/** A form of a word that the list has. */
function isInflected(word: string, { lexicon }: Reading): boolean {
  return ENDINGS.some((ending) => {
    const base = word.endsWith(ending) ? word.slice(0, -ending.length) : '';
    return base.length > 2 && (lexicon.rarityOf(base) < 1 || lexicon.rarityOf(`${base}e`) < 1);
  });
}
