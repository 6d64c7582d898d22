import type { Span } from '../../contract/published';
import { endsSentence } from '../text/joining';
import { stageDirectionsIn } from '../text/stage-directions';
import type { Passage, TranscriptBuilder } from './transcript-builder';

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
  /** A label stands here, perhaps without words behind it: whoever it names says what comes next. */
  readonly labelled?: boolean;
  /** Times of words inside the text: UTF-16 offset, seconds. */
  readonly times?: readonly (readonly [offset: number, seconds: number])[];
}

/** Seconds of silence that begin a new paragraph. */
export const PAUSE = 2;
export const LONG_PARAGRAPH = 600;
/** A voice without a name is cut into turns of about this length, or a whole talk would be one. */
export const LONG_UNNAMED_TURN = 2000;

/** Joins segments to sentences, paragraphs and turns; every segment's time is kept at its first word. */
export function saySegments(builder: TranscriptBuilder, segments: readonly Segment[]): void {
  const joiner = new SegmentJoiner(builder);
  for (const segment of segments) joiner.say(segment);
}

/** Takes segments one by one, so that a long file needs no list of them. */
export class SegmentJoiner {
  private readonly builder: TranscriptBuilder;
  private readonly hasBrackets: boolean;
  private previous: Segment | undefined;
  private paragraph = 0;
  private turn = 0;

  /** A `source` without brackets spares looking for stage directions in every segment. */
  constructor(builder: TranscriptBuilder, source?: string) {
    this.builder = builder;
    this.hasBrackets = source === undefined || source.includes('[') || source.includes('(');
  }

  say(segment: Segment): void {
    const { builder, previous } = this;
    const { text, line, start } = segment;
    if (text === '') {
      if (segment.labelled) this.name(segment);
      return;
    }
    const speaker = segment.speaker ?? (segment.fresh ? '' : (builder.currentSpeaker ?? ''));
    const changes = segment.fresh === true || speaker !== builder.currentSpeaker;
    const breaks = !changes && previous !== undefined && startsParagraph(previous, segment, this.paragraph);
    if (changes || (breaks && speaker === '' && this.turn > LONG_UNNAMED_TURN)) {
      builder.speaker(speaker, line, FRESH);
      this.paragraph = this.turn = 0;
    } else if (breaks) this.paragraph = 0;
    if (start !== undefined) builder.time(start);
    builder.say(this.hasBrackets ? withDirections(segment) : segment, breaks ? 'paragraph' : 'space');
    this.paragraph += text.length;
    this.turn += text.length;
    this.previous = segment;
  }

  private name({ speaker = '', line }: Segment): void {
    this.builder.speaker(speaker, line, FRESH);
    this.paragraph = this.turn = 0;
    this.previous = undefined;
  }
}

const FRESH = { fresh: true };

/** At the end of a sentence, where there is a pause or the paragraph is long. */
function startsParagraph(previous: Segment, { start }: Segment, length: number): boolean {
  const isPause = start !== undefined && previous.end !== undefined && start - previous.end >= PAUSE;
  return (isPause || length >= LONG_PARAGRAPH) && endsSentence(previous.text);
}

function withDirections(segment: Segment): Passage {
  const { text } = segment;
  if (!text.includes('[') && !text.includes('(')) return segment;
  const spans: Span[] = stageDirectionsIn(text).map((words) => ({ kind: 'stage-direction', words }));
  return { ...segment, spans };
}
