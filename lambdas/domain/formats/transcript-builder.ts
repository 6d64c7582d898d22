import type { Span } from '../../contract/published';
import { RejectedTranscriptError } from '../errors';
import { collapseBlanks, isBlank, isWordCharacter, withoutUnprintable } from '../text/characters';
import { joinsWithoutSpace } from '../text/joining';
import type { Heading, Transcript, TranscriptEvent, Turn, Warning } from '../transcript';

/** A turn is one item of the table, which must stay well below 400 KB: a longer one goes on as another turn. */
export const LONGEST_TURN = 30_000;

const MOST_WARNINGS = 200;
/** Characters of what is left out, so that a producer finds it. */
const LONGEST_QUOTE = 100;

/** Words of a turn with what is known about them. */
export interface Passage {
  readonly text: string;
  readonly line: number;
  readonly spans?: readonly Span[] | undefined;
  /** UTF-16 offset in `text`, and seconds. */
  readonly times?: readonly (readonly [offset: number, seconds: number])[] | undefined;
  /** Seconds. */
  readonly end?: number | undefined;
}

/** Words that are in no turn because something is broken, or because nobody would see them. */
export interface LeftOut {
  /** In the producer's words, without a full stop. */
  readonly why: string;
  readonly text: string;
  /** 1-based. */
  readonly lines: readonly [first: number, last: number];
}

/** What is known of a turn as it starts; times in seconds. */
export interface Opening {
  readonly startTime?: number | undefined;
  readonly endTime?: number | undefined;
  /** Also where the same speaker spoke before. */
  readonly fresh?: boolean;
}

/** How a passage follows the one before it in the same turn. */
export type Joint = 'paragraph' | 'space';

interface OpenTurn {
  readonly speaker: string;
  line: number;
  startTime: number | undefined;
  endTime: number | undefined;
  readonly parts: string[];
  length: number;
  readonly spans: Span[];
  /** As in a turn. */
  readonly times: number[];
}

/** Puts turns, headings, events and warnings together in the order of the file. */
export class TranscriptBuilder {
  private turns: Turn[] = [];
  private readonly warnings: Warning[] = [];
  private readonly headings: Heading[] = [];
  private readonly events: TranscriptEvent[] = [];
  private readonly preface: { text: string; line: number }[] = [];
  private open: OpenTurn | undefined;
  readonly format: string;
  private unsaidWarnings = 0;
  frontMatter: Transcript['frontMatter'];
  language: string | undefined;
  /** Known of the whole file: no control character needs to be looked for in every turn. */
  isPrintable = false;
  /** Known of the whole file: no script is in it that is written without spaces. */
  isSpaced = false;

  constructor(format: string) {
    this.format = format;
  }

  /** Somebody speaks from here on; the same somebody as before goes on with their turn, unless it is `fresh`. */
  speaker(label: string, line: number, times?: Opening): void {
    const same = this.open?.speaker === label && times?.fresh !== true;
    if (!same || this.open?.length === 0) {
      if (same) this.open = { ...this.newTurn(label, line), startTime: this.open?.startTime };
      else this.startTurn(label, line);
    }
    const open = this.open as OpenTurn;
    if (times?.startTime !== undefined) this.time(times.startTime);
    if (times?.endTime !== undefined) open.endTime = times.endTime;
  }

  /** Whether anybody has been named yet. */
  get hasSpeaker(): boolean {
    return this.open !== undefined;
  }

  get currentSpeaker(): string | undefined {
    return this.open?.speaker;
  }

  /** A time at which the open turn's next words are said. */
  time(seconds: number): void {
    const open = this.open;
    if (!open) return;
    if (open.length === 0) open.startTime ??= seconds;
    else if (seconds >= lastTime(open)) open.times.push(open.length, seconds);
  }

