import type { Transcript } from '../../../lambdas/domain/transcript';
import { conversations } from '../../support/conversations/conversations';
import { fc } from '../../support/laws';
import { read, said, timed } from '../../support/reading';

describe('what a label is', () => {
  test.each([
    ['Note: this is late.'],
    ['BIP 8: https://notes.example/bip-8'],
    ['On Monday: rain.'],
    ['10:30 is when the ferry leaves.'],
    ['**Zero disks:** nothing turns in there.'],
    ['**Nothing else** matters here.'],
    ['The ratio is 3:1 in spring.'],
    ['- **Gauge:** a pipe with a hole.'],
    ['See you at 10:30'],
    ['Remember: it never sleeps.'],
  ])('%s is speech', (line) => {
    const source = `Nora: Hello, Ines.\n\nInes: Hello. We never sleep, remember.\n\n${line}\n\nNora: I see.\n\nInes: You do.`;
    expect(said(read(source))).toHaveLength(4);
    const bold = `**Nora:** Hello, Ines.\n\n**Ines:** Hello. We never sleep.\n\n${line}\n\nAnd so on.\n\n**Nora:** I see.\n\n**Ines:** You do.`;
    expect(said(read(bold))).toHaveLength(4);
  });

  test('somebody who says one thing is a speaker like the others', () => {
    const source =
      'Nora: Who is there?\n\nTomas: Only me.\n\nNora: Ah.\n\nInes: Come in.\n\nNora: Sit down.\n\nInes: Tea?';
    expect(said(read(source))[1]).toEqual(['Tomas', 'Only me.']);
  });

  test.each([
    ['0xF00D'],
    ['J. R. Oakley'],
    ['Mike Ames, Jr.'],
    ['Nora & Ines'],
    ['mara'],
    ['Ines 🌊'],
    ['Иван Петров'],
    ['Host'],
    ['SPEAKER_00'],
    ["Aoife O'Shea-Lind"],
    ['Ines Kovar | Tide Office'],
    ['Ines Kovar, Jr. (IK)'],
    ['Dr. Kovar'],
  ])('%s is a name', (name) => {
    const source = `${name}: One.\n\nTomas: Two.\n\n${name}: Three.\n\nTomas: Four.\n\n${name}: Five.`;
    expect(said(read(source)).map(([speaker]) => speaker)).toEqual([name, 'Tomas', name, 'Tomas', name]);
  });

  test('a full name with initials, then the initials', () => {
    const source = 'Ines Kovar (IK): One.\n\nTomas Reed (TR): Two.\n\nIK: Three.\n\nTR: Four.\n\nIK: Five.';
    expect(said(read(source)).map(([speaker]) => speaker)).toEqual([
      'Ines Kovar (IK)',
      'Tomas Reed (TR)',
      'IK',
      'TR',
      'IK',
    ]);
  });

  test.each([
    ['# Tides: what they are'],
    ['### Gauges: a question of money\n\n### Gauges: a question of money'],
    ['[laughter] And so on.'],
    ['[a drawing](https://tides.example/drawing) of the gauge'],
    ['[Gauge tables]'],
    ['Ebb - and then the flood.'],
  ])('%j names nobody', (lines) => {
    const source = `${lines}\n\nNora: Hello.\n\nInes: Hello.\n\n${lines}\n\nNora: So.\n\nInes: Well.`;
    expect(new Set(said(read(source)).map(([speaker]) => speaker))).toEqual(new Set(['Nora', 'Ines']));
  });

  test('capitals and a full stop name speakers where the whole file does so', () => {
    const source = 'NORA. One. OK.\n\nINES KOVAR. Two.\n\nNO. Three.\n\nNORA. Four.\n\nINES KOVAR. Five.\n\nNORA. Six.';
    expect(said(read(source)).map(([speaker]) => speaker)).toEqual([
      'NORA',
      'INES KOVAR',
      'NO',
      'NORA',
      'INES KOVAR',
      'NORA',
    ]);
    const talk = `${'We went out. It was late, and dark.\n\n'.repeat(40)}NO. It was not.\n\nOK. It was.\n\nNO. Never.\n\nOK. Then.`;
    expect(said(read(talk)).map(([speaker]) => speaker)).toEqual(['']);
  });

  test.each([
    ['Will Wren (WW)', 'WW'],
    ['Will (W)', 'W'],
    ['Will Wren', 'WW'],
    ['Will Wren', 'Will'],
    ['Speaker 3', 'Speaker 4'],
  ])('%s is somebody, for %s speaks too', (first, then) => {
    const source = `${first}: One, will you?\n\nAnd wren.\n\nAnd more.\n\nInes: Two.\n\n${then}: Three.\n\nInes: Four.\n\n${then}: Five.\n\nSpeaker 1: Six.\n\nSpeaker 1: Seven.`;
    expect(said(read(source))[0]?.[0]).toBe(first);
  });

  test('somebody who says one thing between long turns', () => {
    const source =
      'Nora: One.\n\nAnd more.\n\nInes Kovar: Two.\n\nAnd more.\n\nNora: Three.\n\nDavit Lind: Four.\n\nAnd more.\n\nNora: Five.\n\nInes Kovar: Six.';
    expect(said(read(source)).map(([speaker]) => speaker)).toEqual([
      'Nora',
      'Ines Kovar',
      'Nora',
      'Davit Lind',
      'Nora',
      'Ines Kovar',
    ]);
  });

  test('a title with a colon hides no names on lines of their own', () => {
    const source =
      'Tides: a talk\n\nNora Whitlock\nOne is here.\n\nInes\nTwo are here.\n\nNora Whitlock\nThree.\n\nDavit\nFour.\n\nInes\nFive.';
    expect(said(read(source))).toEqual([
      ['Nora Whitlock', 'One is here.'],
      ['Ines', 'Two are here.'],
      ['Nora Whitlock', 'Three.'],
      ['Davit', 'Four.'],
      ['Ines', 'Five.'],
    ]);
  });

  test('details above the conversation are no speakers', () => {
    const source =
      'Topic: Tides\n\nLocation: Aldermouth\n\nGauge drawings: https://tides.example\n\nTranscript by: Kim\n\n# Start\n\nNora: One.\n\nInes: Two.\n\nNora: Three.\n\nInes: Four.';
    const transcript = read(source);
    expect(said(transcript)).toHaveLength(4);
    expect(transcript.preface.map(({ text }) => text)).toEqual([
      'Topic: Tides',
      'Location: Aldermouth',
      'Gauge drawings: https://tides.example',
      'Transcript by: Kim',
    ]);
    expect(transcript.warnings).toEqual([
      { line: 1, message: expect.stringContaining('above the first speaker label') },
    ]);
  });
});

