import { collapseBlanks, isBlank, skipBlanks } from '../../text/characters';
import { endsSentence } from '../../text/joining';
import { decideLabels, type ScannedLine, type Verdict } from '../labelled-text/label-decision';
import { type LabelCandidate, scanLabel } from '../labelled-text/label-scanner';
import type { Segment, SegmentJoiner } from '../segments';
import { KIND, twice } from './character-kinds';
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

/**
 * Finds out who says which part of a cue: voice tags, `Name:` labels, `>>` and `- ` in front of a line. Only cues with
 * a colon, a bracket or a mark are kept to be looked at twice. Tells whether anybody is named or told apart.
 */
export function sayCues(joiner: SegmentJoiner, cues: readonly Cue[]): boolean {
  const marked = cues.some(mayBeMarked);
  const looked = cues.map((cue) => (marked || (cue.kinds & KIND.label) !== 0 ? partsOf(cue, marked) : undefined));
  const verdicts = looked.some((parts) => parts?.some(mayNameSpeaker))
    ? decideLabels(linesToDecide(cues, looked))
    : new Map<ScannedLine, Verdict>();
  const dashes = marked && dashesMeanSpeakers(looked);
  let named = false;
  const say = (segment: Segment) => {
    named ||= segment.fresh === true || (segment.speaker !== undefined && segment.speaker !== '');
    joiner.say(segment);
  };
  for (let index = 0; index < cues.length; index += 1) {
    const cue = cues[index] as Cue;
    const parts = looked[index];
    if (!parts) for (const voiced of voicesOf(cue)) say(segmentOf(cue, voiced));
    else {
      for (const part of parts) {
        if (part.lines) addMarked(say, part, part.lines, verdicts, dashes);
        else say(segmentOf(cue, part.voiced));
      }
    }
  }
  return named;
}

function mayBeMarked({ text, kinds }: Cue): boolean {
  if ((kinds & twice(KIND.angle)) !== 0) return true;
  return (kinds & KIND.dash) !== 0 && (text.includes('- ') || text.startsWith('-') || text.includes('\n-'));
}

function mayBeLabelled(text: string): boolean {
  return text.includes(':') || text.includes('：') || '[('.includes(text[0] ?? ' ') || text.includes('\n(');
}

function mayNameSpeaker({ lines }: Part): boolean {
  return lines?.some(({ candidate }) => candidate !== undefined) ?? false;
}

/** Every line of the file, for whether a label is one shows only beside all the others. */
function linesToDecide(cues: readonly Cue[], looked: readonly (readonly Part[] | undefined)[]): ScannedLine[] {
  const all: ScannedLine[] = [];
  for (let index = 0; index < cues.length; index += 1) {
    const cue = cues[index] as Cue;
    for (const { voiced, lines } of looked[index] ?? partsOf(cue, false)) {
      if (lines) all.push(...lines);
      else all.push({ text: voiced.text, number: cue.line, opensParagraph: true });
    }
  }
  return all;
}

function partsOf(cue: Cue, marked: boolean): readonly Part[] {
  return voicesOf(cue).map((voiced) => ({ cue, voiced, lines: linesOf(cue, voiced, marked) }));
}

const MARKUP = KIND.tag | KIND.escape;
const NO_TIMES: Voiced['times'] = [];
const UNTIDY = KIND.oddBlank | twice(KIND.gap);

function voicesOf({ text, kinds }: Cue): readonly Voiced[] {
  return (kinds & MARKUP) === 0 ? [{ voice: undefined, text, times: NO_TIMES, asWritten: true }] : readCueText(text);
}

/** Tidy lines on one; only a tag in front of them or behind may have left a blank. */
function joinedLines(text: string): string {
  const newline = text.indexOf('\n');
  if (isBlank(text[0]) || isBlank(text[text.length - 1]) || text.includes('\n', newline + 1))
    return collapseBlanks(text);
  return newline < 0 ? text : `${text.slice(0, newline)} ${text.slice(newline + 1)}`;
}

