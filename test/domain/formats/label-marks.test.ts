import { read, said } from '../../support/reading';

const TURNS: readonly (readonly [speaker: string, text: string, time: string])[] = [
  ['Nora Whitlock', 'The lamp went out at noon. Who lit it?', '0:04'],
  ['Ines', 'I did, and then it rained: not a drop reached the wick.', '0:12'],
  ['Nora Whitlock', 'Which wick?', '0:31'],
  ['Ines', 'The old one.', '0:35'],
  ['Tomas', 'There are two of them.', '0:40'],
  ['Nora Whitlock', 'Then we have a spare.', '1:02'],
];

const written = (style: string): string =>
  TURNS.map(([name, text, time]) =>
    style.replaceAll('NAME', name).replaceAll('TIME', time).replaceAll('TEXT', text),
  ).join('\n\n');

test.each([
  ['two kinds of emphasis', '**_NAME:_** TEXT'],
  ['two kinds of emphasis the other way round', '_**NAME**:_ TEXT'],
  ['a full stop', '**NAME.** TEXT'],
  ['strikes', '~~NAME~~: TEXT'],
  ['marker pens', '==NAME:== TEXT'],
  ['marker pens of HTML', '<mark>NAME:</mark> TEXT'],
  ['emphasis inside a link', '[**NAME**](https://people.example/a): TEXT'],
  ['emphasis and colon inside a link', '[**NAME:**](https://people.example/a) TEXT'],
  ['links of a wiki', '[[NAME]]: TEXT'],
  ['links of a wiki with another text', '**[[People/NAME|NAME]]:** TEXT'],
  ['escaped brackets', '\\[NAME\\] TEXT'],
  ['braces', '{NAME} TEXT'],
  ['brackets of Chinese', '【NAME】TEXT'],
  ['brackets of Japanese', '「NAME」：TEXT'],
  ['quotes and a colon', '"NAME": TEXT'],
  ['dashes of lists', '– NAME: TEXT'],
])('reads labels with %s', (_what, style) => {
  expect(said(read(written(style)))).toEqual(TURNS.map(([name, text]) => [name, text]));
});

test.each([
  ['in code', '**NAME** `TIME`: TEXT'],
  ['in brackets and code', '**NAME** `[TIME]` TEXT'],
  ['in brackets and emphasis', '**NAME** *(TIME)*: TEXT'],
  ['in emphasis, below it the text', '**NAME** _TIME_\n\nTEXT'],
  ['set low', '**NAME** <sub>TIME</sub>: TEXT'],
  ['in a link inside brackets', '**NAME** ([TIME](https://tides.example/a)): TEXT'],
  ['behind “at”, below it the text', 'NAME at TIME\nTEXT'],
  ['behind “at”', 'NAME at TIME: TEXT'],
  ['in braces', '{TIME} NAME: TEXT'],
  ['in angle brackets', '<TIME> NAME: TEXT'],
  ['between number signs', '#TIME# NAME: TEXT'],
  ['of how long it all is', 'NAME (TIME / 1:10:00): TEXT'],
  ['with a colon', 'TIME: NAME: TEXT'],
])('reads labels with times %s', (_what, style) => {
  const transcript = read(written(style));
  expect(said(transcript)).toEqual(TURNS.map(([name, text]) => [name, text]));
  expect(transcript.turns.map(({ startTime }) => startTime)).toEqual([4, 12, 31, 35, 40, 62]);
  expect(transcript.turns.every(({ endTime }) => endTime === undefined)).toBe(true);
});

test('reads spelled times with blanks between their parts', () => {
  const { turns } = read('(1m 2s) Nora: Hello.\n\n(1m 8s) Ines: Good evening.\n\n(1h 2m 3s) Nora: Good night.');
  expect(turns.map(({ speaker, startTime }) => [speaker, startTime])).toEqual([
    ['Nora', 62],
    ['Ines', 68],
    ['Nora', 3723],
  ]);
});

test('a quotation at the start of a line is no label', () => {
  const source =
    'Nora: He said:\n\n"Ines" is what they wrote on the boat.\n\nInes: They did.\n\nNora: "Well" is no answer.';
  expect(read(source).turns.map(({ speaker }) => speaker)).toEqual(['Nora', 'Ines', 'Nora']);
});