describe('turns', () => {
  test('unlabelled paragraphs and repeated labels continue a turn', () => {
    const source = '**NORA:** One.\n\nTwo.\n\n**NORA:** Three.\n\n**INES:** Four.';
    expect(said(read(source))).toEqual([
      ['NORA', 'One.\n\nTwo.\n\nThree.'],
      ['INES', 'Four.'],
    ]);
  });

  test('a sentence that a second label splits is joined again', () => {
    const source =
      '**Nora:** So I went\n**Nora:** to the harbour.\n**Ines:** Yes.\n**Nora:** And then,\n**Nora:** home.';
    expect(said(read(source)).map(([, text]) => text)).toEqual([
      'So I went to the harbour.',
      'Yes.',
      'And then, home.',
    ]);
  });

  test('lines wrapped at 80 columns are one paragraph', () => {
    expect(said(read('__Nora__: One and\ntwo and\nthree.\n\n__Ines__: Four\nfive.'))).toEqual([
      ['Nora', 'One and two and three.'],
      ['Ines', 'Four five.'],
    ]);
  });

  test('a label without a name keeps its words', () => {
    expect(said(read('_NW:_ One.\n\n_:_ Two.\n\n_IK:_ Three.\n\n_NW:_ Four.\n\n_IK:_ Five.'))[1]).toEqual(['', 'Two.']);
  });

  test('a whole paragraph in bold, label and all', () => {
    expect(said(read('**Nora: And why is that?**\n\nInes: Because.\n\n**Nora: I see.**\n\nInes: Good.'))).toEqual([
      ['Nora', 'And why is that?'],
      ['Ines', 'Because.'],
      ['Nora', 'I see.'],
      ['Ines', 'Good.'],
    ]);
  });

  test('a talk with times and no speakers', () => {
    const source =
      '00:00:00 Does the sea smell? It turns out that smells are a real\n\n00:00:04 thing. This week we ask why.\n\n00:00:09 And who.';
    const transcript = read(source);
    expect(said(transcript)).toEqual([
      ['', 'Does the sea smell? It turns out that smells are a real thing. This week we ask why. And who.'],
    ]);
    expect(transcript.turns[0]?.startTime).toBe(0);
    expect(transcript.turns[0]?.times).toEqual([56, 4, 85, 9]);
  });

  test('a long monologue goes on in another turn', () => {
    const source = `Nora: Hi.\n\nInes: ${'And so it went on. '.repeat(4000)}`;
    const { turns } = read(source);
    expect(turns.length).toBeGreaterThan(2);
    expect(turns.every(({ text }) => text.length <= 30_000)).toBe(true);
    expect(
      turns
        .map(({ text }) => text)
        .join(' ')
        .split(' '),
    ).toHaveLength(1 + 4000 * 5);
  });
});

