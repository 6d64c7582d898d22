import { plain } from '../../../text/words';
import { runBetween } from '../../reading/names';
import { type Candidate, withSayings } from '../groups';
import type { Saying } from '../sayings';
import { keyOf } from '.';

const ACRONYM = /^\p{Lu}{2,6}s?$/u;

/** What stands between an acronym and its words: "bolt rope tension (BRT)", "BRT, or bolt rope tension". */
const BETWEEN = /^(?: \(|,? or |, | – )$/u;

/** An acronym and the words that a speaker gives for it right beside it are one thing, where both are mentions. */
export function withExpansions(candidates: readonly Candidate[]): readonly Candidate[] {
  const byKey = new Map(candidates.map((candidate) => [candidate.key, candidate]));
  for (const acronym of candidates) {
    const expansion = acronym.sayings.flatMap(besideIt).flatMap((text) => byKey.get(keyOf(text)) ?? [])[0];
    if (!expansion) continue;
    byKey.set(acronym.key, withSayings(acronym, [expansion]));
    byKey.delete(expansion.key);
  }
  return [...byKey.values()];
}

/** The words before and after an acronym that begin with its letters. */
function besideIt({ text, sentence, at, from }: Saying): readonly string[] {
  if (!ACRONYM.test(text)) return [];
  const { length } = bare(text);
  const starts = [at - length - 1, at - length, at + 1, at + 2].filter((start) => start >= 0);
  return starts
    .map((start) => runBetween(sentence, start, start + length))
    .filter((words) => {
      const isBefore = words.at < at;
      const gap = isBefore ? [words.to, from] : [from + text.length, words.from];
      return isAcronymOf(text, words.text) && BETWEEN.test(sentence.text.slice(...gap));
    })
    .map((words) => words.text);
}

const bare = (acronym: string): string => acronym.replace(/s$/u, '');

/** Whether an acronym has the first letters of the words, and no others. */
export function isAcronymOf(acronym: string, words: string): boolean {
  const letters = words.split(' ').map((word) => plain(word)[0] ?? '');
  return ACRONYM.test(acronym) && letters.length > 1 && letters.join('') === plain(bare(acronym));
}
