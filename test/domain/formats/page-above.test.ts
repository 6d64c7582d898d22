import { readTranscript } from '../../../lambdas/domain/formats';
import { read, said } from '../../support/reading';

const CONVERSATION = [
  '**Nora:** The lamp went out at noon.',
  '**Ines:** I lit it again.',
  '**Nora:** Then it rained.',
  '**Ines:** All day.',
].join('\n\n');

const TURNS = [
  ['Nora', 'The lamp went out at noon.'],
  ['Ines', 'I lit it again.'],
  ['Nora', 'Then it rained.'],
  ['Ines', 'All day.'],
];

describe('a page above the transcript', () => {
  test.each([
    ['a heading', '## Transcript'],
    ['a heading with more', '### Full Transcript:'],
    ['a line in bold', '**Transcript**'],
    ['a line with a colon', 'Transcript:'],
    ['a summary that opens', '<summary>Transcript</summary>'],
    ['a heading in German', '## Transkript'],
  ])('ends at %s, whatever it looks like', (_what, heading) => {
    const page = '# Lamps\n\n**Host:** Nora\n\n**Fog:** a cloud.\n\n**Fog:** again.\n\n- Ines: a keeper.';
    const transcript = read(`${page}\n\n${heading}\n\n${CONVERSATION}`);
    expect(said(transcript)).toEqual(TURNS);
    expect(transcript.preface.map(({ text }) => text)).toContain('Fog: a cloud.');
  });

  test('without labels below is kept apart too', () => {
    const talk = 'Somebody told me that the lamp went out at noon and that it took them an hour to light it. '.repeat(
      12,
    );
    const transcript = read(`# Lamps\n\nAn episode about lamps.\n\n## Transcript\n\n${talk}`);
    expect(transcript.turns).toHaveLength(1);
    expect(transcript.preface.map(({ text }) => text)).toEqual(['Lamps', 'An episode about lamps.']);
    expect(transcript.warnings.map(({ message }) => message)).toContainEqual(expect.stringContaining('kept apart'));
  });

  test('is part of the conversation where more of it stands above the heading', () => {
    expect(read(`${CONVERSATION}\n\n## Transcript\n\n**Nora:** By whom?`).turns).toHaveLength(5);
  });

  test('names who takes part in lines that are said by nobody', () => {
    const details = 'Host: Nora Whitlock\nGuest: Ines Kovar, keeper of the North Rock\nTopic: Lamps';
    const transcript = read(`${details}\n\nHost: The lamp went out.\n\nGuest: It did.\n\nHost: Again?\n\nGuest: Yes.`);
    expect(transcript.turns.map(({ speaker }) => speaker)).toEqual(['Host', 'Guest', 'Host', 'Guest']);
    expect(transcript.preface).toHaveLength(1);
  });

  test('a host who begins with two words says them', () => {
    const transcript = read('Host: Good morning!\n\nGuest: You know, it rained.\n\nHost: Did it?\n\nGuest: It did.');
    expect(transcript.turns[0]).toMatchObject({ speaker: 'Host', text: 'Good morning!' });
  });
});

test('somebody who says one thing at the very beginning is heard', () => {
  const source =
    'Kay C. Doyle:\n\nOn with the show.\n\nNora:\n\nHello.\n\nInes:\n\nYes?\n\nNora:\n\nNo.\n\nInes:\n\nAh.';
  expect(read(source).turns[0]).toMatchObject({ speaker: 'Kay C. Doyle', text: 'On with the show.' });
});

test('Markdown between the tags of a fragment is read as Markdown', () => {
  const source = '<p><strong>Nora:</strong> Hello.</p>\n\n## Fog\n\n<p><strong>Ines:</strong> It came.</p>';
  const transcript = read(source);
  expect(said(transcript)).toEqual([
    ['Nora', 'Hello.'],
    ['Ines', 'It came.'],
  ]);
  expect(transcript.headings.map(({ text }) => text)).toEqual(['Fog']);
});

