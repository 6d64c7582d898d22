/** Tells the 1-based line of positions that only grow; each newline is looked for once. */
export class LineCounter {
  private readonly source: string;
  private line = 1;
  private newline: number;

  constructor(source: string) {
    this.source = source;
    this.newline = source.indexOf('\n');
  }

  at(position: number): number {
    while (this.newline >= 0 && this.newline < position) {
      this.line += 1;
      this.newline = this.source.indexOf('\n', this.newline + 1);
    }
    return this.line;
  }

  /** Goes on at a newline before which the caller has met so many others. */
  skip(newlines: number, newline: number): void {
    this.line += newlines;
    this.newline = newline;
  }
}