  /** Adds what the open turn's speaker says. */
  say(passage: Passage, joint: Joint = 'paragraph'): void {
    if (passage.text === '') return;
    if (passage.text.length <= LONGEST_TURN) this.sayPart(passage, joint);
    else for (const part of inParts(passage)) this.sayPart(part, joint);
  }

  private sayPart(passage: Passage, joint: Joint): void {
    if (!this.open) this.startTurn('', passage.line);
    let open = this.open as OpenTurn;
    if (open.line === 0) open.line = passage.line;
    if (open.length > 0 && open.length + passage.text.length > LONGEST_TURN) {
      this.startTurn(open.speaker, passage.line);
      open = this.open as OpenTurn;
    }
    const separator = open.length === 0 ? '' : joint === 'paragraph' ? '\n\n' : this.spaceBefore(passage, open);
    const offset = open.length + separator.length;
    movePendingTimes(open, offset);
    if (passage.times?.length || passage.spans?.length) this.mark(open, passage, offset);
    open.parts.push(separator, passage.text);
    open.length = offset + passage.text.length;
    if (passage.end !== undefined) open.endTime = passage.end;
  }

  private spaceBefore({ text }: Passage, { parts }: OpenTurn): string {
    return !this.isSpaced && joinsWithoutSpace(parts[parts.length - 1] ?? '', text) ? '' : ' ';
  }

  private mark(open: OpenTurn, passage: Passage, offset: number): void {
    for (const [at, seconds] of passage.times ?? []) {
      if (at === 0 && open.length === 0 && open.startTime === undefined) open.startTime = seconds;
      else if (seconds >= lastTime(open)) open.times.push(offset + at, seconds);
    }
    for (const span of passage.spans ?? []) {
      open.spans.push({ ...span, words: [span.words[0] + offset, span.words[1] + offset] });
    }
  }

  /** Whether the open turn stops in the middle of a sentence that this text goes on with. */
  continuesSentence(text: string): boolean {
    const last = this.open?.parts.at(-1)?.at(-1);
    if (last === undefined || (!isWordCharacter(last) && last !== ',')) return false;
    const first = text[0] ?? '';
    return isWordCharacter(first) && first === first.toLowerCase() && first !== first.toUpperCase();
  }

  heading(text: string, level: number, line: number): void {
    this.interrupt();
    if (text !== '') this.headings.push({ text, line, level, beforeTurn: this.turns.length + 1 });
  }

  event(label: string, text: string, line: number, startTime?: number): void {
    this.interrupt();
    const beforeTurn = this.turns.length + 1;
    this.events.push({ label, text, line, beforeTurn, ...(startTime === undefined ? {} : { startTime }) });
  }

  /** Text that nobody says. */
  aside(text: string, line: number): void {
    if (text !== '') this.preface.push({ text, line });
  }

  get hasAside(): boolean {
    return this.preface.length > 0;
  }

  warn(message: string, line?: number): void {
    if (this.warnings.length >= MOST_WARNINGS) this.unsaidWarnings += 1;
    else this.warnings.push({ ...(line === undefined ? {} : { line }), message });
  }

  /** Warns of words that are in no turn, and quotes them. */
  leftOut({ why, text, lines: [first, last] }: LeftOut): void {
    const place = last > first ? `, lines ${first} to ${last}` : '';
    const words = collapseBlanks(text);
    const quoted = words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words;
    this.warn(`Left out${place}: ${why}: “${quoted}”`, first);
  }

  /** Adds turns that were put together elsewhere. */
  adopt(turns: readonly Turn[]): void {
    this.turns = [...this.turns, ...turns];
  }

  /** Closes the open turn; its speaker goes on behind whatever stands between. */
  interrupt(): void {
    const open = this.open;
    if (open && open.length > 0) {
      this.close();
      this.open = this.newTurn(open.speaker, 0);
    }
  }

