import { RejectedTranscriptError } from '../../errors';
import { isDigit, isWordCharacter } from '../../text/characters';
import type { Transcript, TranscriptFormat } from '../../transcript';
import { readLabelledText } from '../labelled-text';
import { saySegments } from '../segments';
import { TranscriptBuilder } from '../transcript-builder';
import { azureSpeech, namedTexts, trint, wordList, youTube } from './editors';
import { type ParsedJson, parseJson } from './parse';
import {
  amazonCallAnalytics,
  amazonTranscribe,
  assemblyAi,
  deepgram,
  google,
  ibm,
  type Recogniser,
  rev,
  speechmatics,
  speechmaticsFirst,
} from './recognisers';
import { nameOfList, segmentList, whisperCpp } from './segment-lists';
import { tellUnread } from './unread';
import { at, entries, field, firstOf, textOf } from './values';

/** Strictest first, like the formats themselves. */
const RECOGNISERS: readonly (readonly [name: string, recogniser: Recogniser])[] = [
  ['amazon-call-analytics', amazonCallAnalytics],
  ['deepgram', deepgram],
  ['ibm', ibm],
  ['speechmatics', speechmatics],
  ['google', google],
  ['amazon-transcribe', amazonTranscribe],
  ['speechmatics', speechmaticsFirst],
  ['rev', rev],
  ['whisper-cpp', whisperCpp],
  ['assemblyai', assemblyAi],
  ['azure-speech', azureSpeech],
  ['trint', trint],
  ['youtube', youTube],
  ['', segmentList],
  ['json', namedTexts],
  ['json', wordList],
];

/** JSON of every speech recogniser that podcasters use, and of plain lists of who said what. */
export const json: TranscriptFormat = {
  name: 'json',
  matches: (source) => looksLikeJson(source.slice(0, 2000).trimStart()),
  parse: readJson,
};

/** `{Nora} Hello` and `[[Nora]]: Hello` begin with brackets too. */
function looksLikeJson(start: string): boolean {
  const inside = start.slice(1).trimStart();
  if (start.startsWith('{')) return '"}\''.includes(inside[0] ?? '"') || keyEnd(inside) > 0;
  if (!start.startsWith('[')) return false;
  return inside.startsWith('[')
    ? looksLikeJson(inside) || '"]'.includes(inside[1] ?? ']')
    : '{"'.includes(inside[0] ?? ' ');
}

/** Behind the colon of a key without quotes, as people write it by hand. */
function keyEnd(text: string): number {
  let at = 0;
  while (isWordCharacter(text[at]) || text[at] === '_') at += 1;
  return at > 0 && !isDigit(text[0]) && text[at] === ':' ? at + 1 : -1;
}

function readJson(source: string): Transcript {
  const parsed = parseJson(source);
  for (const [name, recogniser] of RECOGNISERS) {
    const unread: unknown[] = [];
    const segments = recogniser(parsed, unread);
    if (!segments) continue;
    const builder = new TranscriptBuilder(name === '' ? nameOfList(parsed.root) : name);
    builder.language = languageOf(parsed.root);
    saySegments(builder, segments);
    tellUnread(builder, parsed, segments, unread);
    if (segments.every(({ speaker, fresh }) => speaker === undefined && !fresh)) {
      builder.warn(
        'This file does not say who speaks, so everything is read as one voice without a name. Transcribe it again with speaker labels.',
      );
    }
    return builder.build();
  }
  return readText(parsed);
}

function languageOf(root: unknown): string | undefined {
  const language =
    firstOf(root, ['language', 'language_code', 'languageCode', 'LanguageCode', 'lang']) ??
    at(root, 'result', 'language') ??
    at(root, 'results', 'language_code') ??
    at(root, 'job', 'lang') ??
    at(root, 'metadata', 'transcription_config', 'language');
  const text = textOf(language);
  return text !== undefined && text.length >= 2 && text.length <= 12 && !text.includes(' ')
    ? text.replaceAll('_', '-')
    : undefined;
}

/** JSON around text with labels: a list of lines, or one long string. */
function readText({ root }: ParsedJson): Transcript {
  const lines = entries(root).filter((line) => typeof line === 'string');
  const text =
    lines.length > 0 ? lines.join('\n\n') : firstOf(root, ['transcript', 'text', 'transcription', 'body', 'content']);
  const nested = typeof text === 'string' ? text : field(entries(at(root, 'results', 'transcripts'))[0], 'transcript');
  if (typeof nested === 'string' && nested.trim() !== '') {
    const transcript = readLabelledText(nested.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n'), 'json');
    return { ...transcript, warnings: transcript.warnings.map(({ message }) => ({ message })) };
  }
  throw new RejectedTranscriptError(
    'unknown-format',
    'This is JSON, but no transcript was found in it. Known are Podcasting 2.0, Amazon Transcribe, Whisper, Deepgram, AssemblyAI, Azure, Google, IBM, Speechmatics, Podlove, Rev, Trint and lists of {speaker, text}.',
  );
}
