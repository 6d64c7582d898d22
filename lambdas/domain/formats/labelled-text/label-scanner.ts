import {
  collapseBlanks,
  isAsciiPunctuation,
  isAsciiWordCode,
  isBlank,
  isDigit,
  isWordCharacter,
  skipBlanks,
} from '../../text/characters';
import { readTime } from '../../text/times';
import { isStopInName } from './names';

/** Something at the start of a line that may be a speaker's label; the whole file decides whether it is. */
export interface LabelCandidate {
  /** As printed, without markup and punctuation; empty for a marked label without a name (`_:_`). */
  readonly name: string;
  /** How it is written, name left out: `**N:**`, `[t]N:`, `N  t`. Labels of one hand have one shape. */
  readonly shape: string;
  /** How little else it could be. */
  readonly strength: 'strong' | 'plain' | 'alone' | 'bare';
  /** UTF-16 offset in the line at which the speech begins. */
  readonly speechAt: number;
  /** Emphasis that the label opens and the speech closes: `**Host: And why?**`. */
  readonly openMark: string;
  readonly startTime?: number;
  readonly endTime?: number;
  /** False for `Name:text`. */
  readonly spaced: boolean;
}

const LONGEST_NAME = 80;
const DASHES = '-–—|·,@~';

/** Reads a label candidate at the start of a line; undefined where the line can only be speech. */
export function scanLabel(line: string): LabelCandidate | undefined {
  const scanner = new LabelScanner(line);
  return scanner.scan();
}

class LabelScanner {
  private readonly line: string;
  private at = 0;
  private shape = '';
  private name = '';
  private mark = '';
  private readonly times: number[] = [];
  private colon = false;
  private heading = false;
  private bullet = false;
  private marked = false;

  constructor(line: string) {
    this.line = line;
  }

  scan(): LabelCandidate | undefined {
    this.opening();
    if (!this.readName()) return undefined;
    this.shape += 'N';
    const spoken = this.closing();
    if (this.mark !== '' && !this.colon) return undefined;
    return this.candidate(spoken);
  }

  /** Bullet, heading marks, a time and emphasis in front of the name. */
  private opening(): void {
    this.at = skipBlanks(this.line, 0);
    while (this.line[this.at] === '>') this.at = skipBlanks(this.line, this.at + 1);
    this.readBullet();
    this.readHeading();
    for (;;) {
      this.at = skipBlanks(this.line, this.at);
      const character = this.line[this.at];
      if (this.readTimeGroup()) continue;
      if ((character === '*' || character === '_') && this.mark === '') this.openMark(character);
      else if (this.times.length > 0 && DASHES.includes(character ?? ' ')) this.at += 1;
      else if (this.times.length > 0 && this.mark !== '' && this.line.startsWith(this.mark, this.at)) this.closeMark();
      else return;
    }
  }

  private readBullet(): void {
    if (!'-+•*'.includes(this.line[this.at] ?? ' ') || !isBlank(this.line[this.at + 1])) return;
    this.at = skipBlanks(this.line, this.at + 1);
    this.shape += '-';
    this.bullet = true;
  }

  private readHeading(): void {
    let end = this.at;
    while (this.line[end] === '#') end += 1;
    if (end === this.at || end - this.at > 6 || !isBlank(this.line[end])) return;
    this.shape += '#'.repeat(end - this.at);
    this.heading = true;
    this.at = end;
  }

  private openMark(character: string): void {
    let end = this.at;
    while (this.line[end] === character && end - this.at < 3) end += 1;
    this.mark = this.line.slice(this.at, end);
    this.shape += this.mark;
    this.marked = true;
    this.at = end;
  }

  private closeMark(): void {
    this.at += this.mark.length;
    this.shape += this.mark;
    this.mark = '';
  }

  /** `t`, `[t]`, `(t)`, `\[t\]`, `[t - t]`, `t --> t`. */
  private readTimeGroup(): boolean {
    const group = timeGroup(this.line, this.at);
    if (!group) return false;
    this.times.push(...group.times);
    this.shape += group.shape;
    this.at = group.end;
    return true;
  }

