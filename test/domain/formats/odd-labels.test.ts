import { readTranscript } from '../../../lambdas/domain/formats';
import { read, said, timed } from '../../support/reading';

const paragraphs = (...written: readonly string[]): string => `${written.join('\n\n')}\n`;

describe('titles in front of names', () => {
  test.each([
    'Sen. Ada Marsh',
    'Lt. Gov. Ada Marsh',
    'Capt. Marsh',
    'Mme. Marsh',
    'The Hon. Ada Marsh',
    'The Reverend Al Moss',
  ])('%s speaks, in bold and without', (name) => {
    for (const label of [`**${name}:**`, `${name}:`, `[00:00:05] ${name}:`]) {
      const text = paragraphs(
        'Nora: Welcome.',
        `${label} Good to be here.`,
        'Nora: Will it pass?',
        `${label} It will.`,
      );
      const written = label.startsWith('*') ? text.replaceAll('Nora:', '**Nora:**') : text;
      const timedToo = label.startsWith('[') ? written.replaceAll('Nora:', '[00:00:01] Nora:') : written;
      expect(said(read(timedToo)).map(([speaker]) => speaker)).toEqual(['Nora', name, 'Nora', name]);
    }
  });
});

describe('times', () => {
  test.each([
    ['Markdown', '[[00:00:05]](https://tea.example/1#t=5) **Nora:** Hello.', '**Tomas:** Hello.'],
    ['Markdown, escaped', '[\\[00:00:05\\]](https://tea.example/1#t=5) **Nora:** Hello.', '**Tomas:** Hello.'],
    [
      'HTML',
      '<p><a href="https://tea.example/1">[00:00:05]</a> <strong>Nora:</strong> Hello.</p>',
      '<strong>Tomas:</strong>',
    ],
  ])('in square brackets that are a link: %s', (_, line) => {
    const other = line.replace('00:00:05', '00:00:09').replace('Nora', 'Tomas');
    expect(timed(read(paragraphs(line, other, line, other))).map(([speaker, time]) => [speaker, time])).toEqual([
      ['Nora', 5],
      ['Tomas', 9],
      ['Nora', 5],
      ['Tomas', 9],
    ]);
  });

  test.each(['', '['])('a word with a colon in a talk whose paragraphs begin with %s times names nobody', (open) => {
    const at = (time: string) => `${open}${time}${open && ']'}`;
    const talk = paragraphs(
      `${at('00:00:00')} Good evening.`,
      `${at('00:00:30')} I speak about boats.`,
      `${at('00:01:00')} We built one.`,
      `${at('00:01:30')} Look: nobody needs a boat.`,
      `${at('00:02:00')} But people build them.`,
    );
    const transcript = read(talk);
    expect(transcript.turns.map(({ speaker }) => speaker)).toEqual(['']);
    expect(transcript.turns[0]?.text).toContain('Look: nobody needs a boat.');
  });

  test('whoever speaks once in the shape with times of all others speaks', () => {
    const otter = paragraphs(
      'Nora  0:01\nHere it is.',
      'News clip  0:12\nThe harbour is closed.',
      'Tomas  0:20\nThat voice.',
      'Nora  0:25\nWho was it?',
      'Tomas  0:27\nThe master.',
    );
    expect(timed(read(otter))[1]).toEqual(['News clip', 12, 'The harbour is closed.']);
    const inline = otter.replaceAll(/^(\S.*?) {2}0:(\d\d)\n/gmu, '[00:00:$2] $1: ');
    expect(timed(read(inline))[1]).toEqual(['News clip', 12, 'The harbour is closed.']);
  });

  test('a time of day, or a verse, within a turn is said', () => {
    const script = paragraphs(
      '[00:00:01] Nora: Hello to all.',
      '[00:00:05] Tomas: Early.',
      '10:30 was when he called me.',
      '[00:00:15] Nora: Good.',
      '[00:00:25] Tomas: Good.',
    );
    expect(said(read(script))[1]).toEqual(['Tomas', 'Early.\n\n10:30 was when he called me.']);
    const verse = paragraphs(
      '**Nora:** Read it.',
      '**Tomas:** I will.',
      'John 3:16: for God so loved.',
      '**Nora:** Yes.',
      '**Tomas:** Yes.',
    );
    expect(said(read(verse))[1]).toEqual(['Tomas', 'I will.\n\nJohn 3:16: for God so loved.']);
  });
});

