import { wordsOf } from '../../text/characters';
import type { Segment } from '../segments';
import type { ParsedJson } from './parse';
import {
  at,
  entries,
  field,
  firstOf,
  fromMilliseconds,
  listIn,
  secondsOf,
  speakerOf,
  spokenIn,
  textOf,
} from './values';
import { byTime, joinWords, type Word } from './words';

/** Reads what one service exports, noting entries without a text; undefined where the file is none of its. */
export type Recogniser = (json: ParsedJson, unread: unknown[]) => readonly Segment[] | undefined;

/** Amazon Transcribe: `results.items`, with speaker labels, channels or neither. */
export const amazonTranscribe: Recogniser = ({ root, lineOf }, unread) => {
  const results = field(root, 'results');
  const items = entries(field(results, 'items'));
  const isOne = items.some((item) => at(item, 'alternatives') !== undefined && field(item, 'type') !== undefined);
  if (!isOne || items.some((item) => field(item, 'attaches_to') !== undefined)) return undefined;
  const speakers = new Map<unknown, string | undefined>();
  for (const segment of entries(at(results, 'speaker_labels', 'segments'))) {
    for (const item of entries(field(segment, 'items'))) {
      speakers.set(
        field(item, 'start_time'),
        textOf(firstOf(item, ['speaker_label'])) ?? textOf(field(segment, 'speaker_label')),
      );
    }
  }
  const channels = entries(at(results, 'channel_labels', 'channels'));
  const read = (item: unknown, channel?: string): Word => {
    const own = textOf(field(item, 'speaker_label')) ?? textOf(field(item, 'channel_label'));
    return {
      text: spokenIn(item, at(entries(field(item, 'alternatives'))[0], 'content'), unread),
      start: secondsOf(field(item, 'start_time')),
      end: secondsOf(field(item, 'end_time')),
      speaker: channel ?? own ?? speakers.get(field(item, 'start_time')),
      line: lineOf(item),
      attached: field(item, 'type') === 'punctuation',
    };
  };
  if (channels.length === 0) return joinWords(items.map((item) => read(item)));
  const words = channels.flatMap((channel) => {
    const label = textOf(field(channel, 'channel_label'));
    return listIn(channel, 'items', unread).map((item) => read(item, label));
  });
  return joinWords(byTime(words));
};

/** Amazon Transcribe Call Analytics: `Transcript[].Content` with `ParticipantRole`. */
export const amazonCallAnalytics: Recogniser = ({ root, lineOf }, unread) => {
  const turns = entries(field(root, 'Transcript'));
  if (!turns.some((turn) => field(turn, 'ParticipantRole') !== undefined)) return undefined;
  return turns.map((turn) => ({
    speaker: speakerOf(field(turn, 'ParticipantRole')),
    text: spokenIn(turn, field(turn, 'Content'), unread),
    start: fromMilliseconds(field(turn, 'BeginOffsetMillis')),
    end: fromMilliseconds(field(turn, 'EndOffsetMillis')),
    line: lineOf(turn),
  }));
};

/** Deepgram: `results.utterances`, or the words of `results.channels[].alternatives[]`. */
export const deepgram: Recogniser = ({ root, lineOf }, unread) => {
  const channels = entries(at(root, 'results', 'channels'));
  if (channels.length === 0) return undefined;
  const several = channels.length > 1;
  const read = (word: unknown, speaker: string | undefined, channel: unknown): Word => ({
    text: spokenIn(word, firstOf(word, ['punctuated_word', 'word']), unread),
    start: secondsOf(field(word, 'start')),
    end: secondsOf(field(word, 'end')),
    speaker: several ? [`Channel ${channel}`, speaker].filter(Boolean).join(', ') : speaker,
    line: lineOf(word),
  });
  const utterances = entries(at(root, 'results', 'utterances'));
  const words = utterances.flatMap((utterance) => {
    const speaker = speakerOf(field(utterance, 'speaker'));
    const found = entries(field(utterance, 'words'));
    const said = found.length > 0 ? found : [{ ...(utterance as object), word: field(utterance, 'transcript') }];
    return said.map((word) => read(word, speaker, field(utterance, 'channel')));
  });
  if (words.length > 0) return joinWords(words);
  const paragraphs = several ? [] : paragraphsOf(entries(field(channels[0], 'alternatives'))[0], lineOf, unread);
  if (paragraphs.length > 0) return paragraphs;
  const ofChannels = channels.flatMap((channel, index) =>
    listIn(entries(field(channel, 'alternatives'))[0] ?? channel, 'words', unread).map((word) =>
      read(word, speakerOf(field(word, 'speaker')), index),
    ),
  );
  return joinWords(several ? byTime(ofChannels) : ofChannels);
};

