import type { Segment } from '../segments';
import type { Recogniser } from './recognisers';
import { at, entries, field, firstOf, fromMilliseconds, secondsOf, speakerOf, spokenIn, textOf } from './values';
import { joinWords, type Word } from './words';

/** Azure Speech in batches: `recognizedPhrases[].nBest[0].display`, with offsets in ticks of 100 ns. */
export const azureSpeech: Recogniser = ({ root, lineOf }, unread) => {
  const phrases = entries(field(root, 'recognizedPhrases'));
  if (!phrases.some((phrase) => entries(field(phrase, 'nBest')).length > 0)) return undefined;
  const several = new Set(phrases.map((phrase) => field(phrase, 'channel'))).size > 1;
  const spoken = phrases.map((phrase) => {
    const start = fromTicks(field(phrase, 'offsetInTicks'));
    const length = fromTicks(field(phrase, 'durationInTicks'));
    const channel = several ? speakerOf(field(phrase, 'channel')) : undefined;
    return {
      speaker: speakerOf(field(phrase, 'speaker')) ?? channel,
      text: spokenIn(phrase, field(entries(field(phrase, 'nBest'))[0], 'display'), unread),
      start,
      end: start === undefined || length === undefined ? undefined : start + length,
      line: lineOf(phrase),
    };
  });
  return several ? spoken.toSorted((left, right) => (left.start ?? 0) - (right.start ?? 0)) : spoken;
};

/** YouTube's own captions (`json3`): `events[].segs[].utf8`, with milliseconds. */
export const youTube: Recogniser = ({ root, lineOf }, unread) => {
  const events = entries(field(root, 'events'));
  if (!events.some((event) => entries(field(event, 'segs')).length > 0)) return undefined;
  return events.flatMap((event) => {
    // A segment's own blanks stand between the words.
    const text = entries(field(event, 'segs'))
      .map((segment) => field(segment, 'utf8'))
      .filter((written) => typeof written === 'string' || unread.push(written) === 0)
      .join('')
      .trim();
    const start = fromMilliseconds(field(event, 'tStartMs'));
    return text === '' ? [] : [{ speaker: undefined, text, start, line: lineOf(event) }];
  });
};

function fromTicks(value: unknown): number | undefined {
  const ticks = secondsOf(value);
  return ticks === undefined ? undefined : secondsOf(ticks / 1e7);
}

/** Trint: words that name their paragraph, paragraphs that name their speaker. */
export const trint: Recogniser = ({ root, lineOf }, unread) => {
  const transcript = field(root, 'transcript') ?? root;
  const words = entries(field(transcript, 'words'));
  const paragraphs = entries(field(transcript, 'paragraphs'));
  if (paragraphs.length === 0 || !words.some((word) => field(word, 'paragraphId') !== undefined)) return undefined;
  const names = namesById(transcript);
  const speakers = new Map(
    paragraphs.map((paragraph) => [field(paragraph, 'id'), nameOf(field(paragraph, 'speaker'), names)]),
  );
  return joinWords(
    words.map((word): Word => {
      const start = fromMilliseconds(field(word, 'time'));
      const length = fromMilliseconds(field(word, 'duration'));
      return {
        text: spokenIn(word, field(word, 'value'), unread),
        start,
        end: start === undefined || length === undefined ? undefined : start + length,
        speaker: speakers.get(field(word, 'paragraphId')),
        line: lineOf(word),
      };
    }),
  );
};

/** A list of words by themselves, as Vosk and ElevenLabs write it. */
export const wordList: Recogniser = ({ root, lineOf }, unread) => {
  const words = [field(root, 'words'), field(root, 'result'), at(root, 'transcript', 'words'), root]
    .map(entries)
    .find((list) => list.slice(0, 20).some(isTimedWord));
  if (!words) return undefined;
  const names = namesById(root);
  const said = words.filter((word) => field(word, 'type') !== 'spacing');
  return joinWords(
    said.map((word) => ({
      text: spokenIn(word, firstOf(word, WORDS), unread),
      start: secondsOf(firstOf(word, ['start', 'start_time', 'startTime'])),
      end: secondsOf(firstOf(word, ['end', 'end_time', 'endTime'])),
      speaker: nameOf(firstOf(word, ['speaker', 'speaker_id', 'speaker_label', 'speakerId']), names),
      line: lineOf(word),
    })),
  );
};

const WORDS = ['punctuated_word', 'text', 'word'];

function isTimedWord(word: unknown): boolean {
  const isTimed = firstOf(word, ['start', 'start_time', 'startTime']) !== undefined;
  return isTimed && typeof firstOf(word, WORDS) === 'string';
}

/** Names by the ids that segments call speakers by: `speakers: [{id, name}]` or `{id: name}`. */
export function namesById(root: unknown): ReadonlyMap<string, string> {
  const speakers = field(root, 'speakers');
  const named = Array.isArray(speakers)
    ? speakers.map((speaker) => [field(speaker, 'id'), firstOf(speaker, ['name', 'speaker_name', 'label'])] as const)
    : Object.entries(typeof speakers === 'object' ? (speakers ?? {}) : {});
  return new Map(
    named.flatMap(([id, value]) => {
      const name = textOf(value) ?? textOf(field(value, 'name'));
      return id === undefined || name === undefined || name === '' ? [] : [[String(id), name] as const];
    }),
  );
}

/** The name behind an id, or what the id says by itself. */
export function nameOf(id: unknown, names: ReadonlyMap<string, string>): string | undefined {
  const isId = typeof id === 'string' || typeof id === 'number';
  return (isId ? names.get(String(id)) : undefined) ?? speakerOf(id);
}

/** `{Nora: "…"}` or `["Nora", "…"]` for each turn. */
export const namedTexts: Recogniser = ({ root, lineOf }) => {
  const list = [root, field(root, 'transcript'), field(root, 'turns'), field(root, 'conversation')]
    .map(entries)
    .find((candidate) => candidate.length > 1 && candidate.every((entry) => pairOf(entry) !== undefined));
  return list?.map((entry): Segment => {
    const [speaker, text] = pairOf(entry) as [string, string];
    return { speaker: speakerOf(speaker), text: textOf(text) ?? '', line: lineOf(entry) };
  });
};

function pairOf(entry: unknown): readonly [string, string] | undefined {
  const pair = Array.isArray(entry) ? entry : Object.entries(typeof entry === 'object' ? (entry ?? {}) : {}).flat();
  const [name, text] = pair;
  if (pair.length !== 2 || typeof name !== 'string' || typeof text !== 'string') return undefined;
  return name.length <= LONGEST_NAME ? [name, text] : undefined;
}

const LONGEST_NAME = 60;
