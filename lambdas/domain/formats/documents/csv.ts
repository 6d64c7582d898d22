import { collapseBlanks, countWords, isBlank } from '../../text/characters';
import { readTime, roundToMilliseconds } from '../../text/times';
import type { Transcript, TranscriptFormat } from '../../transcript';
import { readInline } from '../labelled-text/inline';
import { isEventLabel } from '../labelled-text/labels/names';
import { isTableRule } from '../labelled-text/markdown-tables';
import { saySegments } from '../segments';
import { TranscriptBuilder } from '../transcript-builder';
import { type Columns, columnsOf, guessColumns, timedColumnsOf } from './table';

/** Words in the name of a column. */
const LONGEST_NAME = 3;

interface Row {
  readonly cells: readonly string[];
  /** 1-based lines on which the row starts and ends. */
  readonly line: number;
  readonly last: number;
  /** Whether a quote that opens a cell is never closed. */
  readonly open: boolean;
}

/** A spreadsheet's export, `Speaker,Transcript` in its first row or rows of name and text; commas, semicolons or tabs between cells. */
export const csv: TranscriptFormat = {
  name: 'csv',
  matches: (source) => layoutOf(source) !== undefined,
  parse: readCsv,
};

interface Layout {
  readonly columns: Columns;
  /** Of the columns; none where the first row is somebody's words. */
  readonly names: readonly string[];
  readonly separator: string;
}

function layoutOf(source: string): Layout | undefined {
  const start = source.length - source.trimStart().length;
  const end = source.indexOf('\n', start);
  const first = source.slice(start, end < 0 ? source.length : end);
  if (end < 0 || isTableRule(source.slice(end + 1, end + 200).split('\n', 1)[0] ?? '')) return undefined;
  return headingOf(first) ?? headlessLayout(source.slice(start, start + SAMPLE), first) ?? tabbedLayout(source, first);
}

function headingOf(first: string): Layout | undefined {
  if (first.length > 500) return undefined;
  for (const separator of [',', ';', '\t', '|']) {
    if (!first.includes(separator)) continue;
    const names = rowsOf(first, separator)[0]?.cells ?? [];
    const columns = columnsOf(names) ?? timedColumnsOf(names);
    if (columns) return { columns, names, separator };
  }
  return undefined;
}

/** Without names of columns the cells themselves must tell: nobody speaks in rows of one width, a few names in one place. */
function headlessLayout(sample: string, first: string): Layout | undefined {
  for (const separator of [',', ';']) {
    if (!first.includes(separator)) continue;
    const rows = rowsOf(sample.slice(0, Math.max(sample.lastIndexOf('\n'), first.length)), separator);
    const columns = guessColumns(rows.map(({ cells }) => cells));
    const isTold = columns && rows.every(({ cells }) => isRowOf(cells, columns));
    if (columns && isTold) return { columns, names: [], separator };
  }
  return undefined;
}

/** A name, a tab and words on every line to the end, and nothing quoted: else those are labels of text that goes on below. */
function tabbedLayout(source: string, first: string): Layout | undefined {
  if (!first.includes('\t') || source.includes('\t"')) return undefined;
  const rows = source.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.split('\t')]));
  if (!rows.every((cells) => cells.length === 2 && !isEventLabel(cells[0] ?? ''))) return undefined;
  const columns = guessColumns(rows);
  return columns && { columns, names: [], separator: '\t' };
}

/** In a sentence a blank follows its comma. */
function isRowOf(cells: readonly string[], { speaker }: Columns): boolean {
  const name = cells[speaker] ?? '';
  return !name.includes(':') && !name.includes('\t') && !cells.slice(1).some((cell) => isBlank(cell[0]));
}

/** Characters by which a file without names of columns is judged. */
const SAMPLE = 8000;

function readCsv(source: string): Transcript {
  const { columns, names, separator } = layoutOf(source) as Layout;
  const builder = new TranscriptBuilder('csv');
  const all = rowsOf(source, separator);
  const rows = names.length === 0 ? all : all.slice(1);
  leaveOutWordsAmongNames(builder, names, all);
  if (columns.speaker < 0) return readTimedRows(builder, rows, columns, names.length, separator);
  const told = new Set<number>();
  for (const row of rows) {
    const { line, last } = row;
    const cells = names.length === 0 ? row.cells : withoutOverflow(row, columns, names.length, separator);
    if (row.open)
      builder.warn('A quote is opened on this line and never closed; the cell is read to the end of the line.', line);
    const speaker = collapseBlanks(cells[columns.speaker] ?? '');
    const startTime = timeIn(cells, columns.start);
    const endTime = timeIn(cells, columns.end);
    builder.speaker(speaker.endsWith(':') ? speaker.slice(0, -1) : speaker, line, {
      ...(startTime === undefined ? {} : { startTime }),
      ...(endTime === undefined ? {} : { endTime }),
    });
    builder.say({ ...readInline(cells[columns.text] ?? ''), line });
    for (const text of wordsForTimes(cells, columns))
      builder.leftOut({ why: 'this stands where a time should', text, lines: [line, last] });
    for (const [index, cell] of cells.entries()) {
      if (Object.values(columns).includes(index) || cell.trim() === '') continue;
      const name = names[index];
      if (name === undefined)
        builder.leftOut({ why: 'this row has more cells than the first row', text: cell, lines: [line, last] });
      else if (!told.has(index)) {
        told.add(index);
        builder.warn(`The column “${name.trim()}” is no speech and is kept apart from the conversation.`, line);
      }
      if (name !== undefined) builder.aside(collapseBlanks(cell), line);
    }
  }
  return builder.build();
}

