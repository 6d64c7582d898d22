import type { Span } from '../../../contract/published';
import {
  collapseBlanks,
  hasSingleBlanks,
  isAsciiPunctuation,
  isBlank,
  isDigit,
  isWordCharacter,
  skipBlanks,
  wordsOf,
} from '../../text/characters';
import { readEntity } from '../../text/entities';
import { isStageDirection } from '../../text/stage-directions';
import { readTime } from '../../text/times';
import { closingBrackets } from './brackets';
import { removeEmphasis } from './emphasis';

/** A paragraph as it was said: no markup, one space between words. */
export interface Speech {
  readonly text: string;
  readonly spans: readonly Span[];
  /** UTF-16 offset in `text`, and seconds. */
  readonly times: readonly (readonly [offset: number, seconds: number])[];
  /** Links that lead nowhere, with the lines below the paragraph's first on which they stand. */
  readonly placeholders: readonly { readonly url: string; readonly text: string; readonly below: number }[];
}

/** What a paragraph is cut into before markup is taken off. */
export type Piece =
  | { readonly kind: 'text'; text: string }
  | {
      readonly kind: 'emphasis';
      readonly mark: string;
      readonly opens: boolean;
      readonly closes: boolean;
      count: number;
    }
  | { readonly kind: 'open'; readonly span: 'link' | 'stage-direction'; readonly url: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'time'; readonly seconds: number };

const INLINE_TAGS = new Set(
  'a abbr b big br cite code del em font i ins kbd mark p q s small span strike strong sub sup tt u wbr'.split(' '),
);

const LONGEST_FOOTNOTE = 20;

