import { roundToMilliseconds } from '../../text/times';
import type { Segment } from '../segments';
import type { ParsedJson } from './parse';
import type { Recogniser } from './recognisers';
import { at, entries, field, firstOf, fromMilliseconds, secondsOf, speakerOf, spokenIn, textOf } from './values';

/** whisper.cpp: `transcription[]` with offsets in milliseconds. */
export const whisperCpp: Recogniser = ({ root, lineOf }, unread) => {
  const transcription = entries(field(root, 'transcription'));
  const isTimed = (segment: unknown) =>
    field(segment, 'offsets') !== undefined || field(segment, 'timestamps') !== undefined;
  if (!transcription.some(isTimed)) return undefined;
  let turns = false;
  return transcription.map((segment) => {
    const fresh = turns;
    turns = field(segment, 'speaker_turn_next') === true;
    return {
      speaker: speakerOf(field(segment, 'speaker')),
      text: spokenIn(segment, field(segment, 'text'), unread),
      start: fromMilliseconds(at(segment, 'offsets', 'from')) ?? secondsOf(at(segment, 'timestamps', 'from')),
      end: fromMilliseconds(at(segment, 'offsets', 'to')) ?? secondsOf(at(segment, 'timestamps', 'to')),
      line: lineOf(segment),
      fresh,
    };
  });
};

const LISTS = [
  ...['segments', 'utterances', 'turns', 'transcript', 'transcripts', 'transcription', 'sentences', 'captions', 'cues'],
  ...[
    'dialogue',
    'dialog',
    'conversation',
    'monologues',
    'paragraphs',
    'entries',
    'messages',
    'lines',
    'speech',
    'chunks',
    'results',
  ],
];
const TEXTS = [
  'text',
  'body',
  'transcript',
  'content',
  'sentence',
  'utterance',
  'caption',
  'speech',
  'line',
  'value',
  'message',
  'words',
];
const SPEAKERS = [
  'voice',
  'speaker',
  'speaker_name',
  'speakerName',
  'speaker_label',
  'speakerLabel',
  'speakerId',
  'speaker_id',
  'name',
  'author',
  'who',
  'label',
  'role',
  'participant',
  'user',
  'channel',
];
const STARTS = [
  'start',
  'startTime',
  'start_time',
  'begin',
  'from',
  'startOffset',
  'timestamp',
  'time',
  'ts',
  'offset',
];
const ENDS = ['end', 'endTime', 'end_time', 'to', 'endOffset', 'end_ts'];

/** Podcasting 2.0, Whisper, WhisperX, Podlove and any list of objects with a text and perhaps a speaker and times. */
export const segmentList: Recogniser = (json, unread) => {
  const list = findList(json.root);
  if (!list) return undefined;
  const segments = list.map((entry) => segmentOf(entry, json, unread));
  return inMilliseconds(segments) ? segments.map(fromMillisecondsThroughout) : segments;
};

/** What a JSON file of this family is called. */
export function nameOfList(root: unknown): string {
  const [segment] = entries(field(root, 'segments'));
  if (field(segment, 'body') !== undefined) return 'podcasting-json';
  if (field(segment, 'avg_logprob') !== undefined || field(segment, 'no_speech_prob') !== undefined) return 'whisper';
  if (field(segment, 'words') !== undefined || field(root, 'word_segments') !== undefined) return 'whisperx';
  if (field(entries(root)[0], 'start_ms') !== undefined) return 'podlove';
  return 'json';
}

/** The transcript may be the root, or lie a level or two below it. */
function findList(root: unknown, depth = 0): readonly unknown[] | undefined {
  if (isSegmentList(root)) return entries(root);
  if (depth > 2 || Array.isArray(root)) return undefined;
  for (const name of LISTS) {
    const list = findList(field(root, name), depth + 1);
    if (list) return list;
  }
  for (const name of ['data', 'result', 'response', 'episode', 'output']) {
    const list = findList(field(root, name), depth + 1);
    if (list) return list;
  }
  return undefined;
}

/** Most entries have a text, and some have a speaker or a time. */
function isSegmentList(value: unknown): boolean {
  const list = entries(value).slice(0, 50);
  if (list.length === 0) return false;
  const texts = list.filter((entry) => typeof firstOf(entry, TEXTS) === 'string').length;
  const told = list.filter(
    (entry) => firstOf(entry, [...SPEAKERS, ...STARTS, 'start_ms', 'startMs']) !== undefined,
  ).length;
  return texts * 2 > list.length && told > 0;
}

function segmentOf(entry: unknown, { lineOf }: ParsedJson, unread: unknown[]): Segment {
  const start = fromMilliseconds(firstOf(entry, ['start_ms', 'startMs'])) ?? secondsOf(firstOf(entry, STARTS));
  const end = fromMilliseconds(firstOf(entry, ['end_ms', 'endMs'])) ?? secondsOf(firstOf(entry, ENDS));
  const words = entries(field(entry, 'words'));
  const text = spokenIn(entry, textIn(entry) ?? saidBy(words), unread);
  const times = timesOfWords(text, words);
  return {
    speaker: speakerOf(firstOf(entry, SPEAKERS)),
    text,
    line: lineOf(entry),
    start,
    end,
    ...(times.length > 0 ? { times } : {}),
  };
}

function textIn(entry: unknown): string | undefined {
  const text = firstOf(entry, TEXTS);
  return typeof text === 'string' ? text : undefined;
}

/** A segment that has lost its text still has its words. */
function saidBy(words: readonly unknown[]): string | undefined {
  const said = words.map((word) => textOf(firstOf(word, ['word', 'text'])) ?? '').filter((word) => word !== '');
  return said.length > 0 ? said.join(' ') : undefined;
}

/** Whisper's words, found again in their segment's text. */
function timesOfWords(text: string, words: readonly unknown[]): (readonly [number, number])[] {
  const times: (readonly [number, number])[] = [];
  let from = 0;
  for (const word of words) {
    const written = textOf(firstOf(word, ['word', 'text'])) ?? '';
    const start = secondsOf(field(word, 'start'));
    const found = written === '' ? -1 : text.slice(from, from + written.length + 8).indexOf(written);
    if (found < 0) continue;
    if (start !== undefined && from + found > 0) times.push([from + found, start]);
    from += found + written.length;
  }
  return times;
}

/** Nobody says less than a letter in two seconds: such times are milliseconds. */
function inMilliseconds(segments: readonly Segment[]): boolean {
  const last = segments.at(-1);
  const first = segments.find(({ start }) => start !== undefined)?.start ?? 0;
  const seconds = (last?.end ?? last?.start ?? 0) - first;
  const letters = segments.reduce((sum, { text }) => sum + text.length, 0);
  return (
    seconds > 60 &&
    letters < seconds / 2 &&
    segments.every(({ start, end }) => Number.isInteger(start ?? 0) && Number.isInteger(end ?? 0))
  );
}

function fromMillisecondsThroughout(segment: Segment): Segment {
  const seconds = (value: number | undefined) => (value === undefined ? undefined : roundToMilliseconds(value / 1000));
  const times = segment.times?.map(([offset, time]) => [offset, roundToMilliseconds(time / 1000)] as const);
  return { ...segment, start: seconds(segment.start), end: seconds(segment.end), ...(times ? { times } : {}) };
}
