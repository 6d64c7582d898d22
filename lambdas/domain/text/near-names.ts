import { editDistance } from './edit-distance';
import { folded } from './words';

/** Letters of a name at least of which one may differ. */
const FEWEST_LETTERS = 5;

/** Whether two names are the same but for one letter, and for blanks and hyphens: `Yusra` and `Yusrah`. */
export function isNearlyName(name: string, other: string): boolean {
  const [letters, others] = [lettersOf(name), lettersOf(other)];
  const isLong = letters.length >= FEWEST_LETTERS && Math.abs(letters.length - others.length) <= 1;
  return isLong && editDistance(letters, others) <= 1;
}

const lettersOf = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]+/gu, '');
