import { RejectedTranscriptError } from '../../errors';
import { countWords } from '../../text/characters';
import type { Transcript } from '../../transcript';
import { SegmentJoiner } from '../segments';
import { TranscriptBuilder } from '../transcript-builder';
import { KIND } from './character-kinds';
import { type ScannedCaptions, scanCues } from './cue-scanner';
import { type MendedCaptions, withDamagedCues } from './damaged-times';
import { withLooseNames, withNamedCues, withNameLines } from './named-cues';
import { withoutRepetition } from './rolling';
import { sayCues } from './speakers';

/** Reads captions in whatever state they are; throws only `RejectedTranscriptError`. */
export function readCaptions(source: string, format: string): Transcript {
  const scanned = withDamagedCues(scanCues(source), source);
  if (scanned.cues.length === 0) {
    throw new RejectedTranscriptError(
      'no-turns',
      'There are no captions in this file: no line has times such as 00:01.000 --> 00:03.000.',
    );
  }
  const builder = new TranscriptBuilder(format);
  builder.isPrintable = (scanned.cues.allKinds & (KIND.odd | KIND.escape)) === 0;
  builder.isSpaced = (scanned.cues.allKinds & (KIND.unspaced | KIND.escape)) === 0;
  const named = sayCues(
    new SegmentJoiner(builder, source),
    withoutRepetition(withNameLines(withLooseNames(withNamedCues(scanned.cues, source)))),
  );
  return finishCaptions(builder, scanned, named);
}

/** Adds what is beside the speech, and warns of what was odd. */
export function finishCaptions(builder: TranscriptBuilder, scanned: MendedCaptions, named: boolean): Transcript {
  addNotes(builder, scanned);
  if (!named) {
    builder.warn(
      'No caption names a speaker, so everything is read as one voice without a name. Write “Nora: ” or <v Nora> in front.',
    );
  }
  for (const { text, line } of scanned.damaged)
    builder.warn(
      `The times on this line are damaged (“${text}”); what stands below is read as a caption without them. Write them as 00:01:02.000 --> 00:01:04.000.`,
      line,
    );
  for (const line of scanned.unreadable)
    builder.warn('This line has an arrow but no times that can be read; it is kept as text.', line);
  return builder.build();
}

function addNotes(builder: TranscriptBuilder, { notes }: ScannedCaptions): void {
  for (const { text, line } of notes) {
    const [first = '', ...rest] = text.trim().split('\n');
    if (isStyle(text)) continue;
    if (isNote(text)) warnOfForeignNote(builder, text, line);
    else {
      builder.warn('Text above the first caption has no times and is kept apart from the conversation.', line);
    }
    const language = rest.find((header) => header.startsWith('Language:'));
    if (first.startsWith('WEBVTT') && language) builder.language = language.slice('Language:'.length).trim();
    const kept =
      first.startsWith('NOTE') || first.startsWith('WEBVTT')
        ? [first.replace(/^[A-Z]+/, ''), ...rest]
        : [first, ...rest];
    builder.aside(
      kept
        .filter((header) => !isHeader(header))
        .join('\n')
        .trim(),
      line,
    );
  }
}

/** Only WebVTT has comments, and no voices in them: elsewhere viewers see them, so somebody may have said them. */
function warnOfForeignNote(builder: TranscriptBuilder, text: string, line: number): void {
  if (!text.startsWith('NOTE') || (builder.format === 'webvtt' && !/^<v[. ]/mu.test(text))) return;
  const last = line + text.split('\n').length - 1;
  builder.leftOut({ why: 'this begins like a comment', text, lines: [line, last] });
}

/** What captions may have above them: a comment or a header, without a line of times that cannot be read. */
function isNote(text: string): boolean {
  if (text.includes('-->')) return false;
  const [first = '', ...rest] = text.split('\n');
  return text.startsWith('NOTE') || (first.startsWith('WEBVTT') && isBrief(first) && rest.every(isHeaderLike));
}

/** A file may have a title behind its first word, and a header; a longer line is what somebody says. */
const isBrief = (line: string): boolean => countWords(line) <= LONGEST_HEADER;

const LONGEST_HEADER = 12;

/** Rules and regions, and nothing behind them. */
function isStyle(text: string): boolean {
  if (text.startsWith('STYLE')) return text.trimEnd().endsWith('}') || text.trim() === 'STYLE';
  return text.startsWith('REGION') && text.split('\n').every((line, index) => index === 0 || isSetting(line));
}

const isHeaderLike = (line: string): boolean => isBrief(line) && (line.includes(':') || line.includes('='));

function isSetting(line: string): boolean {
  return line.includes(':') && !line.trim().includes(' ');
}

function isHeader(line: string): boolean {
  return line.startsWith('Language:') || line.startsWith('Kind:') || line.startsWith('X-TIMESTAMP-MAP');
}
