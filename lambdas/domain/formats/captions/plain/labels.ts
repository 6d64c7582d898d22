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
  const names = new Map<string, { readonly voice: number; count: number }>();
  /** Row, voice and length of each: few objects, for there may be tens of thousands. */
  const found: number[] = [];
  for (let row = rows.nextColon(0); row < rows.length; row = rows.nextColon(row + 1)) {
    const line = { text: rows.colonLine(row), number: rows.line(row), opensParagraph: true };
    const candidate = plainLabel(line.text);
    if (!candidate || isDamagedTimes(line.text) || leadsToAddress({ line, candidate })) return false;
    if (found.length === 0 && isDetail(line, candidate)) return false;
    const known = names.get(candidate.name);
    const voice = known?.voice ?? rows.voiceOf(candidate.name);
    if (known) known.count += 1;
    else names.set(candidate.name, { voice, count: 1 });
    found.push(row, voice, candidate.speechAt);
  }
  for (const [name, { count }] of names) if (count < 3 || !isSurelyName(new Label(name))) return false;
  for (let at = 0; at < found.length; at += 3)
    rows.takeLabel(found[at] as number, found[at + 1] as number, found[at + 2] as number);
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
    const text = rows.colonLine(row);
    const candidate = scanLabel(text);
    if (isDamagedTimes(text) || candidate?.shape.includes('[')) return false;
    if (candidate?.strength !== 'plain' && candidate?.strength !== 'strong') continue;
    lines.push({ row, candidate, text, number: rows.line(row), opensParagraph: !rows.continuesCue(row) });
  }
  if (lines.length === 0) return true;
  if (rows.hasDashes) return false;
  const verdicts = decideLabels(linesToDecide(rows, lines), () => textsOf(rows));
  const labelled = lines.filter((line) => verdicts.has(line));
  if (labelled.some(({ text, candidate }) => candidate.speechAt >= text.length)) return false;
  for (const { row, candidate } of labelled) rows.takeLabel(row, rows.voiceOf(candidate.name), candidate.speechAt);
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

function* textsOf(rows: PlainRows): Generator<string> {
  for (let row = 0; row < rows.length; row += 1) yield rows.text(row);
}
