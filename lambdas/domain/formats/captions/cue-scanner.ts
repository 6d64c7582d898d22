import { isBlank, isDigit, skipBlanks } from '../../text/characters';
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

class CueScanner {
  private readonly source: string;
  private readonly cues: Cue[] = [];
  private readonly notes: { text: string; line: number }[] = [];
  private readonly unreadable: number[] = [];
  /** Lines of the cue or block being read, and where the first of them stands. */
  private lines: string[] = [];
  private linesAt = 0;
  private cue: Cue | undefined;

  constructor(source: string) {
    this.source = source;
  }

  scan(): ScannedCaptions {
    const { source } = this;
    let arrow = source.indexOf('-->');
    let start = 0;
    for (let line = 1; start <= source.length; line += 1) {
      let end = source.indexOf('\n', start);
      if (end < 0) end = source.length;
      if (arrow >= 0 && arrow < start) arrow = source.indexOf('-->', start);
      const timing = arrow >= 0 && arrow < end ? readTiming(source, start, arrow) : undefined;
      if (timing) this.startCue({ ...timing, line, text: '' });
      else {
        if (arrow >= 0 && arrow < end) this.unreadable.push(line);
        const text = source.slice(start, end);
        if (isBlankLine(text)) this.endBlock();
        else {
          if (this.lines.length === 0) this.linesAt = line;
          this.lines.push(text);
        }
      }
      start = end + 1;
    }
    this.endBlock();
    return { cues: this.cues, notes: this.notes, unreadable: this.unreadable };
  }

  /** What stands directly above the times is the cue's identifier or counter. */
  private startCue(cue: Cue): void {
    const above = this.lines.at(-1);
    if (above !== undefined && (this.cue === undefined || isCounter(above))) this.lines.pop();
    this.endBlock();
    this.cue = cue;
    this.cues.push(cue);
  }

  private endBlock(): void {
    const { lines, cue } = this;
    this.cue = undefined;
    if (lines.length === 0) return;
    this.lines = [];
    const text = lines.length === 1 ? (lines[0] as string) : lines.join('\n');
    if (cue) cue.text = text;
    else this.placeStray(text);
  }

  /** A block without times: a comment, a header, or the rest of a cue that had a blank line in it. */
  private placeStray(text: string): void {
    const note = /^(?:NOTE|STYLE|REGION|WEBVTT)(?![\w-])/.exec(text);
    const last = this.cues.at(-1);
    if (note || !last) this.notes.push({ text, line: this.linesAt });
    else if (!isCounter(text)) last.text += `\n${text}`;
  }
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
function readTiming(source: string, from: number, arrow: number): { start: number; end: number } | undefined {
  const first = readTimestamp(source, from);
  if (!first || skipBlanks(source, first.at) !== arrow) return undefined;
  const second = readTimestamp(source, arrow + 3);
  return second ? { start: first.seconds, end: second.seconds } : undefined;
}

/** `100:00:01.000`, `00:01,5`, `0.860`, `00:00:01:000`; blanks between the parts are let pass. */
function readTimestamp(source: string, from: number): { seconds: number; at: number } | undefined {
  let at = from;
  let seconds = 0;
  for (let field = 0; field < 4; field += 1) {
    while (source.charCodeAt(at) === 0x20 || source.charCodeAt(at) === 0x09) at += 1;
    const start = at;
    let number = 0;
    for (let code = source.charCodeAt(at); code >= 48 && code <= 57 && at - start < 9; code = source.charCodeAt(at)) {
      number = number * 10 + code - 48;
      at += 1;
    }
    if (at === start) return undefined;
    if (field === 3) return { seconds: roundToMilliseconds(seconds + number / 10 ** (at - start)), at };
    seconds = seconds * 60 + number;
    if (source[at] !== ':') break;
    at += 1;
  }
  const point = source[at];
  if (point === '.' || point === ',') {
    let start = at + 1;
    while (source.charCodeAt(start) === 0x20) start += 1;
    let end = start;
    while (end - start < 9 && isDigit(source[end])) end += 1;
    if (end > start)
      return {
        seconds: roundToMilliseconds(seconds + Number(source.slice(start, end)) / 10 ** (end - start)),
        at: end,
      };
  }
  return { seconds, at };
}