describe('what is not speech', () => {
  test('breaks, jingles and advertisements are events', () => {
    const source =
      '**Nora:** One.\n\n**Break:** \\[17:12\\]\n\n**Ines:** Two.\n\n**Jingle**: la la\n\n**Nora:** Three.\n\n**Outro:** \\[55:19\\]';
    const transcript = read(source);
    expect(said(transcript)).toEqual([
      ['Nora', 'One.'],
      ['Ines', 'Two.'],
      ['Nora', 'Three.'],
    ]);
    expect(transcript.events).toEqual([
      { label: 'Break', text: '', line: 3, beforeTurn: 2, startTime: 1032 },
      { label: 'Jingle', text: 'la la', line: 7, beforeTurn: 3 },
      { label: 'Outro', text: '', line: 11, beforeTurn: 4, startTime: 3319 },
    ]);
  });

  test('the speaker goes on behind a break', () => {
    const transcript = read('**Nora:** One.\n\n**Break:**\n\nTwo.\n\n**Ines:** Three.');
    expect(said(transcript)).toEqual([
      ['Nora', 'One.'],
      ['Nora', 'Two.'],
      ['Ines', 'Three.'],
    ]);
  });

  test.each([
    ['## Links\n\n- [drawings](https://tides.example/drawings)\n- bread'],
    ['## Elsewhere\n\n- [drawings](https://tides.example/drawings)\n- [bread](https://tides.example/bread)'],
    ['Transcribed by hand'],
    ['[END OF TRANSCRIPT]'],
    ['*This transcript was made by a machine.*'],
    ['This transcript was made by volunteers. Tell us of mistakes.'],
    ['[drawings](https://tides.example/drawings)'],
  ])('%j below the conversation is no speech', (notes) => {
    const transcript = read(`Nora: One.\n\nInes: Two.\n\nNora: Three.\n\nInes:\n\nFour.\n\nFive.\n\n${notes}`);
    expect(said(transcript).at(-1)).toEqual(['Ines', 'Four.\n\nFive.']);
    expect(transcript.preface.length).toBeGreaterThan(0);
    expect(transcript.warnings).toEqual([{ line: 13, message: expect.stringContaining('below the conversation') }]);
  });

  test.each([
    ['The transcript is on our website. Good night.'],
    ['## Afterwards\n\nWe went home.'],
    ['See [our website](https://tides.example), where the drawings of the gauge are.'],
  ])('%j at the end is said', (speech) => {
    const transcript = read(`Nora: One.\n\nInes: Two.\n\nNora: Three.\n\nInes: Four.\n\n${speech}`);
    expect(transcript.preface).toEqual([]);
  });

  test('what stands above the first time of a talk is no speech', () => {
    const transcript = read('Tides, a talk\n\n0:00 One and\n\n0:04 two.\n\n0:09 Three.');
    expect(said(transcript)).toEqual([['', 'One and two. Three.']]);
    expect(transcript.preface).toEqual([{ text: 'Tides, a talk', line: 1 }]);
  });

  test('headings are chapters', () => {
    const transcript = read(
      '# The tide\n\nNora: One.\n\n## Gauges ##\n\nInes: Two.\n\n## Gulls\n\nThree.\n\nNora: Four.',
    );
    expect(transcript.headings).toEqual([
      { text: 'The tide', line: 1, level: 1, beforeTurn: 1 },
      { text: 'Gauges', line: 5, level: 2, beforeTurn: 2 },
      { text: 'Gulls', line: 9, level: 2, beforeTurn: 3 },
    ]);
    expect(said(transcript)[2]).toEqual(['Ines', 'Three.']);
  });

  test('stage directions stay and are marked', () => {
    const { turns } = read(
      'Nora: That \\[laughs\\] was \\[unintelligible 00:15:36\\] it (laughter).\n\nInes: [crosstalk] *sighs* No.',
    );
    expect(turns[0]?.text).toBe('That [laughs] was [unintelligible 00:15:36] it (laughter).');
    expect(turns.map(({ text, spans }) => spans.map(({ words: [from, to] }) => text.slice(from, to)))).toEqual([
      ['[laughs]', '[unintelligible 00:15:36]', '(laughter)'],
      ['[crosstalk]', 'sighs'],
    ]);
  });

  test('a paragraph of more marks than anybody sets is read as it is written behind the first thousands', () => {
    const [turn] = read(`Nora: Hi.\n\nInes: ${'*so* '.repeat(4000)}[on](https://tides.example)`).turns.slice(1);
    expect(turn?.text).toMatch(/^so so so .* \*so\* \*so\* \[on\]\(https:\/\/tides\.example\)$/);
    expect(turn?.text.split(' ')).toHaveLength(4001);
  });

  test('times inside a turn become times', () => {
    const { turns } = read(
      'Nora: \\[00:10\\] One and \\[01:46\\] two.\n\nInes: Three.\n\n[2:00] Four.\n\nNora: Five.\n\nInes: Six.',
    );
    expect(turns[0]).toMatchObject({ text: 'One and two.', startTime: 10, times: [8, 106] });
    expect(turns[1]).toMatchObject({ text: 'Three.\n\nFour.', times: [8, 120] });
  });

  test('front matter is split off, unread', () => {
    const { frontMatter, turns } = read('\n---\ntitle: "Tides"\nspeakers:\n  - Nora\n---\nNora: One.\n\nInes: Two.');
    expect(frontMatter).toEqual({ text: 'title: "Tides"\nspeakers:\n  - Nora', line: 3 });
    expect(turns[0]?.line).toBe(7);
  });

  test('comments and template tags are left out with a warning', () => {
    const transcript = read('{% include player.html %}\n\nNora: One.\n\n<!-- check\nthis -->\n\nInes: Two.');
    expect(said(transcript)).toHaveLength(2);
    expect(transcript.warnings.map(({ line }) => line)).toEqual([1, 5]);
  });
});