test('dashes and quotes of Windows-1252 are read as such', () => {
  const bytes = Buffer.from(
    'Nora \x96 0:04:\n\nIt\x92s \x93late\x94\x85 \xe9t\xe9.\n\nInes \x96 0:09:\n\nYes.',
    'latin1',
  );
  const transcript = readTranscript(bytes);
  expect(said(transcript)).toEqual([
    ['Nora', 'It’s “late”… été.'],
    ['Ines', 'Yes.'],
  ]);
});

describe('what else stands on a page', () => {
  const quiet = (source: string) => said(read(source));

  test.each([
    ['tags that wrap the transcript', `<details>\n\n${CONVERSATION}\n\n</details>\n`],
    ['components of MDX', `<Player src="a.mp3" />\n\n${CONVERSATION}\n\n<Subscribe />\n\n</Transcript>`],
    ['attributes of kramdown', `${CONVERSATION}\n{: .lead}`],
    ['footnotes', `${CONVERSATION.replace('again.', 'again.[^1]')}\n\n[^1]: The log of 1911, page 4.`],
    ['what Teams notes', `Nora started transcription\n\n${CONVERSATION}\n\nNora stopped transcription`],
    [
      'what Meet notes',
      `${CONVERSATION}\n\nMeeting ended after 00:09:00\n\nThis editable transcript was computer generated.`,
    ],
  ])('%s are said by nobody', (_what, source) => {
    expect(quiet(source)).toEqual(TURNS);
  });

  test.each([
    ['with names of columns', '| Speaker | Text |\n| --- | --- |\n', '| NAME | TEXT |'],
    ['with other names, and emphasis', '| Who | Says |\n| :-- | :-: |\n', '| **NAME** | TEXT |'],
    ['below a page', '# Lamps\n\nA page about lamps.\n\n| | |\n|---|---|\n', '| NAME | TEXT |'],
  ])('tables of Markdown %s are read', (_what, heading, row) => {
    const rows = TURNS.map(([name = '', text = '']) => row.replace('NAME', name).replace('TEXT', text));
    expect(quiet(heading + rows.join('\n'))).toEqual(TURNS);
  });

  test('a table of something else stays text', () => {
    const table = '| Lamp | Oil |\n| --- | --- |\n| North | 3 |\n| South | 4 |';
    const transcript = read(`${CONVERSATION}\n\n${table}`);
    expect(transcript.turns.at(-1)?.text).toContain('| North | 3 |');
  });
});

test('how something is said goes in front of what is said', () => {
  const source = 'NORA: Hello.\n\nINES (laughing): Hello?\n\nNORA: Yes.\n\nINES: No.\n\n**NORA** *(sighs)*: Well.';
  const transcript = read(source);
  expect(said(transcript)).toEqual([
    ['NORA', 'Hello.'],
    ['INES', '(laughing) Hello?'],
    ['NORA', 'Yes.'],
    ['INES', 'No.'],
    ['NORA', '(sighs) Well.'],
  ]);
  expect(transcript.turns[1]?.spans).toEqual([{ kind: 'stage-direction', words: [0, 10] }]);
});

test('questions and answers are told apart, with a stop as well', () => {
  const source = 'Q. How?\n\nA. By hand.\n\nQ. By night?\n\nA. By day.';
  expect(said(read(source)).map(([speaker]) => speaker)).toEqual(['Q', 'A', 'Q', 'A']);
});

test('rows of a table that have lost a bar are told', () => {
  const rows = TURNS.map(([name, text]) => `| ${name} | ${text} |`);
  const transcript = read(`| Speaker | Text |\n| --- | --- |\n${rows.join('\n')}\n| And then it stopped. |`);
  expect(said(transcript)).toEqual(TURNS);
  expect(transcript.warnings).toContainEqual({ line: 7, message: expect.stringContaining('And then it stopped.') });
});
