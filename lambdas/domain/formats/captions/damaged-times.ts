import { isBlank, isDigit, isWordCharacter } from '../../text/characters';
import { readTime } from '../../text/times';
import { type Cue, type ScannedCaptions, scannedText } from './cue-scanner';

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
  const above = scanned.notes.filter(({ text }) => mayBeDamaged(text));
  if (above.length === 0 && !scanned.cues.some(({ text }) => mayBeDamaged(text))) return { ...scanned, damaged: [] };
  return new Mending(source).mend(scanned);
}

/** A quick look: hardly any text has a line that begins with a digit, or an arrow. */
function mayBeDamaged(text: string): boolean {
  if (isDigit(text[0]) || text.includes('>')) return text.split('\n').some(isDamagedTimes);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (isDigit(text[at + 1])) return text.split('\n').some(isDamagedTimes);
  }
  return false;
}

class Mending {
  private readonly lines: readonly string[];
  private readonly cues: Cue[] = [];
  private readonly damaged: DamagedTimes[] = [];

  constructor(source: string) {
    this.lines = source.split('\n');
  }

  mend({ cues, notes, unreadable }: ScannedCaptions): MendedCaptions {
    const kept = notes.flatMap(({ text, line }) => {
      const said = this.cut(text, { line: line - 1, start: 0, end: 0 });
      return said === '' ? [] : [{ text: said, line }];
    });
    for (const cue of cues) {
      const at = this.cues.length;
      const said = this.cut(cue.text, cue);
      this.cues.splice(at, 0, said === cue.text ? cue : { ...cue, ...scannedText(said) });
    }
    const lines = new Set(this.damaged.map(({ line }) => line));
    return {
      cues: this.cues,
      notes: kept,
      unreadable: unreadable.filter((line) => !lines.has(line)),
      damaged: this.damaged,
    };
  }

  /** The text above the first damaged line; a cue is made of what stands below each. */
  private cut(text: string, cue: Pick<Cue, 'line' | 'start' | 'end'>): string {
    if (!mayBeDamaged(text)) return text;
    let line = cue.line;
    let times: { start: number; line: number } | undefined;
    let end = cue.end;
    let said: string[] = [];
    let above = '';
    const close = () => {
      if (!times) above = said.join('\n');
      else if (said.length > 0) {
        this.cues.push({ ...times, end: times.start, ...scannedText(said.join('\n')) });
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
      times = { start: Math.max(end, startIn(written) ?? end), line };
      this.damaged.push({ text: written.trim(), line });
    }
    close();
    return above;
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

/** Digits, colons and an arrow or dash, or a time by itself: nobody says that. */
function isDamagedTimes(line: string): boolean {
  let digits = 0;
  let letters = 0;
  let arrows = 0;
  let colons = 0;
  const text = withoutSettings(line);
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (isDigit(character)) digits += 1;
    else if (isWordCharacter(character)) letters += 1;
    else if ('-–—>→='.includes(character)) arrows += 1;
    else if (character === ':') colons += 1;
    else if (!isBlank(character) && !'.,;'.includes(character)) return false;
  }
  if (digits < 3 || letters > 2 || letters * 3 > digits) return false;
  return arrows > 0 ? colons > 0 || text.includes('-->') : colons > 1 && letters === 0 && text.length < 14;
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
