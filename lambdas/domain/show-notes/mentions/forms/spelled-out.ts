import type { Sentence } from '../../reading';
import { isBeside, type NameRun, runBetween } from '../../reading/names';

/** Letters that are said one by one: fewer would be `I` or a grade. */
const FEWEST = 3;

/** `F I D`: the runs of single capitals of a sentence. */
export function spelledOutNames(sentence: Sentence): readonly NameRun[] {
  const runs: NameRun[] = [];
  const isLetter = (at: number) => {
    const { text = '', spelling } = sentence.words[at] ?? {};
    return spelling?.isLowerCase === false && isCapital(text);
  };
  for (let at = 0; at < sentence.words.length; at += 1) {
    let end = at;
    while (isLetter(end) && (end === at || isBeside(sentence, end))) end += 1;
    if (end - at >= FEWEST) runs.push(runBetween(sentence, at, end));
    at = Math.max(at, end - 1);
  }
  return runs;
}

/** Whether a name is said letter by letter. */
export function isSpelledOut(text: string): boolean {
  const letters = text.split(' ');
  return letters.length >= FEWEST && letters.every(isCapital);
}

/** `F I D` is written `FID`; any other name as it is said. */
export const writtenOut = (text: string): string => (isSpelledOut(text) ? text.replaceAll(' ', '') : text);

/** `FID` said letter by letter: `F I D`. */
export const letterByLetter = (acronym: string): string => [...acronym].join(' ');

const isCapital = (word: string): boolean => /^\p{Lu}$/u.test(word);
