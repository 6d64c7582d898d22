import { collapseBlanks } from '../../text/characters';
import { readTime } from '../../text/times';
import type { Transcript, TranscriptFormat } from '../../transcript';
import { readInline } from '../labelled-text/inline';
import { TranscriptBuilder } from '../transcript-builder';
import { type Columns, columnsOf } from './table';

interface Row {
  readonly cells: readonly string[];
  /** 1-based line on which the row starts. */
  readonly line: number;
}

/** A spreadsheet's export, `Speaker,Transcript` in its first row; commas, semicolons or tabs between cells. */
export const csv: TranscriptFormat = {
  name: 'csv',
  matches: (source) => headingOf(source) !== undefined,
  parse: readCsv,
};

function headingOf(source: string): { columns: Columns; separator: string } | undefined {
  const start = source.length - source.trimStart().length;
  const end = source.indexOf('\n', start);
  const first = source.slice(start, end < 0 ? source.length : end);
  if (end < 0 || first.length > 500) return undefined;
  for (const separator of [',', ';', '\t', '|']) {
    if (!first.includes(separator)) continue;
    const columns = columnsOf(rowsOf(first, separator)[0]?.cells ?? []);
    if (columns) return { columns, separator };
  }
  return undefined;
}

function readCsv(source: string): Transcript {
  const { columns, separator } = headingOf(source) as { columns: Columns; separator: string };
  const builder = new TranscriptBuilder('csv');
  const [, ...rows] = rowsOf(source, separator);
  for (const { cells, line } of rows) {
    const speaker = collapseBlanks(cells[columns.speaker] ?? '');
    const startTime = timeIn(cells, columns.start);
    const endTime = timeIn(cells, columns.end);
    builder.speaker(speaker.endsWith(':') ? speaker.slice(0, -1) : speaker, line, {
      ...(startTime === undefined ? {} : { startTime }),
      ...(endTime === undefined ? {} : { endTime }),
    });
    builder.say({ ...readInline(cells[columns.text] ?? ''), line });
    for (const [index, cell] of cells.entries()) {
      if (!Object.values(columns).includes(index) && cell.trim() !== '') builder.aside(collapseBlanks(cell), line);
    }
  }
  return builder.build();
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
  while (at <= source.length) {
    const cell = readCell(source, at, separator);
    if (cells.length === 0) startLine = line;
    cells.push(cell.text);
    for (const character of source.slice(at, cell.end)) if (character === '\n') line += 1;
    at = cell.end + 1;
    if (source[cell.end] === separator) continue;
    if (cells.some((text) => text.trim() !== '')) rows.push({ cells, line: startLine });
    cells = [];
    line += 1;
  }
  return rows;
}

function readCell(source: string, from: number, separator: string): { text: string; end: number } {
  if (source[from] === '"') {
    let text = '';
    let at = from + 1;
    for (let quote = source.indexOf('"', at); quote >= 0; quote = source.indexOf('"', at)) {
      text += source.slice(at, quote);
      at = quote + 1;
      if (source[at] !== '"') {
        const rest = unquoted(source, at, separator);
        return { text: text + source.slice(at, rest), end: rest };
      }
      text += '"';
      at += 1;
    }
  }
  const end = unquoted(source, from, separator);
  return { text: source.slice(from, end), end };
}

function unquoted(source: string, from: number, separator: string): number {
  let end = from;
  while (end < source.length && source[end] !== separator && source[end] !== '\n') end += 1;
  return end;
}
