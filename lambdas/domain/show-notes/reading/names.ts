import { wordSet } from '../../text/word-set';
import type { Sentence } from '.';
import { ANDS } from './ands';
import type { SpokenWord } from './spellings';

/** Words in capitals beside each other, such as a person's full name; offsets are the sentence's own. */
export interface NameRun {
  readonly words: readonly SpokenWord[];
  /** Index of the first word in the sentence. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Lower-case parts inside names: `Aaron van der Berg`. */
const PARTICLES: ReadonlySet<string> = new Set(
  'van von der den de da di del della la le du dos das do bin ibn al el ter ten y'.split(' '),
);

/** Those that are articles as well join a name only behind another: `van der Berg`, but `letztes Jahr das Boot`. */
const ARTICLES: ReadonlySet<string> = new Set('der den das la le el'.split(' '));

/** The runs of capitalised words of a sentence, in order. Nothing but blanks or the point of an initial stands inside. */
export function nameRunsOf(sentence: Sentence): readonly NameRun[] {
  const { words } = sentence;
  const runs: NameRun[] = [];
  let at = 0;
  while (at < words.length) {
    if (!words[at]?.spelling.isCapitalised) {
      at += 1;
      continue;
    }
    const end = endOfRun(sentence, at);
    runs.push(runBetween(sentence, at, end));
    at = end;
  }
  return runs;
}

/** The run that begins with the word at the index, undefined where that is not capitalised. */
export function nameRunAt(sentence: Sentence, at: number): NameRun | undefined {
  return sentence.words[at]?.spelling.isCapitalised ? runBetween(sentence, at, endOfRun(sentence, at)) : undefined;
}

/** The words from `at` to before `end` as a run. */
export function runBetween(sentence: Sentence, at: number, end: number): NameRun {
  const words = sentence.words.slice(at, end);
  const from = words[0]?.from ?? 0;
  const to = words.at(-1)?.to ?? from;
  return { words, at, from, to, text: sentence.text.slice(from, to) };
}

function endOfRun(sentence: Sentence, start: number): number {
  let end = start + 1;
  while (end < sentence.words.length && isJoined(sentence, end)) {
    if (sentence.words[end]?.spelling.isCapitalised) end += 1;
    else {
      const next = afterParticles(sentence, end) ?? afterAnd(sentence, end);
      if (next === undefined) return end;
      end = next + 1;
    }
  }
  return end;
}

/** The capitalised word that one or two particles lead to. */
function afterParticles(sentence: Sentence, at: number): number | undefined {
  if (ARTICLES.has(sentence.words[at]?.text ?? '')) return undefined;
  let next = at;
  while (next < at + 2 && PARTICLES.has(sentence.words[next]?.text ?? '') && isJoined(sentence, next + 1)) next += 1;
  return next > at && sentence.words[next]?.spelling.isCapitalised ? next : undefined;
}

/** What a family's firm is called by behind its name: "Pannier and Sons". */
const FIRM: ReadonlySet<string> = wordSet(
  'sons daughters brothers sisters partners company co söhne sohn töchter brüder partner hijos hermanos fils frères',
);

function afterAnd(sentence: Sentence, at: number): number | undefined {
  const [and, firm] = [sentence.words[at]?.spelling.plain ?? '', sentence.words[at + 1]?.spelling];
  const isFirm = ANDS.has(and) && firm?.isCapitalised === true && FIRM.has(firm.plain) && isJoined(sentence, at + 1);
  // "Otto Brand und Sohn Karl"
  const isOfSomebody = sentence.words[at + 2]?.spelling.isCapitalised === true && isJoined(sentence, at + 2);
  return isFirm && !isOfSomebody ? at + 1 : undefined;
}

function isJoined({ words, text }: Sentence, at: number): boolean {
  const [left, right] = [words[at - 1], words[at]];
  if (!left || !right) return false;
  const gap = text.slice(left.to, right.from);
  return gap === ' ' || (gap === '. ' && left.text.length <= 3);
}

/** Whether nothing but a blank stands before the word at the index. */
export const isBeside = ({ words, text }: Sentence, at: number): boolean =>
  text.slice(words[at - 1]?.to ?? 0, words[at]?.from ?? 0) === ' ';