/** Most captions have no colon, and need no closer look. */
function linesOf(cue: Cue, voiced: Voiced, marked: boolean): readonly Line[] | undefined {
  const labelled = voiced.voice === undefined && mayBeLabelled(voiced.text);
  if (!labelled && !marked) return undefined;
  const lines: Line[] = [];
  let from = 0;
  for (const text of voiced.text.split('\n')) {
    const candidate = labelled && mayBeLabelled(text) ? scanLabel(text) : undefined;
    const kept = candidate && isLabelOfCue(candidate, from, voiced.text) ? { candidate } : {};
    lines.push({ text, number: cue.line, opensParagraph: from === 0, from, ...kept });
    from += text.length + 1;
  }
  return lines;
}

/** `Nora: `, and a name in brackets if words follow in its cue: `[Door closes]` by itself is a sound. */
function isLabelOfCue({ strength, shape, speechAt }: LabelCandidate, from: number, text: string): boolean {
  if (strength === 'plain' || strength === 'strong') return true;
  return shape.startsWith('[N') && skipBlanks(text, from + speechAt) < text.length;
}

/** Cuts a part where one of its lines begins with a label or a mark. */
function addMarked(
  say: (segment: Segment) => void,
  part: Part,
  lines: readonly Line[],
  verdicts: ReadonlyMap<ScannedLine, Verdict>,
  dashes: boolean,
): void {
  const { cue, voiced } = part;
  const { voice } = voiced;
  let begin = 0;
  let speaker = voice;
  let fresh = false;
  for (const line of lines) {
    const mark = changeMark(line.text, dashes);
    const label = verdicts.has(line) ? line.candidate : undefined;
    if (!label && mark === 0) continue;
    if (line.from > begin) say(segmentOf(cue, cut(voiced, begin, line.from, speaker), fresh));
    begin = line.from + (label ? label.speechAt : mark);
    speaker = label?.name ?? voice;
    fresh = mark > 0 && !label && voice === undefined;
  }
  say(segmentOf(cue, cut(voiced, begin, voiced.text.length, speaker), fresh));
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

/** One line that begins with a dash may be an afterthought; two in one cue, or many behind whole sentences, are a dialogue. */
function dashesMeanSpeakers(looked: readonly (readonly Part[] | undefined)[]): boolean {
  let pairs = 0;
  let afterthoughts = 0;
  let beginnings = 0;
  let before = '';
  for (const part of looked.flatMap((parts) => parts ?? [])) {
    const dashed = part.lines?.filter(({ text }) => isDash(text, skipBlanks(text, 0))).length ?? 0;
    if (dashed > 1) pairs += dashed - 1;
    else if (dashed === 1 && (before === '' || endsSentence(before))) beginnings += 1;
    else if (dashed === 1) afterthoughts += 1;
    before = part.voiced.text.trimEnd();
  }
  return pairs > 1 || (beginnings > 3 && beginnings > afterthoughts * 3);
}

function cut({ text, times, asWritten }: Voiced, from: number, to: number, voice: string | undefined): Voiced {
  const inside = times.filter(([offset]) => offset > from && offset < to);
  return {
    voice,
    text: text.slice(from, to),
    times: inside.map(([offset, seconds]) => [offset - from, seconds]),
    asWritten,
  };
}

function segmentOf(cue: Cue, { voice, text, times, asWritten }: Voiced, fresh = false): Segment {
  return {
    speaker: voice,
    text: asWritten && (cue.kinds & UNTIDY) === 0 ? joinedLines(text) : collapseBlanks(text),
    line: cue.line,
    start: cue.start,
    end: Math.max(cue.start, cue.end),
    fresh,
    times: times.length === 0 ? times : times.map(([offset, seconds]) => [offsetOfWord(text, offset), seconds]),
  };
}

/** An offset in text with blanks as they were, as an offset in the text with single spaces. */
function offsetOfWord(raw: string, offset: number): number {
  const before = collapseBlanks(raw.slice(0, offset));
  return before === '' ? 0 : before.length + 1;
}