test.each([
  ['bars', 'NAME | TEXT'],
  ['arrows', 'NAME -> TEXT'],
  ['doubled angles', 'NAME >> TEXT'],
  ['bars behind a time', 'TIME | NAME | TEXT'],
  ['tabs around a time', 'NAME\tTIME\tTEXT'],
])('reads loose labels with %s', (_what, style) => {
  expect(said(read(written(style)))).toEqual(TURNS.map(([name, text]) => [name, text]));
});

test('reads loose labels of a few long turns, and of names in lower case', () => {
  const talk = 'We went on.\n\nThe fog came.\n\nIt stayed.\n\nNobody saw the boat.\n\nThen it rang.';
  const long = ['Nora', 'Ines', 'Nora', 'Ines', 'Nora', 'Ines'].map((name) => `${name} - ${talk}`).join('\n\n');
  expect(read(long).turns.map(({ speaker }) => speaker)).toEqual(['Nora', 'Ines', 'Nora', 'Ines', 'Nora', 'Ines']);
  const lower = ['nora', 'ines', 'nora', 'ines', 'nora', 'ines'].map((name) => `${name} - the tide is late`).join('\n');
  expect(read(lower).turns.map(({ speaker }) => speaker)).toEqual(['nora', 'ines', 'nora', 'ines', 'nora', 'ines']);
});

test.each([
  ['a time below each', 'NAME\nTIME\nTEXT'],
  ['nothing else', 'NAME\nTEXT'],
])('reads names on lines of their own with %s, without blank lines', (_what, style) => {
  expect(said(read(written(style).replaceAll('\n\n', '\n')))).toEqual(TURNS.map(([name, text]) => [name, text]));
});

test('somebody who says one thing is known by the company, or because others speak of them', () => {
  const dense = 'Nora:Hello.\n\nGwen:Good evening.\n\nNora:Ah.\n\nInes:Hm.\n\nNora:Yes.\n\nInes:No.';
  expect(read(dense).turns[1]?.speaker).toBe('Gwen');
  const spoken = [
    'Nora: Here is our keeper, Gwen.',
    'She keeps the lamp.',
    'Gwen: I do.',
    'Every night.',
    'Nora: And by day?',
    'I sleep.',
    'Ines: She does.',
    'She told me.',
    'Ines: Twice.',
    'Or more.',
    'Tides: they come twice a day.',
    'So they say.',
    'Nora: They do.',
  ].join('\n\n');
  expect(read(spoken).turns.map(({ speaker }) => speaker)).toEqual(['Nora', 'Gwen', 'Nora', 'Ines', 'Nora']);
});

test('somebody in lower case who says one thing is known where most names are so', () => {
  const names = ['nora', 'ines', 'nora', 'gwen', 'ines', 'nora', 'ines'];
  const source = names.map((name, at) => `**${name}:** The tide was ${at} hours late.\n\nOr so.`).join('\n\n');
  expect(read(source).turns.map(({ speaker }) => speaker)).toEqual(names);
});

test('a break on a line of its own is an event among names on lines of their own', () => {
  const source = 'Nora\nHello.\n\nInes\nYes?\n\nJingle\n\nNora\nNo.\n\nInes\nAh.';
  const transcript = read(source);
  expect(transcript.events.map(({ label }) => label)).toEqual(['Jingle']);
  expect(transcript.turns.map(({ speaker }) => speaker)).toEqual(['Nora', 'Ines', 'Nora', 'Ines']);
});

describe('words before a colon within what somebody says', () => {
  const talk = (label: (name: string) => string) =>
    Array.from({ length: 16 }, (_, at) => (at % 2 === 0 ? 'Nora Whitlock' : 'Ines'))
      .map((name, at) => `${label(name)}\n\nThe rope and the fog and the lamps, ${at}.\n\n${WITHIN[at] ?? 'Yes.'}`)
      .join('\n\n');
  const WITHIN = [
    '- **Rope**: long.\n- **Oil**: none.',
    '**Fog:** it came.',
    '**Fog:** again.',
    '**Lamps:** out.',
    '**Lamps:** lit.',
  ];

  test.each([
    ['with a colon', (name: string) => `**${name}**:`],
    ['on a line of its own', (name: string) => `**${name}**`],
    ['with a time', (name: string) => `${name} (0:12):`],
  ])('are no labels where the labels are written otherwise, %s', (_what, label) => {
    expect(new Set(read(talk(label)).turns.map(({ speaker }) => speaker))).toEqual(new Set(['Nora Whitlock', 'Ines']));
  });

  test('may be numbered', () => {
    const source = 'Nora: Two rules.\n\nRule 1: no fire.\n\nRule 2: no lamp.\n\nInes: Ah.\n\nNora: Yes.\n\nInes: No.';
    expect(read(source.replaceAll('Rule', 'the rule')).turns.map(({ speaker }) => speaker)).not.toContain('the rule 1');
  });

  test.each([
    [
      'behind a line that leaves its sentence open, where labels open paragraphs',
      'NORA: We met in town, on a\nMonday: it rained.\n\nINES: Yes.\n\nNORA: And then?\n\nINES: More rain.',
      ['NORA', 'INES', 'NORA', 'INES'],
    ],
    [
      'on an indented line, where labels are not',
      '司会：ようこそ。\n田中：火を灯します。\n　冬は違います：風が強い。\n司会：なるほど。\n田中：はい。',
      ['司会', '田中', '司会', '田中'],
    ],
  ])('are no labels %s', (_what, source, speakers) => {
    expect(read(source).turns.map(({ speaker }) => speaker)).toEqual(speakers);
  });
});

