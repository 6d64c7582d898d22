import { lastBefore } from '../../text/characters';
import type { Reading, Sentence } from '../reading';
import { isBeside, type NameRun, nameRunsOf, runBetween } from '../reading/names';
import { ORDINARY } from '../reading/noun-phrases';
import type { SpokenWord } from '../reading/spellings';
import { contextOf, type NameContext } from './contexts';
import { withoutNoun } from './forms/german-nouns';
import { isSpelledOut, spelledOutNames } from './forms/spelled-out';

/** One saying of a named thing. */
export interface Saying extends NameContext {
  readonly text: string;
  readonly sentence: Sentence;
  /** Index of its first word in the sentence. */
  readonly at: number;
  /** Offset in the sentence. */
  readonly from: number;
  /** Its form alone says that it is a name: `GPT-3`, `FastTide`, `IBM`. */
  readonly isTelling: boolean;
  /** In capitals where a sentence would not have them anyway. */
  readonly isInside: boolean;
  /** The transcript links it. */
  readonly isLinked?: true;
}

/** Everything in a sentence that is linked by its name, or written as a name is. */
export function sayingsIn(sentence: Sentence, linked: readonly NameRun[], reading: Reading): readonly Saying[] {
  const spelledOut = spelledOutNames(sentence).filter((run) => !overlaps(run, linked));
  const written = [...withTitles(nameRunsOf(sentence), sentence, reading), ...uncapitalisedNames(sentence)];
  const free = [...spelledOut, ...written.filter((run) => !overlaps(run, [...linked, ...spelledOut]))];
  return [
    ...linked.map((run): Saying => ({ ...setOffSaying(run, sentence, reading), isLinked: true })),
    ...quotedNames(sentence, reading).map((run) => setOffSaying(run, sentence, reading)),
    ...free.flatMap((run) => sayingOf(run, sentence, reading) ?? []),
  ];
}

const overlaps = (run: NameRun, others: readonly NameRun[]): boolean =>
  others.some(({ from, to }) => from < run.to && run.from < to);

const setOffSaying = (run: NameRun, sentence: Sentence, { lexicon }: Reading): Saying => ({
  text: run.text,
  sentence,
  at: run.at,
  from: run.from,
  isTelling: true,
  isInside: true,
  ...contextOf(sentence, run, lexicon.language),
});

const QUOTED = /[「『《〈“][^「『《〈“」』》〉”。、，！？]{2,12}[」』》〉”]/gu;

/** Where a script has no capitals, its marks set names off: 「シオサイ」, 《潮声》. */
function quotedNames(sentence: Sentence, { lexicon }: Reading): readonly NameRun[] {
  if (lexicon.language !== 'ja' && lexicon.language !== 'zh') return [];
  const runs: NameRun[] = [];
  let at = 0;
  for (const { 0: quoted, index } of sentence.text.matchAll(QUOTED)) {
    while ((sentence.words[at]?.from ?? index + 1) <= index) at += 1;
    let end = at;
    while ((sentence.words[end]?.to ?? Number.POSITIVE_INFINITY) < index + quoted.length) end += 1;
    const isSpeech = /\p{Script=Hiragana}.$/u.test(quoted);
    if (end > at && !isSpeech) runs.push(runBetween(sentence, at, end));
  }
  return runs;
}

/** Runs as one that a small word joins after an ordinary word in capitals: `University of Aldermouth`, `How to Read Water`. */
function withTitles(runs: readonly NameRun[], sentence: Sentence, reading: Reading): readonly NameRun[] {
  const joined: NameRun[] = [];
  for (const run of runs) {
    const previous = joined.at(-1);
    if (previous && isOneTitle(previous, run, sentence, reading)) {
      joined[joined.length - 1] = runBetween(sentence, previous.at, run.at + run.words.length);
    } else joined.push(run);
  }
  return joined;
}

const JOINING = /^ (?:of|of the|for) $/u;
const INSIDE_TITLE = /^ (?:a|an|the|your|and|in|of|for|with|without) $/u;

/** Ordinary words that are mostly written with a capital. */
const HEADS = /^(?:University|Republic|Isle|Gulf|Archbishop|Parliament)$/u;

function isOneTitle(left: NameRun, right: NameRun, sentence: Sentence, { lexicon }: Reading): boolean {
  const gap = sentence.text.slice(left.to, right.from);
  const last = left.words.at(-1);
  if (!last || lexicon.language !== 'en' || last.spelling.isTelling) return false;
  if (/^How to /u.test(left.text)) return INSIDE_TITLE.test(gap);
  if (gap === ' to ') return left.at > 0 && /^(?:how|guide|introduction)$/iu.test(last.text);
  return JOINING.test(gap) && (HEADS.test(last.text) || (lexicon.isCommonNoun(last.text) && !last.spelling.isStopWord));
}

/** `iOS`, `npm5`, `k8s`, `deno.dev`, `tide_sum`: no capital at the start, and yet no ordinary word. */
const UNCAPITALISED =
  /^(?:\p{Ll}+\p{Lu}[\p{L}\p{N}]*|\p{Ll}{2,}(?:_[\p{Ll}\p{N}]+)+|\p{Ll}{3,}\d+\p{Ll}*|\p{Ll}{1,2}\d+\p{Ll}+|\p{Ll}{2,}\.(?:js|io|dev|rs|py|com|org|net|ai|app))$/u;

/** Longer than this are words that lost the blanks between them. */
const LONGEST = 24;

