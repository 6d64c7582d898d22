import { RejectedTranscriptError } from '../errors';
import { skipBlanks } from '../text/characters';
import { LineCounter } from '../text/line-counter';
import type { Warning } from '../transcript';

/** Uploads above this size are refused: 25 MB. */
export const LARGEST_UPLOAD = 25 * 1024 * 1024;

/** The text of an upload, with `\n` for every line end and no byte order mark. */
export interface DecodedText {
  readonly text: string;
  readonly warnings: readonly Warning[];
}

/** Finds out how the bytes are encoded, and decodes them; rejects what is no text. */
export function decode(bytes: Uint8Array): DecodedText {
  const { encoding, decoded } = decodeBytes(bytes);
  const text = withPlainLineEnds(decoded);
  if (skipBlanks(text, 0) === text.length)
    throw new RejectedTranscriptError('empty', 'The file is empty: it has no words in it.');
  const warnings: Warning[] = [];
  if (encoding === 'windows-1252') {
    warnings.push({
      message: 'The file is not UTF-8; it was read as Windows-1252. Save it as UTF-8 if letters look wrong.',
    });
  }
  warnings.push(...replacementWarnings(text));
  return { text, warnings };
}

/** True for the signature of a ZIP file, which a DOCX is. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6)
  );
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at += 1) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd * 5 > sample.length && even * 10 <= odd) return 'utf-16le';
  if (even * 5 > sample.length && odd * 10 <= even) return 'utf-16be';
  rejectBinary(bytes, sample, even + odd);
  return 'utf-8';
}

function decodeBytes(bytes: Uint8Array): { encoding: string; decoded: string } {
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8') return { encoding, decoded: new TextDecoder(encoding).decode(bytes) };
  try {
    return { encoding, decoded: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const lenient = isMostlyUtf8(bytes) ? 'utf-8' : 'windows-1252';
    const decoded = new TextDecoder(lenient).decode(bytes);
    return { encoding: lenient, decoded: lenient === 'utf-8' ? decoded : withTypography(decoded) };
  }
}

/** Of 0x80 to 0x9f in Windows-1252; five of them are nothing. */
const TYPOGRAPHY = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Some versions of Node take Windows-1252 for Latin-1, and leave its dashes and quotes as control characters. */
export function withTypography(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (character) => TYPOGRAPHY[character.charCodeAt(0) - 0x80] as string);
}

function rejectBinary(bytes: Uint8Array, sample: Uint8Array, zeros: number): void {
  let controls = zeros;
  for (const byte of sample) if (byte > 0 && byte < 32 && (byte < 7 || byte > 13) && byte !== 0x1b) controls += 1;
  const isPdf = bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46;
  if (!isPdf && controls * 50 <= sample.length) return;
  const kind = isPdf ? 'This is a PDF' : 'This is not text (audio or an image, perhaps)';
  throw new RejectedTranscriptError(
    'not-text',
    `${kind}. Upload the transcript as text, Markdown, captions (VTT or SRT), JSON, HTML or DOCX.`,
  );
}

/** A stray bad byte does not make a UTF-8 file Windows-1252; more bad than good ones do. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte < 0x80) continue;
    const follows =
      byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xc2 && byte < 0xe0 ? 1 : 0;
    let step = 0;
    while (step < follows && ((bytes[at + step + 1] ?? 0) & 0xc0) === 0x80) step += 1;
    if (follows > 0 && step === follows) good += 1;
    else bad += 1;
    at += step;
  }
  return bad <= good;
}

/** JSON lets the separators of lines and paragraphs stand in its strings, and no line end. */
const JSON_BEGINNING = /^\s*(?:\{\s*"|\[\s*[{["])/u;

function withPlainLineEnds(text: string): string {
  const plain = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
  return (plain.includes('\u2028') || plain.includes('\u2029')) && !JSON_BEGINNING.test(plain)
    ? plain.replaceAll('\u2028', '\n').replaceAll('\u2029', '\n')
    : plain;
}

const MOST_REPLACEMENTS = 5;

function replacementWarnings(text: string): Warning[] {
  const warnings: Warning[] = [];
  const lines = new LineCounter(text);
  let at = text.indexOf('\uFFFD');
  while (at >= 0 && warnings.length < MOST_REPLACEMENTS) {
    const line = lines.at(at);
    warnings.push({
      line,
      message: 'A letter was already lost in this file (shown as �): save it as UTF-8 from where it was written.',
    });
    const lineEnd = text.indexOf('\n', at);
    at = lineEnd < 0 ? -1 : text.indexOf('\uFFFD', lineEnd);
  }
  if (at >= 0) warnings.push({ line: lines.at(at), message: 'Letters are lost on more lines below this one as well.' });
  return warnings;
}
