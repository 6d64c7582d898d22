import { isBlank, isDigit, isWordCharacter } from '../../text/characters';
import { readTime } from '../../text/times';
import { KIND } from './character-kinds';
import type { ScannedCaptions } from './cue-scanner';
import { Cues, type CueTimes } from './cues';

/** A line of times that cannot be read as such. */
export interface DamagedTimes {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/** Captions in which cues begin also at lines of damaged times. */
export interface MendedCaptions extends ScannedCaptions {
  readonly damaged: readonly DamagedTimes[];
}

/**
 * Finds the lines that should have been a cue's times, such as `00:01:02 -> 00:0`, in the text of the cues before them.
 * What stands below such a line is a cue of its own; it begins at the first time that can still be read, or where the
 * cue before it ends.
 */
export function withDamagedCues(scanned: ScannedCaptions, source: string): MendedCaptions {
  const isDamaged = scanned.notes.some(({ text }) => mayBeDamaged(text)) || mayHaveDamaged(scanned.cues);
  return isDamaged ? new Mending(source).mend(scanned) : { ...scanned, damaged: [] };
}

function mayHaveDamaged(cues: Cues): boolean {
  if ((cues.allKinds & KIND.digit) === 0) return false;
  for (let index = 0; index < cues.length; index += 1) {
    if ((cues.kindsOf(index) & KIND.digit) !== 0 && mayBeDamaged(cues.text(index))) return true;
  }
  return false;
}

/** A quick look: hardly any text has a line that begins with a digit, or an arrow. */
function mayBeDamaged(text: string): boolean {
  if (isDigit(text[0]) || text.includes('>')) return text.split('\n').some(isDamagedTimes);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (isDigit(text[at + 1])) return text.split('\n').some(isDamagedTimes);
  }
  return false;
}

/** A text without what stands below damaged lines, and a cue for each of those. */
interface Cut {
  readonly above: string;
  readonly below: readonly { readonly times: CueTimes; readonly text: string }[];
}

class Mending {
  private readonly lines: readonly string[];
  private readonly cues = new Cues('');
  private readonly damaged: DamagedTimes[] = [];

  constructor(source: string) {
    this.lines = source.split('\n');
  }

  mend({ cues, notes, unreadable }: ScannedCaptions): MendedCaptions {
    const kept = notes.flatMap(({ text, line }) => {
      const { above, below } = this.cut(text, { line: line - 1, start: 0, end: 0 });
      this.addAll(below);
      return above === '' ? [] : [{ text: above, line }];
    });
    for (let index = 0; index < cues.length; index += 1) {
      const times = cues.times(index);
      const { above, below } = this.cut(cues.text(index), times);
      this.cues.addWritten(times, above);
      this.addAll(below);
    }
    const lines = new Set(this.damaged.map(({ line }) => line));
    return {
      cues: this.cues,
      notes: kept,
      unreadable: unreadable.filter((line) => !lines.has(line)),
      damaged: this.damaged,
    };
  }

  private addAll(below: Cut['below']): void {
    for (const { times, text } of below) this.cues.addWritten(times, text);
  }

  /** Cuts a text at its damaged lines. */
  private cut(text: string, cue: CueTimes): Cut {
    const below: { times: CueTimes; text: string }[] = [];
    if (!mayBeDamaged(text)) return { above: text, below };
    let line = cue.line;
    let times: CueTimes | undefined;
    let end = cue.end;
    let said: string[] = [];
    let above = '';
    const close = () => {
      if (!times) above = said.join('\n');
      else if (said.length > 0) {
        below.push({ times, text: said.join('\n') });
        end = times.start;
      }
      said = [];
    };
    for (const written of text.split('\n')) {
      line = this.lineOf(written, line);
      if (!isDamagedTimes(written)) {
        said.push(written);
        continue;
      }
      if (isCounter(said.at(-1) ?? '')) said.pop();
      close();
      const start = Math.max(end, startIn(written) ?? end);
      times = { start, end: start, line };
      this.damaged.push({ text: written.trim(), line });
    }
    close();
    return { above, below };
  }

  /** The first line behind `line` that holds this text; blank lines of a cue are not in its text. */
  private lineOf(text: string, line: number): number {
    for (let index = line; index < this.lines.length && index < line + FARTHEST; index += 1) {
      if (this.lines[index]?.includes(text)) return index + 1;
    }
    return line;
  }
}

/** Blank lines between two lines of one cue. */
const FARTHEST = 50;

/** Digits, colons and an arrow or dash, or one time by itself (`00:01:02,000`): nobody says that, as they do "7:1 7:1.". */
export function isDamagedTimes(line: string): boolean {
  if (isLetter(line[0]) && isLetter(line[1]) && isLetter(line[2])) return false;
  let digits = 0;
  let letters = 0;
  let arrows = 0;
  let colons = 0;
  let blanks = 0;
  const text = withoutSettings(line);
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (isDigit(character)) digits += 1;
    else if (isWordCharacter(character)) letters += 1;
    else if ('-–—>→='.includes(character)) arrows += 1;
    else if (character === ':') colons += 1;
    else if (isBlank(character)) blanks += 1;
    else if (!'.,;'.includes(character)) return false;
  }
  if (digits < 3 || letters > 2 || letters * 3 > digits) return false;
  if (arrows > 0) return colons > 0 || text.includes('-->');
  return colons > 1 && letters === 0 && blanks === 0 && text.length < 14 && isDigit(text.at(-1));
}

/** `align:start` and the like behind the times. */
function withoutSettings(line: string): string {
  const text = line.trim().slice(0, 200);
  let at = 0;
  while (at < text.length && !(isBlank(text[at]) && isLetter(text[at + 1]) && isLetter(text[at + 2]))) at += 1;
  const behind = text.slice(at).trim();
  return behind === '' || behind.split(' ').every((word) => word.includes(':')) ? text.slice(0, at) : text;
}

function isLetter(character: string | undefined): boolean {
  return isWordCharacter(character) && !isDigit(character);
}

function isCounter(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && [...trimmed].every(isDigit);
}

/** The first time on the line, if it is whole. */
function startIn(line: string): number | undefined {
  const text = line.trim();
  const time = readTime(text, 0);
  return time && time.fields > 1 && !isWordCharacter(text[time.end]) ? time.seconds : undefined;
}
