import { wordSet } from '../../text/word-set';

/** Words that join one to another, in any of the languages. */
export const ANDS: ReadonlySet<string> = wordSet('and und y e et');
