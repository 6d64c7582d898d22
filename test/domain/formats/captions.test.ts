import { RejectedTranscriptError } from '../../../lambdas/domain/errors';
import { type Conversation, clock, conversations, type SpokenTurn } from '../../support/conversations/conversations';
import { fc } from '../../support/laws';
import { read, said, timed } from '../../support/reading';

const stamp = (seconds: number, point: string) => `${clock(seconds, true)}${point}000`;

/** Each turn as one cue a paragraph, two seconds long. */
function cues(
  { turns }: Conversation,
  write: (turn: SpokenTurn, text: string, first: boolean) => string,
  point = '.',
): string[] {
  return turns.flatMap((turn) =>
    turn.paragraphs.map((text, index) => {
      const start = turn.startTime + index * 2;
      return `${stamp(start, point)} --> ${stamp(start + 2, point)}\n${write(turn, text, index === 0)}`;
    }),
  );
}

const STYLES: readonly [style: string, write: (conversation: Conversation) => string][] = [
  [
    'voice tags',
    (all) => `WEBVTT\n\n${cues(all, ({ speaker }, text) => `<v ${speaker}>${escaped(text)}</v>`).join('\n\n')}`,
  ],
  [
    'voice tags without end',
    (all) => `WEBVTT\n\n${cues(all, ({ speaker }, text) => `<v.first.loud ${speaker}>${escaped(text)}`).join('\n\n')}`,
  ],
  [
    'numbered, Name: on every cue',
    (all) =>
      `WEBVTT\n\n${cues(all, ({ speaker }, text) => `${speaker}: ${text}`)
        .map((cue, index) => `${index + 1}\n${cue}`)
        .join('\n\n')}`,
  ],
  [
    'Name: where the speaker changes',
    (all) =>
      `WEBVTT - Tides\n\nNOTE made by hand\n\n${cues(all, ({ speaker }, text, first) => (first ? `${speaker}: ${text}` : text)).join('\n\n')}`,
  ],
  [
    '[Name] where the speaker changes',
    (all) =>
      `WEBVTT\n\n${cues(all, ({ speaker }, text, first) => (first ? `[${speaker}] ${text}` : text)).join('\n\n')}`,
  ],
  [
    '(Name) above every cue',
    (all) => `WEBVTT\n\n${cues(all, ({ speaker }, text) => `(${speaker})\n${text}`).join('\n\n')}`,
  ],
  [
    'SubViewer',
    (all) =>
      cues(all, ({ speaker }, text) => `${speaker}: ${text}`)
        .map((cue) => cue.replace(' --> ', ','))
        .join('\n\n'),
  ],
  [
    'SubRip',
    (all) =>
      cues(all, ({ speaker }, text, first) => (first ? `${speaker}: ${text}` : text), ',')
        .map((cue, index) => `${index + 1}\n${cue}`)
        .join('\n\n'),
  ],
  [
    'SubRip without counters, with dots',
    (all) => cues(all, ({ speaker }, text) => `${speaker}: ${text}`).join('\n\n\n'),
  ],
  [
    'SubRip without blanks',
    (all) =>
      cues(all, ({ speaker }, text) => `${speaker}: ${text}`, ',')
        .map((cue, index) => `${index + 1}\n${cue.replace(' --> ', '-->')}`)
        .join('\n'),
  ],
  [
    'SubRip with wrapped lines',
    (all) =>
      cues(all, ({ speaker }, text, first) => (first ? `${speaker}: ${text}` : text).replaceAll(', ', ',\n'), ',')
        .map((cue, index) => `${index + 1}\n${cue}`)
        .join('\n\n'),
  ],
];

const escaped = (text: string) => text.replaceAll('&', '&amp;');

