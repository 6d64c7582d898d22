import type { FileRole, Person, PublishedWarning, ShowNotes } from '../../../contract/published';
import { type Turn, timesWithin } from '../../transcript';
import { visible } from '../escaping/invisible';
import { type TimedChapter, timedChapters } from '../timed-chapters';
import { speakersAmong } from '../wording';

/** A file that exists only where the transcript has times. */
export interface TimedFile {
  readonly role: FileRole;
  readonly name: string;
  readonly text: string;
}

/** The captions, where every turn's start and end are known and in order, and so the chapters; nothing else. */
export function renderTimedFiles({ people, chapters }: ShowNotes, turns: readonly Turn[]): TimedFile[] {
  const cues = cuesOf(turns, people);
  const timed = timedChapters(chapters);
  return [
    ...(cues.length === 0
      ? []
      : ([
          { role: 'transcript-vtt', name: 'transcript.vtt', text: webVtt(cues) },
          { role: 'transcript-srt', name: 'transcript.srt', text: subRip(cues) },
          { role: 'transcript-json', name: 'transcript.json', text: podcastJson(cues) },
        ] as const)),
    ...(timed.length === 0 ? [] : [{ role: 'chapters', name: 'chapters.json', text: podcastChapters(timed) } as const]),
  ];
}

/** A stretch of a turn between two times that the transcript gives, in milliseconds. */
interface Cue {
  readonly speaker: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A caption longer than this is cut where the transcript has a time. */
const LONG_CAPTION = 130;
const LONG_LINE = 65;

/** All turns as captions; none where a start or an end is missing or out of order, for a time is never made up. */
function cuesOf(turns: readonly Turn[], people: readonly Person[]): Cue[] {
  const speakerOf = speakersAmong(people);
  const cues: Cue[] = [];
  for (const [index, turn] of turns.entries()) {
    const start = turn.startTime;
    const end = turn.endTime ?? turns[index + 1]?.startTime;
    if (start === undefined || end === undefined) return [];
    if (faultOf(start, end, cues.at(-1)?.start ?? 0)) return [];
    const speaker = speakerOf(turn.speaker).name;
    for (const part of partsOf(turn, inMilliseconds(start), inMilliseconds(end))) cues.push({ speaker, ...part });
  }
  return cues;
}

/** What keeps a turn from being a caption; times are in seconds, that of the caption before in milliseconds. */
function faultOf(start: number, end: number, previous: number): string | undefined {
  if (inMilliseconds(start) < previous) return 'begins before the one above it';
  return inMilliseconds(start) >= inMilliseconds(end) ? 'ends no later than it begins' : undefined;
}

/** Tells of the first turn whose times are out of order, for because of it there are no captions at all. */
export function captionWarnings(turns: readonly Turn[]): readonly PublishedWarning[] {
  let previous = 0;
  for (const [index, turn] of turns.entries()) {
    const { startTime, endTime, line } = turn;
    const end = endTime ?? turns[index + 1]?.startTime;
    if (startTime === undefined || end === undefined) return [];
    const fault = faultOf(startTime, end, previous);
    if (fault)
      return [{ line, message: `By its times this turn ${fault}, so no captions are published. Correct the times.` }];
    previous = partsOf(turn, inMilliseconds(startTime), inMilliseconds(end)).at(-1)?.start ?? previous;
  }
  return [];
}

function partsOf(turn: Turn, start: number, end: number): Omit<Cue, 'speaker'>[] {
  const { text } = turn;
  const times = timesWithin(turn);
  const parts: { from: number; start: number }[] = [{ from: 0, start }];
  for (const [index, [offset, seconds]] of times.entries()) {
    const open = parts.at(-1) ?? { from: 0, start };
    const next = times[index + 1]?.[0] ?? text.length;
    const at = inMilliseconds(seconds);
    if (next - open.from > LONG_CAPTION && offset > open.from && at > open.start && at < end) {
      parts.push({ from: offset, start: at });
    }
  }
  return parts.map((part, index) => ({
    text: inOneLine(text.slice(part.from, parts[index + 1]?.from)),
    start: part.start,
    end: parts[index + 1]?.start ?? end,
  }));
}

const inMilliseconds = (seconds: number): number => Math.round(seconds * 1000);

/** One line, nothing hidden in it. */
const inOneLine = (text: string): string => visible(text).replace(/\s+/gu, ' ').trim();

function webVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(({ speaker, text, start, end }) => {
    const voice = speaker === '' ? '' : `<v ${inVtt(inOneLine(speaker))}>`;
    return `${clock(start, '.')} --> ${clock(end, '.')}\n${voice}${lines(text).map(inVtt).join('\n')}`;
  });
  return `WEBVTT\n\n${blocks.join('\n\n')}\n`;
}

const inVtt = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** SubRip knows no escaping: what players take for times, a tag or a code is written with a sign that looks like it. */
const inSubRip = (text: string): string =>
  text
    .replaceAll('-->', '→')
    .replace(/<(?=[\p{L}/!])([^<>]*)>/gu, '‹$1›')
    .replaceAll('{\\', '{∖');

function subRip(cues: readonly Cue[]): string {
  const blocks = cues.map(({ speaker, text, start, end }, index) => {
    const label = speaker === '' ? '' : `${inOneLine(speaker)}: `;
    const times = `${clock(start, ',')} --> ${clock(end, ',')}`;
    return `${index + 1}\n${times}\n${inSubRip(`${label}${text}`)}`;
  });
  return `${blocks.join('\n\n')}\n`;
}

/** Podcasting 2.0, transcripts in JSON 1.0.0. */
const podcastJson = (cues: readonly Cue[]): string =>
  json({
    version: '1.0.0',
    segments: cues.map(({ speaker, text, start, end }) => ({
      ...(speaker !== '' && { speaker }),
      startTime: start / 1000,
      endTime: end / 1000,
      body: text,
    })),
  });

/** Podcasting 2.0, chapters in JSON 1.2. */
const podcastChapters = (chapters: readonly TimedChapter[]): string =>
  json({ version: '1.2.0', chapters: chapters.map(({ title, startTime }) => ({ startTime, title })) });

const json = (document: unknown): string => `${JSON.stringify(document, null, 1)}\n`;

/** `01:02:03.004` */
function clock(milliseconds: number, point: '.' | ','): string {
  const seconds = Math.floor(milliseconds / 1000);
  const fields = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours, minutes, rest] = fields.map((field) => String(field).padStart(2, '0'));
  return `${hours}:${minutes}:${rest}${point}${String(milliseconds % 1000).padStart(3, '0')}`;
}

/** The text in lines that fit on a screen, broken at spaces. */
function lines(text: string): string[] {
  const broken: string[] = [];
  for (const word of text.split(' ')) {
    const line = broken.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= LONG_LINE) broken[broken.length - 1] = `${line} ${word}`;
    else broken.push(word);
  }
  return broken;
}
