import {
  collapseBlanks,
  isAsciiPunctuation,
  isAsciiWordCode,
  isBlank,
  isDigit,
  isWordCharacter,
  skipBlanks,
} from '../../../text/characters';
import { readEntity } from '../../../text/entities';
import { isStageDirection } from '../../../text/stage-directions';
import { closingBracket, directionAt, emphasisAt, isQuote, linkEnd, listMarkEnd } from './marks';
import { isStopInName, withoutStop } from './names';
import { plainLabel } from './plain-label';
import { type TimeGroup, timeGroup } from './time-group';

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
  /** What belongs in front of the speech: emphasis that the label opens, `**Host: And why?**`, and how it is said. */
  readonly openMark: string;
  readonly startTime?: number;
  readonly endTime?: number;
  /** False for `Name:text`. */
  readonly spaced: boolean;
}

const LONGEST_NAME = 80;
const DASHES = '-–—|·•,@~';
const DEEPEST_EMPHASIS = 3;

/** Reads a label candidate at the start of a line; undefined where the line can only be speech. */
export function scanLabel(line: string): LabelCandidate | undefined {
  return plainLabel(line) ?? new LabelScanner(line).scan();
}

class LabelScanner {
  private readonly line: string;
  private at = 0;
  private shape = '';
  private name = '';
  /** What closes each emphasis that is open, innermost last. */
  private readonly marks: string[] = [];
  private readonly times: number[] = [];
  private colon = false;
  private heading = false;
  private bullet = false;
  private marked = false;
  /** How it is said, in brackets. */
  private direction = '';
  /** The name is the text of a link. */
  private linked = false;

  constructor(line: string) {
    this.line = line;
  }