function uncapitalisedNames(sentence: Sentence): readonly NameRun[] {
  const runs: NameRun[] = [];
  for (const [at, { text, spelling }] of sentence.words.entries()) {
    if (spelling.isLowerCase || spelling.isCapitalised) continue;
    const bare = text.replace(/['’]s$/u, '');
    if (bare.length > 2 && bare.length <= LONGEST && UNCAPITALISED.test(bare))
      runs.push(runBetween(sentence, at, at + 1));
  }
  return runs;
}

function sayingOf(whole: NameRun, sentence: Sentence, reading: Reading): Saying | undefined {
  const run = isSpelledOut(whole.text) ? whole : nameIn(whole, sentence, reading);
  if (run.words.length === 0 || run.words.length > 6) return undefined;
  const text = run.text.replace(/['’]s$/u, '');
  if (text.length < 2 || /^\d+$/u.test(text)) return undefined;
  return {
    text,
    sentence,
    at: run.at,
    from: run.from,
    isTelling: run.words.some(({ spelling }) => spelling.isTelling) || isSpelledOut(text) || UNCAPITALISED.test(text),
    isInside: run.at > 0 && !startsQuotation(sentence, run.from),
    ...contextOf(sentence, run, reading.lexicon.language),
  };
}

const startsQuotation = ({ text }: Sentence, from: number): boolean => /[“"‘:]/u.test(lastBefore(text, from));

/** Called out before somebody's name. */
const GREETINGS: ReadonlySet<string> = new Set(
  'hello hi hey thanks bye goodbye yeah yes no okay ok wow oh hallo hola bonjour merci'.split(' '),
);

/** Three words in capitals or more inside a sentence: a title, and its small words belong to it (`Women Who Sail`). */
function isTitle({ words, text }: Sentence, start: number, end: number): boolean {
  const [from, to] = [words[start]?.from ?? 0, words[end - 1]?.to ?? 0];
  return (
    end - start > 2 &&
    /[\p{Ll},] $/u.test(text.slice(Math.max(0, from - 2), from)) &&
    !text.slice(from, to).includes('. ')
  );
}

/** The name in a run, with the number behind it; a number has a name before it, or is none. */
function nameIn(run: NameRun, sentence: Sentence, reading: Reading): NameRun {
  const trimmed = trimmedRun(run, sentence, reading);
  const name = reading.lexicon.language === 'de' ? withoutNoun(trimmed, sentence) : trimmed;
  return name.words.length > 0 ? widened(name, sentence) : name;
}

/** Without ordinary words at its edges that a sentence start or a greeting has capitalised, and without an owner. */
function trimmedRun(run: NameRun, sentence: Sentence, reading: Reading): NameRun {
  let [start, end] = [run.at, run.at + run.words.length];
  const isEmpty = (at: number) => {
    const { text, spelling } = sentence.words[at] ?? {};
    const isBareStopWord = () => reading.lexicon.isStopWord(text?.replace(/['’]\p{Ll}+$/u, '') ?? '');
    return !spelling?.isTelling && (spelling?.isStopWord || isBareStopWord());
  };
  const owner = run.words.findLastIndex(({ text }, index) => index < run.words.length - 1 && /['’]s$/u.test(text));
  start += owner + 1;
  while (start < end - 1 && GREETINGS.has(sentence.words[start]?.spelling.plain ?? '')) start += 1;
  if (isTitle(sentence, start, end)) return runBetween(sentence, start, end);
  while (start < end && isEmpty(start)) start += 1;
  while (end > start && isEmpty(end - 1)) end -= 1;
  if (start === 0 && end - start > 1 && isOrdinary(sentence.words[0], reading)) start = 1;
  return runBetween(sentence, start, end);
}

const isOrdinary = (word: SpokenWord | undefined, { lexicon }: Reading): boolean =>
  word !== undefined &&
  !word.spelling.isTelling &&
  lexicon.isCommonNoun(word.text) &&
  (word.spelling.rarity < ORDINARY || /\p{Ll}ly$/u.test(word.text));

/** `GPT 4`, `BIP 324`: the number after an acronym is part of its name, if no thing is counted with it. */
function isNumbered({ at, words }: NameRun, sentence: Sentence): boolean {
  const [last, next, after] = [words.at(-1), sentence.words[at + words.length], sentence.words[at + words.length + 1]];
  const isNumber = /^\d{1,4}$/u.test(next?.text ?? '');
  const isEnd = !after || !isBeside(sentence, at + words.length + 1) || !after.spelling.hasContent;
  return isNumber && isEnd && /^\p{Lu}{2,5}$/u.test(last?.text ?? '');
}

/** With the version that follows (`2.0`), or the one lower-case word that commas hold to an acronym (`PB relax,`). */
function widened(run: NameRun, sentence: Sentence): NameRun {
  const end = run.at + run.words.length;
  const [last, next] = [sentence.words[end - 1], sentence.words[end]];
  if (!last || !next || sentence.text.slice(last.to, next.from) !== ' ') return run;
  if (/^\d+(?:\.\d+)+$/u.test(next.text)) return runBetween(sentence, run.at, end + 1);
  if (isNumbered(run, sentence)) return runBetween(sentence, run.at, end + 1);
  const isSetOff = /[,(]/u.test(lastBefore(sentence.text, run.from)) && /^\s*[,).]/u.test(sentence.text.slice(next.to));
  const isAcronym = run.words.length === 1 && /^\p{Lu}{2,5}$/u.test(last.text);
  return isSetOff && isAcronym && /^\p{Ll}+$/u.test(next.text) ? runBetween(sentence, run.at, end + 1) : run;
}