describe.each(STYLES)('%s', (_style, write) => {
  test.each(['\n', '\r\n', '\r'])('gives back the turns and times that were written, with %j line ends', (lineEnd) => {
    fc.assert(
      fc.property(conversations, (conversation) => {
        const transcript = read(write(conversation).replaceAll('\n', lineEnd));
        expect(
          timed(transcript).map(([speaker, start, text]) => [speaker, start, text.replaceAll('\n\n', ' ')]),
        ).toEqual(
          conversation.turns.map(({ speaker, startTime, paragraphs }) => [speaker, startTime, paragraphs.join(' ')]),
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('times', () => {
  test.each([
    ['0.860 --> 7.380', 0.86, 7.38],
    ['1:02.5 --> 01:03,25', 62.5, 63.25],
    ['100:00:01.000 --> 100:00:02.000', 360001, 360002],
    ['00:00:01,000-->00:00:02,000', 1, 2],
    ['00:00:01:500 --> 00:00:02:500', 1.5, 2.5],
    ['00: 00: 01, 000 --> 00: 00: 02, 000', 1, 2],
    ['00:01.000 --> 00:02.000 align:start position:10% line:0', 1, 2],
    ['00:05.000 --> 00:02.000', 5, 5],
  ])('%s', (line, startTime, endTime) => {
    expect(read(`WEBVTT\n\n${line}\n<v Nora>Hi.`).turns[0]).toMatchObject({ startTime, endTime });
  });

  test('every cue keeps its time inside the turn', () => {
    const [turn] = read(
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Nora>And so we\n\n00:02.000 --> 00:03.000\n<v Nora>went <00:02.500>home.',
    ).turns;
    expect(turn).toMatchObject({
      text: 'And so we went home.',
      startTime: 1,
      endTime: 3,
      times: [10, 2, 15, 2.5],
    });
  });

  test('a pause behind a sentence begins a paragraph', () => {
    const source =
      'WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n\n00:05.000 --> 00:06.000\nTwo,\n\n00:09.000 --> 00:10.000\nthree.';
    expect(said(read(source))).toEqual([['', 'One.\n\nTwo, three.']]);
  });
});

describe('who speaks', () => {
  test('chevrons change the speaker, with and without a name', () => {
    const source =
      '1\n00:00:01,000 --> 00:00:02,000\n>> Nora: One.\n>> Two.\n\n2\n00:00:02,000 --> 00:00:03,000\n>>> Three.\n\n3\n00:00:03,000 --> 00:00:04,000\n>> Nora: Four.';
    expect(said(read(source))).toEqual([
      ['Nora', 'One.'],
      ['', 'Two.'],
      ['', 'Three.'],
      ['Nora', 'Four.'],
    ]);
  });

  test('dashes change the speaker where cues hold dialogues', () => {
    const cue = (index: number, text: string) => `${index}\n00:00:0${index},000 --> 00:00:0${index + 1},000\n${text}`;
    const source = [cue(1, '- One?\n- Two.'), cue(2, '- Three?\n- Four'), cue(3, 'and five.')].join('\n\n');
    expect(said(read(source)).map(([, text]) => text)).toEqual(['One?', 'Two.', 'Three?', 'Four and five.']);
    const plain = [cue(1, 'One'), cue(2, '- or so -'), cue(3, 'they say.')].join('\n\n');
    expect(said(read(plain))).toEqual([['', 'One - or so - they say.']]);
  });

  test('dashes behind whole sentences change the speaker, also one a cue', () => {
    const cue = (second: number, text: string) => `${stamp(second, ',')} --> ${stamp(second + 1, ',')}\n${text}`;
    const texts = ['- One?', '- Two.', 'And more.', '- Three?', '- Four.'];
    const source = texts.map((text, index) => cue(index, text)).join('\n\n');
    expect(said(read(source)).map(([, text]) => text)).toEqual(['One?', 'Two. And more.', 'Three?', 'Four.']);
    const plain = ['One', '- or two', 'or three', '- or four', 'or', '- five', '- and six.']
      .map((text, index) => cue(index, text))
      .join('\n\n');
    expect(said(read(plain))).toHaveLength(1);
  });

  test('a sentence may go on in brackets on the next line of its cue', () => {
    const cue = (second: number, text: string) => `${stamp(second, ',')} --> ${stamp(second + 1, ',')}\n${text}`;
    const texts = ['Nora: We paint,\n(almost) every lamp.', 'Ines: They row,\n(almost) every day.', 'Nora: Why?'];
    const source = texts.map((text, index) => cue(index, text)).join('\n\n');
    expect(said(read(source))).toEqual([
      ['Nora', 'We paint, (almost) every lamp.'],
      ['Ines', 'They row, (almost) every day.'],
      ['Nora', 'Why?'],
    ]);
  });

  test('a sound in brackets is nobody', () => {
    const cue = (second: number, text: string) => `${stamp(second, ',')} --> ${stamp(second + 1, ',')}\n${text}`;
    const texts = [
      '[Door closes]',
      '[Nora] One.',
      '[Door closes]',
      '[Ines] Two.',
      '[Thunder]',
      '[Nora] Three.',
      '[Ines] Four.',
    ];
    const source = texts.map((text, index) => cue(index, text)).join('\n\n');
    expect(new Set(said(read(source)).map(([speaker]) => speaker))).toEqual(new Set(['', 'Nora', 'Ines']));
  });

  test('a voice is a name, references and all', () => {
    expect(
      said(read('WEBVTT\n\n00:01.000 --> 00:02.000\n<v Nora &amp; Ines><i>Hi</i> &lt;you&gt;</v> <v Kim>Yo.')),
    ).toEqual([
      ['Nora & Ines', 'Hi <you>'],
      ['Kim', 'Yo.'],
    ]);
  });

  test('nobody is named: one voice, and a warning', () => {
    const transcript = read(
      'WEBVTT\n\n00:01.000 --> 00:02.000\nThe ratio is this: two to one.\n\n00:02.000 --> 00:03.000\nAt 10:30 I said: Note: no.',
    );
    expect(said(transcript)).toEqual([['', 'The ratio is this: two to one. At 10:30 I said: Note: no.']]);
    expect(transcript.warnings).toEqual([{ message: expect.stringContaining('No caption names a speaker') }]);
  });
});

describe('rolling captions', () => {
  const cue = (start: number, text: string) =>
    `00:00:${String(start).padStart(2, '0')}.000 --> 00:00:${String(start + 1).padStart(2, '0')}.000\n${text}`;

  test('lines shown twice are said once', () => {
    const source = [
      'WEBVTT',
      cue(1, 'one two'),
      cue(2, 'one two\nthree<00:00:02.500><c> four</c>'),
      cue(3, 'three four'),
      cue(4, 'three four\nfive'),
      cue(5, 'five\nsix'),
    ];
    expect(said(read(source.join('\n\n')))).toEqual([['', 'one two three four five six']]);
  });

  test('growing lines are said once', () => {
    const source = [
      'WEBVTT',
      cue(1, 'so we'),
      cue(2, 'so we went'),
      cue(3, 'so we went home'),
      cue(4, 'so we went home again'),
    ];
    expect(said(read(source.join('\n\n')))).toEqual([['', 'so we went home again']]);
  });

  test('people who repeat themselves are left alone', () => {
    const source = [
      'WEBVTT',
      cue(1, 'Yes.'),
      cue(2, 'Yes.'),
      cue(3, 'I do.'),
      cue(4, 'You do?'),
      cue(5, 'Oh.'),
      cue(6, 'Oh.'),
      cue(7, 'Well.'),
    ];
    expect(said(read(source.join('\n\n')))).toEqual([['', 'Yes. Yes. I do. You do? Oh. Oh. Well.']]);
  });
});

describe('what surrounds the cues', () => {
  test('comments are kept apart, styles and regions dropped, the language noted', () => {
    const source =
      'WEBVTT Tides\nKind: captions\nLanguage: en-GB\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:left\n\nNOTE checked by Kim\n\nintro\n00:01.000 --> 00:02.000\n<v Nora>Hi.\n\nNOTE the end';
    const transcript = read(source);
    expect(said(transcript)).toEqual([['Nora', 'Hi.']]);
    expect(transcript.language).toBe('en-GB');
    expect(transcript.preface.map(({ text }) => text)).toEqual(['Tides', 'checked by Kim', 'the end']);
  });

  test('text behind a blank line inside a cue is not lost', () => {
    const source =
      '1\n00:00:01,000 --> 00:00:02,000\nOne\n\ntwo.\n\n2\n00:00:02,000 --> 00:00:03,000\nThree.\n3\n00:00:03,000 --> 00:00:04,000\nFour.\n';
    expect(said(read(source))).toEqual([['', 'One two. Three. Four.']]);
  });

  test('stage directions and formatting', () => {
    const [turn] = read(
      '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<font color="red">[music]</font> We {win} <b>it</b>.',
    ).turns;
    expect(turn).toMatchObject({ text: '[music] We {win} it.', spans: [{ kind: 'stage-direction', words: [0, 7] }] });
  });

  test('a tag between blanks, or a no-break space, leaves one space', () => {
    const { turns } = read('WEBVTT\n\n00:01.000 --> 00:02.000\nThe <i> tide</i>\nwas&nbsp; <00:01.500> late.');
    expect(turns.map(({ text, times }) => [text, times])).toEqual([['The tide was late.', [13, 1.5]]]);
  });

  test('an arrow without times is text, and is reported', () => {
    const transcript = read('WEBVTT\n\n00:01.000 --> 00:02.000\n<v Nora>Then\nA --> B.');
    expect(said(transcript)).toEqual([['Nora', 'Then A --> B.']]);
    expect(transcript.warnings).toEqual([{ line: 5, message: expect.stringContaining('arrow') }]);
  });

  test('a file without cues is rejected', () => {
    expect(() => read('WEBVTT\n\nNothing here')).toThrow(RejectedTranscriptError);
  });
});
