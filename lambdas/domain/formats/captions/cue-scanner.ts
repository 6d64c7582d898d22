import { isBlank, isDigit, isWordCharacter, skipBlanks } from '../../text/characters';
import { LineCounter } from '../../text/line-counter';
import { roundToMilliseconds } from '../../text/times';
import { readParagraph } from './character-kinds';

/** One block of a caption file: shown from `start` to `end`, in seconds. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  /** 1-based line of its times. */
  readonly line: number;
  /** As written, tags and all; `\n` between lines. */
  text: string;
  /** Of all its characters; see `KIND`. */
  kinds: number;
}

/** What a caption file holds besides its cues. */
export interface ScannedCaptions {
  readonly cues: readonly Cue[];
  /** Comments, and text in front of the first cue. */
  readonly notes: readonly { readonly text: string; readonly line: number }[];
  /** Lines with an arrow but no times that can be read. */
  readonly unreadable: readonly number[];
}

/** Reads the cues of WebVTT and SubRip alike, as leniently as players do; one pass, no look back. */
export function scanCues(source: string): ScannedCaptions {
  return new CueScanner(source).scan();
}

/** Jumps from arrow to arrow; only what lies between two cues in an unusual way is looked at line by line. */
class CueScanner {
  private readonly source: string;
  private readonly cues: Cue[] = [];
  private readonly notes: { text: string; line: number }[] = [];
  private readonly unreadable: number[] = [];
  private readonly lines: LineCounter;
  /** Counts anew behind `lines`, which is one cue ahead. */
  private readonly restLines: LineCounter;
  private readonly clock: TimestampReader;
  /** Where the line with the times of the cue found last begins and ends. */
  private from = 0;
  private to = -1;

  constructor(source: string) {
    this.source = source;
    this.lines = new LineCounter(source);
    this.restLines = new LineCounter(source);
    this.clock = new TimestampReader(source);
  }

  scan(): ScannedCaptions {
    const { source } = this;
    let cue = this.nextCue();
    this.placeRest(0, cue ? this.from : source.length, cue !== undefined);
    while (cue) {
      this.cues.push(cue);
      const newline = this.to;
      const next = this.nextCue();
      this.readText(cue, newline, next ? this.from : source.length, next !== undefined);
      cue = next;
    }
    return { cues: this.cues, notes: this.notes, unreadable: this.unreadable };
  }

  /** The next line with times; the text of its cue is only what stands behind them. */
  private nextCue(): Cue | undefined {
    const { source } = this;
    for (let arrow = source.indexOf('-->', this.to + 1); arrow >= 0; ) {
      const from = lineStart(source, arrow);
      const newline = source.indexOf('\n', arrow);
      const line = this.lines.at(from);
      const cue = this.readTimes(from, arrow, line);
      if (cue) {
        this.from = from;
        this.to = newline < 0 ? source.length : newline;
        add(cue, textBehind(source, this.clock.at, this.to));
        return cue;
      }
      this.unreadable.push(line);
      arrow = newline < 0 ? -1 : source.indexOf('-->', newline);
    }
    return undefined;
  }

  /** `00:00:01.000 --> 00:00:02.000 settings`, with whatever blanks there are or are not. */
  private readTimes(from: number, arrow: number, line: number): Cue | undefined {
    const { source, clock } = this;
    const start = clock.read(from);
    if (start < 0 || (clock.at !== arrow && skipBlanks(source, clock.at) !== arrow)) return undefined;
    const end = clock.read(arrow + 3);
    if (end < 0 || (clock.at < source.length && !isBlank(source[clock.at]))) return undefined;
    return { start, end, line, text: '', kinds: 0 };
  }

  /** A cue's text ends with a blank line, or where the next cue begins. */
  private readText(cue: Cue, newline: number, end: number, followed: boolean): void {
    const { source } = this;
    const paragraph = readParagraph(source, newline + 1, end);
    cue.kinds |= paragraph.kinds;
    if (paragraph.isCut) {
      if (paragraph.end > newline) addText(cue, source.slice(newline + 1, paragraph.end));
      this.placeRest(paragraph.end + 2, end, followed);
      return;
    }
    const text = source.slice(newline + 1, end).trimEnd();
    const last = text.lastIndexOf('\n');
    addText(cue, followed && isCounter(text.slice(last + 1)) ? text.slice(0, Math.max(0, last)) : text);
  }

