import { collapseBlanks, countWords, isDigit } from '../../text/characters';
import { readTime } from '../../text/times';
import type { Transcript, TranscriptFormat } from '../../transcript';
import { type Segment, saySegments } from '../segments';
import { TranscriptBuilder } from '../transcript-builder';

/** SubStation Alpha (ASS, SSA): `Dialogue:` lines whose fields a `Format:` line names. */
export const subStation: TranscriptFormat = {
  name: 'sub-station',
  matches: (source) => source.trimStart().slice(0, 40).toLowerCase().startsWith('[script info]'),
  parse: readSubStation,
};

function readSubStation(source: string): Transcript {
  const builder = new TranscriptBuilder('sub-station');
  const segments: Segment[] = [];
  let fields: readonly string[] = FIELDS;
  let inEvents = false;
  for (const [index, written] of source.split('\n').entries()) {
    const line = written.trim();
    const number = index + 1;
    if (line.startsWith('[') && line.endsWith(']')) inEvents = line.toLowerCase() === '[events]';
    else if (isFormat(line, inEvents)) fields = inEvents ? fieldsOf(line) : fields;
    else if (isComment(line, fields)) builder.aside(said(cellsOf(line, fields.length).at(-1) ?? ''), number);
    else if (isDialogue(line, fields)) segments.push(segmentOf(line, fields, number));
    else if (line !== '' && (inEvents || segments.length > 0 || !isOfHeader(line)))
      builder.leftOut({ why: 'this line is no caption', text: line, lines: [number, number] });
  }
  saySegments(builder, segments);
  if (segments.every(({ speaker }) => speaker === undefined)) {
    builder.warn(
      'No caption names a speaker, so everything is read as one voice without a name. Fill in the field “Name”.',
    );
  }
  return builder.build();
}

const FIELDS = 'layer start end style name marginl marginr marginv effect text'.split(' ');

/** A comment or a setting, above the captions. */
const isOfHeader = (line: string): boolean => line.startsWith(';') || isSetting(line);

const KNOWN: ReadonlySet<string> = new Set([...FIELDS, 'marked', 'actor']);

/** `ScriptType: v4.00+`; a longer line says something, and so does a caption that has lost its colon. */
function isSetting(line: string): boolean {
  const isOther = line.startsWith('Format:') || line.startsWith('Dialogue');
  return line.includes(':') && !isOther && countWords(line) <= LONGEST_SETTING;
}

const LONGEST_SETTING = 6;

/** Names of fields, and no words of a caption that has got among them; of captions only those that are known. */
function isFormat(line: string, inEvents: boolean): boolean {
  const isName = (field: string) => (inEvents ? KNOWN.has(field) : countWords(field) < 2);
  return line.startsWith('Format:') && fieldsOf(line).every(isName);
}

/** A line that has lost a comma has its words in another field: its times and margins are no numbers. */
function isDialogue(line: string, fields: readonly string[]): boolean {
  if (!line.startsWith('Dialogue:')) return false;
  const cells = line.slice(line.indexOf(':') + 1).split(',');
  const [name = '', effect = ''] = ['name', 'effect'].map((field) => (cells[fields.indexOf(field)] ?? '').trim());
  if (!isEffect(effect) || (effect !== '' && isDigit(name[0]))) return false;
  const isTimed = readTime((cells[fields.indexOf('start')] ?? '').trim(), 0) !== undefined;
  const margins = cells.filter((_, index) => fields[index]?.startsWith('margin'));
  return isTimed && cells.length >= fields.length && margins.every((cell) => [...cell.trim()].every(isDigit));
}

/** A line that viewers do not see, whole; what is left of a broken one may have been said. */
const isComment = (line: string, fields: readonly string[]): boolean =>
  line.startsWith('Comment:') && line.split(',').length >= fields.length;

/** `Karaoke`, `Scroll up;100;200`, and neither words nor half a code of the text. */
const isEffect = (effect: string): boolean =>
  !/[{}]/u.test(effect) && countWords(effect) <= (effect.includes(';') ? LONGEST_EFFECT : 1);

/** Words. */
const LONGEST_EFFECT = 3;

function fieldsOf(line: string): readonly string[] {
  return line
    .slice(line.indexOf(':') + 1)
    .split(',')
    .map((field) => field.trim().toLowerCase());
}

/** The last field is the text, commas and all. */
function cellsOf(line: string, count: number): readonly string[] {
  const cells = line.slice(line.indexOf(':') + 1).split(',');
  return [...cells.slice(0, count - 1), cells.slice(count - 1).join(',')];
}

function segmentOf(line: string, fields: readonly string[], number: number): Segment {
  const cells = cellsOf(line, fields.length);
  const cell = (name: string) => (cells[fields.indexOf(name)] ?? '').trim();
  const speaker = collapseBlanks(cell('name') || cell('actor'));
  const timeOf = (name: string) => readTime(cell(name), 0)?.seconds;
  return {
    speaker: speaker === '' ? undefined : speaker,
    text: said(cells.at(-1) ?? ''),
    line: number,
    start: timeOf('start'),
    end: timeOf('end'),
  };
}

/** Without `{\i1}` and the like; `\N` breaks a line. */
function said(text: string): string {
  const lines = text.replaceAll('\\N', ' ').replaceAll('\\n', ' ').replaceAll('\\h', ' ');
  let plain = '';
  let copied = 0;
  for (let open = lines.indexOf('{\\'); open >= 0; open = lines.indexOf('{\\', copied)) {
    const code = lines.slice(open + 1, open + LONGEST_CODE);
    const close = code.indexOf('}');
    const isCode = close >= 0 && !code.slice(0, close).includes('{');
    const end = isCode ? open + close + 2 : open + 1;
    plain += lines.slice(copied, isCode ? open : end);
    copied = end;
  }
  return collapseBlanks(plain + lines.slice(copied));
}

const LONGEST_CODE = 60;
