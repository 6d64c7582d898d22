import { readText } from '../../../lambdas/domain/formats';
import { readPlainCaptions } from '../../../lambdas/domain/formats/captions';
import { chanceOf, mutate } from '../../fuzz/mutations';
import { samples } from '../../fuzz/samples';
import { type Conversation, clock, conversations } from '../../support/conversations/conversations';
import { fc } from '../../support/laws';

const bytesOf = (source: string): Uint8Array => new TextEncoder().encode(source);

/** What any reader finds in an upload, as text; a rejection as its words. */
function found(read: () => unknown): string {
  try {
    return JSON.stringify(read(), undefined, 1);
  } catch (error) {
    return String(error);
  }
}

/** Whether the quick reader takes an upload; if it does, it must give what the lenient one gives. */
function isTaken(upload: Uint8Array): boolean {
  const plain = readPlainCaptions(upload);
  if (plain) expect(found(() => plain)).toBe(found(() => readText(upload)));
  return plain !== undefined;
}

/** An hour's talk in short: six speeches of two, in cues of two lines. */
const SPEECHES = [
  ['Nora', 'Welcome back to the tide machine.', 'Ines, how late was the water'],
  ['Ines', 'Late again, by twenty minutes.', 'We measured it twice, and then'],
  ['Ines', 'we asked the harbour master.', 'He had a third answer.'],
  ['Nora', 'He always has.', 'What did the gauge say?'],
  ['Ines', 'That the moon was wrong.', 'So we wrote that down'],
  ['Nora', 'and went home – of course.', 'Good night, Ines.'],
] as const;

type Write = (speaker: string, lines: string, index: number) => string;

const stamp = (seconds: number, point: string) => `${clock(seconds, true)}${point}250`;

function captions(head: string, point: string, write: Write): string {
  const cues = SPEECHES.map(([speaker, ...lines], index) => {
    const times = `${stamp(index * 4, point)} --> ${stamp(index * 4 + 3, point)}`;
    return write(speaker, lines.join('\n'), index).replace('TIMES', times);
  });
  return `${head}${cues.join('\n\n')}\n`;
}

const numbered =
  (write: (speaker: string, lines: string) => string): Write =>
  (speaker, lines, index) =>
    `${index + 1}\nTIMES\n${write(speaker, lines)}`;

/** Files as tools export them. */
const ORDINARY: readonly (readonly [name: string, source: string])[] = [
  ['voice tags', captions('WEBVTT\n\n', '.', (speaker, lines) => `TIMES\n<v ${speaker}>${lines}</v>`)],
  ['voice tags without end', captions('WEBVTT\n\n', '.', (speaker, lines) => `TIMES\n<v ${speaker}>${lines}`)],
  ['no speakers', captions('WEBVTT\n\n', '.', (_, lines) => `TIMES\n${lines}`)],
  [
    'a note above',
    captions('WEBVTT\n\nNOTE\nMade by hand \n\n', '.', (speaker, lines) => `TIMES\n${speaker}: ${lines}`),
  ],
  [
    'Name: on every cue',
    captions(
      'WEBVTT\n\n',
      '.',
      numbered((speaker, lines) => `${speaker}: ${lines}`),
    ),
  ],
  [
    'short times, spaces in front of lines',
    captions('WEBVTT\nKind: captions\nLanguage: en\n\n', '.', (_, lines) => `TIMES\n ${lines} `).replaceAll(
      /^00:(?=\d\d:\d\d\.)|(?<=> )00:/gmu,
      '',
    ),
  ],
  [
    'SubRip',
    captions(
      '',
      ',',
      numbered((speaker, lines) => `${speaker}: ${lines}`),
    ),
  ],
  [
    'SubRip without speakers',
    captions(
      '',
      ',',
      numbered((_, lines) => lines),
    ),
  ],
  [
    'SubRip with a byte order mark and line ends of Windows',
    `\ufeff${captions(
      '',
      ',',
      numbered((speaker, lines) => `${speaker}: ${lines}`),
    ).replaceAll('\n', '\r\n')}`,
  ],
  [
    'SubRip of a hundred hours',
    captions(
      '',
      ',',
      numbered((speaker, lines) => `${speaker}: ${lines}`),
    ).replaceAll(/^00|(?<=> )00/gmu, '100'),
  ],
  [
    'accents, quotes, other letters',
    captions(
      '',
      ',',
      numbered((speaker, lines) => `${speaker}: “${lines.replace('water', 'naïve Łukasz’ Вода')}…”`),
    ),
  ],
  [
    'sounds in brackets, two who speak in one cue, colons',
    captions(
      '',
      ',',
      numbered((speaker, lines) => `${speaker}: Oh [laughs] at 10:30 (sighs), I said: yes.\nOle: ${lines}`),
    ),
  ],
  [
    'dashes and ampersands',
    captions('WEBVTT\n\n', '.', (_, lines) => `TIMES\n${lines}\nTide & moon - well -- late; Q&A`),
  ],
];

test.each(ORDINARY)('reads quickly what the lenient reader reads alike: %s', (_, source) => {
  expect(isTaken(bytesOf(source))).toBe(true);
});