  scan(): LabelCandidate | undefined {
    this.opening();
    if (!this.readName()) return undefined;
    const spoken = this.closing();
    if (this.marks.length > 0 && !this.colon) return undefined;
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
      if (this.times.length > 0 && this.closesMark(this.at)) this.closeMark();
      else if (this.openMark()) continue;
      else if (this.times.length > 0 && this.separates(character)) this.at += 1;
      else return;
    }
  }

  private readBullet(): void {
    const end = listMarkEnd(this.line, this.at);
    if (end === this.at) return;
    this.at = skipBlanks(this.line, end);
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

  /** `00:01:02 - Nora`, and `00:01:02: Nora`. */
  private separates(character: string | undefined): boolean {
    return DASHES.includes(character ?? ' ') || (character === ':' && isBlank(this.line[this.at + 1]));
  }

  private openMark(): boolean {
    const emphasis = this.marks.length < DEEPEST_EMPHASIS ? emphasisAt(this.line, this.at) : undefined;
    if (!emphasis) return false;
    this.marks.push(emphasis.closing);
    this.shape += emphasis.closing;
    this.marked = true;
    this.at += emphasis.length;
    return true;
  }

  private closesMark(at: number): boolean {
    const mark = this.marks.at(-1);
    return mark !== undefined && this.line.startsWith(mark, at);
  }

  private closeMark(): void {
    const mark = this.marks.pop() ?? '';
    this.at += mark.length;
    this.shape += mark;
  }

  /** `t`, `[t]`, `(t)`, `\[t\]`, `[t](url)`, `[t - t]`, `t --> t`. */
  private readTimeGroup(): boolean {
    const group = timeGroup(this.line, this.at);
    if (!group) return false;
    this.times.push(...group.times);
    this.shape += group.shape;
    this.at = group.end;
    return true;
  }

  private readName(): boolean {
    const bracket = closingBracket(this.line, this.at);
    const outside = this.marks.length;
    this.at += bracket.length;
    while (bracket !== '' && this.openMark());
    this.readSigil();
    const start = this.at;
    let name = '';
    while (this.at < this.line.length) {
      const from = this.at;
      while (this.at - start <= LONGEST_NAME && isAsciiWordCode(this.line.charCodeAt(this.at))) this.at += 1;
      name += this.line.slice(from, this.at);
      if (this.at === this.line.length) break;
      const character = this.line[this.at] as string;
      if (this.at - start > LONGEST_NAME || this.endsName(character, bracket)) break;
      const taken = this.nameCharacter(character);
      if (taken === undefined) return false;
      name += taken;
    }
    if (this.at - start > LONGEST_NAME) return false;
    if (bracket !== '' && !this.closeBracket(bracket, outside)) return false;
    if (isQuote(bracket) && !this.colon && this.line[this.at] !== ':') return false;
    this.shape += bracket === '' || this.linked ? 'N' : `[N${bracket}`;
    this.name = this.cleanName(name, bracket);
    return this.name !== '' ? hasWordCharacter(this.name) : this.marked && this.line[this.at] === ':';
  }

  /** `@Nora: Hello`, `#Nora: Hello`, `~Nora: Hello`. */
  private readSigil(): void {
    const sigil = this.line[this.at] ?? ' ';
    if (!'@#~'.includes(sigil) || !isWordCharacter(this.line[this.at + 1])) return;
    this.shape += sigil;
    this.at += 1;
  }

  /** Of `[[People/Nora|Nora]]` the last; without the dash or full stop that ends a label. */
  private cleanName(written: string, bracket: string): string {
    const shown = bracket === ']]' ? written.slice(written.lastIndexOf('|') + 1) : written;
    const name = withoutDash(this.sender(collapseBlanks(shown)));
    return this.marked ? withoutStop(name) : name;
  }

  /** `00:01:02 From Nora to Everyone: Hello`, as chats of meetings are saved. */
  private sender(name: string): string {
    if (this.times.length === 0 || !name.startsWith('From ')) return name;
    const to = name.toLowerCase().lastIndexOf(' to ');
    return name.slice('From '.length, to > 0 ? to : name.length).trim();
  }

  /** `]`, with a time, a colon or the end of emphasis in front and the address of a link behind. */
  private closeBracket(bracket: string, outside: number): boolean {
    this.endMarks(outside);
    this.at = skipBlanks(this.line, this.at);
    if (DASHES.includes(this.line[this.at] ?? ' ')) this.at = skipBlanks(this.line, this.at + 1);
    if (this.readTimeGroup()) this.at = skipBlanks(this.line, this.at);
    if (this.line[this.at] === ':') {
      this.colon = true;
      this.at += 1;
    }
    this.endMarks(outside);
    if (!this.line.startsWith(bracket, this.at) || this.marks.length > outside) return false;
    const behind = this.at + bracket.length;
    const end = bracket === ']' ? linkEnd(this.line, behind) : behind;
    this.linked = end > behind;
    this.at = end;
    return true;
  }

  private endMarks(outside: number): void {
    while (this.marks.length > outside && this.closesMark(this.at)) this.closeMark();
  }

  private endsName(character: string, bracket: string): boolean {
    if (character === ':' || character === '：') return !this.isRatio();
    if (bracket !== '' && this.line.startsWith(bracket, this.at)) return true;
    if (this.closesMark(this.at)) return character !== '_' || !this.insideWord();
    if (!isBlank(character) && !'([\\{<#'.includes(character)) return false;
    const next = skipBlanks(this.line, this.at);
    if (next === this.line.length || this.closesMark(next)) return true;
    const group = timeGroup(this.line, this.behindSeparator(next));
    return group !== undefined && (this.endsLabel(group) || (bracket !== '' && this.line[group.end] === bracket));
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

  /** Behind the dash or `at` between a name and its time. */
  private behindSeparator(at: number): number {
    const isAt = this.line[at] === 'a' && this.line[at + 1] === 't' && isBlank(this.line[at + 2]);
    if (isAt) return skipBlanks(this.line, at + 2);
    return skipBlanks(this.line, DASHES.includes(this.line[at] ?? ' ') ? at + 1 : at);
  }

  private insideWord(): boolean {
    const mark = this.marks.at(-1) ?? '';
    return isWordCharacter(this.line[this.at - 1]) && isWordCharacter(this.line[this.at + mark.length]);
  }

  /** The character or group at the cursor as part of the name; undefined where no name has such a thing. */
  private nameCharacter(character: string): string | undefined {
    const next = this.line[this.at + 1];
    if (character === '\\' && isAsciiPunctuation(next) && next !== '[') {
      this.at += 2;
      return next;
    }
    if (character === '(') return this.parenthesis();
    if (character === '&' || (character === '`' && this.marks.length > 0)) return this.markedUp(character);
    if (character === '.' && !isStopInName(this.line, this.at)) return undefined;
    if (character === ':') return undefined;
    if (character === '*' || '?!;<>=[]{}`\\^~…'.includes(character)) return undefined;
    if (character === '_' && !isWordCharacter(this.line[this.at - 1])) return undefined;
    if ('"“”«»„'.includes(character) && this.name === '' && this.at === skipBlanks(this.line, 0)) return undefined;
    this.at += 1;
    return character;
  }

  /** `Nora &amp; Ines` and ``**`Nora`**``. */
  private markedUp(character: string): string {
    const entity = readEntity(this.line, this.at);
    this.at = entity?.end ?? this.at + 1;
    return entity?.character ?? (character === '`' ? '' : character);
  }

  /** `(SL)` stays part of the label, `(laughing)` goes in front of what is said. */
  private parenthesis(): string | undefined {
    const direction = directionAt(this.line, this.at);
    const ahead = this.line.slice(this.at, this.at + 42);
    const close = ahead.indexOf(')');
    if (close < 0) return undefined;
    this.at += close + 1;
    this.direction += direction?.text ?? '';
    return direction ? '' : ahead.slice(0, close + 1);
  }

  /** Colons, times and the end of emphasis behind the name; tells whether a blank stands before the speech. */
  private closing(): boolean {
    for (;;) {
      const next = skipBlanks(this.line, this.at);
      const spaced = next > this.at;
      const character = this.line[next];
      if (this.closesMark(next)) {
        this.at = next;
        this.closeMark();
      } else if (this.isStrayMark(next)) this.at = next + 1;
      else if ((character === ':' || character === '：') && this.shape.split(':').length <= 2 && this.colonFits(next)) {
        this.at = next + 1;
        this.colon = true;
        this.shape += ':';
      } else if (this.directionFollows(next)) {
        const direction = directionAt(this.line, next);
        this.direction += direction?.text ?? '';
        this.at = direction?.end ?? next;
      } else if (this.timeFollows(next)) {
        this.at = this.behindSeparator(next);
        this.readTimeGroup();
      } else {
        const isWide = '：】」』'.includes(this.line[this.at - 1] ?? ' ');
        this.at = next;
        return spaced || isWide || next === this.line.length;
      }
    }
  }

  /** `* Nora (0:40)*: Hello`: emphasis that a blank has made a list. */
  private isStrayMark(at: number): boolean {
    return this.bullet && this.line[at] === '*' && this.line[at + 1] === ':';
  }

  /** A second colon belongs to a label only behind a time. */
  private colonFits(at: number): boolean {
    return !this.colon || (this.shape.endsWith('t') && at === this.at) || '])}>*_`#'.includes(this.shape.at(-1) ?? ' ');
  }

  /** `**Nora** *(laughs)*: Hello`. */
  private directionFollows(at: number): boolean {
    const direction = this.colon || !'(*_'.includes(this.line[at] ?? ' ') ? undefined : directionAt(this.line, at);
    return direction !== undefined && this.line[skipBlanks(this.line, direction.end)] === ':';
  }

  private timeFollows(at: number): boolean {
    if (this.times.length > 2) return false;
    const behind = this.behindSeparator(at);
    if (behind > at && this.colon) return false;
    const group = timeGroup(this.line, behind);
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
      openMark: this.marks.filter((mark) => !mark.startsWith('<')).join('') + this.direction,
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
    const bracketed = this.shape.includes('[N');
    if (this.linked && !this.marked && !timed) return undefined;
    if (bracketed && isStageDirection(this.name)) return undefined;
    if (timed && (this.marked || bracketed || (ends && !this.shape.startsWith('t')))) return 'strong';
    if (this.marked || bracketed || (this.heading && ends) || timed) return 'alone';
    return ends ? 'bare' : undefined;
  }
}

/** A name without the comma or dash that a time was to follow. */
function withoutDash(name: string): string {
  let end = name.length;
  while (end > 0 && (isBlank(name[end - 1]) || DASHES.includes(name[end - 1] as string))) end -= 1;
  return end === name.length ? name : name.slice(0, end);
}

function hasWordCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isWordCharacter(text[at])) return true;
  return false;
}
