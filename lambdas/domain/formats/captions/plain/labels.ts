import { decideLabels } from '../../labelled-text/labels/decision';
import { isDetail, Label, leadsToAddress, type ScannedLine } from '../../labelled-text/labels/entries';
import { plainLabel } from '../../labelled-text/labels/plain-label';
import { type LabelCandidate, scanLabel } from '../../labelled-text/labels/scanner';
import { isDamagedTimes } from '../damaged-times';
import { UNLABELLED } from '../speakers';
import type { PlainRows } from './rows';

/** Finds the labels in front of rows; each becomes the voice of its row. False where something is not plain. */
export function takeLabels(rows: PlainRows): boolean {
  return takeUsualLabels(rows) || takeDecidedLabels(rows);
}

/**
 * Takes the labels of a file in which nothing needs to be weighed: every line with a colon begins with `Name: `, and
 * every name looks like one and comes back twice. That those are labels is what `decideLabels` finds out as well.
 */
function takeUsualLabels(rows: PlainRows): boolean {
  const counts = new Map<string, number>();
  const found: number[] = [];
  const speechAt: number[] = [];
  const names: string[] = [];
  for (let row = rows.nextColon(0); row < rows.length; row = rows.nextColon(row + 1)) {
    const text = rows.firstLine(row);
    const candidate = plainLabel(text);
    if (!candidate || isDamagedTimes(text)) return false;
    const line = { text, number: 0, opensParagraph: true };
    if (leadsToAddress({ line, candidate }) || (found.length === 0 && isDetail(line, candidate))) return false;
    counts.set(candidate.name, (counts.get(candidate.name) ?? 0) + 1);
    found.push(row);
    speechAt.push(candidate.speechAt);
    names.push(candidate.name);
  }
  for (const [name, count] of counts) if (count < 3 || !isSurelyName(new Label(name))) return false;
  for (const [index, row] of found.entries()) rows.take(row, names[index] as string, speechAt[index] as number);
  return true;
}

function isSurelyName({ likeness, hasLetter, isEvent, isNote }: Label): boolean {
  return likeness === 'name' && hasLetter && !isEvent && !isNote;
}

/** A line that may begin with a label, and the row that begins with it. */
interface Line extends ScannedLine {
  readonly row: number;
  readonly candidate: LabelCandidate;
}

function takeDecidedLabels(rows: PlainRows): boolean {
  const lines: Line[] = [];
  for (let row = rows.nextColon(0); row < rows.length; row = rows.nextColon(row + 1)) {
    const text = rows.firstLine(row);
    const candidate = scanLabel(text);
    if (isDamagedTimes(text) || candidate?.shape.includes('[')) return false;
    if (candidate?.strength !== 'plain' && candidate?.strength !== 'strong') continue;
    lines.push({ row, candidate, text, number: rows.lines[row] as number, opensParagraph: !rows.continuesCue(row) });
  }
  if (lines.length === 0) return true;
  if (rows.hasDashes) return false;
  const verdicts = decideLabels(linesToDecide(rows, lines), () => textsOf(rows));
  const labelled = lines.filter((line) => verdicts.has(line));
  if (labelled.some(({ text, candidate }) => candidate.speechAt >= text.length)) return false;
  for (const { row, candidate } of labelled) rows.take(row, candidate.name, candidate.speechAt);
  return true;
}

/** As `sayCues` gives them to be decided. */
function linesToDecide(rows: PlainRows, lines: readonly Line[]): readonly ScannedLine[] {
  const all: ScannedLine[] = [];
  let next = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const line = lines[next];
    if (line?.row === row) {
      all.push(line);
      next += 1;
    } else if (!rows.continuesCue(row)) all.push(UNLABELLED);
  }
  return all;
}

function* textsOf({ said, length, froms, tos }: PlainRows): Generator<string> {
  for (let row = 0; row < length; row += 1) yield said.slice(froms[row], tos[row]);
}