test.each([
  [
    'two names in lower case',
    '__lena & tom:__ hi!\n\n__0xB0A7:__ gm.\n\n__lena & tom:__ bye!\n\n__0xB0A7:__ gn.',
    'lena & tom',
  ],
  [
    'a name and a role',
    'NORA AMES, HOST:\n\nIt rained.\n\nTOM OAK: It did.\n\nAMES: So?\n\nOAK: So.',
    'NORA AMES, HOST',
  ],
  [
    'a name and pronouns',
    'Ines Roy (she/her): Hi.\nNora Ames: Hi.\nInes Roy (she/her): Yes?\nNora Ames: Yes.',
    'Ines Roy (she/her)',
  ],
])('a label may be %s', (_what, source, speaker) => {
  const { turns } = read(source);
  expect([turns.length, turns[0]?.speaker]).toEqual([4, speaker]);
});

test.each([
  [
    'a phrase between labels',
    '**Nora:** Rules.\n\n**Zero disks:** none.\n\n**Ines:** Why?\n\n**Nora:** So.\n\n**Ines:** So.',
    ['Nora', 'Ines', 'Nora', 'Ines'],
  ],
  [
    'a number above a time',
    '1\n00:00:02\nNORA AMES\nHi.\n\n2\n00:00:04\nINES ROY\nHi.\n\n3\n00:00:06\nNORA AMES\nSo?\n\n4\n00:00:09\nINES ROY\nSo.',
    ['NORA AMES', 'INES ROY', 'NORA AMES', 'INES ROY'],
  ],
  [
    'emphasis that a blank has made a list',
    '*Nora (0:10)*: Hi.\n*Ines (0:12)*: Hi.\n* Nora (0:14)*: So?\n*Ines (0:15)*: So.',
    ['Nora', 'Ines', 'Nora', 'Ines'],
  ],
])('%s is nobody else', (_what, source, speakers) => {
  const { turns } = read(source);
  expect(turns.map(({ speaker }) => speaker)).toEqual(speakers);
  expect(turns.map(({ text }) => text).join(' ')).not.toMatch(/NORA|\*/u);
});

test('the words behind “Outro” are said by nobody who is named; a jingle is heard', () => {
  const source =
    '**Nora:** Bye.\n\n**Ines:** Bye.\n\n**Jingle:** la la\n\n**Outro:** You have been listening to The Lamp Room.';
  const { turns, events, warnings } = read(source);
  expect(turns.at(-1)).toMatchObject({ speaker: '', text: 'You have been listening to The Lamp Room.' });
  expect(events).toMatchObject([{ label: 'Jingle', text: 'la la' }]);
  expect(warnings).toMatchObject([{ message: expect.stringContaining('“Outro” is nobody'), line: 7 }]);
});

test('`>>` in a talk with times tells that somebody else speaks', () => {
  const talk = '00:00:01 Any questions\n00:00:04 >> Why did it fall?\n00:00:08 >> Wind.\n00:00:12 Thank you';
  expect(read(talk).turns.map(({ text }) => text)).toEqual(['Any questions', 'Why did it fall?', 'Wind. Thank you']);
});

test('whose rights they are is not said by the last speaker', () => {
  const { turns } = read(
    'Nora: Bye.\n\nInes: Bye.\n\nNora: Bye now.\n\nCopyright © 2031 The Lamp Room. All rights reserved.',
  );
  expect(turns.at(-1)?.text).toBe('Bye now.');
});