/** Where the words were left away, Deepgram's paragraphs have their sentences. */
function paragraphsOf(best: unknown, lineOf: ParsedJson['lineOf'], unread: unknown[]): readonly Segment[] {
  if (entries(field(best, 'words')).length > 0) return [];
  return entries(at(best, 'paragraphs', 'paragraphs')).flatMap((paragraph) =>
    listIn(paragraph, 'sentences', unread).map((sentence) => ({
      speaker: speakerOf(field(paragraph, 'speaker')),
      text: spokenIn(sentence, field(sentence, 'text'), unread),
      start: secondsOf(field(sentence, 'start')),
      end: secondsOf(field(sentence, 'end')),
      line: lineOf(sentence),
    })),
  );
}

/** AssemblyAI: `utterances`, or `words`, with milliseconds. */
export const assemblyAi: Recogniser = ({ root, lineOf }, unread) => {
  const isOne =
    field(root, 'audio_url') !== undefined ||
    field(root, 'acoustic_model') !== undefined ||
    field(root, 'audio_duration') !== undefined;
  if (!isOne) return undefined;
  // Its sentences and paragraphs come as files of their own, which any list of texts is read like.
  const lists = ['utterances', 'words', 'sentences', 'paragraphs'].map((name) => entries(field(root, name)));
  const [utterances = [], words = []] = lists;
  if (utterances.length + words.length === 0 && lists.some(({ length }) => length > 0)) return undefined;
  const sources = utterances.length > 0 ? utterances : [root];
  return sources.flatMap((utterance) => {
    const speaker = speakerOf(field(utterance, 'speaker'));
    const words = entries(field(utterance, 'words')).map((word) => ({
      text: spokenIn(word, field(word, 'text'), unread),
      start: fromMilliseconds(field(word, 'start')),
      end: fromMilliseconds(field(word, 'end')),
      speaker: speaker ?? speakerOf(field(word, 'speaker')),
      line: lineOf(utterance === root ? word : utterance),
    }));
    if (words.length > 0) return joinWords(words);
    return [
      {
        speaker,
        text: spokenIn(utterance, field(utterance, 'text'), unread),
        start: fromMilliseconds(field(utterance, 'start')),
        line: lineOf(utterance),
      },
    ];
  });
};

/** Google Cloud Speech, version 1 and 2: `results[].alternatives[].words`; the last result repeats all with speakers. */
export const google: Recogniser = ({ root, lineOf }, unread) => {
  const results = entries(firstOf(root, ['results']) ?? at(root, 'response', 'results'));
  const alternatives = results.map((result) => entries(field(result, 'alternatives'))[0]);
  if (!alternatives.some((alternative) => textOf(field(alternative, 'transcript')) !== undefined)) return undefined;
  const words = alternatives.map((alternative) =>
    entries(field(alternative, 'words')).map((word) => ({
      text: spokenIn(word, field(word, 'word'), unread),
      start: secondsOf(firstOf(word, ['startTime', 'startOffset', 'start_time'])) ?? 0,
      end: secondsOf(firstOf(word, ['endTime', 'endOffset', 'end_time'])),
      speaker: speakerOf(firstOf(word, ['speakerLabel', 'speakerTag', 'speaker_tag'])),
      line: lineOf(word),
    })),
  );
  const last = words.at(-1) ?? [];
  const before = alternatives.slice(0, -1).map((alternative) => textOf(field(alternative, 'transcript')) ?? '');
  const repeatsAll =
    last.some(({ speaker }) => speaker !== undefined) &&
    words.slice(0, -1).every((others) => others.every(({ speaker }) => speaker === undefined)) &&
    last.length * 2 >= wordsOf(before.join(' ')).length;
  if (repeatsAll) return joinWords(last);
  return alternatives.flatMap((alternative, index): readonly Segment[] => {
    const found = words[index] ?? [];
    if (found.length > 0) return joinWords(found);
    const text = spokenIn(results[index], field(alternative, 'transcript'), unread);
    return [{ speaker: undefined, text, line: lineOf(results[index]) }];
  });
};

