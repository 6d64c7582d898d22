import {
  collapseBlanks,
  isAsciiPunctuation,
  isAsciiWordCode,
  isBlank,
  isDigit,
  isWordCharacter,
  skipBlanks,
} from '../../text/characters';
import { readEntity } from '../../text/entities';
import { isStageDirection } from '../../text/stage-directions';
import { readSpelledTime, readTime } from '../../text/times';
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
const DASHES = '-–—|·•,@~';

/** Brackets that people put around a name. */
const BRACKETS: Readonly<Record<string, string>> = { '[': ']', '(': ')', '<': '>' };

/** Tags that make a label stand out in Markdown. */
const EMPHASIS_TAGS = ['<b>', '<strong>', '<i>', '<em>', '<u>'];

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
  /** The name is the text of a link. */
  private linked = false;

  constructor(line: string) {
    this.line = line;
  }

  scan(): LabelCandidate | undefined {
    this.opening();
    if (!this.readName()) return undefined;
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
      if ('*_`<'.includes(character ?? ' ') && this.mark === '' && this.openMark(character as string)) continue;
      if (this.times.length > 0 && DASHES.includes(character ?? ' ')) this.at += 1;
      else if (this.times.length > 0 && this.mark !== '' && this.line.startsWith(this.mark, this.at)) this.closeMark();
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

  private openMark(character: string): boolean {
    let end = this.at;
    if (character === '<') {
      const tag = EMPHASIS_TAGS.find((opening) => this.line.startsWith(opening, this.at));
      if (!tag) return false;
      this.mark = `</${tag.slice(1)}`;
      end += tag.length;
    } else {
      while (this.line[end] === character && end - this.at < 3) end += 1;
      this.mark = this.line.slice(this.at, end);
    }
    this.shape += this.mark;
    this.marked = true;
    this.at = end;
    return true;
  }

  private closeMark(): void {
    this.at += this.mark.length;
    this.shape += this.mark;
    this.mark = '';
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
    const bracket = this.at < this.line.length ? (BRACKETS[this.line[this.at] as string] ?? '') : '';
    if (bracket !== '') this.at += 1;
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
    if (bracket !== '' && !this.closeBracket(bracket)) return false;
    this.shape += bracket === '' || this.linked ? 'N' : `[N${bracket}`;
    this.name = withoutDash(collapseBlanks(name));
    return this.name !== '' ? hasWordCharacter(this.name) : this.marked && this.line[this.at] === ':';
  }

  /** `]`, with a time or a colon in front and the address of a link behind. */
  private closeBracket(bracket: string): boolean {
    this.at = skipBlanks(this.line, this.at);
    if (DASHES.includes(this.line[this.at] ?? ' ')) this.at = skipBlanks(this.line, this.at + 1);
    if (this.readTimeGroup()) this.at = skipBlanks(this.line, this.at);
    if (this.line[this.at] === ':') {
      this.colon = true;
      this.at += 1;
    }
    if (this.line[this.at] !== bracket) return false;
    const end = bracket === ']' ? linkEnd(this.line, this.at + 1) : this.at + 1;
    this.linked = end > this.at + 1;
    this.at = end;
    return true;
  }

  private endsName(character: string, bracket: string): boolean {
    if (character === ':' || character === '：') return !this.isRatio();
    if (bracket !== '' && character === bracket) return true;
    if (this.mark !== '' && this.line.startsWith(this.mark, this.at)) return this.mark[0] === '*' || !this.insideWord();
    if (!isBlank(character) && !'([\\'.includes(character)) return false;
    const next = skipBlanks(this.line, this.at);
    if (next === this.line.length) return true;
    if (this.mark !== '' && this.line.startsWith(this.mark, next)) return true;
    const behindDash = skipBlanks(this.line, DASHES.includes(this.line[next] as string) ? next + 1 : next);
    const group = timeGroup(this.line, behindDash);
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
    if (character === '&' || (character === '`' && this.mark !== '')) return this.markedUp(character);
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
      openMark: this.mark.startsWith('<') ? '' : this.mark,
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

/** Behind the mark of a list entry: `- `, `12. `, `3)`; the same position where there is none. */
function listMarkEnd(line: string, at: number): number {
  if ('-+•*'.includes(line[at] ?? ' ')) return isBlank(line[at + 1]) ? at + 1 : at;
  let end = at;
  while (end - at < 5 && isDigit(line[end])) end += 1;
  if (end === at) return at;
  if (line[end] === '.' || line[end] === ')') end += 1;
  else if (line[end] !== '\t') return at;
  return isBlank(line[end]) ? end : at;
}

/** Behind `(url)`, if that stands there. */
function linkEnd(text: string, at: number): number {
  if (text[at] !== '(') return at;
  let end = at + 1;
  while (end < text.length && end - at < 400 && text[end] !== ')') {
    if (text[end] === '(' || isBlank(text[end])) return at;
    end += 1;
  }
  return text[end] === ')' ? end + 1 : at;
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
  if (text.startsWith('[(', at)) return linkedTime(text, at);
  if (bracket !== '') at = skipBlanks(text, at + 1);
  const first = readTime(text, at) ?? (bracket === '' ? undefined : readSpelledTime(text, at));
  if (!first) return undefined;
  const second = rangeEnd(text, first.end);
  let end = second?.end ?? first.end;
  const times = second ? [first.seconds, second.seconds] : [first.seconds];
  if (bracket === '') return isWordCharacter(text[end]) ? undefined : { times, end, shape: 't', fields: first.fields };
  end = skipBlanks(text, end);
  if (text[end] === '\\') end += 1;
  if (text[end] !== bracket) return undefined;
  const behind = bracket === ']' ? linkEnd(text, end + 1) : end + 1;
  return { times, end: behind, shape: bracket === ']' ? '[t]' : '(t)', fields: first.fields };
}

/** `[(1:02)](url)`. */
function linkedTime(text: string, from: number): TimeGroup | undefined {
  const group = timeGroup(text, from + 1);
  if (!group || text[group.end] !== ']') return undefined;
  const end = linkEnd(text, group.end + 1);
  return end === group.end + 1 ? undefined : { ...group, end };
}

function rangeEnd(text: string, from: number): ReturnType<typeof readTime> {
  let at = skipBlanks(text, from);
  const start = at;
  while (at < text.length && at - start < 3 && '-–—>'.includes(text[at] as string)) at += 1;
  if (at === start) return undefined;
  at = skipBlanks(text, at);
  return readTime(text, at) ?? readSpelledTime(text, at);
}
