import { KIND, kindsIn, twice } from '../character-kinds';
import { BYTE, BYTES, PairedBytes } from './bytes';
import { PlainRows } from './rows';

/** A plain file as it was scanned. */
export interface PlainScan {
  readonly rows: PlainRows;
  /** Where in the bytes the cues end from which is told whether the file is plain throughout. */
  readonly sampleEnd: number;
}

const SAMPLE = 60;
/** Bytes of the shortest cue: `00:01.000 --> 00:03.000`, a line of text, a blank line. */
const SHORTEST_CUE = 26;
/** Their milliseconds are numbers of 32 bits. */
const MOST_HOURS = 500;
const MOST_VOICES = 50;
const NOT_IN_NAMES = KIND.odd | KIND.tag | KIND.escape | KIND.newline | twice(KIND.gap);
const LONGEST_VOICE = 200;
const LONGEST_REFERENCE = 12;

const [NEWLINE, SPACE, HASH, COMMA, DASH, POINT, SLASH] = [0x0a, 0x20, 0x23, 0x2c, 0x2d, 0x2e, 0x2f];
const [COLON, SEMICOLON, ANGLE, GREATER, LETTER_V] = [0x3a, 0x3b, 0x3c, 0x3e, 0x76];

/** Scans the bytes of a file; undefined at the first thing that is not plain. */
export function scanPlain(source: Uint8Array): PlainScan | undefined {
  return new PlainScanner(source).scan();
}

class PlainScanner {
  private readonly paired: PairedBytes;
  /** What is said is put together in front of what is still to be read. */
  private readonly bytes: Uint8Array;
  private readonly size: number;
  private readonly rows: PlainRows;
  private at = 0;
  private line = 1;
  /** How many bytes of what is said are put together. */
  private written = 0;
  /** How many bytes of what is said are no UTF-16 code of their own. */
  private surplus = 0;
  /** Where what is said next begins, which is not put there yet. */
  private piece = 0;
  /** The names met so far, each with the `>` behind it, in the order of the rows' voices. */
  private readonly voices: Uint8Array[] = [];

  constructor(source: Uint8Array) {
    this.paired = new PairedBytes(source);
    this.bytes = this.paired.bytes;
    this.size = source.length;
    this.rows = new PlainRows(this.size);
  }

  scan(): PlainScan | undefined {
    let sampleEnd = 0;
    if (!this.skipHeader()) return undefined;
    for (let cue = 0; this.at < this.size; cue += 1) {
      if (!this.readTimes() || !this.readText()) return undefined;
      if (cue < SAMPLE) sampleEnd = this.at;
    }
    const said = decoded(this.bytes.subarray(0, this.written - 1));
    if (said === undefined) return undefined;
    this.rows.said = said;
    return { rows: this.rows, sampleEnd };
  }

  /** Goes to the first line of times, or the counter above it. */
  private skipHeader(): boolean {
    const { bytes } = this;
    if (digit(bytes, 0) >= 0) return true;
    for (let at = 0; at < this.size; at += 1) {
      const byte = bytes[at] as number;
      if (byte === GREATER && bytes[at - 1] === DASH && bytes[at - 2] === DASH) return true;
      if (byte === NEWLINE) {
        this.line += 1;
        this.at = at + 1;
      } else if (byte < SPACE || byte > 0x7e) return false;
    }
    return false;
  }

  /** `00:00:01.000 --> 00:00:03.000` and nothing else, perhaps below a counter. */
  private readTimes(): boolean {
    const { bytes } = this;
    let at = this.at;
    while (digit(bytes, at) >= 0) at += 1;
    if (bytes[at] === NEWLINE && at > this.at) {
      this.at = at + 1;
      this.line += 1;
    }
    if (this.at + SHORTEST_CUE > this.size) return false;
    const start = this.readTime();
    at = this.at;
    if (bytes[at] !== SPACE || bytes[at + 1] !== DASH || bytes[at + 2] !== DASH || bytes[at + 3] !== GREATER)
      return false;
    if (bytes[at + 4] !== SPACE) return false;
    this.at = at + 5;
    const end = this.readTime();
    if (start < 0 || end < 0 || bytes[this.at] !== NEWLINE) return false;
    this.rows.begin(start, end, this.line, this.written - this.surplus);
    this.at += 1;
    this.line += 1;
    return true;
  }

