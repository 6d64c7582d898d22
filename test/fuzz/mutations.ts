/** Names in them are too short to be counted as words of the sample. */
const PIECES = [
  ...['\n', '\n\n', ' ', '\t', '\r', '\u00a0', '\u2028', '\ufffd', '\ud83d', '0', ','],
  ...['**', '_', ':', '[', ']', '](', '<', '>', '</', '-->', '<v ', '&amp;', '&', '"', '\\', '{', '}', '"}, {"'],
  ...['[0:01]', '0:01', '#', '---\n', 'Mia: ', '**Kim:** ', '- ', '>> ', '(laughs)', 'http://a.test', '<p>'],
  ...['<!--', '</p>', '</div>', 'NOTE ', 'STYLE\n', '| ', ';', "'", '`', 'Break: '],
];

/** Numbers below a limit that depend on the seed and the round alone. */
export type Chance = (below: number) => number;

export function chanceOf(seed: number, round: number): Chance {
  let state = Math.imul(round + 1, 2_654_435_761) ^ Math.imul(seed, 1_597_334_677) || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** The bytes with up to six small changes, now and then with a line doubled, taken out, or all that follows cut off. */
export function mutate(bytes: Uint8Array, below: Chance): Uint8Array {
  let mutated = bytes;
  for (let change = below(6); change >= 0; change -= 1) {
    mutated = below(8) === 0 ? changeLine(mutated, below) : changePiece(mutated, below);
  }
  return mutated;
}

function changePiece(bytes: Uint8Array, below: Chance): Uint8Array {
  const at = below(bytes.length + 1);
  const end = Math.min(bytes.length, at + below(40));
  const middle = [
    new TextEncoder().encode(PIECES[below(PIECES.length)]),
    new Uint8Array(),
    bytes.subarray(at, end),
    new Uint8Array([below(256)]),
  ][below(4)] as Uint8Array;
  return joined(bytes.subarray(0, at), middle, bytes.subarray(below(2) === 0 ? at : end));
}

function changeLine(bytes: Uint8Array, below: Chance): Uint8Array {
  const at = below(bytes.length + 1);
  const from = bytes.lastIndexOf(0x0a, at - 1) + 1;
  const newline = bytes.indexOf(0x0a, at);
  const to = newline < 0 ? bytes.length : newline + 1;
  const change = below(5);
  if (change === 0) return bytes.subarray(0, at);
  if (change < 3) return joined(bytes.subarray(0, from), bytes.subarray(to));
  return joined(bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
