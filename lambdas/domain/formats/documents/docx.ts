import { collapseBlanks } from '../../text/characters';
import type { Transcript } from '../../transcript';
import { readLabelledText } from '../labelled-text';
import type { LeftOut } from '../transcript-builder';
import { attribute, hiddenWords, type MarkupToken, markupTokens } from './markup';
import { PLAIN, RichLine } from './rich-text';
import { type Conversation, conversationOf, type TableRow } from './table';
import { readArchive } from './zip';

const DOCUMENT = 'word/document.xml';
const LINKS = 'word/_rels/document.xml.rels';

/** Reads a Word document; a paragraph counts as a line. */
export function readDocx(bytes: Uint8Array): Transcript {
  const files = readArchive(bytes, [DOCUMENT, LINKS], DOCUMENT);
  const { lines, tables, hidden } = new DocxLines(linksOf(files.get(LINKS) ?? '')).read(files.get(DOCUMENT) ?? '');
  const longest = tables.reduce<Table | undefined>(
    (best, table) => (sizeOf(table) > sizeOf(best) ? table : best),
    undefined,
  );
  if (!longest) {
    const numbers = lines.map(({ line }) => line);
    return readLabelledText(
      lines.map(({ text }) => text),
      'docx',
      { numbers, leftOut: hidden },
    );
  }
  return readTables(
    tables.filter(({ conversation }) => conversation.names === longest.conversation.names),
    lines,
    hidden,
  );
}

const sizeOf = (table: Table | undefined): number =>
  (table?.conversation.lines ?? []).reduce((sum, { text }) => sum + text.length, 0);

/** Reads the tables that have one heading as one conversation; nobody says what stands around them. */
function readTables(tables: readonly Table[], lines: readonly NumberedText[], hidden: readonly LeftOut[]): Transcript {
  const said = tables.flatMap(({ conversation }) => conversation.lines);
  const isInside = (index: number) => tables.some(({ from, to }) => index >= from && index < to);
  const around = lines.filter(({ text }, index) => text.trim() !== '' && !isInside(index));
  const [first] = around;
  const warnings = first ? [{ line: first.line, message: APART }] : [];
  return readLabelledText(
    said.flatMap(({ text }) => [text, '']),
    'docx',
    {
      numbers: said.flatMap(({ line }) => [line, line]),
      asides: [...around, ...tables.flatMap(({ conversation }) => conversation.asides)],
      leftOut: [...hidden, ...tables.flatMap(({ conversation }) => conversation.leftOut)],
      warnings,
    },
  );
}

const APART =
  'Text around the table of who says what is kept apart from the conversation; if somebody says it, give it a row.';

/** Addresses by the ids that hyperlinks name. */
function linksOf(relationships: string): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  for (const token of markupTokens(relationships, 'xml')) {
    if (token.kind !== 'open' || token.name !== 'relationship') continue;
    const id = attribute(token.attributes, 'id');
    const target = attribute(token.attributes, 'target');
    if (id && target && attribute(token.attributes, 'targetmode') === 'External') links.set(id, target);
  }
  return links;
}

interface NumberedText {
  readonly text: string;
  readonly line: number;
}

/** Elements whose text Word keeps for itself: fields, and what was deleted. */
const UNSEEN = new Set(['w:instrtext', 'w:delinstrtext', 'w:deltext']);

/** Places, formulas and pictures. */
const OF_DRAWINGS = 'a: c: dgm: m: mc: o: pic: r: sl: v: w10: w14: w15: wp: wp14: wpc: wpg: wps:'.split(' ');

/** No element, or one that Word does not know: a text element whose name is broken. */
const isUnknown = (element: string): boolean =>
  !UNSEEN.has(element) && !OF_DRAWINGS.some((prefix) => element.startsWith(prefix));

interface OpenTable {
  /** Index of its first line. */
  readonly from: number;
  readonly rows: TableRow[];
  cells: string[];
  cell: string;
}

/** A table of who says what, and which lines of the document are its cells. */
interface Table {
  readonly conversation: Conversation;
  readonly from: number;
  readonly to: number;
}

interface DocxText {
  readonly lines: readonly NumberedText[];
  readonly tables: readonly Table[];
  readonly hidden: readonly LeftOut[];
}

