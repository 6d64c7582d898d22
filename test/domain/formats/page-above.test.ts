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
