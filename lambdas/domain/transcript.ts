import type { Span } from '../contract/published';

/** A transcript file as it was read: nothing of it is lost, and what is not speech is kept apart from the turns. */
export interface Transcript {
  /** The format the content was read as, such as `labelled-text`, `webvtt`. */
  readonly format: string;
  readonly turns: readonly Turn[];
  /** Ascending by line. */
  readonly warnings: readonly Warning[];
  /** YAML between `---` lines at the top, without them; `line` is its first line. */
  readonly frontMatter?: { readonly text: string; readonly line: number };
  readonly headings: readonly Heading[];
  /** Text above the first turn that is no speech: a summary, credits, a whole page. */
  readonly preface: readonly { readonly text: string; readonly line: number }[];
  /** Breaks, jingles, advertisements: in the file like a speaker, but nobody. */
  readonly events: readonly TranscriptEvent[];
  /** BCP 47, where the file says so. */
  readonly language?: string;
}

/** One uninterrupted stretch of speech by one speaker. */
export interface Turn {
  /** The label as printed, without its punctuation; empty where the file has none. */
  readonly speaker: string;
  /** Without markup; paragraphs are separated by one empty line (`\n\n`). Never empty. */
  readonly text: string;
  /** 1-based line of the file on which the turn starts. */
  readonly line: number;
  /** Seconds from the start of the episode, when the file carries times. */
  readonly startTime?: number;
  readonly endTime?: number;
  readonly spans: readonly Span[];
  /**
   * Times inside the turn, ascending: UTF-16 offset in `text`, seconds, and so on by turns. An episode has one for each
   * caption or word; as a list of pairs they would be most of what a transcript takes up. See `timesWithin`.
   */
  readonly times?: readonly number[];
}

export interface Heading {
  readonly text: string;
  readonly line: number;
  /** 1 for the file's title. */
  readonly level: number;
  /** The 1-based turn that follows it; one more than there are turns where none does. */
  readonly beforeTurn: number;
}

export interface TranscriptEvent {
  readonly label: string;
  readonly text: string;
  readonly line: number;
  readonly beforeTurn: number;
  readonly startTime?: number;
}

/** Something the parser kept going over, in the producer's words: what was seen and what to do. */
export interface Warning {
  /** 1-based; absent where it is about the whole file. */
  readonly line?: number;
  readonly message: string;
}

/** The words of the file that are neither turn nor heading nor front matter are in its preface, events or a warning. */
export interface TranscriptFormat {
  readonly name: string;
  /** Cheap, never throws. */
  matches(source: string): boolean;
  /** May assume that `matches` returned true; throws only `RejectedTranscriptError`. */
  parse(source: string): Transcript;
}

/** The times inside a turn one by one: UTF-16 offset in its text, and seconds. */
export function timesWithin({ times = [] }: Pick<Turn, 'times'>): (readonly [offset: number, seconds: number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let at = 0; at < times.length; at += 2) pairs.push([times[at] as number, times[at + 1] as number]);
  return pairs;
}
