import { read, said, timed } from '../../support/reading';

describe('captions whose times are damaged', () => {
  const DAMAGED = [
    'WEBVTT',
    '',
    '00:00:01.000 --> 00:00:03.000',
    'Nora: The lamp went out.',
    '',
    '2',
    '00:00:03 -> 00:0',
    'Ines: And then it rained.',
    '',
    '00:00:06.000 --> 00:00:08.000',
    'It rained all day.',
    '00:00:8:000 -> 00:00:09',
    'Nora: All day?',
    '',
    '00:00:1x.000 --> 00:00:12.000 align:start',
    'Ines: All day.',
    '',
    '14',
    '00:00:14,000',
    'Nora: Until 10:30, I think.',
    'By 11:00 it was over.',
    '',
  ];

  test('are read as captions, with a warning for each line of times', () => {
    const transcript = read(DAMAGED.join('\n'));
    expect(timed(transcript)).toEqual([
      ['Nora', 1, 'The lamp went out.'],
      ['Ines', 3, 'And then it rained.\n\nIt rained all day.'],
      ['Nora', 8, 'All day?'],
      ['Ines', 8, 'All day.'],
      ['Nora', 14, 'Until 10:30, I think. By 11:00 it was over.'],
    ]);
    expect(transcript.warnings.map(({ line }) => line)).toEqual([7, 12, 15, 19]);
    expect(transcript.warnings[0]?.message).toContain('“00:00:03 -> 00:0”');
  });

  test('are read as captions also above the first whole one', () => {
    const transcript = read(['WEBVTT', '', '00:00:01.0 -> 2', 'Nora: Hello.', ...DAMAGED.slice(8)].join('\n'));
    expect(transcript.turns[0]).toMatchObject({ speaker: 'Nora', startTime: 1 });
    expect(transcript.preface).toEqual([]);
  });

  test('a thousand of them are told in at most two hundred warnings', () => {
    const cue = (index: number) => `00:${String(index % 60).padStart(2, '0')}:01 -> 00:0\nNora: Line ${index}.\n`;
    const source = ['WEBVTT', '', '00:01.000 --> 00:02.000', 'Nora: Hello.', '']
      .concat(Array.from({ length: 1000 }, (_, index) => cue(index)))
      .join('\n');
    const transcript = read(source);
    expect(transcript.warnings.length).toBeLessThanOrEqual(201);
    expect(transcript.turns.every(({ text }) => !text.includes('->'))).toBe(true);
  });

  test('times that somebody says on a line of their own are said', () => {
    const cue = ['1', '00:00:02,000 --> 00:00:03,000', 'Nora: The lamp goes out at'];
    const textsWith = (line: string) => read([...cue, line, ''].join('\n')).turns.map(({ text }) => text);
    expect(textsWith('10:30 10:45.')).toEqual(['The lamp goes out at 10:30 10:45.']);
    expect(textsWith('<1:30 or so, I think> today.')).toEqual(['The lamp goes out at <1:30 or so, I think> today.']);
    expect(textsWith('10:30 10:45')).toEqual(['The lamp goes out at 10:30 10:45']);
    expect(textsWith('10:30:15.')).toEqual(['The lamp goes out at 10:30:15.']);
  });
});

describe('names in the identifiers of cues', () => {
  const captions = (identifiers: readonly string[]) =>
    read(
      `WEBVTT\n\n${identifiers.map((name, at) => `${name}\n00:0${at}.000 --> 00:0${at + 1}.000\nWords, ${at}.`).join('\n\n')}`,
    );

  test('say who speaks', () => {
    const names = ['1 "Nora Whitlock" (2938567424)', '2 "Ines Kovar" (11)', '3 "Nora Whitlock" (2938567424)'];
    expect(said(captions(names))).toEqual([
      ['Nora Whitlock', 'Words, 0.'],
      ['Ines Kovar', 'Words, 1.'],
      ['Nora Whitlock', 'Words, 2.'],
    ]);
    expect(captions(['Nora', 'Ines', 'Nora', 'Ines']).turns.map(({ speaker }) => speaker)).toEqual([
      'Nora',
      'Ines',
      'Nora',
      'Ines',
    ]);
  });

  test.each([
    ['counters', ['1', '2', '3']],
    ['codes', ['b6f8a2/11-0', 'b6f8a2/11-1', 'b6f8a2/12-0']],
    ['headings that do not come back', ['Intro', 'Fog', 'Outro']],
  ])('%s do not', (_what, identifiers) => {
    expect(captions(identifiers).turns.map(({ speaker }) => speaker)).toEqual(['']);
  });
});

describe('labels in captions of their own', () => {
  const captions = (...texts: readonly string[]) =>
    texts.map((text, at) => `${at + 1}\n00:00:0${at},000 --> 00:00:0${at},900\n${text}\n`).join('\n');

  test('name who says the caption after them', () => {
    const transcript = read(
      captions('NORA:', 'The lamp', 'went out.', 'INES:', 'It rained.', 'NORA:', 'All day.', 'INES:', 'Yes.'),
    );
    expect(timed(transcript)).toEqual([
      ['NORA', 1, 'The lamp went out.'],
      ['INES', 4, 'It rained.'],
      ['NORA', 6, 'All day.'],
      ['INES', 8, 'Yes.'],
    ]);
    expect(transcript.warnings).toEqual([]);
  });

  test('are told of where no words follow', () => {
    const transcript = read(captions('Nora: Hello.', 'Ines: Hello.', 'Nora: So.', 'Ines: Well.', 'Nora:'));
    expect(transcript.warnings).toEqual([{ line: 18, message: expect.stringContaining('“Nora” is named here') }]);
  });
});
