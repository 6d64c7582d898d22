import { isUnspaced } from '../../text/joining';

/**
 * What a character of a cue may mean, one bit each. A cue's kinds are those of all its characters, so that one look at
 * each of them tells every later step what it need not look for.
 */
export const KIND = {
  newline: 1,
  /** A space or newline. */
  gap: 2,
  /** A blank that is neither, or a character that may not be printable. */
  odd: 4,
  /** Begins a tag. */
  tag: 8,
  /** Begins a character reference or SubRip's `{\an8}`. */
  escape: 16,
  /** May belong to a speaker's label: `Nora:`, `[Nora]`. */
  label: 32,
  /** May be a `- ` in front of what somebody else says. */
  dash: 64,
  angle: 128,
  /** May belong to times. */
  digit: 256,
  /** Of a script that is written without spaces. */
  unspaced: 512,
} as const;

/** The kind of two neighbours of one kind. */
export function twice(kind: number): number {
  return kind << 16;
}

/** The kinds of every UTF-16 code. */
const KINDS = new Uint16Array(0x10000);

KINDS.fill(KIND.odd, 0, 0x20).fill(KIND.odd, 0x7f, 0xa1).fill(KIND.odd, 0xd800, 0xe000);

for (const [kind, characters] of [
  [KIND.newline | KIND.gap, '\n'],
  [KIND.gap, ' '],
  [KIND.odd, '\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b'],
  [KIND.odd, '\u2028\u2029\u202f\u205f\u3000\ufeff'],
  [KIND.tag, '<'],
  [KIND.escape, '&{'],
  [KIND.label, ':：[('],
  [KIND.dash, '-'],
  [KIND.angle, '>'],
  [KIND.digit, '0123456789'],
] as const) {
  for (const character of characters) KINDS[character.charCodeAt(0)] = kind;
}

for (let code = 0; code < KINDS.length; code += 1)
  if (isUnspaced(code)) KINDS[code] = (KINDS[code] ?? 0) | KIND.unspaced;

/** The text from a position to the next empty line, or to `limit`. */
export interface Paragraph {
  /** Where it ends: at the line end in front of the empty line. */
  readonly end: number;
  readonly isCut: boolean;
  readonly kinds: number;
  /** How many there are in front of its end. */
  readonly newlines: number;
}

/** Reads on from the start of a line. */
export function readParagraph(source: string, from: number, limit: number): Paragraph {
  let kinds = 0;
  let newlines = 0;
  let before: number = KIND.newline | KIND.gap;
  for (let at = from; at < limit; at += 1) {
    const kind = KINDS[source.charCodeAt(at)] as number;
    const shared = kind & before;
    if ((shared & KIND.newline) !== 0) return { end: at - 1, isCut: true, kinds, newlines: newlines - 1 };
    newlines += kind & KIND.newline;
    kinds |= kind | twice(shared);
    before = kind;
  }
  return { end: limit, isCut: false, kinds, newlines };
}

/** The kinds of all characters of a text. */
export function kindsIn(text: string): number {
  let kinds = 0;
  for (let from = 0; from < text.length; ) {
    const paragraph = readParagraph(text, from, text.length);
    kinds |= paragraph.kinds;
    from = Math.max(from, paragraph.end) + 1;
  }
  return kinds;
}
