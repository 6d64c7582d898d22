import { isBlank, isDigit, isWordCharacter, skipBlanks } from '../../text/characters';
import { LineCounter } from '../../text/line-counter';
import { roundToMilliseconds } from '../../text/times';

/** One block of a caption file: shown from `start` to `end`, in seconds. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  /** 1-based line of its times. */
  readonly line: number;
  /** As written, tags and all; `\n` between lines. */
  text: string;
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

/** A line with times: where it stands, and what it says. */
interface TimingLine {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** What stands behind the times, unless it is settings. */
  readonly text: string;
}

/** Jumps from arrow to arrow; only what lies between two cues in an unusual way is looked at line by line. */
class CueScanner {
  private readonly source: string;
  private readonly cues: Cue[] = [];
  private readonly notes: { text: string; line: number }[] = [];
  private readonly unreadable: number[] = [];
  private readonly lines: LineCounter;
  private blank = -2;

  constructor(source: string) {
    this.source = source;
    this.lines = new LineCounter(source);
  }

  scan(): ScannedCaptions {
    const { source } = this;
    let timing = this.nextTiming(0);
    this.placeRest(0, timing?.from ?? source.length, timing !== undefined);
    while (timing) {
      const line = this.lines.at(timing.from);
      const next = this.nextTiming(timing.to + 1);
      const cue = { start: timing.start, end: timing.end, line, text: '' };
      this.cues.push(cue);
      this.readText(cue, timing.to, next?.from ?? source.length, next !== undefined);
      if (timing.text !== '') cue.text = `${timing.text}\n${cue.text}`;
      timing = next;
    }
    return { cues: this.cues, notes: this.notes, unreadable: this.unreadable };
  }

  private nextTiming(from: number): TimingLine | undefined {
    const { source } = this;
    for (let arrow = source.indexOf('-->', from); arrow >= 0; ) {
      const start = source.lastIndexOf('\n', arrow) + 1;
      const newline = source.indexOf('\n', arrow);
      const to = newline < 0 ? source.length : newline;
      const timing = readTiming(source, start, arrow);
      if (timing)
        return { from: start, to, start: timing.start, end: timing.end, text: textBehind(source, timing.at, to) };
      this.unreadable.push(this.lines.at(start));
      arrow = newline < 0 ? -1 : source.indexOf('-->', newline);
    }
    return undefined;
  }

  /** A cue's text ends with a blank line, or where the next cue begins. */
  private readText(cue: Cue, newline: number, end: number, followed: boolean): void {
    const { source } = this;
    if (this.blank !== -1 && this.blank < newline) this.blank = source.indexOf('\n\n', newline);
    const { blank } = this;
    if (blank >= 0 && blank < end) {
      if (blank > newline) cue.text = source.slice(newline + 1, blank);
      this.placeRest(blank + 2, end, followed);
      return;
    }
    const text = source.slice(newline + 1, end).trimEnd();
    const last = text.lastIndexOf('\n');
    cue.text = followed && isCounter(text.slice(last + 1)) ? text.slice(0, Math.max(0, last)) : text;
  }

  /** What stands between a blank line and the next cue: usually that cue's identifier or counter, and nothing else. */
  private placeRest(from: number, end: number, followed: boolean): void {
    const { source } = this;
    let start = from;
    while (start < end && source.charCodeAt(start) === 0x0a) start += 1;
    if (start >= end) return;
    const newline = source.indexOf('\n', start);
    if (followed && newline === end - 1) return;
    const first = this.lines.at(start);
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
    else if (!isCounter(text)) last.text += `\n${text}`;
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

/** `00:00:01.000 --> 00:00:02.000 settings`, with whatever blanks there are or are not. */
function readTiming(
  source: string,
  from: number,
  arrow: number,
): { start: number; end: number; at: number } | undefined {
  const first = readTimestamp(source, from);
  if (!first || (first.at !== arrow && skipBlanks(source, first.at) !== arrow)) return undefined;
  const second = readTimestamp(source, arrow + 3);
  if (!second) return undefined;
  const behind = source[second.at];
  return behind === undefined || isBlank(behind)
    ? { start: first.seconds, end: second.seconds, at: second.at }
    : undefined;
}

/** `align:start position:10%` are settings; words behind the times are meant to be said. */
function textBehind(source: string, at: number, to: number): string {
  if (at >= to) return '';
  const rest = source.slice(at, to).trim();
  return rest.split(' ').every((word) => word === '' || (word.includes(':') && !word.includes('>'))) ? '' : rest;
}

const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/** `100:00:01.000`, `00:01,5`, `0.860`, `00:00:01:000`; blanks between the parts are let pass. */
function readTimestamp(source: string, from: number): { seconds: number; at: number } | undefined {
  let at = from;
  let seconds = 0;
  for (let field = 0; field < 4; field += 1) {
    let code = source.charCodeAt(at);
    for (; code === 0x20 || code === 0x09; code = source.charCodeAt(at)) at += 1;
    const start = at;
    let number = 0;
    for (; code >= 48 && code <= 57 && at - start < 9; code = source.charCodeAt(at)) {
      number = number * 10 + code - 48;
      at += 1;
    }
    if (at === start) return undefined;
    if (field === 3) return { seconds: roundToMilliseconds(seconds + number / (POWERS[at - start] as number)), at };
    seconds = seconds * 60 + number;
    if (code !== 0x3a) break;
    at += 1;
  }
  const point = source.charCodeAt(at);
  if (point !== 0x2e && point !== 0x2c) return { seconds, at };
  let digits = at + 1;
  while (source.charCodeAt(digits) === 0x20) digits += 1;
  let fraction = 0;
  let end = digits;
  for (let code = source.charCodeAt(end); code >= 48 && code <= 57 && end - digits < 9; code = source.charCodeAt(end)) {
    fraction = fraction * 10 + code - 48;
    end += 1;
  }
  if (end > digits)
    return { seconds: roundToMilliseconds(seconds + fraction / (POWERS[end - digits] as number)), at: end };
  return { seconds, at };
}
