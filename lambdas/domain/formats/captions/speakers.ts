import { collapseBlanks, isBlank, skipBlanks } from '../../text/characters';
import { endsSentence } from '../../text/joining';
import { decideLabels, type Verdict } from '../labelled-text/labels/decision';
import type { ScannedLine } from '../labelled-text/labels/entries';
import { type LabelCandidate, scanLabel } from '../labelled-text/labels/scanner';
import type { Segment, SegmentJoiner } from '../segments';
import { KIND, twice } from './character-kinds';
import { hasMarkup, readCueText, type Voiced } from './cue-text';
import type { Cues } from './cues';

interface Line extends ScannedLine {
  /** Where the line starts in its part's text. */
  readonly from: number;
}

/** What one voice says in one cue. */
interface Part {
  readonly voiced: Voiced;
  /** The lines that may begin with a label or a mark. */
  readonly lines: readonly Line[];
}

/** The parts of every cue that has to be looked at twice; undefined for the others. */
type Looked = readonly (readonly Part[] | undefined)[];

/**
 * Finds out who says which part of a cue: voice tags, `Name:` labels, `>>` and `- ` in front of a line. Only cues with
 * a colon, a bracket or a mark are kept to be looked at twice. Tells whether anybody is named or told apart.
 */
export function sayCues(joiner: SegmentJoiner, cues: Cues): boolean {
  const marked = mayBeMarked(cues);
  const looked = marked || (cues.allKinds & KIND.label) !== 0 ? lookAt(cues, marked) : [];
  const verdicts = looked.some((parts) => parts?.some(mayNameSpeaker))
    ? decideLabels(linesToDecide(cues, looked), () => textsOf(cues))
    : new Map<ScannedLine, Verdict>();
  const dashes = marked && dashesMeanSpeakers(looked);
  let named = false;
  const say = (segment: Segment) => {
    named ||= segment.fresh === true || (segment.speaker !== undefined && segment.speaker !== '');
    joiner.say(segment);
  };
  for (let index = 0; index < cues.length; index += 1) {
    const parts = looked[index];
    if (parts) {
      for (const { voiced, lines } of parts) {
        if (lines.length === 0) say(segmentOf(cues, index, voiced));
        else addMarked(say, { cues, index, voiced }, lines, verdicts, dashes);
      }
    } else for (const voiced of voicesOf(cues, index)) say(segmentOf(cues, index, voiced));
  }
  return named;
}

function mayBeMarked(cues: Cues): boolean {
  if ((cues.allKinds & (twice(KIND.angle) | KIND.dash)) === 0) return false;
  for (let index = 0; index < cues.length; index += 1) {
    const kinds = cues.kindsOf(index);
    if ((kinds & twice(KIND.angle)) !== 0) return true;
    if ((kinds & KIND.dash) !== 0 && mayBeDashed(cues.text(index))) return true;
  }
  return false;
}

function mayBeDashed(text: string): boolean {
  return text.includes('- ') || text.startsWith('-') || text.includes('\n-');
}

function lookAt(cues: Cues, marked: boolean): Looked {
  const looked: (readonly Part[] | undefined)[] = [];
  for (let index = 0; index < cues.length; index += 1) {
    const isLooked = marked || (cues.kindsOf(index) & KIND.label) !== 0;
    looked.push(
      isLooked
        ? voicesOf(cues, index).map((voiced) => ({ voiced, lines: linesOf(voiced, cues.line(index), marked) }))
        : undefined,
    );
  }
  return looked;
}

function mayBeLabelled(text: string): boolean {
  return text.includes(':') || text.includes('：') || '[('.includes(text[0] ?? ' ') || text.includes('\n(');
}

function mayNameSpeaker({ lines }: Part): boolean {
  return lines.some(({ candidate }) => candidate !== undefined);
}

/** A line that cannot begin with a label. */
export const UNLABELLED: ScannedLine = { text: '', number: 0, opensParagraph: true };

/** Every line at which somebody may begin to speak, for whether a label is one shows only beside all the others. */
function linesToDecide(cues: Cues, looked: Looked): ScannedLine[] {
  const all: ScannedLine[] = [];
  for (let index = 0; index < cues.length; index += 1) {
    const parts = looked[index];
    if (!parts) for (let voices = countVoices(cues, index); voices > 0; voices -= 1) all.push(UNLABELLED);
    else {
      for (const { lines } of parts) {
        if (lines[0]?.from !== 0) all.push(UNLABELLED);
        for (const line of lines) all.push(line);
      }
    }
  }
  return all;
}

