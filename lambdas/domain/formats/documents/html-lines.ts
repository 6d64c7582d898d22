import { collapseBlanks } from '../../text/characters';
import { readTime } from '../../text/times';
import { timeGroup } from '../labelled-text/labels/time-group';
import type { LeftOut } from '../transcript-builder';
import { attribute, hiddenWords, type MarkupToken, markupTokens } from './markup';
import { escapeMarkdown, PLAIN, RichLine } from './rich-text';
import { conversationOf, type TableRow } from './table';

interface NumberedText {
  readonly text: string;
  readonly line: number;
}

/** A page as lines of Markdown. */
export interface HtmlText {
  readonly lines: readonly NumberedText[];
  /** The lines of the element that says it is the transcript, or else of the page's main part. */
  readonly region: { readonly from: number; readonly to: number } | undefined;
  /** What stands in menus, forms and footers. */
  readonly skipped: readonly NumberedText[];
  readonly title: NumberedText | undefined;
  readonly language: string | undefined;
  /** Words that no reader of the page sees, though they may have been meant for it. */
  readonly hidden: readonly LeftOut[];
}

const BLOCKS = new Set(
  (
    'p div section article main header aside li ul ol dl dt dd table thead tbody tfoot tr td th blockquote pre figure figcaption ' +
    'h1 h2 h3 h4 h5 h6 hr details summary address body html'
  ).split(' '),
);
const REGIONS = new Set('div section article main details td ol ul dl table'.split(' '));
const SKIPPED = new Set('nav aside footer form button select head'.split(' '));
/** Classes by which pages mark who speaks, besides those that say `speaker`. */
const NAME_CLASSES = new Set(['name', 'author', 'person', 'participant', 'who']);
const LONGEST_LABEL = 60;

type Open = MarkupToken & { kind: 'open' };

/** Turns the tags of a page into the lines that a person would see, with labels, times, headings and links marked. */
export class HtmlLines {
  private readonly skips: boolean;
  private readonly raw: boolean;
  private readonly lines: NumberedText[] = [];
  private readonly skipped: NumberedText[] = [];
  private readonly hidden: LeftOut[] = [];
  private readonly regions: { name: string; says: number; from: number }[] = [];
  private region: { from: number; to: number; says: number } | undefined;
  private current = new RichLine();
  private currentLine = 1;
  private bold = 0;
  private italic = 0;
  private paragraphs = 0;
  private heading = 0;
  private url = '';
  private skipping: { name: string; depth: number; text: string; line: number; last: number } | undefined;
  private titled: { text: string; line: number } | undefined;
  private inTitle = false;
  /** An element whose text may turn out to be a speaker's label or a time. */
  private marked:
    | { name: string; depth: number; kind: 'label' | 'cite' | 'time'; lines: number; before: RichLine }
    | undefined;
  private table: { from: number; rows: TableRow[]; cells: string[]; cellFrom: number; line: number } | undefined;
  private language: string | undefined;

  constructor(options: { readonly skips: boolean; readonly raw: boolean }) {
    this.skips = options.skips;
    this.raw = options.raw;
  }

  read(source: string): HtmlText {
    for (const token of markupTokens(source, 'html')) {
      if (token.kind === 'hidden') this.hidden.push(hiddenWords(token));
      else if (this.skipping) this.skip(token, this.skipping);
      else if (token.kind === 'text') this.text(token.text, token.line);
      else if (token.kind === 'open') this.open(token);
      else this.close(token.name, token.line);
    }
    this.flush();
    this.endRegions(this.regions.length);
    this.endSkipping();
    const { lines, region, skipped, titled, language, hidden } = this;
    const title = titled && { ...titled, text: collapseBlanks(titled.text) };
    return { lines, region, skipped, title, language, hidden };
  }

  private skip(token: Exclude<MarkupToken, { kind: 'hidden' }>, skipping: NonNullable<HtmlLines['skipping']>): void {
    skipping.last = token.line;
    if (token.kind === 'text') {
      if (!this.inTitle) skipping.text += ` ${token.text}`;
      else this.titled = { text: `${this.titled?.text ?? ''}${token.text}`, line: this.titled?.line ?? token.line };
      return;
    }
    if (skipping.name === 'head' && token.kind === 'open' && BLOCKS.has(token.name)) {
      this.endSkipping();
      this.open(token);
      return;
    }
    if (token.name === 'title') this.inTitle = token.kind === 'open' && this.titled === undefined;
    if (token.name !== skipping.name) return;
    skipping.depth += token.kind === 'open' && !token.closed ? 1 : token.kind === 'close' ? -1 : 0;
    if (skipping.depth === 0) this.endSkipping();
  }

