import { folded } from '../../../text/words';
import { isSpelledOut } from './spelled-out';

/** Letters and digits alone, an acronym without its plural: `Fast TiDe` is `FastTide` is `fast-tide`, `PRs` is `PR`. */
export function keyOf(text: string): string {
  const singular = /^\p{Lu}{2,}s$/u.test(text) ? text.slice(0, -1) : text;
  return folded(singular)
    .replace(/'s$/u, '')
    .replace(/[^\p{L}\p{N}+#]+/gu, '');
}

/** What an address, a comparison or a verb adds to a name. */
const ADDED =
  /(?:\.(?:ai|app|co|com|dev|fm|io|net|org|rs)|-(?:based|like|style|related|compatible|specific|y|ish)|['’-](?:d|ing))$/iu;

/** The keys of what a text may be a form of: `DXF` of `DXFs`, `SeamKit` of `seamkit.dev`, `RIG` of `RIG-based`. */
export function bareKeysOf(key: string, text: string): readonly string[] {
  const singular = key.endsWith('s') && key.length > 3 ? [key.slice(0, -1)] : [];
  return ADDED.test(text) ? [keyOf(text.replace(ADDED, '')), ...singular] : singular;
}

/** Whether a text is the name itself, in one piece. */
export const isBare = (text: string): boolean => !ADDED.test(text) && !isSpelledOut(text);