describe('markup', () => {
  test('links keep their words and addresses; placeholders are reported', () => {
    const source =
      'Nora: Read [the transcript](#), [write](mailto:nora@tides.example) or see <https://tides.example/a_b_c>.\n\nInes: At\n[home]().';
    const transcript = read(source);
    expect(said(transcript)).toEqual([
      ['Nora', 'Read the transcript, write or see https://tides.example/a_b_c.'],
      ['Ines', 'At home.'],
    ]);
    expect(transcript.turns[0]?.spans).toEqual([
      { kind: 'link', words: [5, 19], url: '#' },
      { kind: 'link', words: [21, 26], url: 'mailto:nora@tides.example' },
      { kind: 'link', words: [34, 61], url: 'https://tides.example/a_b_c' },
    ]);
    expect(transcript.warnings.map(({ line }) => line)).toEqual([1, 4]);
  });

  test.each([
    ['*one* **two** ***three*** _four_ __five__', 'one two three four five'],
    ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
    ['\\*not\\* \\_so\\_ 1\\. a\\\\b', '*not* _so_ 1. a\\b'],
    ['`a_b` and ``c`d`` and `e', 'a_b and c`d and `e'],
    ['it&#39;s R&amp;D &mdash; &unknown; &', "it's R&D — &unknown; &"],
    ['<b>bold</b> and Vec<u8> and a<b', 'bold and Vec<u8> and a<b'],
    ['![a gull](gull.png) \\[sic\\] [the]', 'a gull [sic] [the]'],
    ['a  b\u00a0c\td', 'a b c d'],
    ['so\n> quoted\n> twice', 'so quoted twice'],
  ])('%j is said as %j', (markdown, text) => {
    expect(said(read(`**Nora:** Hm.\n\n**Ines:** ${markdown}\n\n**Nora:** Oh.`))[1]).toEqual(['Ines', text]);
  });
});

