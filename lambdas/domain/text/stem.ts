import { plain } from './words';

/** Endings that are cut, longest first; what is left must keep three letters. */
const ENDINGS = ['ations', 'ation', 'ings', 'ions', 'ing', 'ion', 'ies', 'ers', 'ied', 'ed', 'er', 'es', 's', 'e', 'y'];

/** A word's rough stem, so that `graph`, `graphs` and `graphing` count as one. Words of other scripts stay whole. */
export function stemOf(word: string): string {
  const whole = plain(word);
  const lower = whole.endsWith("'s") ? whole.slice(0, -2) : whole;
  if (lower.length < 5 || !/^[a-z]+$/u.test(lower))
    return lower.endsWith('s') && lower.length === 4 ? lower.slice(0, 3) : lower;
  const ending = ENDINGS.find((candidate) => lower.endsWith(candidate) && lower.length - candidate.length >= 3);
  const stem = ending ? lower.slice(0, -ending.length) : lower;
  return /([^aeiouls])\1$/u.test(stem) ? stem.slice(0, -1) : stem;
}