/** IBM Watson: `results[].alternatives[].timestamps`, and `speaker_labels` by the words' times. */
export const ibm: Recogniser = ({ root, lineOf }, unread) => {
  const results = entries(field(root, 'results'));
  if (!results.some((result) => entries(at(entries(field(result, 'alternatives'))[0], 'timestamps')).length > 0))
    return undefined;
  const speakers = new Map(
    entries(field(root, 'speaker_labels')).map((label) => [field(label, 'from'), speakerOf(field(label, 'speaker'))]),
  );
  const words = results.flatMap((result) => {
    const [best] = entries(field(result, 'alternatives'));
    const timestamps = entries(field(best, 'timestamps'));
    const said = timestamps.length > 0 ? timestamps : [[field(best, 'transcript')]];
    return said.map((timestamp): Word => {
      const [, from, to] = entries(timestamp);
      const texts = entries(timestamp).filter((part) => typeof part === 'string');
      return {
        text: texts.length > 0 ? texts.join(' ') : spokenIn(result, undefined, unread),
        start: secondsOf(from),
        end: secondsOf(to),
        speaker: speakers.get(from),
        line: lineOf(result),
      };
    });
  });
  return joinWords(words);
};

/** Speechmatics, version 2: `results[]` of words and punctuation. */
export const speechmatics: Recogniser = ({ root, lineOf }, unread) => {
  const results = entries(field(root, 'results'));
  const isOne = (result: unknown) =>
    ['word', 'punctuation', 'speaker_change'].some((type) => field(result, 'type') === type) &&
    field(result, 'alternatives') !== undefined;
  if (!results.some(isOne)) return undefined;
  return joinWords(
    results.map((result) => {
      const [best] = entries(field(result, 'alternatives'));
      return {
        text: spokenIn(result, field(best, 'content'), unread),
        start: secondsOf(field(result, 'start_time')),
        end: secondsOf(field(result, 'end_time')),
        speaker: speakerOf(field(best, 'speaker')) ?? speakerOf(field(result, 'channel')),
        line: lineOf(result),
        attached: field(result, 'type') === 'punctuation',
      };
    }),
  );
};

/** Speechmatics, version 1: `words` by `name` and `time`, `speakers` by the time at which they begin. */
export const speechmaticsFirst: Recogniser = ({ root, lineOf }, unread) => {
  const words = entries(field(root, 'words'));
  const isOne = (word: unknown) => textOf(field(word, 'name')) !== undefined && field(word, 'time') !== undefined;
  if (!words.some(isOne)) return undefined;
  const speakers = entries(field(root, 'speakers'))
    .map((speaker) => ({ from: secondsOf(field(speaker, 'time')) ?? 0, name: speakerOf(field(speaker, 'name')) }))
    .sort((left, right) => left.from - right.from);
  let current = -1;
  return joinWords(
    words.map((word) => {
      const text = spokenIn(word, field(word, 'name'), unread);
      const start = secondsOf(field(word, 'time'));
      while (start !== undefined && (speakers[current + 1]?.from ?? Number.POSITIVE_INFINITY) <= start) current += 1;
      const end = start === undefined ? undefined : start + (secondsOf(field(word, 'duration')) ?? 0);
      return {
        text,
        start,
        end,
        speaker: speakers[current]?.name,
        line: lineOf(word),
        attached: text.length === 1 && '.,?!;:'.includes(text),
      };
    }),
  );
};

/** Rev: `monologues[].elements`, whose punctuation holds the spaces too. */
export const rev: Recogniser = ({ root, lineOf }, unread) => {
  const monologues = entries(field(root, 'monologues'));
  if (!monologues.some((monologue) => entries(field(monologue, 'elements')).length > 0)) return undefined;
  const names = new Map(
    entries(field(root, 'speakers')).map((speaker) => [field(speaker, 'id'), textOf(field(speaker, 'name'))]),
  );
  return monologues.flatMap((monologue) => {
    const id = field(monologue, 'speaker');
    const speaker = names.get(id) ?? textOf(at(monologue, 'speaker_info', 'display_name')) ?? speakerOf(id);
    return joinWords(
      listIn(monologue, 'elements', unread).map((element) => {
        const raw = field(element, 'value');
        const text = spokenIn(element, raw, unread);
        return {
          text,
          start: secondsOf(firstOf(element, ['ts', 'timestamp'])),
          end: secondsOf(firstOf(element, ['end_ts', 'end_timestamp'])),
          speaker,
          line: lineOf(element),
          attached: field(element, 'type') === 'punct' && text !== '' && !String(raw).startsWith(' '),
        };
      }),
    );
  });
};