describe('what is said with a colon', () => {
  test('"question" in a wrapped caption names nobody', () => {
    const cue = (at: number, text: string) => `${at}\n00:00:0${at},000 --> 00:00:0${at},900\n${text}\n`;
    const captions = [
      cue(1, 'Nora: Hello.'),
      cue(2, 'Tomas: Hello.'),
      cue(3, 'Nora: Let me ask you the obvious\nquestion: when do you write?'),
      cue(4, 'Tomas: At night.'),
    ].join('\n');
    expect(said(read(captions))[2]).toEqual(['Nora', 'Let me ask you the obvious question: when do you write?']);
  });

  test('"Question:" is nobody where questions are spoken of, and somebody where it comes back', () => {
    const told = paragraphs(
      'NORA: One thing.',
      'Question: why?',
      'TOMAS: I had that question too.',
      'NORA: Yes.',
      'TOMAS: So.',
    );
    expect(said(read(told)).map(([speaker]) => speaker)).toEqual(['NORA', 'TOMAS', 'NORA', 'TOMAS']);
    const asked = paragraphs(
      ...Array.from({ length: 3 }, () => ['Question: Is that a question?', 'Answer: It is one.']).flat(),
    );
    expect(said(read(asked)).map(([speaker]) => speaker)).toEqual([
      'Question',
      'Answer',
      'Question',
      'Answer',
      'Question',
      'Answer',
    ]);
  });

  test('"2*3*4" keeps its stars', () => {
    expect(
      said(read('Nora: What is 2*3*4?\n\nTomas: *Twenty-four*.\n\nNora: Yes.\n\nTomas: Yes.\n')).slice(0, 2),
    ).toEqual([
      ['Nora', 'What is 2*3*4?'],
      ['Tomas', 'Twenty-four.'],
    ]);
  });
});

describe('what is heard', () => {
  test('a recording speaks, without a name; of other words behind such a label the producer is told', () => {
    const script = paragraphs(
      '**Nora:** An old tape.',
      '**Recording:** The harbour is closed until Monday.',
      '**Tomas:** Well.',
      '**Nora:** Yes.',
      '**Tomas:** Yes.',
    );
    expect(said(read(script))[1]).toEqual(['', 'The harbour is closed until Monday.']);
    const heard = script.replace('The harbour is closed until Monday.', 'a train whistle, far off in the fog');
    expect(said(read(heard)).map(([speaker]) => speaker)).toEqual(['Nora', 'Tomas', 'Nora', 'Tomas']);
    const { warnings } = read(script.replace('Recording', 'Break'));
    expect(warnings).toEqual([
      { line: 3, message: expect.stringContaining('“Break” is taken for what is heard or advertised') },
    ]);
  });
});

test('what a page has below the conversation is said by nobody', () => {
  const page = `<main><p><b>Nora:</b> Hello.</p><p><b>Tomas:</b> Hello.</p><p><b>Nora:</b> Bye.</p><p><b>Tomas:</b> Bye.</p>
<h2>Related episodes</h2><ul><li>Episode 13: The Mast</li></ul><h2>Leave a comment</h2><p>Your address is not published.</p></main>`;
  expect(said(read(page)).at(-1)).toEqual(['Tomas', 'Bye.']);
});

test('rows of a name, a tab and words may have colons; words below a row go on with it', () => {
  const rows = [
    'Host\tWelcome.',
    'Guest\tGlad to be here.',
    'Host\tSo the moral is: tie it.',
    'Guest\tZero disks: that is it.',
    'Host\tYes.',
    'Guest\tYes.',
  ];
  expect(said(read(`${rows.join('\n')}\n`))).toEqual(rows.map((row) => row.split('\t')));
});

test('a code fence around a whole file is none of it', () => {
  const json = '[{"speaker": "Nora", "text": "Hello there."},\n{"speaker": "Tomas", "text": "Hello."}]';
  expect(said(read(`\`\`\`json\n${json}\n\`\`\`\n`))).toEqual([
    ['Nora', 'Hello there.'],
    ['Tomas', 'Hello.'],
  ]);
});

test('captions with CR LF are read the same from a Buffer, which stays as it was', () => {
  const cue = (at: number, text: string) => `${at}\r\n00:00:0${at},000 --> 00:00:0${at},900\r\n${text}\r\n`;
  const captions = [
    cue(1, 'Nora: Hello.'),
    cue(2, 'Tomas: I am <i>very</i> glad.'),
    cue(3, 'Nora: Goodbye to you all.'),
  ].join('\r\n');
  const buffer = Buffer.from(captions);
  expect(said(readTranscript(buffer)).map(([, text]) => text)).toEqual([
    'Hello.',
    'I am very glad.',
    'Goodbye to you all.',
  ]);
  expect(buffer.toString()).toBe(captions);
});

