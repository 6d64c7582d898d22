/** A short fingerprint of a word (FNV-1a, 32 bits): tells whether a list has it without printing the list. */
export function fingerprintOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/** The fingerprints of a list, each in base 36, with blanks between them. */
export const fingerprintsIn = (list: string): ReadonlySet<number> =>
  new Set(list.split(' ').map((fingerprint) => Number.parseInt(fingerprint, 36)));
