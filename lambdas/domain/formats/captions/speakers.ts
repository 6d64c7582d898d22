import { collapseBlanks, isBlank, skipBlanks } from '../../text/characters';
import { decideLabels, type ScannedLine, type Verdict } from '../labelled-text/label-decision';
import { scanLabel } from '../labelled-text/label-scanner';
import type { Segment } from '../segments';
import type { Cue } from './cue-scanner';
import { readCueText, type Voiced } from './cue-text';

interface Line extends ScannedLine {
  /** Where the line starts in its part's text. */
  readonly from: number;
}

/** What one voice says in one cue. */
interface Part {
  readonly cue: Cue;
  readonly voiced: Voiced;
  /** Its lines one by one, where any of them may begin with a label or a mark. */
  readonly lines: readonly Line[] | undefined;
}

/** Finds out who says which part of a cue: voice tags, `Name:` labels, `>>` and `- ` in front of a line. */
export function segmentsOf(cues: readonly Cue[], source: string): Segment[] {
  const even = !ODD_BLANKS.some((blanks) => source.includes(blanks));
  const marked = cues.some(
    ({ text }) => text.includes('>>') || text.includes('- ') || text.startsWith('-') || text.includes('\n-'),
  );
  const parts: Part[] = [];
  for (const cue of cues)
    for (const voiced of readCueText(cue.text)) parts.push({ cue, voiced, lines: linesOf(cue, voiced, marked) });
  const labelled = parts.some(({ lines }) => lines?.some(({ candidate }) => candidate !== undefined));
  const verdicts: ReadonlyMap<ScannedLine, Verdict> = labelled ? decideLabels(parts.flatMap(scannedLines)) : new Map();
  const dashes = marked && dashesMeanSpeakers(parts);
  const segments: Segment[] = [];
  for (const part of parts) {
    if (part.lines) addMarked(segments, part, part.lines, verdicts, dashes);
    else segments.push(wholeSegment(part, even));
  }
  return segments;
}

/** A part without labels, marks or times inside: the usual one. */
function wholeSegment({ cue, voiced }: Part, even: boolean): Segment {
  if (voiced.times.length > 0) return segmentOf({ cue, voiced }, 0, voiced.text.length, voiced.voice, false);
  return {
    speaker: voiced.voice,
    text: even && isTrimmed(voiced.text) ? onOneLine(voiced.text) : collapseBlanks(voiced.text),
    line: cue.line,
    start: cue.start,
    end: Math.max(cue.start, cue.end),
  };
}

/** A file without any of these has single spaces between its words, and none around its lines. */
const ODD_BLANKS = ['  ', '\n ', ' \n', '\t', '\f', '\v', '\u00a0', '\u200b', '\u202f', '\u3000', '\ufeff'];

function isTrimmed(text: string): boolean {
  return !isBlank(text[0]) && !isBlank(text.at(-1));
}

function onOneLine(text: string): string {
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text;
}

function scannedLines({ cue, voiced, lines }: Part): readonly ScannedLine[] {
  return lines ?? [{ text: voiced.text, number: cue.line, opensParagraph: true }];
}

/** Most captions have no colon, and need no closer look. */
function linesOf(cue: Cue, voiced: Voiced, marked: boolean): readonly Line[] | undefined {
  const mayBeLabelled = voiced.voice === undefined && (voiced.text.includes(':') || voiced.text.includes('：'));
  if (!mayBeLabelled && !marked) return undefined;
  const lines: Line[] = [];
  let from = 0;
  for (const text of voiced.text.split('\n')) {
    const candidate = mayBeLabelled ? scanLabel(text) : undefined;
    const kept = candidate?.strength === 'plain' || candidate?.strength === 'strong' ? { candidate } : {};
    lines.push({ text, number: cue.line, opensParagraph: from === 0, from, ...kept });
    from += text.length + 1;
  }
  return lines;
}

/** Cuts a part where one of its lines begins with a label or a mark. */
function addMarked(
  segments: Segment[],
  part: Part,
  lines: readonly Line[],
  verdicts: ReadonlyMap<ScannedLine, Verdict>,
  dashes: boolean,
): void {
  const { voice, text } = part.voiced;
  let begin = 0;
  let speaker = voice;
  let fresh = false;
  for (const line of lines) {
    const mark = changeMark(line.text, dashes);
    const label = verdicts.has(line) ? line.candidate : undefined;
    if (!label && mark === 0) continue;
    if (line.from > begin) segments.push(segmentOf(part, begin, line.from, speaker, fresh));
    begin = line.from + (label ? label.speechAt : mark);
    speaker = label?.name ?? voice;
    fresh = mark > 0 && !label && voice === undefined;
  }
  segments.push(segmentOf(part, begin, text.length, speaker, fresh));
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
function dashesMeanSpeakers(parts: readonly Part[]): boolean {
  let pairs = 0;
  for (const { lines } of parts) {
    const dashed = lines?.filter(({ text }) => isDash(text, skipBlanks(text, 0))).length ?? 0;
    if (dashed > 1) pairs += dashed - 1;
    if (pairs > 1) return true;
  }
  return false;
}

function segmentOf(
  { cue, voiced }: Pick<Part, 'cue' | 'voiced'>,
  from: number,
  to: number,
  speaker: string | undefined,
  fresh: boolean,
): Segment {
  const raw = voiced.text.slice(from, to);
  const inside = voiced.times.filter(([offset]) => offset > from && offset < to);
  const times = inside.map(([offset, seconds]) => [offsetOfWord(raw, offset - from), seconds] as const);
  return {
    speaker,
    text: collapseBlanks(raw),
    line: cue.line,
    start: cue.start,
    end: Math.max(cue.start, cue.end),
    fresh,
    ...(times.length > 0 ? { times } : {}),
  };
}

/** An offset in text with blanks as they were, as an offset in the text with single spaces. */
function offsetOfWord(raw: string, offset: number): number {
  const before = collapseBlanks(raw.slice(0, offset));
  return before === '' ? 0 : before.length + 1;
}