  private readName(): boolean {
    const bracketed = this.line[this.at] === '[' && this.mark === '';
    if (bracketed) {
      this.at += 1;
      this.shape += '[';
    }
    const start = this.at;
    let name = '';
    while (this.at < this.line.length) {
      const from = this.at;
      while (this.at - start <= LONGEST_NAME && isAsciiWordCode(this.line.charCodeAt(this.at))) this.at += 1;
      name += this.line.slice(from, this.at);
      if (this.at === this.line.length) break;
      const character = this.line[this.at] as string;
      if (this.at - start > LONGEST_NAME || this.endsName(character, bracketed)) break;
      const taken = this.nameCharacter(character);
      if (taken === undefined) return false;
      name += taken;
    }
    if (this.at - start > LONGEST_NAME) return false;
    if (bracketed) {
      if (this.line[this.at] !== ']') return false;
      this.at += 1;
      this.shape += ']';
    }
    this.name = collapseBlanks(name);
    return this.name !== '' ? hasWordCharacter(this.name) : this.marked && this.line[this.at] === ':';
  }

  private endsName(character: string, bracketed: boolean): boolean {
    if (character === ':' || character === '：') return !this.isRatio();
    if (bracketed && character === ']') return true;
    if (this.mark !== '' && this.line.startsWith(this.mark, this.at)) return this.mark[0] === '*' || !this.insideWord();
    if (!isBlank(character) && !'([\\'.includes(character)) return false;
    const next = skipBlanks(this.line, this.at);
    if (next === this.line.length) return true;
    if (this.mark !== '' && this.line.startsWith(this.mark, next)) return true;
    const behindDash = skipBlanks(this.line, DASHES.includes(this.line[next] as string) ? next + 1 : next);
    const group = timeGroup(this.line, behindDash);
    return group !== undefined && this.endsLabel(group);
  }

  /** `7:1` and `3:16` are numbers, not a label and its speech. */
  private isRatio(): boolean {
    return isDigit(this.line[this.at - 1]) && isDigit(this.line[this.at + 1]);
  }

  /** A bare time ends a name only where the label ends with it: `At 10:30 we left` is speech. */
  private endsLabel(group: TimeGroup): boolean {
    if (group.shape !== 't') return true;
    const next = skipBlanks(this.line, group.end);
    return next === this.line.length || '*_:-–—>'.includes(this.line[next] as string) || group.fields === 3;
  }

  private insideWord(): boolean {
    return isWordCharacter(this.line[this.at - 1]) && isWordCharacter(this.line[this.at + this.mark.length]);
  }

  /** The character or group at the cursor as part of the name; undefined where no name has such a thing. */
  private nameCharacter(character: string): string | undefined {
    const next = this.line[this.at + 1];
    if (character === '\\' && isAsciiPunctuation(next) && next !== '[') {
      this.at += 2;
      return next;
    }
    if (character === '(') return this.parenthesis();
    if (character === '.' && !isStopInName(this.line, this.at)) return undefined;
    if (character === ':') return undefined;
    if (character === '*' || '?!;<>=[]{}`\\^~…'.includes(character)) return undefined;
    if (character === '_' && !isWordCharacter(this.line[this.at - 1])) return undefined;
    if ('"“”«»„'.includes(character) && this.name === '' && this.at === skipBlanks(this.line, 0)) return undefined;
    this.at += 1;
    return character;
  }

  /** `(SL)` stays part of the label. */
  private parenthesis(): string | undefined {
    const ahead = this.line.slice(this.at, this.at + 42);
    const close = ahead.indexOf(')');
    if (close < 0) return undefined;
    this.at += close + 1;
    return ahead.slice(0, close + 1);
  }

