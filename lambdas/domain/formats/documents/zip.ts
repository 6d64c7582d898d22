import { Inflate } from 'fflate';
import { RejectedTranscriptError } from '../../errors';

/** More text than any conversation has: 64 MB unpacked. */
const LARGEST_FILE = 64 * 1024 * 1024;
const STEP = 64 * 1024;
const MOST_FILES = 10_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_FILE = 0x04034b50;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
  /** Checksum of the unpacked bytes. */
  readonly checksum: number;
}

/** The named files of a ZIP archive as text; nothing else of it is unpacked, and no name leads anywhere. */
export function readArchive(
  bytes: Uint8Array,
  names: readonly string[],
  required: string,
): ReadonlyMap<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(view, bytes).filter(({ name }) => names.includes(name));
  if (!entries.some(({ name }) => name === required)) {
    throw new RejectedTranscriptError(
      'unknown-format',
      'This is a ZIP archive, but no Word document: upload the DOCX itself, or the transcript as text.',
    );
  }
  return new Map(entries.map((entry) => [entry.name, new TextDecoder().decode(unpack(view, bytes, entry))]));
}

function directoryOf(view: DataView, bytes: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  let at = directoryStart(view);
  while (
    at >= 0 &&
    at + 46 <= view.byteLength &&
    view.getUint32(at, true) === DIRECTORY_ENTRY &&
    entries.length < MOST_FILES
  ) {
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The directory's place stands at the end, in front of a comment of up to 64 KB. */
function directoryStart(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && view.byteLength - at < 0x10000 + 22; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return view.getUint32(at + 16, true);
  }
  throw broken();
}

/** What does not have its checksum was changed on the way: words of it may be others, or missing. */
function unpack(view: DataView, bytes: Uint8Array, entry: Entry): Uint8Array {
  const content = unpacked(view, bytes, entry);
  if (checksumOf(content) !== entry.checksum) throw broken();
  return content;
}

/** The table of CRC-32, as ZIP uses it. */
const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let checksum = byte;
  for (let bit = 0; bit < 8; bit += 1) checksum = checksum & 1 ? (checksum >>> 1) ^ 0xedb88320 : checksum >>> 1;
  return checksum;
});

function checksumOf(content: Uint8Array): number {
  let checksum = 0xffffffff;
  for (const byte of content) checksum = (CHECKSUMS[(checksum ^ byte) & 0xff] as number) ^ (checksum >>> 8);
  return ~checksum >>> 0;
}

function unpacked(view: DataView, bytes: Uint8Array, { method, packed, offset }: Entry): Uint8Array {
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL_FILE) throw broken();
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const content = bytes.subarray(from, from + packed);
  if (method === 0) return content;
  if (method !== 8) throw broken();
  return inflate(content);
}

/** Unpacks step by step and stops at the limit, whatever size the archive claims. */
function inflate(packed: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const stream = new Inflate((chunk, final) => {
    size += chunk.length;
    chunks.push(chunk);
    ended = final;
  });
  for (let at = 0; at < packed.length && !ended; at += STEP) {
    try {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    } catch (cause) {
      throw broken(cause);
    }
    if (size > LARGEST_FILE) {
      throw new RejectedTranscriptError(
        'too-large',
        'This document unpacks to more than 64 MB of text; no transcript is that long.',
      );
    }
  }
  if (!ended) throw broken();
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function broken(cause?: unknown): RejectedTranscriptError {
  return new RejectedTranscriptError(
    'broken',
    'This DOCX file is damaged: it ends early or was changed on the way. Save and upload it again.',
    { cause },
  );
}
