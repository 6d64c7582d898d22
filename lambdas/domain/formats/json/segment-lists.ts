import { roundToMilliseconds } from '../../text/times';
import type { Segment } from '../segments';
import { nameOf, namesById } from './editors';
import type { ParsedJson } from './parse';
import type { Recogniser } from './recognisers';
import {
  at,
  entries,
  field,
  firstOf,
  fromMilliseconds,
  isNumber,
  secondsOf,
  speakerOf,
  spokenIn,
  textOf,
} from './values';

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
    'phrases',
    'timeline',
    'transcriptEntries',
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
  'spokenText',
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
  const names = new Map(list.parents.flatMap((parent) => [...namesById(parent)]));
  const segments = list.entries.map((entry) => segmentOf(entry, json, unread, names));
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

interface FoundList {
  readonly entries: readonly unknown[];
  /** The objects it lies in, which may tell the speakers' names. */
  readonly parents: readonly unknown[];
}

/** The transcript may be the root, or lie a level or two below it. */
function findList(value: unknown, parents: readonly unknown[] = []): FoundList | undefined {
  const listed = numbered(value);
  if (isSegmentList(listed)) return { entries: listed, parents };
  if (parents.length > 2 || Array.isArray(value)) return undefined;
  for (const name of [...LISTS, 'data', 'result', 'response', 'episode', 'output']) {
    const list = findList(field(value, name), [...parents, value]);
    if (list) return list;
  }
  return undefined;
}

/** The entries of a list, also of one that is written as `{"0": …, "1": …}`. */
function numbered(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return entries(value);
  const keys = Object.keys(value);
  return keys.length > 1 && keys.every((key) => isNumber(key)) ? Object.values(value) : [];
}

/** Most entries have a text, and some have a speaker or a time. */
function isSegmentList(entries: readonly unknown[]): boolean {
  const list = entries.slice(0, 50);
  if (list.length === 0) return false;
  const texts = list.filter((entry) => textIn(entry) !== undefined || saidBy(wordsIn(entry)) !== undefined).length;
  const told = list.filter(
    (entry) => firstOf(entry, [...SPEAKERS, 'users', ...STARTS, ...MILLISECONDS]) !== undefined,
  ).length;
  return texts * 2 > list.length && told > 0;
}

const MILLISECONDS = ['start_ms', 'startMs', 'offsetMilliseconds'];

function segmentOf(
  entry: unknown,
  { lineOf }: ParsedJson,
  unread: unknown[],
  names: ReadonlyMap<string, string>,
): Segment {
  const start = fromMilliseconds(firstOf(entry, MILLISECONDS)) ?? secondsOf(firstOf(entry, STARTS));
  const end = fromMilliseconds(firstOf(entry, ['end_ms', 'endMs'])) ?? secondsOf(firstOf(entry, ENDS));
  const words = wordsIn(entry);
  const text = spokenIn(entry, textIn(entry) ?? saidBy(words), unread);
  const times = timesOfWords(text, words);
  return {
    speaker: nameOf(firstOf(entry, SPEAKERS) ?? field(entries(field(entry, 'users'))[0], 'username'), names),
    text,
    line: lineOf(entry),
    start,
    end,
    ...(times.length > 0 ? { times } : {}),
  };
}

function wordsIn(entry: unknown): readonly unknown[] {
  return entries(field(entry, 'words'));
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