test('leaves a letter that is lost in a name to the lenient reader, which warns of it', () => {
  const source = captions(
    'WEBVTT\n\n',
    '.',
    (speaker, lines) => `TIMES\n<v ${speaker.replace('e', '\ufffd')}>${lines}`,
  );
  expect(isTaken(bytesOf(source))).toBe(false);
});

/** What may stand in a caption, or between captions, and is not plain everywhere. */
const ODDITIES = [
  ...[
    '- ',
    ' - ',
    '-- ',
    '– ',
    '>> ',
    '> ',
    '  ',
    ' ',
    '\t',
    '\u00a0',
    '\u200b',
    '\u2028',
    '\u0007',
    '\0',
    '\r',
    '\r\n',
  ],
  ...[
    '<i>',
    '</i>',
    '<v Ole>',
    '<v Ole>',
    '</v>',
    '<v >',
    '<v  Ole>',
    '<v.loud Ole>',
    '<00:00:01.500>',
    '<',
    '&',
    '& ',
    'Q&A',
    '&amp',
    '&#65;',
    ';',
    '&amp;',
  ],
  ...['{\\an8}', '[laughs]', '(sighs) ', '[Ole] ', '[', '(', '♪', '#', '“', '…', 'é', '潮', '😀', '\ufffd', '\u0085'],
  ...[
    'Ole: ',
    'OLE:',
    'Speaker 1: ',
    'Note: ',
    'Break: ',
    'Ole (laughs): ',
    '**Ole:** ',
    'https://a.test',
    '10:30',
    '00:00:07',
    '7:1',
    ':',
  ],
  ...[
    '\n',
    '\n\n',
    '\n\n\n',
    '\n \n',
    '\n7\n',
    'NOTE ',
    '\n\nNOTE it\n\n',
    '-->',
    ' --> ',
    '00:00:09.000 --> 00:00:11.000\n',
  ],
  ...[
    '1',
    '12',
    'x',
    'Nora',
    'Nora - ',
    '.',
    '?',
    'Good night, Ines.',
    'word '.repeat(300),
    `${'word '.repeat(150)}. `,
  ],
];

/** The source with up to three oddities put in, or put in place of a few characters. */
function withOddities(source: string, round: number): string {
  const below = chanceOf(3, round);
  let changed = source;
  for (let change = below(3); change >= 0; change -= 1) {
    const at = below(changed.length + 1);
    const place = below(3) === 0 ? changed.indexOf('\n', at) + 1 : at;
    changed = `${changed.slice(0, place)}${ODDITIES[below(ODDITIES.length)]}${changed.slice(place + below(3))}`;
  }
  return changed;
}

test.each(ORDINARY)('law: with oddities in it, it is left to the lenient reader or read alike: %s', (_, source) => {
  let taken = 0;
  for (let round = 0; round < 400; round += 1) if (isTaken(bytesOf(withOddities(source, round)))) taken += 1;
  expect(taken).toBeGreaterThan(20);
});

test('law: every sample, changed a little, is left to the lenient reader or read alike', () => {
  let taken = 0;
  for (const { name, bytes, upload } of samples()) {
    const rounds = /\.(?:vtt|srt)/u.test(name) ? 300 : 3;
    for (let round = 0; round < rounds; round += 1) if (isTaken(upload(mutate(bytes, chanceOf(7, round))))) taken += 1;
  }
  expect(taken).toBeGreaterThan(30);
});

const STYLES: readonly (readonly [name: string, write: (conversation: Conversation) => string])[] = [
  ['voice tags', (all) => written(all, 'WEBVTT\n\n', (speaker, text) => `<v ${speaker}>${text}</v>`)],
  [
    'Name: where the speaker changes',
    (all) => written(all, '', (speaker, text, first) => (first ? `${speaker}: ${text}` : text)),
  ],
  [
    'Name: on every cue, wrapped',
    (all) => written(all, '', (speaker, text) => `${speaker}: ${text}`.replaceAll(', ', ',\n')),
  ],
];

function written(
  { turns }: Conversation,
  head: string,
  write: (speaker: string, text: string, first: boolean) => string,
): string {
  const cues = turns.flatMap(({ speaker, paragraphs, startTime }) =>
    paragraphs.map((text, index) => {
      const start = startTime + index * 3;
      return `${stamp(start, ',')} --> ${stamp(start + 2, ',')}\n${write(speaker, text, index === 0)}`;
    }),
  );
  return `${head}${cues.join('\n\n')}\n`;
}

/** Without what no plain file has. */
const tamed = (source: string): string => source.replaceAll(/潮[汐田]/gu, 'Ebb');

test.each(STYLES)('law: conversations are left to the lenient reader or read alike: %s', (_, write) => {
  let taken = 0;
  fc.assert(
    fc.property(conversations, (conversation) => {
      const source = write(conversation);
      isTaken(bytesOf(source));
      if (isTaken(bytesOf(tamed(source)))) taken += 1;
    }),
  );
  expect(taken).toBeGreaterThan(20);
});