/** Where markup may begin or end. */
const MARK = /[\\[\](*_`<&]|!(?=\[)|h(?=ttp)/g;

/** Whoever writes more of them into one paragraph marks nothing up; the rest is kept as it is written. */
const MOST_MARKS = 5000;

/** Where the next mark stands, from a position on; the text's end where none does. */
function nextMark(source: string, from: number): number {
  MARK.lastIndex = from;
  return MARK.test(source) ? MARK.lastIndex - 1 : source.length;
}

/** Takes Markdown and inline HTML off a paragraph, and keeps links, stage directions and times as what they are. */
export function readInline(source: string): Speech {
  if (nextMark(source, 0) === source.length) {
    return { text: collapseBlanks(source), spans: [], times: [], placeholders: [] };
  }
  return render(removeEmphasis(new Cutter(source).cut()));
}

/** One pass over a paragraph; every step moves forward, and looks ahead only as far as what it then consumes. */
class Cutter {
  private readonly source: string;
  private readonly pieces: Piece[] = [];
  private readonly closing: ReadonlyMap<number, number>;
  /** Where a link or stage direction ends: position of the closing bracket, and where to go on behind it. */
  private readonly ends = new Map<number, number>();
  private readonly noCodeEnd = new Set<number>();
  private copied = 0;
  private at = 0;
  private openTags = 0;

  constructor(source: string) {
    this.source = source;
    this.closing = closingBrackets(source);
  }

  cut(): Piece[] {
    const { source } = this;
    this.at = nextMark(source, 0);
    for (let marks = 0; marks < MOST_MARKS && this.at < source.length; marks += 1) {
      const end = this.step(source[this.at] as string);
      if (end !== undefined) this.copied = end;
      this.at = nextMark(source, end ?? this.at + 1);
    }
    this.flush(source.length);
    for (; this.openTags > 0; this.openTags -= 1) this.pieces.push({ kind: 'close' });
    return this.pieces;
  }

  /** Where to go on, if a piece of markup starts here. */
  private step(character: string): number | undefined {
    switch (character) {
      case '\\':
        return this.escape();
      case '[':
        return this.bracket(this.at + 1);
      case ']':
        return this.bracketEnd(this.at);
      case '!':
        return this.source[this.at + 1] === '[' ? this.image() : undefined;
      case '(':
        return this.aside();
      case '*':
      case '_':
        return this.emphasis(character);
      case '`':
        return this.code();
      case '<':
        return this.tag();
      case '&':
        return this.entity();
      case 'h':
        return this.address();
      default:
        return undefined;
    }
  }

  private flush(to: number): void {
    if (to > this.copied) this.add(this.source.slice(this.copied, to));
  }

  /** Text goes on in the piece before, for a page of escapes would be a page of pieces. */
  private add(text: string): void {
    const last = this.pieces.at(-1);
    if (last?.kind === 'text') last.text += text;
    else this.pieces.push({ kind: 'text', text });
  }

  private push(piece: Piece): void {
    this.flush(this.at);
    this.pieces.push(piece);
  }

  private escape(): number | undefined {
    const next = this.source[this.at + 1];
    if (next === '[') return this.bracket(this.at + 2) ?? this.literal(next, this.at + 2);
    if (next === ']') return this.bracketEnd(this.at + 1) ?? this.literal(next, this.at + 2);
    return isAsciiPunctuation(next) ? this.literal(next as string, this.at + 2) : undefined;
  }

  private literal(text: string, end: number): number {
    this.flush(this.at);
    this.add(text);
    return end;
  }

  /** `[text](url)`, `[01:46]`, `[^1]`, `[laughter]`, and the same with `\[`. */
  private bracket(inside: number): number | undefined {
    const close = this.closing.get(inside - 1);
    if (close === undefined) return undefined;
    const escaped = this.source[close - 1] === '\\';
    if (this.source[inside] === '^' && close - inside < LONGEST_FOOTNOTE && this.source[close + 1] !== ':') {
      this.flush(this.at);
      return close + 1;
    }
    const end = readUrl(this.source, close + 1);
    if (end && !escaped) {
      this.push({ kind: 'open', span: 'link', url: end.url });
      this.ends.set(close, end.end);
      return inside;
    }
    if (close - inside > 120) return undefined;
    const content = this.source.slice(inside, escaped ? close - 1 : close).trim();
    const time = readTime(content, 0);
    if (time?.end === content.length) {
      this.push({ kind: 'time', seconds: time.seconds });
      return close + 1;
    }
    if (!isStageDirection(content)) return undefined;
    this.push({ kind: 'open', span: 'stage-direction', url: '' });
    this.pieces.push({ kind: 'text', text: '[' });
    this.ends.set(close, close + 1);
    return inside;
  }

  private bracketEnd(bracket: number): number | undefined {
    const end = this.ends.get(bracket);
    if (end === undefined) return undefined;
    this.flush(this.at);
    if (end === bracket + 1) this.add(']');
    this.pieces.push({ kind: 'close' });
    return end;
  }

  private image(): number | undefined {
    const close = this.closing.get(this.at + 1);
    const end = close === undefined ? undefined : readUrl(this.source, close + 1);
    if (!end || close === undefined) return undefined;
    this.flush(this.at);
    this.add(this.source.slice(this.at + 2, close));
    return end.end;
  }

  /** `(laughs)`: round brackets count only around a known direction. */
  private aside(): number | undefined {
    const ahead = this.source.slice(this.at + 1, this.at + 42);
    const close = ahead.indexOf(')');
    if (close < 1 || !isStageDirection(ahead.slice(0, close)) || ahead.slice(0, close).includes('*')) return undefined;
    this.push({ kind: 'open', span: 'stage-direction', url: '' });
    this.pieces.push({ kind: 'text', text: `(${ahead.slice(0, close)})` }, { kind: 'close' });
    return this.at + close + 2;
  }

  private emphasis(mark: string): number | undefined {
    let end = this.at;
    while (this.source[end] === mark) end += 1;
    const direction = this.emphasisedDirection(mark, end);
    if (direction !== undefined) return direction;
    const before = this.source[this.at - 1];
    const after = this.source[end];
    // `2*3*4` is said.
    if (isDigit(before) && isDigit(after)) return undefined;
    const opens = after !== undefined && !isBlank(after) && (mark === '*' || !isWordCharacter(before));
    const closes = before !== undefined && !isBlank(before) && (mark === '*' || !isWordCharacter(after));
    this.push({ kind: 'emphasis', mark, opens, closes, count: end - this.at });
    return end;
  }

  /** `*laughs*` and `_(sighs)_`. */
  private emphasisedDirection(mark: string, inside: number): number | undefined {
    const run = inside - this.at;
    if (run > 3 || isBlank(this.source[inside])) return undefined;
    const ahead = this.source.slice(inside, inside + 42);
    const close = ahead.indexOf(mark);
    const content = close < 1 ? '' : ahead.slice(0, close);
    if (!isStageDirection(content) || content.includes('[') || content.includes('\n')) return undefined;
    if (!ahead.startsWith(mark.repeat(run), close) || wordsOf(content).length > 3) return undefined;
    this.push({ kind: 'open', span: 'stage-direction', url: '' });
    this.pieces.push({ kind: 'text', text: content }, { kind: 'close' });
    return inside + close + run;
  }

  private code(): number | undefined {
    let end = this.at;
    while (this.source[end] === '`') end += 1;
    const ticks = this.source.slice(this.at, end);
    const close = this.noCodeEnd.has(ticks.length) ? -1 : this.source.indexOf(ticks, end);
    if (close < 0) this.noCodeEnd.add(ticks.length);
    if (close < 0) return this.literal(ticks, end);
    this.flush(this.at);
    this.add(this.source.slice(end, close));
    return close + ticks.length;
  }

  private tag(): number | undefined {
    const end = tagEnd(this.source, this.at);
    if (end === undefined) return undefined;
    const inside = this.source.slice(this.at + 1, end - 1);
    if (isAddress(inside)) {
      this.push({ kind: 'open', span: 'link', url: inside });
      this.pieces.push({ kind: 'text', text: inside }, { kind: 'close' });
      return end;
    }
    const closes = inside.startsWith('/');
    const name = tagName(inside, closes ? 1 : 0);
    if (!INLINE_TAGS.has(name) || hasWords(inside.slice(name.length + (closes ? 1 : 0)))) return undefined;
    this.flush(this.at);
    if (name === 'br' || name === 'p') this.pieces.push({ kind: 'text', text: ' ' });
    if (name === 'a' && !closes) {
      this.pieces.push({ kind: 'open', span: 'link', url: attribute(inside, 'href') });
      this.openTags += 1;
    } else if (name === 'a' && this.openTags > 0) {
      this.pieces.push({ kind: 'close' });
      this.openTags -= 1;
    }
    return end;
  }

  private entity(): number | undefined {
    const entity = readEntity(this.source, this.at);
    return entity ? this.literal(entity.character, entity.end) : undefined;
  }

  /** A bare address is a link to itself, and its underscores are no emphasis. */
  private address(): number | undefined {
    if (!this.source.startsWith('http', this.at) || isWordCharacter(this.source[this.at - 1])) return undefined;
    let end = this.at;
    while (
      end < this.source.length &&
      !isBlank(this.source[end]) &&
      !'<>[]()*"`\\'.includes(this.source[end] as string)
    ) {
      end += 1;
    }
    while (end > this.at && ".,;:!?_'’”".includes(this.source[end - 1] as string)) end -= 1;
    const url = this.source.slice(this.at, end);
    if (!isAddress(url)) return undefined;
    this.push({ kind: 'open', span: 'link', url });
    this.pieces.push({ kind: 'text', text: url }, { kind: 'close' });
    return end;
  }
}

