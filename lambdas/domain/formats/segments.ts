import type { Span } from '../../contract/published';
import { endsSentence } from '../text/joining';
import { stageDirectionsIn } from '../text/stage-directions';
import type { TranscriptBuilder } from './transcript-builder';

/** A stretch of speech as captions and speech recognisers deliver it: often less than a sentence. */
export interface Segment {
  /** Undefined where the file does not say who speaks: whoever spoke before goes on. */
  readonly speaker: string | undefined;
  readonly text: string;
  /** 1-based line of the file. */
  readonly line: number;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  /** Somebody else speaks from here on, though the file does not say who. */
  readonly fresh?: boolean;
  /** Times of words inside the text: UTF-16 offset, seconds. */
  readonly times?: readonly (readonly [offset: number, seconds: number])[];
}

/** Seconds of silence that begin a new paragraph. */
const PAUSE = 2;
const LONG_PARAGRAPH = 600;
/** A voice without a name is cut into turns of about this length, or a whole talk would be one. */
const LONG_UNNAMED_TURN = 2000;

/** Joins segments to sentences, paragraphs and turns; every segment's time is kept at its first word. */
export function saySegments(builder: TranscriptBuilder, segments: readonly Segment[]): void {
  let previous: Segment | undefined;
  let paragraph = 0;
  let turn = 0;
  for (const segment of segments) {
    if (segment.text === '') continue;
    const speaker = segment.speaker ?? (segment.fresh ? '' : (builder.currentSpeaker ?? ''));
    const changes = segment.fresh === true || speaker !== builder.currentSpeaker;
    const breaks = !changes && previous !== undefined && startsParagraph(previous, segment, paragraph);
    const cut = breaks && speaker === '' && turn > LONG_UNNAMED_TURN;
    if (changes || cut) {
      builder.speaker(speaker, segment.line, { fresh: true });
      paragraph = turn = 0;
    } else if (breaks) paragraph = 0;
    if (segment.start !== undefined) builder.time(segment.start);
    builder.say(passageOf(segment), breaks ? 'paragraph' : 'space');
    paragraph += segment.text.length;
    turn += segment.text.length;
    previous = segment;
  }
}

function startsParagraph(previous: Segment, segment: Segment, length: number): boolean {
  if (!endsSentence(previous.text)) return false;
  if (length >= LONG_PARAGRAPH) return true;
  return segment.start !== undefined && previous.end !== undefined && segment.start - previous.end >= PAUSE;
}

function passageOf(segment: Segment): Parameters<TranscriptBuilder['say']>[0] {
  const { text, line, end, times } = segment;
  if (!text.includes('[') && !text.includes('(')) return { text, line, endTime: end, times };
  const spans: Span[] = stageDirectionsIn(text).map((words) => ({ kind: 'stage-direction', words }));
  return { text, line, spans, endTime: end, times };
}
