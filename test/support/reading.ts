import { readTranscript } from '../../lambdas/domain/formats';
import type { Transcript } from '../../lambdas/domain/transcript';

/** Reads a string as an upload of UTF-8 would be read. */
export function read(source: string): Transcript {
  return readTranscript(new TextEncoder().encode(source));
}

/** What was said, as `[speaker, text]` pairs. */
export function said(transcript: Transcript): [speaker: string, text: string][] {
  return transcript.turns.map(({ speaker, text }) => [speaker, text]);
}

/** Speaker, start in seconds, text: for formats with times. */
export function timed(transcript: Transcript): [speaker: string, startTime: number | undefined, text: string][] {
  return transcript.turns.map(({ speaker, startTime, text }) => [speaker, startTime, text]);
}
