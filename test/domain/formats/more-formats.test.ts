import { timesWithin } from '../../../lambdas/domain/transcript';
import { read, said, timed } from '../../support/reading';

const TURNS = [
  ['Nora', 'How long did the lamp burn?'],
  ['Ines', 'Until noon; then, of course, it rained.'],
  ['Nora', 'And after that?'],
  ['Ines', 'Nothing burned.'],
] as const;

const expected = TURNS.map(([name, text]) => [name, text]);
const withTimes = TURNS.map(([name, text], at) => [name, at, text]);

describe('spreadsheets without names of columns', () => {
  test.each([
    ['of two columns', ([name, text]: readonly string[]) => `${name},"${text}"`],
    ['with semicolons', ([name, text]: readonly string[]) => `"${name}";"${text}"`],
    ['with times in front', ([name, text]: readonly string[], at: number) => `00:00:0${at},${name},"${text}"`],
  ])('%s are read', (_what, row) => {
    expect(said(read(TURNS.map(row).join('\n')))).toEqual(expected);
  });

  test.each([
    'Nora: Yes, I do.\nInes: Well, I do not.\nNora: Oh, why?\nInes: Because, well.',
    'Nora: Welcome back, dear Ines\n\nInes: thank you, dear Nora\n\nNora: it is late, dear Ines',
  ])('lines of talk with one comma each are none: %j', (source) => {
    expect(read(source).format).toBe('labelled-text');
  });
});

test('reads Whisper’s rows of start, end and text, in milliseconds', () => {
  const rows = TURNS.map(([, text], at) => `${at * 4000}\t${at * 4000 + 3900}\t${text}`);
  const transcript = read(`start\tend\ttext\n${rows.join('\n')}`);
  expect(said(transcript)).toEqual([['', TURNS.map(([, text]) => text).join(' ')]]);
  expect(timesWithin(transcript.turns[0] ?? {}).map(([, seconds]) => seconds)).toEqual([4, 8, 12]);
  expect(transcript.warnings[0]?.message).toContain('No column says who speaks');
});

describe('SubStation Alpha', () => {
  const HEAD =
    '[Script Info]\nTitle: Lamps\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: Default,Arial\n\n[Events]\n' +
    'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n';
  const dialogue = ([name, text]: readonly string[], at: number) =>
    `Dialogue: 0,0:00:0${at}.00,0:00:0${at}.90,Default,${name},0,0,0,,{\\i1}${text?.replace(' ', '\\N')}`;

  test('gives names, times and text without its codes', () => {
    const transcript = read(
      `${HEAD}${TURNS.map(dialogue).join('\n')}\nComment: 0,0:00:09.00,0:00:09.00,,,0,0,0,,Fix this`,
    );
    expect(timed(transcript)).toEqual(withTimes);
    expect(transcript.preface.map(({ text }) => text)).toEqual(['Fix this']);
  });

  test('without names it is one voice, and says so', () => {
    const transcript = read(HEAD + TURNS.map(([, text], at) => dialogue(['', text], at)).join('\n'));
    expect(transcript.turns.map(({ speaker }) => speaker)).toEqual(['']);
    expect(transcript.warnings).toHaveLength(1);
  });
});

test('names and dashes at the start of captions say who speaks', () => {
  const cues = TURNS.map(([name, text], at) => `${at + 1}\n00:00:0${at},000 --> 00:00:0${at},900\n${name} - ${text}`);
  expect(timed(read(cues.join('\n\n')))).toEqual(withTimes);
});

describe('Rich Text', () => {
  const HEAD = '{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\*\\generator Editor;}{\\info{\\title Lamps}}\\f0\\fs24 ';

  test('gives its paragraphs, with bold labels', () => {
    const body = TURNS.map(([name, text]) => `{\\b ${name}:}  ${text}\\par\n\\par\n`).join('');
    expect(said(read(`${HEAD}${body}}`))).toEqual(expected);
  });

  test('gives letters by code, by number and by name', () => {
    const source = `${HEAD}Nora: caf\\'e9, na\\u239?ve\\emdash yes\\par Ines: \\{no\\}\\par Nora: \\u8216\\'91ah\\rquote \\par Ines: Ah.\\par }`;
    expect(said(read(source)).map(([, text]) => text)).toEqual(['café, naïve—yes', '{no}', '‘ah’', 'Ah.']);
  });

  test('a broken one never fails otherwise than with a rejection', () => {
    expect(() => read('{\\rtf1 }}}}\\')).toThrow(expect.objectContaining({ name: 'RejectedTranscriptError' }));
  });
});

test('a line of SubStation that has lost a comma is told', () => {
  const head =
    '[Script Info]\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n';
  const whole = 'Dialogue: 0,0:00:01.00,0:00:02.00,Default,Nora,0,0,0,,Hello there.';
  const cut = 'Dialogue: 0,0:00:03.00,0:00:04.00,Default Ines,0,0,0,,Well, it rained.';
  const transcript = read(`${head}${whole}\n${cut}`);
  expect(said(transcript)).toEqual([['Nora', 'Hello there.']]);
  expect(transcript.warnings).toContainEqual({ line: 5, message: expect.stringContaining('it rained') });
});

test('a page may mark who speaks with a class that says name', () => {
  const page = TURNS.map(([name, text]) => `<p><span class="name">${name}</span> ${text}</p>`).join('\n');
  expect(said(read(page))).toEqual(expected);
});
