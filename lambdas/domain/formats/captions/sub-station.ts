import { collapseBlanks } from '../../text/characters';
import { readTime } from '../../text/times';
import type { TranscriptFormat } from '../../transcript';
import { type Segment, saySegments } from '../segments';
import { TranscriptBuilder } from '../transcript-builder';

/** SubStation Alpha (ASS, SSA): `Dialogue:` lines whose fields a `Format:` line names. */
export const subStation: TranscriptFormat = {
  name: 'sub-station',
  matches: (source) => source.trimStart().slice(0, 40).toLowerCase().startsWith('[script info]'),
  parse: (source) => {
    const builder = new TranscriptBuilder('sub-station');
    const segments: Segment[] = [];
    let fields: readonly string[] = FIELDS;
    for (const [index, written] of source.split('\n').entries()) {
      const line = written.trim();
      if (line.startsWith('Format:') && line.toLowerCase().includes('text')) fields = fieldsOf(line);
      if (line.startsWith('Comment:')) builder.aside(said(cellsOf(line, fields.length).at(-1) ?? ''), index + 1);
      if (line.startsWith('Dialogue:')) segments.push(segmentOf(line, fields, index + 1));
    }
    saySegments(builder, segments);
    if (segments.every(({ speaker }) => speaker === undefined)) {
      builder.warn(
        'No caption names a speaker, so everything is read as one voice without a name. Fill in the field “Name”.',
      );
    }
    return builder.build();
  },
};

const FIELDS = 'layer start end style name marginl marginr marginv effect text'.split(' ');

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
  for (let at = 0; at < lines.length; ) {
    const open = lines.indexOf('{', at);
    const close = open < 0 ? -1 : lines.indexOf('}', open);
    if (close < 0) return collapseBlanks(plain + lines.slice(at));
    plain += lines.slice(at, open);
    at = close + 1;
  }
  return collapseBlanks(plain);
}