function isAddress(text: string): boolean {
  return (text.startsWith('http://') || text.startsWith('https://')) && text.length > 10 && !text.includes(' ');
}

/** `(url)` or `(url "title")` directly behind a bracket. */
function readUrl(source: string, at: number): { url: string; end: number } | undefined {
  if (source[at] !== '(') return undefined;
  let depth = 1;
  let end = at + 1;
  for (; end < source.length && end - at < 4000; end += 1) {
    const character = source[end];
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) break;
    if (character === '[' || character === '\n') return undefined;
  }
  if (depth !== 0 || source[end] !== ')') return undefined;
  const inside = source.slice(at + 1, end).trim();
  const blank = inside.indexOf(' ');
  const url = blank < 0 ? inside : inside.slice(0, blank);
  const title = blank < 0 ? '' : inside.slice(blank + 1).trim();
  if (title !== '' && !'"\'('.includes(title[0] as string)) return undefined;
  return { url: url.startsWith('<') && url.endsWith('>') ? url.slice(1, -1) : url, end: end + 1 };
}

/** Behind the `>` of a tag that starts at `at`. */
function tagEnd(source: string, at: number): number | undefined {
  const first = source[at + 1];
  if (first !== '/' && !isWordCharacter(first)) return undefined;
  for (let end = at + 1; end < source.length && end - at < 2000; end += 1) {
    if (source[end] === '>') return end + 1;
    if (source[end] === '<') return undefined;
  }
  return undefined;
}

