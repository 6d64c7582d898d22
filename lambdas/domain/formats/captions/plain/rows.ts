/** What is known of a row, in numbers. */
const [START, END, LINE, FROM, TO, COLON_LINE, VOICE, WIDTH] = [0, 1, 2, 3, 4, 5, 6, 7];
/** Bytes of an ordinary cue; where they are fewer the table grows. */
const BYTES_OF_CUE = 100;

/**
 * What is said in a plain caption file, row by row: a row is a cue, or the lines of a cue from one with a colon on. A
 * long file has hundreds of thousands, so that they stand in one table of numbers. Offsets are UTF-16 offsets in `said`.
 */
export class PlainRows {
  private cells: Int32Array;
  length = 0;
  /** What all of them say, with one space between lines and between cues. */
  said = '';
  private readonly names: string[] = [];
  private readonly voices = new Map<string, number>();
  /** Whether there is a bracket somewhere. */
  hasBrackets = false;
  /** Whether a dash stands in front of a space somewhere. */
  hasDashes = false;

  /** For a file of so many bytes. */
  constructor(size: number) {
    this.cells = new Int32Array(Math.ceil(size / BYTES_OF_CUE + 1) * WIDTH);
  }

  /** Begins the row of a cue: its times in milliseconds, their 1-based line, and where its text begins. */
  begin(start: number, end: number, line: number, from: number): void {
    const at = this.length * WIDTH;
    if (at === this.cells.length) this.grow();
    const { cells } = this;
    cells[at + START] = start;
    cells[at + END] = end;
    cells[at + LINE] = line;
    cells[at + FROM] = from;
    this.length += 1;
  }

  private grow(): void {
    const { cells } = this;
    this.cells = new Int32Array(cells.length * 2);
    this.cells.set(cells);
  }

  /** A line of the open row has a colon: it begins a row, unless the voice is known. */
  addColon(from: number, to: number): void {
    const row = this.length - 1;
    if (this.isVoiced(row)) return;
    if (from > this.from(row)) {
      this.end(from - 1);
      this.begin(this.cell(row, START), this.cell(row, END), this.line(row), from);
    }
    this.set(this.length - 1, COLON_LINE, to);
  }

  /** Ends the open row. */
  end(to: number): void {
    this.set(this.length - 1, TO, to);
  }

  /** The number by which rows name a speaker. */
  voiceOf(name: string): number {
    const voice = this.voices.get(name) ?? this.names.push(name);
    this.voices.set(name, voice);
    return voice;
  }

  setVoice(row: number, voice: number): void {
    this.set(row, VOICE, voice);
  }

  isVoiced(row: number): boolean {
    return this.cell(row, VOICE) !== 0;
  }

  /** Who says it; undefined where nobody is named. */
  speaker(row: number): string | undefined {
    return this.names[this.cell(row, VOICE) - 1];
  }

  /** When the cue is shown, in seconds. */
  start(row: number): number {
    return this.cell(row, START) / 1000;
  }

  /** Never before its start. */
  endTime(row: number): number {
    return Math.max(this.cell(row, START), this.cell(row, END)) / 1000;
  }

  /** The 1-based line of the cue's times. */
  line(row: number): number {
    return this.cell(row, LINE);
  }

  from(row: number): number {
    return this.cell(row, FROM);
  }

  to(row: number): number {
    return this.cell(row, TO);
  }

  text(row: number): string {
    return this.said.slice(this.from(row), this.to(row));
  }

  /** Whether a row goes on with the cue of the row before. */
  continuesCue(row: number): boolean {
    return row > 0 && this.line(row) === this.line(row - 1);
  }

  /** The first row from one on whose first line has a colon; `length` where there is none. */
  nextColon(from: number): number {
    let row = from;
    while (row < this.length && this.cell(row, COLON_LINE) === 0) row += 1;
    return row;
  }

  /** The line with a colon that a row begins with. */
  colonLine(row: number): string {
    return this.said.slice(this.from(row), this.cell(row, COLON_LINE));
  }

  /** Takes a label of so many characters off the text of a row. */
  takeLabel(row: number, voice: number, length: number): void {
    this.setVoice(row, voice);
    this.set(row, FROM, this.from(row) + length);
  }

  private cell(row: number, column: number): number {
    return this.cells[row * WIDTH + column] as number;
  }

  private set(row: number, column: number, value: number): void {
    this.cells[row * WIDTH + column] = value;
  }
}