test('every word of a file is in turns, headings, preface, events, front matter or a warning', () => {
  fc.assert(
    fc.property(
      conversations,
      fc.array(fc.constantFrom(...DISTURBANCES), { maxLength: 6 }),
      ({ turns }, disturbances) => {
        const blocks = turns.map(({ speaker, paragraphs }) => `**${speaker}:** ${paragraphs.join('\n\n')}`);
        for (const [index, text] of disturbances.entries())
          blocks.splice((index * 7 + text.length) % blocks.length, 0, text);
        const source = `---\ntitle: Tides\n---\n\nA summary of it.\n\n${blocks.join('\n\n')}`;
        const kept = new Set(wordsIn(keptText(read(source))));
        expect(wordsIn(source.replaceAll(/\]\([^)]*\)/g, ']')).filter((word) => !kept.has(word))).toEqual([]);
      },
    ),
  );
});

const DISTURBANCES = [
  '## A heading',
  '**Break:** jingle',
  'A *loose* paragraph with [a link](#).',
  '> a quotation',
  '<!-- hidden words -->',
  '**Nobody:**',
  '- a list\n- of things',
  '[applause]',
  'Unsaid: perhaps',
];

function keptText({ turns, headings, preface, events, warnings, frontMatter }: Transcript): string {
  return [
    ...turns.flatMap(({ speaker, text }) => [speaker, text]),
    ...headings.map(({ text }) => text),
    ...preface.map(({ text }) => text),
    ...events.flatMap(({ label, text }) => [label, text]),
    ...warnings.map(({ message }) => message),
    frontMatter?.text,
  ].join(' ');
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

describe('timed labels', () => {
  test('a range gives start and end', () => {
    expect(read('Nora (0:00 - 0:05): One.\n\nInes (0:05 - 0:09): Two.').turns[1]).toMatchObject({
      startTime: 5,
      endTime: 9,
    });
  });

  test('a label without its time among timed ones', () => {
    const source = 'Nora: 00:00:01\n\nOne.\n\nInes:\n\nTwo.\n\nNora: 00:00:09\n\nThree.\n\nInes: 00:00:12\n\nFour.';
    expect(timed(read(source))).toEqual([
      ['Nora', 1, 'One.'],
      ['Ines', undefined, 'Two.'],
      ['Nora', 9, 'Three.'],
      ['Ines', 12, 'Four.'],
    ]);
  });
});