/** Whether words have got into a tag, where attributes should stand. */
function hasWords(attributes: string): boolean {
  return !attributes.includes('=') && wordsOf(attributes).some((word) => word !== '/');
}

function tagName(inside: string, from: number): string {
  let end = from;
  while (isWordCharacter(inside[end])) end += 1;
  return inside.slice(from, end).toLowerCase();
}

function attribute(inside: string, name: string): string {
  const at = inside.toLowerCase().indexOf(`${name}=`);
  if (at < 0) return '';
  const start = at + name.length + 1;
  const quote = inside[start];
  const end = quote === '"' || quote === "'" ? inside.indexOf(quote, start + 1) : inside.indexOf(' ', start);
  return inside.slice(quote === '"' || quote === "'" ? start + 1 : start, end < 0 ? undefined : end);
}

/** Puts the pieces together again, one space for every run of blanks. */
function render(pieces: readonly Piece[]): Speech {
  const parts: string[] = [];
  const spans: Span[] = [];
  const times: (readonly [number, number])[] = [];
  const placeholders: { url: string; text: string; below: number }[] = [];
  const open: { piece: Piece & { kind: 'open' }; from: number; part: number; below: number }[] = [];
  let length = 0;
  let below = 0;
  let blank = true;
  const append = (text: string) => {
    if (hasSingleBlanks(text)) {
      if (text === '') return;
      const words = blank && length > 0 ? ` ${text}` : text;
      parts.push(words);
      length += words.length;
      blank = false;
      return;
    }
    let from = -1;
    for (let at = 0; at <= text.length; at += 1) {
      const character = text[at];
      if (character === '\n') below += 1;
      const end = at === text.length || isBlank(character);
      if (!end && from < 0) from = at;
      if (!end || from < 0) {
        if (end && at < text.length) blank = true;
        continue;
      }
      const word = (blank && length > 0 ? ' ' : '') + text.slice(from, at);
      parts.push(word);
      length += word.length;
      blank = at < text.length;
      from = -1;
    }
  };
  for (const piece of pieces) {
    if (piece.kind === 'text') append(piece.text);
    else if (piece.kind === 'emphasis') append(piece.mark.repeat(piece.count));
    else if (piece.kind === 'time') {
      times.push([length === 0 ? 0 : length + 1, piece.seconds]);
      blank = true;
    } else if (piece.kind === 'open') open.push({ piece, from: length, part: parts.length, below });
    else {
      const last = open.pop();
      if (!last || length === last.from) continue;
      const text = parts.slice(last.part).join('');
      const from = last.from + (text.startsWith(' ') ? 1 : 0);
      if (last.piece.span === 'stage-direction') spans.push({ kind: 'stage-direction', words: [from, length] });
      else spans.push({ kind: 'link', words: [from, length], url: last.piece.url });
      if (last.piece.span === 'link' && isPlaceholder(last.piece.url)) {
        placeholders.push({ url: last.piece.url, text: text.trim(), below: last.below });
      }
    }
  }
  const text = parts.join('');
  spans.sort((left, right) => left.words[0] - right.words[0] || right.words[1] - left.words[1]);
  return { text, spans, times: times.filter(([offset]) => offset < text.length), placeholders };
}

function isPlaceholder(url: string): boolean {
  return url === '' || url === '#' || skipBlanks(url, 0) === url.length;
}
