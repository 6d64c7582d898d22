import { kindsIn } from './character-kinds';

/** When a cue is shown, in seconds, and the 1-based line of its times. */
export interface CueTimes {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/**
 * The cues of a caption file, block by block. A long file has hundreds of thousands, so that what is known of them
 * stands in columns of numbers, and their text stays in the file until it is asked for.
 */
export class Cues {
  private readonly source: string;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly lines: number[] = [];
  private readonly kinds: number[] = [];
  /** Where the text begins and ends in the file. */
  private readonly froms: number[] = [];
  private readonly tos: number[] = [];
  /** Texts that do not stand in the file as they are. */
  private readonly rewritten = new Map<number, string>();
  /** The kinds of all characters of all cues; see `KIND`. */
  allKinds = 0;

  constructor(source: string) {
    this.source = source;
  }

  get length(): number {
    return this.starts.length;
  }

  /** When a cue is shown, in seconds. */
  start(index: number): number {
    return this.starts[index] as number;
  }

  /** Never before its start. */
  end(index: number): number {
    return Math.max(this.start(index), this.ends[index] as number);
  }

  /** The 1-based line of a cue's times. */
  line(index: number): number {
    return this.lines[index] as number;
  }

  /** Of all its characters; see `KIND`. */
  kindsOf(index: number): number {
    return this.kinds[index] as number;
  }

  /** As written, tags and all; `\n` between lines. */
  text(index: number): string {
    const written = this.rewritten.size === 0 ? undefined : this.rewritten.get(index);
    return written ?? this.source.slice(this.froms[index], this.tos[index]);
  }

  /** Begins a cue, whose text is still to come. */
  begin(start: number, end: number, line: number): void {
    this.starts.push(start);
    this.ends.push(end);
    this.lines.push(line);
    this.kinds.push(0);
    this.froms.push(0);
    this.tos.push(0);
  }

  /** The text of the cue begun last, or more of it, is what stands in the file between two positions. */
  addFromFile(from: number, to: number, kinds: number): void {
    const last = this.length - 1;
    if (this.rewritten.has(last) || this.tos[last] !== 0) {
      this.add(this.source.slice(from, to));
      return;
    }
    this.froms[last] = from;
    this.tos[last] = to;
    this.addKinds(last, kinds);
  }

  /** Adds lines to the text of the cue begun last. */
  add(text: string): void {
    const last = this.length - 1;
    const before = this.text(last);
    this.rewritten.set(last, before === '' ? text : `${before}\n${text}`);
    this.addKinds(last, kindsIn(text));
  }

  /** A further cue, whose text does not stand in the file like this. */
  addWritten({ start, end, line }: CueTimes, text: string): void {
    this.begin(start, end, line);
    this.add(text);
  }

  /** The same cues with other texts; without those that have none. */
  withTexts(texts: readonly string[]): Cues {
    const cues = new Cues('');
    for (const [index, text] of texts.entries()) if (text !== '') cues.addWritten(this.times(index), text);
    return cues;
  }

  /** As they are written, though a cue may end before it starts. */
  times(index: number): CueTimes {
    return { start: this.start(index), end: this.ends[index] as number, line: this.line(index) };
  }

  private addKinds(index: number, kinds: number): void {
    this.kinds[index] = this.kindsOf(index) | kinds;
    this.allKinds |= kinds;
  }
}
