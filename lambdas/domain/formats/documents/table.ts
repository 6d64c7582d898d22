import { collapseBlanks, isWordCharacter } from '../../text/characters';
import { readTime } from '../../text/times';
import type { LeftOut } from '../transcript-builder';
import { escapeMarkdown } from './rich-text';

/** Which columns of a table hold what; indexes from 0. */
export interface Columns {
  readonly speaker: number;
  readonly text: number;
  readonly start?: number;
  readonly end?: number;
}

const SPEAKER = new Set([
  'speaker',
  'speakername',
  'speakerlabel',
  'name',
  'who',
  'voice',
  'person',
  'participant',
  'sprecher',
  'hablante',
  'orador',
  'locuteur',
  'role',
]);
const TEXT = new Set([
  ...[
    'transcript',
    'transcription',
    'text',
    'content',
    'dialogue',
    'dialog',
    'speech',
    'utterance',
    'caption',
    'sentence',
  ],
  ...['detectedtext', 'spokentext', 'line', 'body', 'words', 'said', 'message', 'quote', 'texto', 'texte'],
]);
const START = new Set([
  'start',
  'starttime',
  'time',
  'timestamp',
  'timecode',
  'begin',
  'in',
  'from',
  'turntime',
  'starttimestamp',
  'startseconds',
]);
const END = new Set(['end', 'endtime', 'out', 'to', 'endtimestamp', 'endseconds']);

/** Reads a heading row; undefined where its cells do not name a speaker and a text. */
export function columnsOf(heading: readonly string[]): Columns | undefined {
  const columns = namedColumns(heading);
  return columns.speaker < 0 || columns.text < 0 ? undefined : columns;
}

/** Reads a heading row without a speaker, `start end text`; its `speaker` is -1. */
export function timedColumnsOf(heading: readonly string[]): Columns | undefined {
  const columns = namedColumns(heading);
  return columns.speaker >= 0 || columns.text < 0 || columns.start === undefined ? undefined : columns;
}

function namedColumns(heading: readonly string[]): Columns {
  const names = heading.map((cell) => [...cell.toLowerCase()].filter(isWordCharacter).join(''));
  const find = (known: ReadonlySet<string>) => names.findIndex((name) => known.has(name));
  const [speaker, text, start, end] = [find(SPEAKER), find(TEXT), find(START), find(END)] as const;
  return { speaker, text, ...(start < 0 ? {} : { start }), ...(end < 0 ? {} : { end }) };
}

/** Tells from the cells themselves: short names that come back, long texts, times. */
export function guessColumns(rows: readonly (readonly string[])[]): Columns | undefined {
  const width = rows[0]?.length ?? 0;
  if (rows.length < 3 || width < 2 || width > 5 || rows.some((row) => row.length !== width)) return undefined;
  const columns = Array.from({ length: width }, (_, index) => rows.map((row) => (row[index] ?? '').trim()));
  const start = columns.findIndex((cells) => cells.every((cell) => readTime(cell, 0)?.end === cell.length));
  const lengths = columns.map((cells, index) =>
    index === start ? 0 : cells.reduce((sum, cell) => sum + cell.length, 0),
  );
  const text = lengths.indexOf(Math.max(...lengths));
  const speaker = columns.findIndex((cells, index) => index !== start && index !== text && isNames(cells));
  if (speaker < 0) return undefined;
  return { speaker, text, ...(start < 0 ? {} : { start }) };
}

function isNames(cells: readonly string[]): boolean {
  const named = cells.filter((cell) => cell !== '');
  const distinct = new Set(named.map((cell) => collapseBlanks(cell).toLowerCase())).size;
  return (
    named.length * 2 > cells.length && distinct * 2 <= named.length + 1 && named.every((cell) => cell.length <= 60)
  );
}

/** A row of a document's table. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly line: number;
}

interface NumberedText {
  readonly text: string;
  readonly line: number;
}

/** A table of who says what. */
export interface Conversation {
  /** Its heading: tables with the same one go on with each other. */
  readonly names: string;
  /** Its rows as lines with labels. */
  readonly lines: readonly NumberedText[];
  /** What stands above its heading and in columns of something else. */
  readonly asides: readonly NumberedText[];
  /** Cells for which the heading has no column. */
  readonly leftOut: readonly LeftOut[];
}

/** Reads a table as a conversation; undefined where it is a table of something else. */
export function conversationOf(rows: readonly TableRow[]): Conversation | undefined {
  const heading = rows.slice(0, 3).findIndex(({ cells }) => columnsOf(cells) !== undefined);
  const columns = heading < 0 ? guessColumns(rows.map(({ cells }) => cells)) : columnsOf(rows[heading]?.cells ?? []);
  if (!columns) return undefined;
  const width = rows[Math.max(0, heading)]?.cells.length ?? 0;
  const read: readonly number[] = Object.values(columns);
  const asides = rows.flatMap(({ cells, line }, row) => {
    if (row === heading) return [];
    const beside = cells
      .slice(0, width)
      .filter((cell, column) => (row < heading || !read.includes(column)) && cell !== '');
    return beside.map((text) => ({ text, line }));
  });
  const short = rows.slice(heading + 1).filter(({ cells }) => cells.length <= columns.text);
  const cut = short.map(({ cells, line }) => ({
    why: 'this row has fewer cells than its table has columns',
    text: cells.join(' '),
    lines: [line, line] as const,
  }));
  const misplaced = rows.slice(heading + 1).flatMap(({ cells, line }) => {
    const text = columns.start === undefined ? '' : (cells[columns.start] ?? '').trim();
    return text === '' || startOf(cells, columns) !== undefined
      ? []
      : [{ why: 'this stands where a time should', text, lines: [line, line] as const }];
  });
  const leftOut = rows.flatMap(({ cells, line }) => {
    const text = cells.slice(width).join(' ').trim();
    return text === ''
      ? []
      : [{ why: 'this row has more cells than its table has columns', text, lines: [line, line] as const }];
  });
  const names = rows[heading]?.cells.join('|') ?? String(width);
  const whole = rows.slice(heading + 1).filter((row) => !short.includes(row));
  return { names, lines: linesOf(whole, columns), asides, leftOut: [...leftOut, ...misplaced, ...cut] };
}

/** When a row begins, as it is written; undefined where that is no time. */
function startOf(cells: readonly string[], { start }: Columns): string | undefined {
  const written = start === undefined ? '' : (cells[start] ?? '').trim();
  return written !== '' && readTime(written, 0)?.end === written.length ? written : undefined;
}

function linesOf(rows: readonly TableRow[], columns: Columns): readonly NumberedText[] {
  return rows.map(({ cells, line }) => {
    const speaker = collapseBlanks(cells[columns.speaker] ?? '');
    const label = speaker.endsWith(':') ? speaker.slice(0, -1) : speaker;
    const start = startOf(cells, columns);
    const time = start === undefined ? '' : `[${start}] `;
    return {
      text: `**${escapeMarkdown(label)}:** ${time}${escapeMarkdown(collapseBlanks(cells[columns.text] ?? ''))}`,
      line,
    };
  });
}