/** Walks over WordprocessingML once. */
class DocxLines {
  private readonly links: ReadonlyMap<string, string>;
  private readonly lines: NumberedText[] = [];
  private readonly tables: Table[] = [];
  private readonly hidden: LeftOut[] = [];
  private element = '';
  private current = new RichLine();
  private look = PLAIN;
  private url = '';
  private heading = 0;
  private paragraph = 0;
  private inText = false;
  private inProperties = false;
  private fallback = 0;
  /** Innermost last. */
  private readonly open: OpenTable[] = [];

  constructor(links: ReadonlyMap<string, string>) {
    this.links = links;
  }

  read(document: string): DocxText {
    for (const token of markupTokens(document, 'word')) {
      if (token.kind === 'text') this.text(token.text);
      else if (token.kind === 'hidden')
        this.hidden.push({ ...hiddenWords(token), lines: [this.paragraph, this.paragraph] });
      else if (token.kind === 'open') this.start(token);
      else this.end(token.name);
    }
    this.endLine();
    while (this.open.length > 0) this.endTable();
    return { lines: this.lines, tables: this.tables, hidden: this.hidden };
  }

  /** What stands behind a broken tag is text too; what Word keeps for itself stands in elements of its own. */
  private text(text: string): void {
    const isText = this.inText || (isUnknown(this.element) && text.trim() !== '');
    if (isText && this.fallback === 0) this.current.add(text, { ...this.look, url: this.url });
  }

  private start({ name, attributes, closed }: MarkupToken & { kind: 'open' }): void {
    if (!closed) this.element = name;
    if (name === 'w:p') this.paragraph += 1;
    else if (name === 'w:r') this.look = PLAIN;
    else if (name === 'w:t' && !closed) this.inText = true;
    else if (name === 'w:rpr' && !closed) this.inProperties = true;
    else if (name === 'w:b' && this.inProperties && isOn(attributes)) this.look = { ...this.look, bold: true };
    else if (name === 'w:i' && this.inProperties && isOn(attributes)) this.look = { ...this.look, italic: true };
    else if (name === 'w:tab' && this.paragraph > 0) this.current.add('  ', this.look);
    else if (name === 'w:br' || name === 'w:cr') this.endLine();
    else if (name === 'w:pstyle') this.heading = headingOf(attribute(attributes, 'w:val') ?? '');
    else if (name === 'w:hyperlink') this.url = this.links.get(attribute(attributes, 'r:id') ?? '') ?? '';
    else if (name === 'mc:fallback' && !closed) this.fallback += 1;
    else if (name === 'w:tbl') this.open.push({ from: this.lines.length, rows: [], cells: [], cell: '' });
  }

  private end(name: string): void {
    const table = this.open.at(-1);
    this.element = '';
    if (name === 'w:t') this.inText = false;
    else if (name === 'w:rpr') this.inProperties = false;
    else if (name === 'w:hyperlink') this.url = '';
    else if (name === 'mc:fallback') this.fallback = Math.max(0, this.fallback - 1);
    else if (name === 'w:p') {
      this.endLine();
      this.lines.push({ text: '', line: this.paragraph });
      this.heading = 0;
    } else if (name === 'w:tc' && table) {
      table.cells.push(collapseBlanks(table.cell));
      table.cell = '';
    } else if (name === 'w:tr' && table) {
      table.rows.push({ cells: table.cells, line: this.paragraph });
      table.cells = [];
    } else if (name === 'w:tbl') this.endTable();
  }

  private endTable(): void {
    const table = this.open.pop();
    const conversation = table && conversationOf(table.rows);
    if (conversation) this.tables.push({ conversation, from: table.from, to: this.lines.length });
  }

  private endLine(): void {
    const line = this.current;
    this.current = new RichLine();
    if (line.isEmpty) return;
    const table = this.open.at(-1);
    if (table) table.cell += ` ${line.plain()}`;
    const markdown = line.markdown();
    this.lines.push({
      text: this.heading > 0 ? `${'#'.repeat(this.heading)} ${line.plain().trim()}` : markdown,
      line: this.paragraph,
    });
  }
}

function isOn(attributes: string): boolean {
  const value = attribute(attributes, 'w:val');
  return value !== '0' && value !== 'false' && value !== 'none';
}

/** `Heading2` → 2, `Title` → 1, anything else → 0. */
function headingOf(style: string): number {
  const lower = style.toLowerCase();
  if (lower === 'title') return 1;
  const level = lower.startsWith('heading') ? Number(lower.slice('heading'.length)) : 0;
  return Number.isInteger(level) && level >= 1 && level <= 6 ? level : 0;
}
