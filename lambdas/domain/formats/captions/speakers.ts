import { collapseBlanks, isBlank, skipBlanks } from '../../text/characters';
import { decideLabels, type ScannedLine } from '../labelled-text/label-decision';
import { scanLabel } from '../labelled-text/label-scanner';
import type { Segment } from '../segments';
import type { Cue } from './cue-scanner';
import { readCueText, type Voiced } from './cue-text';

interface Line extends ScannedLine {
  readonly cue: Cue;
  readonly part: Voiced;
  /** Where the line starts in its part's text. */
  readonly from: number;
}

/** Finds out who says which part of a cue: voice tags, `Name:` labels, `>>` and `- ` in front of a line. */
export function segmentsOf(cues: readonly Cue[]): Segment[] {
  const lines = cues.flatMap(linesOfCue);
  const labelled = lines.some(({ candidate }) => candidate !== undefined);
  const verdicts = labelled ? decideLabels(lines) : new Map();
  const dashes = dashesMeanSpeakers(lines);
  const segments: Segment[] = [];
  let open: { lines: Line[]; from: number; speaker: string | undefined; fresh: boolean } | undefined;
  const close = () => {
    if (open) segments.push(segmentOf(open));
    open = undefined;
  };
  for (const line of lines) {
    const mark = changeMark(line.text, dashes);
    const label = verdicts.has(line) ? line.candidate : undefined;
    if (!open || open.lines[0]?.part !== line.part || label || mark > 0) {
      close();
      const from = label ? label.speechAt : mark;
      open = {
        lines: [],
        from,
        speaker: label?.name ?? line.part.voice,
        fresh: mark > 0 && !label && line.part.voice === undefined,
      };
    }
    open.lines.push(line);
  }
  close();
  return segments;
}

function linesOfCue(cue: Cue): Line[] {
  const lines: Line[] = [];
  for (const part of readCueText(cue.text)) {
    let from = 0;
    for (const text of part.text.split('\n')) {
      const candidate = part.voice === undefined && mayBeLabelled(text) ? scanLabel(text) : undefined;
      const strong = candidate?.strength === 'plain' || candidate?.strength === 'strong' ? { candidate } : {};
      lines.push({ text, number: cue.line, opensParagraph: from === 0, cue, part, from, ...strong });
      from += text.length + 1;
    }
  }
  return lines;
}

/** Most lines of captions have no colon, and need no closer look. */
function mayBeLabelled(text: string): boolean {
  return text.includes(':') || text.includes('：');
}

/** How many characters in front of a line say that somebody else speaks: `>>`, `>>>`, `- `. */
function changeMark(text: string, dashes: boolean): number {
  const at = skipBlanks(text, 0);
  if (text.startsWith('>>', at)) {
    let end = at;
    while (text[end] === '>') end += 1;
    return skipBlanks(text, end);
  }
  return dashes && isDash(text, at) ? skipBlanks(text, at + 1) : 0;
}

function isDash(text: string, at: number): boolean {
  return (
    '-–—'.includes(text[at] ?? ' ') &&
    text[at + 1] !== '-' &&
    (isBlank(text[at + 1]) || text[at + 1] === text[at + 1]?.toUpperCase())
  );
}

/** One line that begins with a dash may be an afterthought; two in one cue are a dialogue. */
function dashesMeanSpeakers(lines: readonly Line[]): boolean {
  let pairs = 0;
  let previous: Line | undefined;
  for (const line of lines) {
    if (!isDash(line.text, skipBlanks(line.text, 0))) continue;
    if (previous?.cue === line.cue) pairs += 1;
    previous = line;
    if (pairs > 1) return true;
  }
  return false;
}

function segmentOf(open: { lines: Line[]; from: number; speaker: string | undefined; fresh: boolean }): Segment {
  const [first] = open.lines as [Line];
  const begin = first.from + open.from;
  const last = open.lines.at(-1) as Line;
  const raw = first.part.text.slice(begin, last.from + last.text.length);
  const text = collapseBlanks(raw);
  const { start, end, line } = first.cue;
  const inside = first.part.times.filter(([offset]) => offset > begin && offset < begin + raw.length);
  const times = inside.map(([offset, seconds]) => [offsetOfWord(raw, offset - begin), seconds] as const);
  return {
    speaker: open.speaker,
    text,
    line,
    start,
    end: Math.max(start, end),
    fresh: open.fresh,
    ...(times.length > 0 ? { times } : {}),
  };
}

/** An offset in text with blanks as they were, as an offset in the text with single spaces. */
function offsetOfWord(raw: string, offset: number): number {
  const before = collapseBlanks(raw.slice(0, offset));
  return before === '' ? 0 : before.length + 1;
}
