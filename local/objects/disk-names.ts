/** How the segments of a key are spelt as names on disk, so that Linux, macOS and Windows can all keep them. */

/** Bytes; file systems allow 255, and a copy made by hand may lengthen a name. */
const LONGEST_NAME = 240;
const LONGEST_KEY = 700;

const UNSAFE: ReadonlySet<string> = new Set('"%*:<>?|\\');
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/iu;

/** A folder cannot keep an object under this key, though a bucket might. */
export class UnstorableKeyError extends Error {
  override readonly name = 'UnstorableKeyError';
  readonly key: string;

  constructor(key: string, reason: string) {
    super(`${key}: ${reason}`);
    this.key = key;
  }
}

/** The name that a segment is written under: whatever some file system refuses or drops is spelt as %XX. */
export function nameOf(segment: string): string {
  const isDevice = DEVICE.test(segment);
  return segment.replace(/./gsu, (char, at: number) => {
    const isEdge = at === 0 || at === segment.length - 1;
    const mustEscape =
      UNSAFE.has(char) || char < ' ' || char === '\u007f' || (isEdge && '. '.includes(char)) || (isDevice && at === 0);
    return mustEscape ? `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}` : char;
  });
}

/** The segment that a name on disk stands for, also where somebody else wrote the file and escaped nothing. */
export function segmentOf(name: string): string {
  const written = name.normalize('NFC');
  const segment = written.replace(/%([0-7][0-9A-F])/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return nameOf(segment) === written ? segment : written;
}

/** Whether a segment can be on disk only under its own name, so that one look tells whether it is there. */
export const hasOneName = (segment: string): boolean => /^[\x20-\x7e]*$/u.test(segment) && nameOf(segment) === segment;

/** Whether any object can have this key: where not, nothing is looked for. */
export const isWellFormed = (key: string): boolean => faultOf(key) === undefined;

/** Throws where a folder cannot keep an object under this key for the key's own sake. */
export function assertStorable(key: string): void {
  const fault =
    faultOf(key) ??
    (Buffer.byteLength(key) > LONGEST_KEY ? `longer than ${LONGEST_KEY} bytes` : undefined) ??
    (key.split('/').some((segment) => Buffer.byteLength(nameOf(segment)) > LONGEST_NAME)
      ? `a part of it is longer than ${LONGEST_NAME} bytes`
      : undefined);
  if (fault !== undefined) throw new UnstorableKeyError(key, fault);
}

function faultOf(key: string): string | undefined {
  if (key.split('/').includes('')) return 'a part of it is empty';
  if (/\p{Surrogate}/u.test(key)) return 'not Unicode';
  if (key.normalize('NFC') !== key) return 'not in Unicode normalisation form C';
  return undefined;
}