describe('what stays as it was', () => {
  const dialogue = (...within: readonly string[]): string =>
    paragraphs('Nora: Hello to all.', 'Ben: Hello.', 'Nora: What then?', ...within, 'Nora: Yes.', 'Ben: Yes.');

  test('two people in a talk whose paragraphs begin with times', () => {
    const weeks = Array.from({ length: 8 }, (_, week) => `[00:0${week + 1}:00] The week of ice went on.`);
    const talk = paragraphs(
      '[00:00:01] Nora: Welcome.',
      '[00:00:40] Ben: It began in ice.',
      ...weeks,
      '[00:09:30] Nora: Thank you.',
    );
    expect(said(read(talk)).map(([speaker]) => speaker)).toEqual(['Nora', 'Ben', 'Nora']);
  });

  test.each(['Everyone', 'Woman', 'Both', 'Clip'])('%s speaks once, though the word is said as well', (label) => {
    const script = dialogue(
      'Ben: We asked everyone, a woman and both of the men, for a clip.',
      `${label}: Good night!`,
    );
    expect(said(read(script))[4]).toEqual([label, 'Good night!']);
  });

  test('four paragraphs of questions and answers', () => {
    const asked = paragraphs(
      'Question: Is that a question?',
      'Answer: The answer is one.',
      'Question: Yes?',
      'Answer: Yes.',
    );
    expect(said(read(asked)).map(([speaker]) => speaker)).toEqual(['Question', 'Answer', 'Question', 'Answer']);
  });

  test.each(['[00:05:40] Long story short: we stayed.', '[00:05:40] Fair enough, then'])(
    '%s is said by whoever speaks',
    (line) => {
      const script = dialogue('Ben: I tell you of ice.', line).replaceAll(/^(Nora|Ben):/gmu, '[00:05:01] $1:');
      expect(said(read(script))[3]?.[0]).toBe('Ben');
      expect(said(read(script))[3]?.[1]).toMatch(/stayed|Fair enough/u);
      expect(said(read(script))).toHaveLength(6);
    },
  );

  test('a story under a heading of its own at the end', () => {
    const script = `${dialogue('Ben: I have two stories.')}\n## About the goat\n\nThe goat stayed on the ice.\n`;
    expect(said(read(script)).at(-1)).toEqual(['Ben', expect.stringContaining('The goat stayed on the ice.')]);
  });

  test.each(['Next episode of the ice', 'About the goat'])('a story at the end under "%s"', (heading) => {
    const script = `${dialogue('Ben: I have two stories.')}\n## ${heading}\n\nThe goat stayed on the ice.\n`;
    expect(said(read(script)).at(-1)?.[1]).toContain('The goat stayed on the ice.');
  });

  test('"question" begins two wrapped captions', () => {
    const cue = (at: number, text: string) => `${at}\n00:00:0${at},000 --> 00:00:0${at},900\n${text}\n`;
    const asks = 'Nora: Let me ask you the obvious\nquestion: when do you write?';
    const captions = [
      cue(1, 'Tomas: Hello.'),
      cue(2, asks),
      cue(3, 'Tomas: At night.'),
      cue(4, asks),
      cue(5, 'Tomas: Yes.'),
    ];
    expect(said(read(captions.join('\n'))).map(([speaker]) => speaker)).toEqual([
      'Tomas',
      'Nora',
      'Tomas',
      'Nora',
      'Tomas',
    ]);
  });

  test.each([
    [
      'somebody asks twice',
      ['Question: Is that a question?', 'Ben: It is.', 'Question: And that question?', 'Ben: Too.'],
      2,
    ],
    ['one question is answered', ['Question: Is that a question?', 'Answer: The answer is yes.'], 1],
  ])('%s', (_, within, times) => {
    const speakers = said(read(dialogue(...within))).map(([speaker]) => speaker);
    expect(speakers.filter((speaker) => speaker === 'Question')).toHaveLength(times);
  });

  test('rows of a name, a time and words keep their times; what is heard in rows with a tab is nobody', () => {
    const rows = [
      'Nora\t00:00:01\tHello.',
      'Ben\t00:00:05\tHello.',
      'Nora\t00:00:09 - 00:12\tWhat then?',
      'Ben\t00:00:15\tIce.',
    ];
    expect(timed(read(`${rows.join('\n')}\n`)).map(([, time]) => time)).toEqual([1, 5, 9, 15]);
    const heard = [
      'Nora\tHello.',
      'Music\tHarbour theme',
      'Ben\tHello.',
      'Nora\tWhat then?',
      'Ben\tIce.',
      'Nora\tYes.',
      'Ben\tYes.',
    ];
    expect(said(read(`${heard.join('\n')}\n`)).map(([speaker]) => speaker)).not.toContain('Music');
  });

  test('rows with a tab in which something is quoted', () => {
    const rows = ['Nora\tHello.', 'Ben\t"Stop," he said.', 'Nora\tWhat then?', 'Ben\tThe sign said "closed"'];
    const transcript = read(`${rows.join('\n')}\n`);
    expect(JSON.stringify(transcript)).toContain('What then?');
    expect(said(transcript).find(([, text]) => text.includes('What then?'))?.[0]).not.toBe('Ben');
  });
});