function countVoices(cues: Cues, index: number): number {
  return hasMarkup(cues.kindsOf(index)) ? voicesOf(cues, index).length : 1;
}

function* textsOf(cues: Cues): Generator<string> {
  for (let index = 0; index < cues.length; index += 1) for (const { text } of voicesOf(cues, index)) yield text;
}

const UNTIDY = KIND.odd | twice(KIND.gap);

function voicesOf(cues: Cues, index: number): readonly Voiced[] {
  return readCueText(cues.text(index), cues.kindsOf(index));
}

/** Tidy lines on one; only a tag in front of them or behind may have left a blank. */
function joinedLines(text: string): string {
  const newline = text.indexOf('\n');
  if (isBlank(text[0]) || isBlank(text[text.length - 1]) || text.includes('\n', newline + 1))
    return collapseBlanks(text);
  return newline < 0 ? text : `${text.slice(0, newline)} ${text.slice(newline + 1)}`;
}

/** Most captions have no colon, and need no closer look. */
function linesOf({ voice, text }: Voiced, number: number, marked: boolean): readonly Line[] {
  const labelled = voice === undefined && mayBeLabelled(text);
  if (!labelled && !marked) return [];
  const lines: Line[] = [];
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from);
    const line = text.slice(from, newline < 0 ? text.length : newline);
    const found = labelled && mayBeLabelled(line) ? scanLabel(line) : undefined;
    const candidate = found && isLabelOfCue(found, from, text) ? found : undefined;
    if (candidate || marked) lines.push({ text: line, number, opensParagraph: from === 0, from, candidate });
    from += line.length + 1;
  }
  return lines;
}

/**
 * `Nora: `, and a name in brackets if words follow in its cue, for `[Door closes]` by itself is a sound; not within a
 * sentence, which may go on in brackets on its next line.
 */
export function isLabelOfCue({ strength, shape, speechAt }: LabelCandidate, from: number, text: string): boolean {
  if (strength === 'plain' || strength === 'strong') return true;
  const isFirst = from === 0 || endsSentence(text.slice(0, from).trimEnd());
  return isFirst && shape.startsWith('[N') && skipBlanks(text, from + speechAt) < text.length;
}

/** Cuts a part where one of its lines begins with a label or a mark. */
function addMarked(
  say: (segment: Segment) => void,
  { cues, index, voiced }: { readonly cues: Cues; readonly index: number; readonly voiced: Voiced },
  lines: readonly Line[],
  verdicts: ReadonlyMap<ScannedLine, Verdict>,
  dashes: boolean,
): void {
  const { voice } = voiced;
  let begin = 0;
  let speaker = voice;
  let fresh = false;
  let labelled = false;
  for (const line of lines) {
    const mark = changeMark(line.text, dashes);
    const label = verdicts.has(line) ? line.candidate : undefined;
    if (!label && mark === 0) continue;
    if (line.from > begin) say({ ...segmentOf(cues, index, cut(voiced, begin, line.from, speaker), fresh), labelled });
    begin = line.from + (label ? label.speechAt : mark);
    speaker = label?.name ?? voice;
    fresh = mark > 0 && !label && voice === undefined;
    labelled = label !== undefined;
  }
  say({ ...segmentOf(cues, index, cut(voiced, begin, voiced.text.length, speaker), fresh), labelled });
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
function dashesMeanSpeakers(looked: Looked): boolean {
  let pairs = 0;
  let afterthoughts = 0;
  let beginnings = 0;
  let before = '';
  for (const part of looked.flatMap((parts) => parts ?? [])) {
    const dashed = part.lines.filter(({ text }) => isDash(text, skipBlanks(text, 0))).length;
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

function segmentOf(cues: Cues, index: number, { voice, text, times, asWritten }: Voiced, fresh = false): Segment {
  return {
    speaker: voice,
    text: asWritten && (cues.kindsOf(index) & UNTIDY) === 0 ? joinedLines(text) : collapseBlanks(text),
    line: cues.line(index),
    start: cues.start(index),
    end: cues.end(index),
    fresh,
    times: times.length === 0 ? times : times.map(([offset, seconds]) => [offsetOfWord(text, offset), seconds]),
  };
}

/** An offset in text with blanks as they were, as an offset in the text with single spaces. */
function offsetOfWord(raw: string, offset: number): number {
  const before = collapseBlanks(raw.slice(0, offset));
  return before === '' ? 0 : before.length + 1;
}
