import { readTime } from '../../text/times';
import type { TranscriptFormat } from '../../transcript';
import { readCaptions } from './captions-reader';
import { scanCues } from './cue-scanner';

export { readPlainCaptions } from './plain';
export { subStation } from './sub-station';

/** Captions of the web, `WEBVTT` on the first line. */
export const webvtt: TranscriptFormat = {
  name: 'webvtt',
  matches: (source) => source.startsWith('WEBVTT') || source.trimStart().startsWith('WEBVTT'),
  parse: (source) => readCaptions(source, 'webvtt'),
};

/** SubRip captions, in whatever state: cues are known by their arrows alone. */
export const subrip: TranscriptFormat = {
  name: 'subrip',
  matches: (source) => scanCues(source.slice(0, 6000)).cues.length > 0,
  parse: (source) => readCaptions(source, 'subrip'),
};

/** YouTube's own captions: `0:00:01.000,0:00:03.500` above each. */
export const subviewer: TranscriptFormat = {
  name: 'subviewer',
  matches: (source) => isPairOfTimes(withoutNote(source.trimStart().slice(0, 60).split('\n', 1)[0] ?? '')),
  parse: (source) => readCaptions(source.split('\n').map(withArrow).join('\n'), 'subviewer'),
};

function isPairOfTimes(line: string): boolean {
  const comma = line.indexOf(',');
  return comma > 0 && isTime(line.slice(0, comma)) && isTime(line.slice(comma + 1).trimEnd());
}

function isTime(text: string): boolean {
  return readTime(text, 0)?.end === text.length;
}

function withArrow(written: string): string {
  const line = withoutNote(written);
  return isPairOfTimes(line) ? line.replace(',', ' --> ') : written;
}

/** A comment of WebVTT that got in front of a caption's times would hide what is said below. */
function withoutNote(line: string): string {
  return line.startsWith('NOTE ') ? line.slice('NOTE '.length).trimStart() : line;
}
