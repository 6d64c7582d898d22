import { countWords, isBlank, isDigit, isWordCharacter, skipBlanks } from '../../text/characters';
import { endsSentence } from '../../text/joining';
import { LineCounter } from '../../text/line-counter';
import { readParagraph } from './character-kinds';
import { Cues } from './cues';
import { TimestampReader } from './timestamps';

/** What a caption file holds. */
export interface ScannedCaptions {
  readonly cues: Cues;
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
  private readonly cues: Cues;
  private readonly notes: { text: string; line: number }[] = [];
  /** Where the arrows without times stand. */
  private readonly unreadable: number[] = [];
  private readonly lines: LineCounter;
  private readonly clock: TimestampReader;
  private readonly isWebvtt: boolean;
  /** Where the line of times found last begins and ends. */
  private from = 0;
  private to = -1;
  /** What it says, in seconds. */
  private start = 0;
  private end = 0;

  constructor(source: string) {
    this.source = source;
    this.cues = new Cues(source);
    this.lines = new LineCounter(source);
    this.clock = new TimestampReader(source);
    this.isWebvtt = source.slice(0, 100).trimStart().startsWith('WEBVTT');
  }

  scan(): ScannedCaptions {
    const { source, cues } = this;
    let found = this.findTimes();
    this.placeRest(0, found ? this.from : source.length, found);
    while (found) {
      const newline = this.to;
      cues.begin(this.start, this.end, this.lines.at(this.from));
      const behind = textBehind(source, this.clock.at, newline);
      if (behind !== '') this.cues.add(behind);
      found = this.findTimes();
      this.readText(newline, found ? this.from : source.length, found);
    }
    const arrowLines = new LineCounter(source);
    return { cues, notes: this.notes, unreadable: this.unreadable.map((arrow) => arrowLines.at(arrow)) };
  }

  /** Looks for the next line with times. */
  private findTimes(): boolean {
    const { source } = this;
    for (let arrow = source.indexOf('-->', this.to + 1); arrow >= 0; ) {
      const from = lineStart(source, arrow);
      const newline = source.indexOf('\n', arrow);
      if (this.readTimes(from, arrow)) {
        this.from = from;
        this.to = newline < 0 ? source.length : newline;
        return true;
      }
      this.unreadable.push(arrow);
      arrow = newline < 0 ? -1 : source.indexOf('-->', newline);
    }
    return false;
  }

  /** `00:00:01.000 --> 00:00:02.000 settings`, with whatever blanks there are or are not. */
  private readTimes(from: number, arrow: number): boolean {
    const { source, clock } = this;
    this.start = clock.read(from);
    if (this.start < 0 || (clock.at !== arrow && skipBlanks(source, clock.at) !== arrow)) return false;
    this.end = clock.read(arrow + 3);
    return this.end >= 0 && (clock.at >= source.length || isBlank(source[clock.at]));
  }

  /** A cue's text ends with a blank line, or where the next cue begins. */
  private readText(newline: number, end: number, followed: boolean): void {
    const { source, cues } = this;
    const paragraph = readParagraph(source, newline + 1, end);
    if (paragraph.isCut) {
      if (paragraph.end > newline) {
        this.lines.skip(paragraph.newlines + 1, paragraph.end);
        cues.addFromFile(newline + 1, paragraph.end, paragraph.kinds);
      }
      this.placeRest(paragraph.end + 2, end, followed);
      return;
    }
    const text = source.slice(newline + 1, end).trimEnd();
    const last = text.lastIndexOf('\n');
    const isCounted = followed && isCounter(text.slice(last + 1));
    cues.addFromFile(newline + 1, newline + 1 + (isCounted ? Math.max(0, last) : text.length), paragraph.kinds);
  }

  /** What stands between a blank line and the next cue: usually that cue's identifier or counter, and nothing else. */
  private placeRest(from: number, end: number, followed: boolean): void {
    const { source } = this;
    let start = from;
    while (start < end && source.charCodeAt(start) === 0x0a) start += 1;
    if (start >= end) return;
    const newline = source.indexOf('\n', start);
    if (followed && newline === end - 1 && isShort(source.slice(start, newline), this.isWebvtt)) return;
    const first = this.lines.at(start);
    const lines = source.slice(start, end).split('\n');
    if (followed) lines.pop();
    if (followed && isIdentifier(lines, this.isWebvtt)) lines.pop();
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
    if (note || this.cues.length === 0) this.notes.push({ text, line });
    else if (!isCounter(text)) this.cues.add(text);
  }
}

/** The last line, if it is a counter or short and alone: words below other words are a cue whose times are broken. */
function isIdentifier(lines: readonly string[], isWebvtt: boolean): boolean {
  const last = lines.at(-1) ?? '';
  return isCounter(last) || (isBlankLine(lines.at(-2) ?? '') && isShort(last, isWebvtt));
}

/** Whoever writes more than a name and a number above the times says something, also behind a name and a colon. */
function isShort(line: string, isWebvtt: boolean): boolean {
  if (line.includes(': ')) return false;
  const words = countWords(line);
  if (isWebvtt || isDigit(line[0])) return line.length < 60 || words <= LONGEST_IDENTIFIER;
  return words <= (endsSentence(line.trimEnd()) ? LONGEST_NAME : LONGEST_NAME + 1);
}

/** Words: WebVTT lets a title stand there, SubRip has numbers, and perhaps names, which may end with a point (`Jr.`). */
const [LONGEST_IDENTIFIER, LONGEST_NAME] = [10, 3];

function isBlankLine(text: string): boolean {
  return text.length === 0 || (isBlank(text[0]) && skipBlanks(text, 0) === text.length);
}

function isCounter(text: string): boolean {
  const trimmed = text.trim();
  let at = 0;
  while (isDigit(trimmed[at])) at += 1;
  return at > 0 && at === trimmed.length;
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
