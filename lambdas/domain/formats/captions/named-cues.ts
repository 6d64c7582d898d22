import { collapseBlanks, isDigit, isWordCharacter } from '../../text/characters';
import type { ScannedLine } from '../labelled-text/labels/entries';
import { looseLabels } from '../labelled-text/labels/loose-labels';
import { labelKey, likenessOf } from '../labelled-text/labels/names';
import type { Cues } from './cues';

/** Cues at the start of a file that tell whether identifiers are names. */
const SAMPLE = 12;
const SAMPLE_LENGTH = 6000;

/**
 * Some tools write who speaks into the cue's identifier: `1 "Nora Whitlock" (2938567424)`. Where the identifiers of a
 * file are a few names that come back, each is put in front of its cue as a voice tag.
 */
export function withNamedCues(cues: Cues, source: string): Cues {
  if (!mayBeIdentified(cues, source)) return cues;
  const names = identified(cues, cues.length, source.split('\n'));
  if (!areNames(names)) return cues;
  return cues.withTexts(names.map((name, index) => named(cues.text(index), name)));
}

/** Whether the cues at the start of a file leave open that names stand in front of them in one of these ways. */
export function mayHaveNames(cues: Cues, source: string): boolean {
  return mayBeIdentified(cues, source) || mayBeDashed(cues) || mayHaveNameLines(cues);
}

function mayBeIdentified(cues: Cues, source: string): boolean {
  return areNames(identified(cues, Math.min(SAMPLE, cues.length), source.slice(0, SAMPLE_LENGTH).split('\n')));
}

function mayBeDashed(cues: Cues): boolean {
  const sample = Math.min(SAMPLE, cues.length);
  const dashed = Array.from({ length: sample }, (_, index) => cues.text(index)).filter(hasDash);
  return dashed.length * 3 >= sample;
}

function mayHaveNameLines(cues: Cues): boolean {
  return areNameLines(nameLines(cues, Math.min(SAMPLE, cues.length)));
}

function named(text: string, name: string | undefined): string {
  return name === undefined || text.includes('<v') ? text : voiced(text, name);
}

function voiced(text: string, name: string): string {
  return `<v ${name.replaceAll('>', '')}>${text}`;
}

/** `Nora - Hello`: a name and a dash at the start of cues throughout the file. */
export function withLooseNames(cues: Cues): Cues {
  if (!mayBeDashed(cues)) return cues;
  const lines = Array.from({ length: cues.length }, (_, index): ScannedLine => {
    return { text: cues.text(index), number: cues.line(index), opensParagraph: true };
  });
  const labels = looseLabels(lines);
  if (labels.size === 0) return cues;
  return cues.withTexts(
    lines.map((line) => {
      const label = labels.get(line);
      return label ? voiced(line.text.slice(label.speechAt), label.name) : line.text;
    }),
  );
}

/** A name on the first line of each cue, what they say below it, throughout the file. */
export function withNameLines(cues: Cues): Cues {
  if (!mayHaveNameLines(cues)) return cues;
  const names = nameLines(cues, cues.length);
  if (!areNameLines(names)) return cues;
  const counts = new Map<string, number>();
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  return cues.withTexts(
    names.map((name, index) => {
      const text = cues.text(index);
      const isName = name !== undefined && (counts.get(name) ?? 0) > 1;
      return isName ? voiced(text.slice(text.indexOf('\n') + 1), name) : text;
    }),
  );
}

/** The first of a cue's lines where it looks like a name; undefined elsewhere. */
function nameLines(cues: Cues, count: number): readonly (string | undefined)[] {
  return Array.from({ length: count }, (_, index) => {
    const text = cues.text(index);
    const end = text.indexOf('\n');
    const name = end > 1 && end <= LONGEST_NAME ? text.slice(0, end).trim() : '';
    const isName = isWordCharacter(name[0]) && isWordCharacter(name.at(-1)) && likenessOf(name) === 'name';
    return isName ? name : undefined;
  });
}

/** Few names for many cues: the first of two lines of speech hardly ever comes back. */
function areNameLines(names: readonly (string | undefined)[]): boolean {
  const named = names.filter((name) => name !== undefined);
  const distinct = new Set(named).size;
  return named.length > 3 && named.length * 5 > names.length * 3 && distinct > 1 && distinct * 2 <= named.length;
}

function hasDash(text: string): boolean {
  const start = text.slice(0, LONGEST_NAME);
  return [' - ', ' – ', ' — '].some((dash) => start.indexOf(dash) > 0);
}

const LONGEST_NAME = 45;

/** What the line above the times of the first cues names; undefined where it is no name. */
function identified(cues: Cues, count: number, lines: readonly string[]): readonly (string | undefined)[] {
  return Array.from({ length: count }, (_, index) => {
    const line = cues.line(index);
    const isIdentifier = (lines[line - 3] ?? '').trim() === '';
    return isIdentifier ? nameIn(lines[line - 2] ?? '') : undefined;
  });
}

function areNames(names: readonly (string | undefined)[]): boolean {
  const named = names.filter((name) => name !== undefined);
  const distinct = new Set(named.map(labelKey)).size;
  return named.length > 1 && named.length * 2 > names.length && distinct * 2 <= named.length + 1;
}

/** `12 "Nora Whitlock" (2938567424)` → `Nora Whitlock`; counters and codes name nobody. */
function nameIn(identifier: string): string | undefined {
  const text = identifier.trim();
  if (text.length < 2 || text.length > 80 || text.startsWith('WEBVTT') || text.includes('/')) return undefined;
  let from = 0;
  while (isDigit(text[from])) from += 1;
  while (from < text.length && !isWordCharacter(text[from])) from += 1;
  const bracket = text.lastIndexOf(' (');
  let to = bracket > from && isDigit(text[bracket + 2]) ? bracket : text.length;
  while (to > from && '":-. '.includes(text[to - 1] as string)) to -= 1;
  const name = collapseBlanks(text.slice(from, to));
  const isName = name !== '' && !isDigit(name[0]) && !name.includes('-->') && likenessOf(name) === 'name';
  return isName ? name : undefined;
}