  /** The transcript; a rejection where nobody said anything. */
  build(): Transcript {
    this.close();
    if (this.turns.length === 0) {
      throw new RejectedTranscriptError('no-turns', 'Nobody says anything in this file: it has labels but no text.');
    }
    if (this.unsaidWarnings > 0)
      this.warnings.push({ message: `There are ${this.unsaidWarnings} more warnings of the same kinds.` });
    const warnings = this.warnings.toSorted((left, right) => (left.line ?? 0) - (right.line ?? 0));
    return {
      format: this.format,
      turns: this.turns,
      warnings,
      ...(this.frontMatter ? { frontMatter: this.frontMatter } : {}),
      headings: this.headings,
      preface: this.preface,
      events: this.events,
      ...(this.language ? { language: this.language } : {}),
    };
  }

  private startTurn(speaker: string, line: number): void {
    this.close();
    this.open = this.newTurn(speaker, line);
  }

  private newTurn(speaker: string, line: number): OpenTurn {
    return { speaker, line, startTime: undefined, endTime: undefined, parts: [], length: 0, spans: [], times: [] };
  }

  private close(): void {
    const open = this.open;
    this.open = undefined;
    if (!open) return;
    if (open.length === 0) {
      if (open.line > 0)
        this.warn(`“${open.speaker}” is named here, but no words follow; the label is left out.`, open.line);
      return;
    }
    while (open.times.length > 0 && lastOffset(open) >= open.length) open.times.length -= 2;
    this.turns.push(this.closed(open));
  }

  private closed(open: OpenTurn): Turn {
    const { line, startTime, endTime, spans } = open;
    // A list that grew has room for more than it holds.
    const times = open.times.slice();
    const speaker = this.printable(open.speaker);
    const text = this.printable(open.parts.join(''));
    if (startTime !== undefined && endTime !== undefined && times.length > 0) {
      return { speaker, text, line, startTime, endTime, spans, times };
    }
    return {
      speaker,
      text,
      line,
      ...(startTime === undefined ? {} : { startTime }),
      ...(endTime === undefined ? {} : { endTime }),
      spans,
      ...(times.length > 0 ? { times } : {}),
    };
  }

  private printable(text: string): string {
    return this.isPrintable ? text : withoutUnprintable(text);
  }
}

function lastTime({ times, startTime }: OpenTurn): number {
  return times[times.length - 1] ?? startTime ?? 0;
}

function lastOffset({ times }: OpenTurn): number {
  return times[times.length - 2] ?? 0;
}

/** Times noted before the words came belong to the words, not to the blank in front of them. */
function movePendingTimes({ times, length }: OpenTurn, offset: number): void {
  for (let index = times.length - 2; index >= 0 && times[index] === length; index -= 2) times[index] = offset;
}

/** A passage that is too long for one turn, cut at blanks. */
function inParts(passage: Passage): readonly Passage[] {
  const parts: Passage[] = [];
  let from = 0;
  while (from < passage.text.length) {
    let to = Math.min(from + LONGEST_TURN, passage.text.length);
    if (to < passage.text.length) {
      let cut = to;
      while (cut > from + LONGEST_TURN / 2 && !isBlank(passage.text[cut])) cut -= 1;
      if (isBlank(passage.text[cut])) to = cut;
      else if (isLowSurrogate(passage.text.charCodeAt(to))) to -= 1;
    }
    parts.push(partOf(passage, from, to));
    from = isBlank(passage.text[to]) ? to + 1 : to;
  }
  return parts;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

function partOf(passage: Passage, from: number, to: number): Passage {
  const spans = (passage.spans ?? [])
    .filter(({ words }) => words[0] >= from && words[1] <= to)
    .map((span) => ({ ...span, words: [span.words[0] - from, span.words[1] - from] as const }));
  const times = (passage.times ?? [])
    .filter(([offset]) => offset >= from && offset < to)
    .map(([offset, seconds]) => [offset - from, seconds] as const);
  return { ...passage, text: passage.text.slice(from, to), spans, times };
}