  /** What stands between a blank line and the next cue: usually that cue's identifier or counter, and nothing else. */
  private placeRest(from: number, end: number, followed: boolean): void {
    const { source } = this;
    let start = from;
    while (start < end && source.charCodeAt(start) === 0x0a) start += 1;
    if (start >= end) return;
    const newline = source.indexOf('\n', start);
    if (followed && newline === end - 1) return;
    const first = this.restLines.at(start);
    const lines = source.slice(start, end).split('\n');
    if (followed) lines.pop();
    if (followed && isIdentifier(lines)) lines.pop();
    let block: string[] = [];
    for (const [index, text] of [...lines, ''].entries()) {
      if (!isBlankLine(text)) block.push(text);
      else if (block.length > 0) {
        this.placeStray(block.join('\n'), first + index - block.length);
        block = [];
      }
    }
  }

  /** A block without times: a comment, a header, or the rest of a cue that had a blank line in it. */
  private placeStray(text: string, line: number): void {
    const note = ['NOTE', 'STYLE', 'REGION', 'WEBVTT'].some(
      (word) => text.startsWith(word) && !isWordCharacter(text[word.length]),
    );
    const last = this.cues.at(-1);
    if (note || !last) this.notes.push({ text, line });
    else if (!isCounter(text)) add(last, text);
  }
}

/** The last line, if it is a counter or stands alone: words below other words are a cue whose times are broken. */
function isIdentifier(lines: readonly string[]): boolean {
  return isCounter(lines.at(-1) ?? '') || isBlankLine(lines.at(-2) ?? '');
}

function isBlankLine(text: string): boolean {
  return text.length === 0 || (isBlank(text[0]) && skipBlanks(text, 0) === text.length);
}

function isCounter(text: string): boolean {
  const trimmed = text.trim();
  let at = 0;
  while (isDigit(trimmed[at])) at += 1;
  return at > 0 && at === trimmed.length;
}

/** Text of a cue with the kinds of its characters. */
export function scannedText(text: string): Pick<Cue, 'text' | 'kinds'> {
  return { text, kinds: readParagraph(text, 0, text.length).kinds };
}

function add(cue: Cue, text: string): void {
  if (text === '') return;
  addText(cue, text);
  cue.kinds |= readParagraph(text, 0, text.length).kinds;
}

function addText(cue: Cue, text: string): void {
  cue.text = cue.text === '' ? text : `${cue.text}\n${text}`;
}

/** Where the line begins on which `at` stands. */
function lineStart(source: string, at: number): number {
  let start = at;
  while (start > 0 && source.charCodeAt(start - 1) !== 0x0a) start -= 1;
  return start;
}

/** `align:start position:10%` are settings; words behind the times are meant to be said. */
function textBehind(source: string, at: number, to: number): string {
  if (at >= to) return '';
  const rest = source.slice(at, to).trim();
  return rest.split(' ').every((word) => word === '' || (word.includes(':') && !word.includes('>'))) ? '' : rest;
}

const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/** Reads `100:00:01.000`, `00:01,5`, `0.860`, `00:00:01:000`; blanks between the parts are let pass. */
class TimestampReader {
  private readonly source: string;
  /** Behind what was read last. */
  at = 0;
  private digits = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** Seconds; -1 where there is no time. */
  read(from: number): number {
    const { source } = this;
    this.at = from;
    let seconds = 0;
    for (let field = 0; field < 4; field += 1) {
      let code = source.charCodeAt(this.at);
      for (; code === 0x20 || code === 0x09; code = source.charCodeAt(this.at)) this.at += 1;
      const number = this.number();
      if (this.digits === 0) return -1;
      if (field === 3) return roundToMilliseconds(seconds + number / (POWERS[this.digits] as number));
      seconds = seconds * 60 + number;
      if (source.charCodeAt(this.at) !== 0x3a) break;
      this.at += 1;
    }
    return this.withFraction(seconds);
  }

  private withFraction(seconds: number): number {
    const { source, at } = this;
    const point = source.charCodeAt(at);
    if (point !== 0x2e && point !== 0x2c) return seconds;
    this.at += 1;
    while (source.charCodeAt(this.at) === 0x20) this.at += 1;
    const fraction = this.number();
    if (this.digits > 0) return roundToMilliseconds(seconds + fraction / (POWERS[this.digits] as number));
    this.at = at;
    return seconds;
  }

  /** At most nine digits. */
  private number(): number {
    const { source, at } = this;
    let end = at;
    let number = 0;
    for (let code = source.charCodeAt(end); code >= 48 && code <= 57 && end - at < 9; code = source.charCodeAt(end)) {
      number = number * 10 + code - 48;
      end += 1;
    }
    this.at = end;
    this.digits = end - at;
    return number;
  }
}
