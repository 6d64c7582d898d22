import type { Change } from '../../contract/receipt';
import { folded, wordsOf } from '../text/words';
import { type PartName, told } from './wording';

/** Two texts of which the longer one has so many of its words in the other are one text, corrected. */
const ALIKE = 0.6;
/** In longer lists nobody wants to know which text was made from which. */
const MOST_COMPARED = 200;

/** What is new in a list, gone from it, corrected, or only in another order. */
export function listChanges(name: PartName, before: readonly string[], after: readonly string[]): readonly Change[] {
  const isNew = without(after, before);
  const isGone = without(before, after);
  const corrected = correctedIn(isNew, isGone);
  const isOrdered = before.every((text, index) => text === after[index]);
  if (isNew.length + isGone.length === 0 && !isOrdered)
    return [{ part: name.part, message: `The ${name.many} are in another order.` }];
  return [
    ...told(
      name,
      corrected.map(({ now }) => now),
      'is corrected',
      'are corrected',
    ),
    ...told(
      name,
      without(
        isNew,
        corrected.map(({ now }) => now),
      ),
      'is new',
      'are new',
    ),
    ...told(
      name,
      without(
        isGone,
        corrected.map(({ earlier }) => earlier),
      ),
      'is gone',
      'are gone',
    ),
  ];
}

/** The texts of the first list that the second lacks, one for one. */
function without(texts: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1);
  return texts.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count < 1;
  });
}

interface Corrected {
  readonly now: string;
  readonly earlier: string;
}

function correctedIn(isNew: readonly string[], isGone: readonly string[]): readonly Corrected[] {
  if (Math.max(isNew.length, isGone.length) > MOST_COMPARED) return [];
  const left = isGone.map((earlier) => ({ earlier, words: wordSetOf(earlier) }));
  return isNew.flatMap((now) => {
    const words = wordSetOf(now);
    const at = left.findIndex((other) => areAlike(words, other.words));
    return left.splice(at, at < 0 ? 0 : 1).map(({ earlier }) => ({ now, earlier }));
  });
}

const wordSetOf = (text: string): ReadonlySet<string> => new Set(wordsOf(text, 'und').map((word) => folded(word.text)));

const areAlike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].filter((word) => b.has(word)).length >= ALIKE * Math.max(a.size, b.size, 1);
