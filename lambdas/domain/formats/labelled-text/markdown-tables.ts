import { isBlank } from '../../text/characters';
import { columnsOf, conversationOf, type TableRow } from '../documents/table';
import type { LeftOut } from '../transcript-builder';
import { readInline } from './inline';

interface NumberedText {
  readonly text: string;
  readonly line: number;
}

/** Lines in which tables of who says what have become lines with labels. */
export interface UntabledLines {
  readonly lines: readonly string[];
  readonly numbers: readonly number[];
  readonly asides: readonly NumberedText[];
  readonly leftOut: readonly LeftOut[];
}

/** Whether the line is the rule below a table's heading: `| --- | :-: |`. */
export function isTableRule(line: string): boolean {
  let dashes = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '-') dashes += 1;
    else if (!isBlank(line[at]) && !'|:'.includes(line[at] as string)) return false;
  }
  return dashes > 1 && line.includes('|');
}

/** Reads Markdown's tables; undefined where there is none of who says what. */
export function withoutTables(lines: readonly string[], numbers?: readonly number[]): UntabledLines | undefined {
  if (!lines.some(isTableRule)) return undefined;
  const kept: NumberedText[] = [];
  const asides: NumberedText[] = [];
  const leftOut: LeftOut[] = [];
  let found = false;
  for (let index = 0; index < lines.length; index += 1) {
    const end = isTableRule(lines[index + 1] ?? '') ? endOfTable(lines, index) : index;
    const rows = lines.slice(index, end).map((text, row) => rowOf(text, numbers?.[index + row] ?? index + row + 1));
    const table = rows.length > 2 ? conversationIn(rows) : undefined;
    if (table) {
      found = true;
      kept.push(...table.lines.flatMap((row) => [row, { text: '', line: row.line }]));
      asides.push(...table.asides);
      leftOut.push(...table.leftOut);
      index = end - 1;
    } else kept.push({ text: lines[index] as string, line: numbers?.[index] ?? index + 1 });
  }
  if (!found) return undefined;
  return { lines: kept.map(({ text }) => text), numbers: kept.map(({ line }) => line), asides, leftOut };
}

function conversationIn([heading, _rule, ...rows]: readonly TableRow[]): ReturnType<typeof conversationOf> {
  if (!heading) return undefined;
  return conversationOf(columnsOf(heading.cells) ? [heading, ...rows] : rows);
}

function endOfTable(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && lines[end]?.includes('|')) end += 1;
  return end;
}

/** `| Nora | a \| b |` has two cells. */
function rowOf(text: string, line: number): TableRow {
  const cells: string[] = [];
  let cell = '';
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '|') {
      cells.push(cell);
      cell = '';
      continue;
    }
    if (text[at] === '\\' && text[at + 1] === '|') at += 1;
    cell += text[at];
  }
  cells.push(cell);
  const plain = cells.map((cell) => readInline(cell).text);
  const from = text.trimStart().startsWith('|') ? 1 : 0;
  const to = text.trimEnd().endsWith('|') ? plain.length - 1 : plain.length;
  return { cells: plain.slice(from, to), line };
}