  /** Milliseconds of `00:01.000`, `00:00:01.000` or `100:00:01,000`; negative for anything else. */
  private readTime(): number {
    const { bytes } = this;
    let at = this.at;
    let hours = 0;
    if (bytes[at + 5] === COLON) {
      hours = twoDigits(bytes, at);
      at += 3;
    } else if (bytes[at + 6] === COLON) {
      hours = threeDigits(bytes, at);
      at += 4;
    }
    const minutes = twoDigits(bytes, at);
    const seconds = twoDigits(bytes, at + 3);
    const hundredths = twoDigits(bytes, at + 6);
    const thousandths = digit(bytes, at + 8);
    const point = bytes[at + 5];
    if (bytes[at + 2] !== COLON || (point !== POINT && point !== COMMA)) return -1;
    if (at > this.at && bytes[at - 1] !== COLON) return -1;
    this.at = at + 9;
    if ((hours | minutes | seconds | hundredths | thousandths) < 0) return -1;
    return hours > MOST_HOURS ? -1 : ((hours * 60 + minutes) * 60 + seconds) * 1000 + hundredths * 10 + thousandths;
  }

  /** The lines of a cue down to the blank line below them. */
  private readText(): boolean {
    const { bytes, rows, size } = this;
    if (bytes[this.at] === ANGLE && !this.readVoice()) return false;
    this.piece = this.at;
    while (this.readLine()) {
      const end = this.at;
      const isVoiceEnd = bytes[end] === ANGLE;
      this.at += isVoiceEnd ? 5 : 1;
      this.line += 1;
      if (this.at >= size || bytes[this.at] === NEWLINE) {
        this.keep(end, this.at);
        rows.end(this.written - this.surplus - 1);
        for (; bytes[this.at] === NEWLINE; this.at += 1) this.line += 1;
        return true;
      }
      if (isVoiceEnd) return false;
      if (bytes[end - 1] === SPACE) this.keep(end, this.at);
      else bytes[end] = SPACE;
    }
    return false;
  }

  /** `<v Nora>` in front of a cue. */
  private readVoice(): boolean {
    const { bytes, rows, voices } = this;
    const from = this.at + 3;
    if (bytes[from - 2] !== LETTER_V || bytes[from - 1] !== SPACE) return false;
    let index = 0;
    while (index < voices.length && !standsAt(bytes, from, voices[index] as Uint8Array)) index += 1;
    if (index === voices.length && !this.addVoice(from)) return false;
    rows.setVoice(rows.length - 1, index + 1);
    this.at = from + (voices[index] as Uint8Array).length;
    return true;
  }

  /** A voice that is met for the first time; false if its name is not plain. */
  private addVoice(from: number): boolean {
    const length = this.bytes.subarray(from, from + LONGEST_VOICE).indexOf(GREATER);
    const name = length < 1 ? undefined : decoded(this.bytes.subarray(from, from + length));
    if (name === undefined || name !== name.trim() || name.includes('\ufffd')) return false;
    if ((kindsIn(name) & NOT_IN_NAMES) !== 0) return false;
    this.rows.voiceOf(name);
    return this.voices.push(this.bytes.slice(from, from + length + 1)) <= MOST_VOICES;
  }

  /** Reads a line up to its end, or to the end of its voice. */
  private readLine(): boolean {
    const { bytes, paired } = this;
    let hasSpaces = bytes[this.at] === SPACE;
    if (hasSpaces) this.skipSpaces();
    if (!mayBeginLine(bytes, this.at)) return false;
    const from = this.saidUpTo(this.at);
    let hasColon = false;
    for (;;) {
      const at = paired.skipUsual(this.at);
      const meaning = BYTES[bytes[at] as number] as number;
      this.at = at;
      if (meaning >= BYTE.newline) {
        if (meaning === BYTE.angle ? !this.endsVoice(at) : meaning === BYTE.odd && at !== this.size) return false;
        if (hasColon) this.rows.addColon(from, this.saidUpTo(bytes[at - 1] === SPACE ? at - 1 : at));
        return !hasColon || !hasSpaces;
      }
      if (meaning === BYTE.space) {
        this.skipSpaces();
        hasSpaces = true;
      } else if (meaning === BYTE.colon) {
        this.at += 1;
        hasColon = true;
      } else if (!this.readCharacter(meaning)) return false;
    }
  }