/** Tells of what got into the first row, where only the names of columns belong. */
function leaveOutWordsAmongNames(
  builder: TranscriptBuilder,
  names: readonly string[],
  [heading, ...rows]: readonly Row[],
): void {
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  for (const name of names.filter((cell, index) => index >= widest || countWords(cell) > LONGEST_NAME)) {
    const lines = [heading?.line ?? 1, heading?.last ?? 1] as const;
    builder.leftOut({ why: 'this stands in the first row, among the names of the columns', text: name, lines });
  }
}

/** Whisper's rows of `start end text`, in milliseconds: what they hold is less than a sentence, often. */
function readTimedRows(
  builder: TranscriptBuilder,
  rows: readonly Row[],
  columns: Columns,
  width: number,
  separator: string,
): Transcript {
  const cells = rows.map((row) => withoutOverflow(row, columns, width, separator));
  const unit = inMilliseconds(cells, columns) ? 1000 : 1;
  const timeOf = (row: readonly string[], column: number | undefined) => {
    const time = timeIn(row, column);
    return time === undefined ? undefined : roundToMilliseconds(time / unit);
  };
  const segments = cells.map((row, index) => ({
    speaker: undefined,
    text: collapseBlanks(row[columns.text] ?? ''),
    line: rows[index]?.line ?? 1,
    start: timeOf(row, columns.start),
    end: timeOf(row, columns.end),
  }));
  saySegments(builder, segments);
  for (const [index, { line, last }] of rows.entries()) {
    for (const text of strayCells(cells[index] ?? [], columns))
      builder.leftOut({ why: 'this stands where no text should', text, lines: [line, last] });
  }
  builder.warn('No column says who speaks, so everything is read as one voice without a name. Add a column “Speaker”.');
  return builder.build();
}

/** What stands in cells of times and is said. */
function wordsForTimes(cells: readonly string[], columns: Columns): readonly string[] {
  const times = [columns.start, columns.end].filter((column) => timeIn(cells, column) === undefined);
  return times.flatMap((column) => cells[column ?? -1] ?? []).filter((cell) => countWords(cell) > LONGEST_NAME);
}

/** Words in cells of times, and beside the text. */
function strayCells(cells: readonly string[], { text, start, end }: Columns): readonly string[] {
  return cells.filter((cell, column) => {
    const isTime = (column === start || column === end) && timeIn(cells, column) !== undefined;
    return column !== text && !isTime && cell.trim() !== '';
  });
}

/** Nobody says less than a letter a second. */
function inMilliseconds(rows: readonly (readonly string[])[], columns: Columns): boolean {
  const letters = rows.reduce((sum, cells) => sum + (cells[columns.text] ?? '').length, 0);
  const starts = rows.map((cells) => (cells[columns.start ?? -1] ?? '').trim());
  const last = Number(starts.at(-1)) - Number(starts[0]);
  return starts.every((start) => /^\d+$/.test(start)) && last > letters;
}

/** Where the text is the last column, it goes on in cells for which there is no name: its separators stand unquoted. */
function withoutOverflow({ cells }: Row, { text }: Columns, width: number, separator: string): readonly string[] {
  if (cells.length <= width || text !== width - 1) return cells;
  return [...cells.slice(0, text), cells.slice(text).join(separator)];
}

function timeIn(cells: readonly string[], column: number | undefined): number | undefined {
  const cell = column === undefined ? '' : (cells[column] ?? '').trim();
  if (cell === '') return undefined;
  const time = readTime(cell, 0);
  const seconds = time?.end === cell.length ? time.seconds : Number(cell);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/** Cells by RFC 4180: a quoted cell may hold separators, line ends and doubled quotes. Blank rows are left out. */
function rowsOf(source: string, separator: string): Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let line = 1;
  let startLine = 1;
  let at = 0;
  let open = false;
  while (at <= source.length) {
    const cell = readCell(source, at, separator);
    if (cells.length === 0) startLine = line;
    cells.push(cell.text);
    open ||= cell.open === true;
    for (let inside = at; inside < cell.end; inside += 1) if (source.charCodeAt(inside) === 0x0a) line += 1;
    at = cell.end + 1;
    if (source[cell.end] === separator) continue;
    if (cells.some((text) => text.trim() !== '')) rows.push({ cells, line: startLine, last: line, open });
    cells = [];
    open = false;
    line += 1;
  }
  return rows;
}

interface Cell {
  readonly text: string;
  readonly end: number;
  readonly open?: boolean;
}

/** A quote inside a quoted cell that nobody doubled is text, unless it opens the cell of another line. */
function readCell(source: string, from: number, separator: string): Cell {
  if (source[from] !== '"') {
    const end = unquoted(source, from, separator);
    return { text: source.slice(from, end), end };
  }
  const lineEnd = unquoted(source, from, '\n');
  let text = '';
  let at = from + 1;
  for (let quote = source.indexOf('"', at); quote >= 0; quote = source.indexOf('"', at)) {
    text += source.slice(at, quote);
    at = quote + 1;
    if (source[at] === '"') at += 1;
    else if (endsCell(source, at, separator)) {
      const end = unquoted(source, at, separator);
      return { text: text + source.slice(at, end), end };
    } else if (quote > lineEnd && opensCell(source, quote, separator)) break;
    text += '"';
  }
  return { text: source.slice(from + 1, lineEnd), end: lineEnd, open: true };
}

function endsCell(source: string, at: number, separator: string): boolean {
  let behind = at;
  while (source[behind] === ' ') behind += 1;
  const next = source[behind];
  return next === undefined || next === '\n' || next === separator;
}

function opensCell(source: string, quote: number, separator: string): boolean {
  return source[quote - 1] === separator || source[quote - 1] === '\n';
}

function unquoted(source: string, from: number, separator: string): number {
  let end = from;
  while (end < source.length && source[end] !== separator && source[end] !== '\n') end += 1;
  return end;
}
