import { MAX_TURNS } from '../../contract/table-keys';
import { RejectedTranscriptError } from '../errors';
import type { Transcript, TranscriptFormat } from '../transcript';
import { readPlainCaptions, subrip, subStation, subviewer, webvtt } from './captions';
import { decode, isZip, LARGEST_UPLOAD } from './decode';
import { csv, html, podloveXml, readDocx, rtf, ttml } from './documents';
import { json } from './json';
import { labelledText } from './labelled-text';

/** Raised whenever the same bytes may read differently: it is part of every revision. */
export const PARSER_VERSION = '6';

/** Strictest first: a format that matches less text is asked before one that matches more. */
export const formats: readonly TranscriptFormat[] = [
  rtf,
  json,
  webvtt,
  subStation,
  podloveXml,
  ttml,
  subviewer,
  subrip,
  html,
  csv,
  labelledText,
];

/** Reads an upload in whatever format its content is; throws only `RejectedTranscriptError`. */
export function readTranscript(bytes: Uint8Array): Transcript {
  if (bytes.length === 0) throw new RejectedTranscriptError('empty', 'The file is empty: it has no words in it.');
  if (bytes.length > LARGEST_UPLOAD) {
    throw new RejectedTranscriptError(
      'too-large',
      'The file is larger than 25 MB. A transcript of many hours has less than 5 MB.',
    );
  }
  if (isZip(bytes)) return readDocx(bytes);
  const transcript = readPlainCaptions(bytes) ?? readText(bytes);
  if (transcript.turns.length > MAX_TURNS) {
    throw new RejectedTranscriptError(
      'too-large',
      `The file has ${transcript.turns.length} turns; a transcript may have ${MAX_TURNS} at most: are these several episodes?`,
    );
  }
  return transcript;
}

/** The text in a Markdown code fence that stands around all of it, as chat tools hand out files; lines keep their numbers. */
function withoutFence(text: string): string {
  const [start, end] = [text.length - text.trimStart().length, text.trimEnd().length];
  if (!text.startsWith('```', start) || !text.endsWith('\n```', end)) return text;
  return text.slice(0, start) + text.slice(text.indexOf('\n', start), end - 3);
}

/** Reads text in whatever state it is. */
export function readText(bytes: Uint8Array): Transcript {
  const { text: written, warnings } = decode(bytes);
  const text = withoutFence(written);
  const format = formats.find((candidate) => candidate.matches(text)) ?? labelledText;
  const transcript = format.parse(text);
  return warnings.length === 0 ? transcript : { ...transcript, warnings: [...warnings, ...transcript.warnings] };
}
