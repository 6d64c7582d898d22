/** What a byte of UTF-8 means in the text of a plain caption. */
export const BYTE = {
  /** A letter, digit or mark that stands for itself. */
  usual: 0,
  space: 1,
  /** May stand behind a speaker's label, or between the numbers of a time. */
  colon: 2,
  /** May begin a stage direction. */
  bracket: 3,
  dash: 4,
  /** Begins a character reference, if a semicolon follows soon. */
  ampersand: 5,
  /** Begins a character of two bytes. */
  pair: 6,
  /** Begins one of two bytes that may be a control character or a no-break space. */
  oddPair: 7,
  /** Begins one of three bytes, which may be a dash, a quote or an ellipsis. */
  punctuation: 8,
  newline: 9,
  /** Begins a tag. */
  angle: 10,
  /** What plain captions do not have: control characters, wide scripts, pictures, `>`, SubRip's `{\an8}`. */
  odd: 11,
} as const;

/** The meaning of every byte. */
export const BYTES = new Uint8Array(256);

BYTES.fill(BYTE.odd, 0, 0x20).fill(BYTE.odd, 0x7f).fill(BYTE.pair, 0xc3, 0xe0);
BYTES[0xc2] = BYTE.oddPair;
BYTES[0xe2] = BYTE.punctuation;

for (const [meaning, characters] of [
  [BYTE.space, ' '],
  [BYTE.colon, ':'],
  [BYTE.bracket, '[('],
  [BYTE.dash, '-'],
  [BYTE.ampersand, '&'],
  [BYTE.newline, '\n'],
  [BYTE.angle, '<'],
  [BYTE.odd, '{>'],
] as const) {
  for (const character of characters) BYTES[character.charCodeAt(0)] = meaning;
}

const [STOPS, ENDS_WITH_SPACE, BEGINS_WITH_SPACE] = [1, 2, 4];

/** What two bytes side by side are, read as one number with the lower byte first. */
const PAIRS = new Uint8Array(0x10000);

for (let pair = 0; pair < PAIRS.length; pair += 1) {
  const [first = 0, second = 0] = [BYTES[pair & 0xff], BYTES[pair >> 8]];
  const stops = first > BYTE.space || second > BYTE.space || first + second > 1;
  PAIRS[pair] =
    (stops ? STOPS : 0) |
    (second === BYTE.space ? ENDS_WITH_SPACE : 0) |
    (first === BYTE.space ? BEGINS_WITH_SPACE : 0);
}

/** Bytes that are looked at two at a time, for a step takes as long for two as for one; zeros follow the last. */
export class PairedBytes {
  readonly bytes: Uint8Array;
  private readonly pairs: Uint16Array;

  constructor(source: Uint8Array) {
    this.bytes = new Uint8Array((source.length + 8) & ~1);
    this.bytes.set(source);
    this.pairs = new Uint16Array(this.bytes.buffer);
  }

  /** The first position from `at` on where a byte is not usual; of two spaces side by side the second is not. */
  skipUsual(at: number): number {
    const { bytes, pairs } = this;
    let index = at >> 1;
    let behindSpace = 0;
    if ((at & 1) === 1) {
      const meaning = BYTES[bytes[at] as number] as number;
      if (meaning > BYTE.space) return at;
      behindSpace = meaning === BYTE.space ? BEGINS_WITH_SPACE : 0;
      index += 1;
    }
    let pair = PAIRS[pairs[index] as number] as number;
    while ((pair & (STOPS | behindSpace)) === 0) {
      behindSpace = (pair & ENDS_WITH_SPACE) << 1;
      index += 1;
      pair = PAIRS[pairs[index] as number] as number;
    }
    const first = BYTES[bytes[index << 1] as number] as number;
    const isFirst = first > BYTE.space || (pair & behindSpace) !== 0;
    return (index << 1) + (isFirst ? 0 : 1);
  }
}

/** Without the byte order mark. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** With `\n` for `\r\n`, where the first line ends so. */
export function withPlainLineEnds(bytes: Uint8Array): Uint8Array {
  const first = bytes.indexOf(0x0a) - 1;
  if (bytes[first] !== 0x0d) return bytes;
  // No `slice`, which of a `Buffer` is no copy.
  const plain = new Uint8Array(bytes);
  let to = first;
  for (let at = first; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 0x0d && bytes[at + 1] === 0x0a) continue;
    plain[to] = byte;
    to += 1;
  }
  return plain.subarray(0, to);
}
