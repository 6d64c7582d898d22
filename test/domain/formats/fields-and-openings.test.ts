import { read, said } from '../../support/reading';

const SAID: readonly (readonly [speaker: string, text: string])[] = [
  ['Nora Whitlock', 'So how did the gauge come about?'],
  ['Tom Reyes', 'It began with a broken clock.'],
  ['Nora Whitlock', 'And nobody wrote it down?'],
  ['Tom Reyes', 'Nobody did, as far as we know.'],
];
const written = (write: (speaker: string, text: string, index: number) => string, between = '\n\n') =>
  SAID.map(([speaker, text], index) => write(speaker, text, index)).join(between);

describe('turns that are written as named fields', () => {
  test.each([
    ['time, speaker, text', (s: string, t: string, i: number) => `Time: 00:00:0${i}\nSpeaker: ${s}\nText: ${t}`],
    [
      'speaker, start, end',
      (s: string, t: string, i: number) => `Speaker: ${s}\nStart: 0:0${i}\nEnd: 0:09\nText: ${t}`,
    ],
    ['a list in YAML', (s: string, t: string) => `- speaker: ${s}\n  text: ${t}`],
    ['quoted in YAML', (s: string, t: string) => `- speaker: '${s}'\n  text: "${t}"`],
    ['a text below its key', (s: string, t: string) => `- speaker: ${s}\n  text: >\n    ${t.replace(' ', '\n    ')}`],
  ])('are read: %s', (_, write) => {
    expect(said(read(written(write)))).toEqual(SAID);
  });

  test('keep their times', () => {
    const blocks = written((speaker, text, index) => `Time: 00:01:0${index}\nSpeaker: ${speaker}\nText: ${text}`);
    expect(read(blocks).turns.map(({ startTime }) => startTime)).toEqual([60, 61, 62, 63]);
  });

  test('keep other fields and the text above them apart, and go on over paragraphs', () => {
    const blocks = written(
      (speaker, text, index) =>
        `Speaker: ${speaker}\nMood: calm ${index}\nText: ${text}${index === 0 ? '\n\nNote: more.' : ''}`,
    );
    const transcript = read(`Harbour talk\n\n${blocks}\n`);
    expect(transcript.turns[0]?.text).toBe('So how did the gauge come about?\n\nNote: more.');
    expect(transcript.preface.map(({ text }) => text)).toEqual([
      'Harbour talk',
      ...[0, 1, 2, 3].map((index) => `Mood: calm ${index}`),
    ]);
    expect(transcript.warnings).toEqual([{ line: 4, message: expect.stringContaining('“mood”') }]);
  });
});

describe('names without a mark behind them', () => {
  test('count behind times where nearly every line begins with one', () => {
    expect(said(read(written((speaker, text, index) => `[00:00:0${index}] ${speaker} ${text}`)))).toEqual(SAID);
  });

  test('are no openings that people say again and again', () => {
    const lines = ['And then it rained, so', 'So we stayed, and', 'And nobody came', 'So that was it'];
    const transcript = read(lines.map((line, index) => `[00:00:0${index}] ${line}`).join('\n\n'));
    expect(new Set(transcript.turns.map(({ speaker }) => speaker))).toEqual(new Set(['']));
  });

  test('count in angle quotes, and behind a sign', () => {
    expect(said(read(written((speaker, text) => `«${speaker}» ${text}`)))).toEqual(SAID);
    for (const sign of ['@', '#', '~'])
      expect(said(read(written((speaker, text) => `${sign}${speaker}: ${text}`)))).toEqual(SAID);
  });

  test.each(['From NAME to Everyone : ', 'From NAME To Everyone: ', 'From NAME : '])(
    'count without what a meeting’s chat puts around them: %s',
    (label) => {
      const chat = written((s, t, i) => `00:01:0${i}\t ${label.replace('NAME', s)}${t}`, '\n');
      expect(said(read(chat))).toEqual(SAID);
    },
  );
});

describe('captions', () => {
  const cue = (text: string, index: number) => `${index + 1}\n00:00:0${index},000 --> 00:00:0${index},900\n${text}`;

  test('may have the name on a line above the text', () => {
    expect(said(read(written((speaker, text, index) => cue(`${speaker}\n${text}`, index))))).toEqual(SAID);
  });

  test('of two lines have no name in the first', () => {
    const [turn] = read(written((_, text, index) => cue(text.replace(' ', '\n'), index))).turns;
    expect(turn?.speaker).toBe('');
  });

  test('of SubViewer keep what stands below a comment’s word', () => {
    const captions =
      'NOTE 0:00:01.000,0:00:02.000\nThe lamp went out.\n\nNOTE 0:00:03.000,0:00:04.000\nAnd then it rained.\n';
    const transcript = read(captions);
    expect(transcript.format).toBe('subviewer');
    expect(transcript.turns.map(({ text }) => text).join(' ')).toContain('And then it rained.');
  });
});
