import type { Span } from '../../../../contract/published';
import { endsSentence } from '../../../text/joining';
import { stageDirectionsIn } from '../../../text/stage-directions';
import type { Turn } from '../../../transcript';
import { LONG_PARAGRAPH, LONG_UNNAMED_TURN, PAUSE } from '../../segments';
import { LONGEST_TURN } from '../../transcript-builder';
import type { PlainRows } from './rows';

/** Puts the turns of a plain file together as `SegmentJoiner` would; undefined where one is too long for one turn. */
export function plainTurns(rows: PlainRows): readonly Turn[] | undefined {
  return new TurnJoiner(rows).join();
}

const NO_SPANS: readonly Span[] = [];

/** Text that stands in one piece in `said` is cut out in one piece. */
class TurnJoiner {
  private readonly rows: PlainRows;
  private readonly turns: Turn[] = [];
  private speaker: string | undefined;
  private line = 0;
  private startTime = 0;
  private endTime = 0;
  private lastTime = 0;
  /** Of the open turn, and what is left of longer ones behind that: lists that grow take more room than they need. */
  private readonly times: number[] = [];
  private timed = 0;
  private spans: Span[] = [];
  /** The text of the open turn in front of its last piece. */
  private text = '';
  /** Where the last piece begins and ends in `said`. */
  private from = 0;
  private to = 0;
  /** Where the segment said last begins there. */
  private segment = 0;
  /** Characters since the paragraph and the turn began. */
  private paragraph = 0;
  private turn = 0;

  constructor(rows: PlainRows) {
    this.rows = rows;
  }

  join(): readonly Turn[] | undefined {
    const { rows, turns } = this;
    for (let row = 0; row < rows.length; ) {
      let next = row + 1;
      while (next < rows.length && !rows.isVoiced(next) && rows.continuesCue(next)) next += 1;
      this.say(row, rows.to(next - 1));
      if (this.length > LONGEST_TURN) return undefined;
      row = next;
    }
    this.close();
    return turns;
  }

  /** The length of the open turn's text. */
  private get length(): number {
    return this.text.length + this.to - this.from;
  }

  private say(row: number, to: number): void {
    const { rows } = this;
    const from = rows.from(row);
    const start = rows.start(row);
    const speaker = rows.speaker(row) ?? this.speaker ?? '';
    const changes = speaker !== this.speaker;
    const breaks = !changes && this.startsParagraph(start);
    if (changes || (breaks && speaker === '' && this.turn > LONG_UNNAMED_TURN)) {
      this.close();
      this.open(speaker, row, start);
    } else this.goOn(from, start, breaks);
    if (rows.hasBrackets) this.addDirections(from, to);
    this.to = to;
    this.segment = from;
    this.paragraph += to - from;
    this.turn += to - from;
    this.endTime = rows.endTime(row);
  }

  private startsParagraph(start: number): boolean {
    if (start - this.endTime < PAUSE && this.paragraph < LONG_PARAGRAPH) return false;
    return endsSentence(this.rows.said.slice(this.segment, this.to));
  }

  private open(speaker: string, row: number, start: number): void {
    this.speaker = speaker;
    this.line = this.rows.line(row);
    this.startTime = this.lastTime = start;
    this.text = '';
    this.from = this.to = this.rows.from(row);
    this.paragraph = this.turn = 0;
  }

  private goOn(from: number, start: number, breaks: boolean): void {
    if (breaks || from !== this.to + 1) {
      this.text += this.rows.said.slice(this.from, this.to) + (breaks ? '\n\n' : ' ');
      this.from = from;
    }
    this.to = from;
    if (breaks) this.paragraph = 0;
    if (start < this.lastTime) return;
    this.times[this.timed] = this.length;
    this.times[this.timed + 1] = start;
    this.timed += 2;
    this.lastTime = start;
  }

  private addDirections(from: number, to: number): void {
    for (const [begin, end] of stageDirectionsIn(this.rows.said.slice(from, to))) {
      this.spans.push({ kind: 'stage-direction', words: [this.length + begin, this.length + end] });
    }
  }

  private close(): void {
    const { speaker, line, startTime, endTime } = this;
    if (speaker === undefined) return;
    const text = this.text + this.rows.said.slice(this.from, this.to);
    const spans = this.spans.length === 0 ? NO_SPANS : this.spans;
    const times = this.times.slice(0, this.timed);
    this.turns.push(
      this.timed === 0
        ? { speaker, text, line, startTime, endTime, spans }
        : { speaker, text, line, startTime, endTime, spans, times },
    );
    this.spans = [];
    this.timed = 0;
  }
}