  private endSkipping(): void {
    const text = collapseBlanks(this.skipping?.text ?? '');
    const { name, line, last } = this.skipping ?? { name: '', line: 1, last: 1 };
    this.inTitle = false;
    if (name === 'head' && text !== '')
      this.hidden.push({ why: 'this stands in the head of the page', text, lines: [line, last] });
    else if (text !== '') this.skipped.push({ text, line });
    this.skipping = undefined;
  }

  private text(text: string, line: number): void {
    if (this.current.isEmpty) this.currentLine = line;
    const look = { bold: this.bold > 0, italic: this.italic > 0, url: this.url };
    if (!this.raw || this.paragraphs > 0) {
      this.current.add(text.replaceAll('\n', ' '), look);
      return;
    }
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) this.endLine();
      if (this.current.isEmpty) this.currentLine = line + index;
      this.current.add(part, look);
    }
  }

  private open(token: Open): void {
    const { name } = token;
    if (this.skips && SKIPPED.has(name) && !token.closed) {
      this.flush();
      this.skipping = { name, depth: 1, text: '', line: token.line, last: token.line };
      return;
    }
    if (name === 'html') this.language = attribute(token.attributes, 'lang') || undefined;
    if (BLOCKS.has(name)) this.openBlock(token);
    else if (name === 'br') this.endLine();
    else if (name === 'strong' || name === 'b') this.bold += 1;
    else if (name === 'em' || name === 'i') this.italic += 1;
    else if (name === 'a') this.url = attribute(token.attributes, 'href') ?? '';
    this.mark(token);
  }

  private openBlock({ name, attributes, line, closed }: Open): void {
    this.flush();
    if (name === 'p') this.paragraphs = 1;
    if (name === 'table')
      this.table = { from: this.lines.length, rows: [], cells: [], cellFrom: this.lines.length, line };
    if (this.table && name === 'tr') this.table = { ...this.table, cells: [], line };
    if (this.table && (name === 'td' || name === 'th')) this.table.cellFrom = this.lines.length;
    if (name.length === 2 && name[0] === 'h' && name[1] !== 'r') this.heading = Number(name[1]);
    const speaker = collapseBlanks(attribute(attributes, 'data-speaker') ?? '');
    if (speaker !== '') this.lines.push({ text: `**${escapeMarkdown(speaker)}:**`, line });
    if (!REGIONS.has(name) || closed) return;
    const named = `${attribute(attributes, 'class') ?? ''} ${attribute(attributes, 'id') ?? ''}`.toLowerCase();
    const says = named.includes('transcript') ? 2 : name === 'main' || name === 'article' ? 1 : 0;
    this.regions.push({ name, says, from: this.lines.length });
  }

  /** `cite`, `dt`, `time`, and whatever has a class of that meaning. */
  private mark(token: Open): void {
    if (this.marked) {
      if (token.name === this.marked.name && !token.closed) this.marked.depth += 1;
      return;
    }
    const named = (attribute(token.attributes, 'class') ?? '').toLowerCase();
    const kind =
      token.name === 'cite' || token.name === 'dt'
        ? 'cite'
        : token.name === 'time' || named.includes('time')
          ? 'time'
          : named.includes('speaker') || NAME_CLASSES.has(named)
            ? 'label'
            : undefined;
    if (!kind || token.closed) return;
    this.marked = { name: token.name, depth: 1, kind, lines: this.lines.length, before: this.current };
    this.current = new RichLine();
    this.currentLine = token.line;
  }

  private close(name: string, line: number): void {
    if (this.marked?.name === name) {
      this.marked.depth -= 1;
      if (this.marked.depth === 0) this.endMarked(this.marked);
    }
    if (name === 'strong' || name === 'b') this.bold = Math.max(0, this.bold - 1);
    else if (name === 'em' || name === 'i') this.italic = Math.max(0, this.italic - 1);
    else if (name === 'a') this.url = '';
    else if (BLOCKS.has(name)) this.closeBlock(name, line);
  }

  private closeBlock(name: string, line: number): void {
    this.flush();
    this.heading = 0;
    if (name === 'p') this.paragraphs = 0;
    if (this.table) this.closeCell(name, this.table, line);
    if (!REGIONS.has(name)) return;
    const index = this.regions.slice(-50).findLastIndex((region) => region.name === name);
    if (index >= 0) this.endRegions(Math.min(this.regions.length, 50) - index);
  }

  private endRegions(count: number): void {
    for (const { says, from } of this.regions.splice(this.regions.length - count)) {
      const to = this.lines.length;
      const better =
        says > (this.region?.says ?? 0) ||
        (says === this.region?.says && to - from > this.region.to - this.region.from);
      if (says > 0 && to > from && better) this.region = { from, to, says };
    }
  }

  private closeCell(name: string, table: NonNullable<HtmlLines['table']>, line: number): void {
    if (name === 'td' || name === 'th') {
      const text = this.lines
        .slice(table.cellFrom)
        .map((cell) => unescapeMarkdown(cell.text))
        .join(' ');
      table.cells.push(collapseBlanks(text));
    } else if (name === 'tr' && table.cells.length > 0)
      table.rows.push({ cells: table.cells, line: table.line || line });
    else if (name === 'table') {
      const conversation = conversationOf(table.rows);
      if (conversation) {
        const lines = conversation.lines.flatMap((row) => [row, { text: '', line: row.line }]);
        this.lines.splice(table.from, this.lines.length, ...lines);
        this.skipped.push(...conversation.asides);
        this.hidden.push(...conversation.leftOut);
      }
      this.table = undefined;
    }
  }

  private endMarked({ kind, lines, before }: NonNullable<HtmlLines['marked']>): void {
    this.marked = undefined;
    const text = collapseBlanks(this.current.plain());
    const whole = this.lines.length === lines && text !== '';
    if (whole && isBracketedTime(text)) {
      before.add(` [${text.slice(1, -1)}] `, PLAIN);
      this.current = before;
      return;
    }
    const time = whole && readTime(text, 0)?.end === text.length;
    const label = whole && !time && text.length <= LONGEST_LABEL && isLabel(text) && kind !== 'time';
    if (!time && !(label && (kind === 'label' || this.paragraphs === 0 || text.endsWith(':')))) {
      if (whole) before.add(this.current.plain(), { bold: this.bold > 0, italic: kind === 'cite', url: this.url });
      if (this.lines.length === lines) this.current = before;
      return;
    }
    const line = this.currentLine;
    this.current = before;
    if (!this.current.isEmpty) this.endLine();
    this.lines.push({ text: time ? `[${text}]` : `**${escapeMarkdown(withoutColon(text))}:**`, line });
    this.current = new RichLine();
  }

  /** What stands in front of an element that may be a label goes before it, wherever that ends. */
  private endBefore(): void {
    const { marked, current } = this;
    if (!marked || marked.before.isEmpty) return;
    this.marked = { ...marked, before: new RichLine() };
    this.current = marked.before;
    this.pushLine();
    this.current = current;
  }

  /** Ends a line, and the paragraph with it. */
  private flush(): void {
    this.endBefore();
    if (this.current.isEmpty) {
      this.current = new RichLine();
      return;
    }
    this.endLine();
    this.lines.push({ text: '', line: this.currentLine });
  }

  private endLine(): void {
    this.endBefore();
    this.pushLine();
  }

  private pushLine(): void {
    const line = this.current;
    this.current = new RichLine();
    if (line.isEmpty) {
      if (this.raw) this.lines.push({ text: '', line: this.currentLine });
      return;
    }
    const text =
      this.heading > 0
        ? `${'#'.repeat(this.heading)} ${collapseBlanks(line.markdown(this.raw))}`
        : line.markdown(this.raw);
    this.lines.push({ text, line: this.currentLine });
  }
}

/** `(0:12)` stands in its line like a word. */
function isBracketedTime(text: string): boolean {
  return '[('.includes(text[0] as string) && timeGroup(text, 0)?.end === text.length;
}

/** A colon inside means that the speech follows in the same element. */
function isLabel(text: string): boolean {
  return !withoutColon(text).includes(': ');
}

function withoutColon(text: string): string {
  return text.endsWith(':') || text.endsWith('：') ? text.slice(0, -1).trimEnd() : text;
}

function unescapeMarkdown(text: string): string {
  let plain = '';
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\' && '*_`<&#->+=~–—|'.includes(text[at + 1] ?? ' ')) continue;
    plain += text[at];
  }
  return plain;
}