  /** Colons, times and the end of emphasis behind the name; tells whether a blank stands before the speech. */
  private closing(): boolean {
    for (;;) {
      const next = skipBlanks(this.line, this.at);
      const spaced = next > this.at;
      const character = this.line[next];
      if (this.mark !== '' && this.line.startsWith(this.mark, next)) {
        this.at = next;
        this.closeMark();
      } else if (
        (character === ':' || character === '：') &&
        this.shape.split(':').length <= 2 &&
        this.colonFits(next)
      ) {
        this.at = next + 1;
        this.colon = true;
        this.shape += ':';
      } else if (this.timeFollows(next)) {
        this.at = next;
        if (DASHES.includes(this.line[this.at] as string)) this.at = skipBlanks(this.line, this.at + 1);
        this.readTimeGroup();
      } else {
        this.at = next;
        return spaced || next === this.line.length;
      }
    }
  }

  /** A second colon belongs to a label only behind a time. */
  private colonFits(at: number): boolean {
    return (
      !this.colon ||
      (this.shape.endsWith('t') && at === this.at) ||
      this.shape.endsWith(']') ||
      this.shape.endsWith(')')
    );
  }

  private timeFollows(at: number): boolean {
    if (this.times.length > 2) return false;
    const dash = DASHES.includes(this.line[at] ?? ' ');
    if (dash && this.colon) return false;
    const group = timeGroup(this.line, dash ? skipBlanks(this.line, at + 1) : at);
    if (!group) return false;
    return group.shape !== 't' || this.endsLabel(group);
  }

  private candidate(spoken: boolean): LabelCandidate | undefined {
    const ends = this.at >= this.line.length;
    const rest = this.line[this.at];
    if (this.colon && rest === '/' && this.line[this.at + 1] === '/') return undefined;
    const strength = this.strength(ends);
    if (strength === undefined) return undefined;
    const [startTime, endTime] = this.times;
    return {
      name: this.name,
      shape: this.shape + (ends && !this.colon ? '$' : ''),
      strength,
      speechAt: this.at,
      openMark: this.mark,
      spaced: spoken,
      ...(startTime === undefined ? {} : { startTime }),
      ...(endTime === undefined || endTime < (startTime ?? 0) ? {} : { endTime }),
    };
  }

  private strength(ends: boolean): LabelCandidate['strength'] | undefined {
    const timed = this.times.length > 0;
    if (this.bullet && !this.colon && !timed) return undefined;
    if (this.colon && (this.marked || timed || this.heading)) return 'strong';
    if (this.colon) return 'plain';
    if (timed && (this.marked || this.shape.includes('[N]') || (ends && !this.shape.startsWith('t')))) return 'strong';
    if (this.marked || (this.heading && ends) || (timed && ends)) return 'alone';
    return ends ? 'bare' : undefined;
  }
}

function hasWordCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isWordCharacter(text[at])) return true;
  return false;
}

interface TimeGroup {
  readonly times: readonly number[];
  readonly end: number;
  /** `t`, `[t]` or `(t)`. */
  readonly shape: string;
  readonly fields: number;
}

/** A time, or a range of two, bare or in brackets. */
export function timeGroup(text: string, from: number): TimeGroup | undefined {
  let at = from;
  if (text[at] === '\\') at += 1;
  const bracket = text[at] === '[' ? ']' : text[at] === '(' ? ')' : '';
  if (at > from && bracket === '') return undefined;
  if (bracket !== '') at = skipBlanks(text, at + 1);
  const first = readTime(text, at);
  if (!first) return undefined;
  const second = rangeEnd(text, first.end);
  let end = second?.end ?? first.end;
  const times = second ? [first.seconds, second.seconds] : [first.seconds];
  if (bracket === '') return isWordCharacter(text[end]) ? undefined : { times, end, shape: 't', fields: first.fields };
  end = skipBlanks(text, end);
  if (text[end] === '\\') end += 1;
  if (text[end] !== bracket) return undefined;
  return { times, end: end + 1, shape: bracket === ']' ? '[t]' : '(t)', fields: first.fields };
}

function rangeEnd(text: string, from: number): ReturnType<typeof readTime> {
  let at = skipBlanks(text, from);
  const start = at;
  while (at < text.length && at - start < 3 && '-–—>'.includes(text[at] as string)) at += 1;
  return at === start ? undefined : readTime(text, skipBlanks(text, at));
}
