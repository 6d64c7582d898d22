/**
 * What is said in a plain caption file, row by row: a row is a cue, or the lines of a cue from one with a colon on. A
 * long file has hundreds of thousands, so that they stand in columns. Offsets are UTF-16 offsets in `said`.
 */
export class PlainRows {
  /** What all of them say, with one space between lines and between cues. */
  said = '';
  length = 0;
  /** When the cue is shown: milliseconds, as written. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The 1-based line of the cue's times. */
  readonly lines: Int32Array;
  readonly froms: Int32Array;
  readonly tos: Int32Array;
  /** Where the first line ends, if it has a colon; 0 otherwise. */
  readonly colonLines: Int32Array;
  /** Who speaks, as a 1-based place in `names`; 0 where nobody is named. */
  readonly voices: Int32Array;
  readonly names: string[] = [];
  private readonly places = new Map<string, number>();
  /** Whether there is a bracket somewhere. */
  hasBrackets = false;
  /** Whether a dash stands in front of a space somewhere. */
  hasDashes = false;

  constructor(most: number) {
    this.starts = new Uint32Array(most);
    this.ends = new Uint32Array(most);
    this.lines = new Int32Array(most);
    this.froms = new Int32Array(most);
    this.tos = new Int32Array(most);
    this.colonLines = new Int32Array(most);
    this.voices = new Int32Array(most);
  }

  /** Begins the row of a cue; false where there is no room for it. */
  begin(start: number, end: number, line: number, from: number): boolean {
    const row = this.length;
    if (row === this.starts.length) return false;
    this.starts[row] = start;
    this.ends[row] = end;
    this.lines[row] = line;
    this.froms[row] = from;
    this.length += 1;
    return true;
  }

  /** A line of the open row has a colon: it begins a row, unless the voice is known. */
  addColon(from: number, to: number): boolean {
    const row = this.length - 1;
    if (this.voices[row] !== 0) return true;
    if (from > (this.froms[row] as number)) {
      this.end(from - 1);
      if (!this.begin(this.starts[row] as number, this.ends[row] as number, this.lines[row] as number, from))
        return false;
    }
    this.colonLines[this.length - 1] = to;
    return true;
  }

  /** Ends the open row. */
  end(to: number): void {
    this.tos[this.length - 1] = to;
  }

  saying(said: string): PlainRows {
    this.said = said;
    return this;
  }

  /** The first row from one on whose first line has a colon; `length` where there is none. */
  nextColon(from: number): number {
    let row = from;
    while (row < this.length && this.colonLines[row] === 0) row += 1;
    return row;
  }

  firstLine(row: number): string {
    return this.said.slice(this.froms[row], this.colonLines[row]);
  }

  /** Takes a label off a row. */
  take(row: number, name: string, length: number): void {
    const voice = this.places.get(name) ?? this.names.push(name);
    this.places.set(name, voice);
    this.voices[row] = voice;
    this.froms[row] = (this.froms[row] as number) + length;
  }

  /** Whether a row goes on with the cue of the row before. */
  continuesCue(row: number): boolean {
    return row > 0 && this.lines[row] === this.lines[row - 1];
  }
}
