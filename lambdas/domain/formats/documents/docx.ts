import { collapseBlanks } from '../../text/characters';
import type { Transcript } from '../../transcript';
import { readLabelledText } from '../labelled-text';
import { attribute, type MarkupToken, markupTokens } from './markup';
import { PLAIN, RichLine } from './rich-text';
import { conversationOf, type TableRow } from './table';
import { readArchive } from './zip';

const DOCUMENT = 'word/document.xml';
const LINKS = 'word/_rels/document.xml.rels';

/** Reads a Word document; a paragraph counts as a line. */
export function readDocx(bytes: Uint8Array): Transcript {
  const files = readArchive(bytes, [DOCUMENT, LINKS], DOCUMENT);
  const { lines, tables } = new DocxLines(linksOf(files.get(LINKS) ?? '')).read(files.get(DOCUMENT) ?? '');
  const conversation = longest(tables.map(({ rows }) => conversationOf(rows)).filter((found) => found !== undefined));
  if (!conversation) {
    return readLabelledText(
      lines.map(({ text }) => text),
      'docx',
      { numbers: lines.map(({ line }) => line) },
    );
  }
  const numbers = conversation.flatMap(({ line }) => [line, line]);
  const first = Math.min(...numbers);
  const last = Math.max(...numbers);
  const asides = lines.filter(({ text, line }) => text.trim() !== '' && (line < first || line > last));
  return readLabelledText(
    conversation.flatMap(({ text }) => [text, '']),
    'docx',
    { numbers, asides },
  );
}

function longest<T extends readonly { readonly text: string }[]>(tables: readonly T[]): T | undefined {
  const size = (table: T) => table.reduce((sum, { text }) => sum + text.length, 0);
  return tables.reduce<T | undefined>((best, table) => (best && size(best) >= size(table) ? best : table), undefined);
}

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

/** Walks over WordprocessingML once. */
class DocxLines {
  private readonly links: ReadonlyMap<string, string>;
  private readonly lines: NumberedText[] = [];
  private readonly tables: { rows: TableRow[] }[] = [];
  private current = new RichLine();
  private look = PLAIN;
  private url = '';
  private heading = 0;
  private paragraph = 0;
  private inText = false;
  private inProperties = false;
  private fallback = 0;
  /** Cells and rows of the tables that are open, innermost last. */
  private readonly open: { rows: TableRow[]; cells: string[]; cell: string }[] = [];

  constructor(links: ReadonlyMap<string, string>) {
    this.links = links;
  }

  read(document: string): { lines: readonly NumberedText[]; tables: readonly { rows: readonly TableRow[] }[] } {
    for (const token of markupTokens(document, 'xml')) {
      if (token.kind === 'text') {
        if (this.inText && this.fallback === 0) this.current.add(token.text, { ...this.look, url: this.url });
      } else if (token.kind === 'open') this.start(token);
      else this.end(token.name);
    }
    this.endLine();
    return { lines: this.lines, tables: this.tables };
  }

  private start({ name, attributes, closed }: MarkupToken & { kind: 'open' }): void {
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
    else if (name === 'w:tbl') this.open.push({ rows: [], cells: [], cell: '' });
  }

  private end(name: string): void {
    const table = this.open.at(-1);
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
    } else if (name === 'w:tbl' && table) {
      this.open.pop();
      this.tables.push({ rows: table.rows });
    }
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