  /** Reads a character that is not usual; false where plain captions have no such one. */
  private readCharacter(meaning: number): boolean {
    const { bytes, rows } = this;
    const next = bytes[this.at + 1] as number;
    const length = meaning === BYTE.punctuation ? 3 : meaning >= BYTE.pair ? 2 : 1;
    this.at += length;
    this.surplus += length - 1;
    if (meaning === BYTE.bracket) rows.hasBrackets = true;
    if (meaning === BYTE.dash) rows.hasDashes ||= next === SPACE;
    if (meaning === BYTE.ampersand) return !bytes.subarray(this.at, this.at + LONGEST_REFERENCE).includes(SEMICOLON);
    if (meaning === BYTE.oddPair) return next > 0xa0;
    return meaning !== BYTE.punctuation || isPunctuation(bytes, this.at - 3);
  }

  /** `</v>` behind all that a voice says. */
  private endsVoice(at: number): boolean {
    const { bytes, rows } = this;
    const isTag = bytes[at + 1] === SLASH && bytes[at + 2] === LETTER_V && bytes[at + 3] === GREATER;
    return isTag && rows.isVoiced(rows.length - 1) && (at + 4 === this.size || bytes[at + 4] === NEWLINE);
  }

  private skipSpaces(): void {
    const from = this.at;
    while (this.bytes[this.at] === SPACE) this.at += 1;
    this.keep(from, this.at);
  }

  /** Takes what is said up to a position, with one space at its end; goes on at another. */
  private keep(end: number, next: number): void {
    const { bytes, piece } = this;
    const to = bytes[end - 1] === SPACE ? end - 1 : end;
    this.piece = next;
    if (to <= piece) return;
    bytes.copyWithin(this.written, piece, to);
    this.written += to - piece;
    bytes[this.written] = SPACE;
    this.written += 1;
  }

  /** How much is said up to a position. */
  private saidUpTo(at: number): number {
    return this.written + at - this.piece - this.surplus;
  }
}

/** A speaker's mark, a heading or a name in brackets begins with something else. */
function mayBeginLine(bytes: Uint8Array, at: number): boolean {
  const meaning = BYTES[bytes[at] as number] as number;
  if (meaning === BYTE.punctuation) return isPunctuation(bytes, at) && (bytes[at + 2] as number) > 0x97;
  return meaning === BYTE.pair || (meaning === BYTE.usual && bytes[at] !== HASH);
}

/** Dashes, quotes and the ellipsis: U+2010 to U+2027. */
function isPunctuation(bytes: Uint8Array, at: number): boolean {
  const last = bytes[at + 2] as number;
  return bytes[at + 1] === 0x80 && last >= 0x90 && last < 0xa8;
}

function standsAt(bytes: Uint8Array, from: number, part: Uint8Array): boolean {
  for (let at = 0; at < part.length; at += 1) if (bytes[from + at] !== part[at]) return false;
  return true;
}

/** Negative where one of them is no digit. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = digit(bytes, at);
  const ones = digit(bytes, at + 1);
  return (tens | ones) < 0 ? -1 : tens * 10 + ones;
}

function threeDigits(bytes: Uint8Array, at: number): number {
  const hundreds = digit(bytes, at);
  const rest = twoDigits(bytes, at + 1);
  return (hundreds | rest) < 0 ? -1 : hundreds * 100 + rest;
}

function digit(bytes: Uint8Array, at: number): number {
  const value = (bytes[at] as number) - 0x30;
  return value > 9 ? -1 : value;
}

/** Undefined for bytes that are no UTF-8. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
