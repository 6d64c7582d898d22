import { isBlank, skipBlanks } from '../../text/characters';
import { readTime } from '../../text/times';
import type { Transcript } from '../../transcript';
import { TranscriptBuilder } from '../transcript-builder';
import { readInline } from './inline';

type Field = 'speaker' | 'text' | 'start' | 'end';

const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...['speaker', 'speaker name', 'speaker_name', 'name', 'voice'].map((key) => [key, 'speaker'] as const),
  ...['text', 'transcript', 'content', 'body', 'message'].map((key) => [key, 'text'] as const),
  ...['time', 'timestamp', 'start', 'start time', 'start_time', 'starttime'].map((key) => [key, 'start'] as const),
  ...['end', 'end time', 'end_time', 'endtime'].map((key) => [key, 'end'] as const),
]);
const LONGEST_KEY = 24;
const LONGEST_NAME = 80;
/** Wrapped texts have lines of their own; a few records above a whole conversation are somebody's notes. */
const MOST_LINES_A_FIELD = 6;

interface KeyedLine {
  readonly key: string;
  readonly field: Field | undefined;
  readonly value: string;
}

interface OpenRecord {
  readonly fields: Set<Field>;
  speaker: string;
  text: string[];
  /** Of the first line of the text. */
  line: number;
  start: number | undefined;
  end: number | undefined;
}

/**
 * Reads turns that are written as named fields, `Time: …`, `Speaker: …`, `Text: …` one below the other, also as a list
 * in YAML; undefined where the lines are no such records. A line without a field goes on with the text above it.
 */
export function readRecords(lines: readonly string[], format: string): Transcript | undefined {
  const keyed = lines.map(keyedLine);
  const counts = new Map<string, number>();
  for (const line of keyed) if (line) counts.set(line.key, (counts.get(line.key) ?? 0) + 1);
  const records = countOf(keyed, 'text');
  if (!areRecords(lines, keyed, records)) return undefined;
  const isOtherField = ({ key, field }: KeyedLine) => field === undefined && (counts.get(key) ?? 0) * 2 > records;
  return new Records(format, isOtherField).read(lines, keyed);
}

/** Two texts or more, about as many speakers, and nothing but names for those. */
function areRecords(lines: readonly string[], keyed: readonly (KeyedLine | undefined)[], texts: number): boolean {
  const speakers = keyed.filter((line) => line?.field === 'speaker');
  if (texts < 2 || speakers.length < 2 || speakers.length * 2 < texts || texts * 2 < speakers.length) return false;
  const filled = lines.filter((line) => line.trim() !== '').length;
  if ((texts + speakers.length) * MOST_LINES_A_FIELD < filled) return false;
  return speakers.every((line) => line !== undefined && line.value !== '' && line.value.length <= LONGEST_NAME);
}

function countOf(keyed: readonly (KeyedLine | undefined)[], field: Field): number {
  return keyed.filter((line) => line?.field === field).length;
}

/** `- speaker: "Nora"` → `speaker`, `Nora`; undefined where no short word stands before a colon. */
function keyedLine(line: string): KeyedLine | undefined {
  let at = skipBlanks(line, 0);
  if (line[at] === '-' && isBlank(line[at + 1])) at = skipBlanks(line, at + 1);
  const colon = line.slice(at, at + LONGEST_KEY + 1).indexOf(':');
  if (colon < 1 || (at + colon + 1 < line.length && !isBlank(line[at + colon + 1]))) return undefined;
  const key = line.slice(at, at + colon).toLowerCase();
  return { key, field: FIELDS.get(key), value: unquoted(line.slice(at + colon + 1).trim()) };
}

/** A value of YAML without its quotes, or without the mark of a text that stands below it. */
function unquoted(value: string): string {
  if (['>', '|', '>-', '|-', '>+', '|+'].includes(value)) return '';
  const quote = value.length > 1 && value.at(-1) === value[0] ? value[0] : '';
  if (quote === '"') return value.slice(1, -1).replaceAll('\\"', '"');
  return quote === "'" ? value.slice(1, -1).replaceAll("''", "'") : value;
}

class Records {
  private readonly builder: TranscriptBuilder;
  private readonly isOtherField: (line: KeyedLine) => boolean;
  private readonly otherFields = new Set<string>();
  private record: OpenRecord | undefined;

  constructor(format: string, isOtherField: (line: KeyedLine) => boolean) {
    this.builder = new TranscriptBuilder(format);
    this.isOtherField = isOtherField;
  }

  read(lines: readonly string[], keyed: readonly (KeyedLine | undefined)[]): Transcript {
    for (const [index, line] of lines.entries()) {
      const field = keyed[index];
      if (field?.field && (this.record || field.value !== '')) this.fill(field.field, field.value, index + 1);
      else if (field && this.record && this.isOtherField(field)) this.setApart(field, line.trim(), index + 1);
      else this.goOn(line.trim(), index + 1);
    }
    this.end();
    return this.builder.build();
  }

  /** A field that is filled already begins the next record. */
  private fill(field: Field, value: string, line: number): void {
    if (!this.record || this.record.fields.has(field)) {
      this.end();
      this.record = { fields: new Set(), speaker: '', text: [], line, start: undefined, end: undefined };
    }
    const { record } = this;
    record.fields.add(field);
    if (field === 'speaker') record.speaker = value;
    else if (field === 'text') {
      record.line = line;
      if (value !== '') record.text.push(value);
    } else record[field] = secondsIn(value);
  }

  private setApart({ key }: KeyedLine, text: string, line: number): void {
    if (!this.otherFields.has(key)) {
      this.builder.warn(`The field “${key}” names neither speaker, text nor time; it is kept apart.`, line);
    }
    this.otherFields.add(key);
    this.builder.aside(text, line);
  }

  private goOn(text: string, line: number): void {
    if (this.record?.fields.has('text')) this.record.text.push(text);
    else if (!isRule(text)) this.builder.aside(text, line);
  }

  private end(): void {
    const { record } = this;
    this.record = undefined;
    if (!record) return;
    if (record.fields.has('speaker')) {
      this.builder.speaker(record.speaker, record.line, { startTime: record.start, endTime: record.end });
    } else if (record.start !== undefined) this.builder.time(record.start);
    for (const paragraph of paragraphsOf(record.text)) {
      const { text, spans, times } = readInline(paragraph);
      this.builder.say({ text, line: record.line, spans, times });
    }
  }
}

function paragraphsOf(lines: readonly string[]): readonly string[] {
  return lines
    .join('\n')
    .split('\n\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '' && !isRule(paragraph));
}

/** A line of dashes between records, or the start of a YAML document. */
function isRule(text: string): boolean {
  return text.length > 2 && [...text].every((character) => '-=*_'.includes(character));
}

function secondsIn(value: string): number | undefined {
  const time = readTime(value.startsWith('[') ? value.slice(1) : value, 0);
  if (time) return time.seconds;
  const seconds = value === '' ? Number.NaN : Number(value);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
