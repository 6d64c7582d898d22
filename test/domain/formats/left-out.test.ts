import { strToU8, zipSync } from 'fflate';
import { readTranscript } from '../../../lambdas/domain/formats';
import { read, said } from '../../support/reading';

/** What is told of a transcript's words that are in no turn, as `[line, message]`. */
const told = (source: string): [line: number | undefined, message: string][] =>
  read(source).warnings.map(({ line, message }) => [line, message]);

describe('JSON', () => {
  const list = (...entries: readonly string[]) =>
    `{"segments": [{"speaker": "Nora", "text": "Hello."},\n{"speaker": "Kim", "text": "Hi."},\n${entries.join(',\n')}\n]}`;

  test('an entry without a text says what it has instead', () => {
    expect(told(list('{"speaker": "Ines", "txt": "The tide was late."}'))).toEqual([
      [3, 'Left out: this entry has no text where its like have theirs: “Ines The tide was late.”'],
    ]);
  });

  test('speech that has got into a name is told of', () => {
    expect(told(list('{"speaker": "Ines The tide was late."}'))).toEqual([
      [3, expect.stringContaining('“Ines The tide was late.”')],
    ]);
  });

  test('a segment that has lost its text still has its words', () => {
    const words = '"words": [{"word": "The", "start": 1}, {"word": "tide.", "start": 2}]';
    expect(said(read(list(`{"speaker": "Ines", ${words}}`)))).toContainEqual(['Ines', 'The tide.']);
  });

  test('of a key that stands twice, the text that does not count is told of, and lines stay right', () => {
    const twice = '{"speaker": "Ines", "text": "The tide\\nwas late.", "text": "Yes."}';
    expect(told(list(twice, '{"speaker": "Nora", "txt": "Goodbye now."}'))).toEqual([
      [3, 'Left out: “text” stands twice in one object, and only the last is read: “The tide was late.”'],
      [4, expect.stringContaining('“Goodbye now.”')],
    ]);
  });

  test('speech under a name that nobody knows is told of; what describes the recording is not', () => {
    const rest = '"notes_of_the_crew": "We measured it twice that spring.", "summary": "They talk about gauges."';
    expect(told(`{"segments": [{"speaker": "Nora", "text": "Hello."}], ${rest}}`)).toEqual([
      [1, expect.stringContaining('“notes_of_the_crew” is no place where a transcript is looked for')],
    ]);
  });
});

describe('SubStation Alpha', () => {
  const whole = 'Dialogue: 0,0:00:01.00,0:00:02.00,Default,Nora,0,0,0,,Hello there.';
  test.each([
    ['has lost its colon', 'Dialogue 0:00:03.00,0:00:04.00,Default,Ines,0,0,0,,Well.'],
    [
      'has its words where its effect should be',
      'Dialogue: 0,0:00:03.00,0:00:04.00,Default,Ines,0,0,0,well it rained that day, yes',
    ],
    ['has few words where its effect should be', 'Dialogue: 0,0:00:03.00,0:00:04.00,Default,Ines,0,0,0,a mile, yes'],
    [
      'has half a code where its effect should be',
      'Dialogue: 0,0:00:03.00,0:00:04.00,Default,Ines,0,0,0,1}By the swell, mostly.',
    ],
    ['has a brace in its effect', 'Dialogue: 0,0:00:03.00,0:00:04.00,Default,Ines,0,0,0,fx}swell,Yes.'],
    ['is what is left of a comment', 'Comment: 0,e paint?'],
    ['begins like a comment among captions', ';logue: 0,0:00:03.00,0:00:04.00,Default,Ines,0,0,0,,Well.'],
  ])('a line that %s is told of', (_what, line) => {
    expect(told(['[Script Info]', whole, line].join('\n'))).toEqual([[3, expect.stringContaining(`“${line}”`)]]);
  });

  test.each(['Scroll up;100;200', 'Karaoke'])('the effect %s is one', (effect) => {
    const line = `Dialogue: 0,0:00:03.00,0:00:04.00,Default,Ines,0,0,0,${effect},Yes.`;
    expect(said(read(['[Script Info]', whole, line].join('\n')))).toContainEqual(['Ines', 'Yes.']);
  });

  test('a brace that is never closed hides nothing', () => {
    const line = `${whole.replace('Hello there.', '{\\i1How far does it carry?{\\i0} Far.')}`;
    expect(said(read(['[Script Info]', line].join('\n')))).toEqual([['Nora', '{\\i1How far does it carry? Far.']]);
  });
});

test('fields of captions that nobody knows are told of, and the usual ones hold', () => {
  const line = 'Dialogue: 0,0:00:01.00,0:00:02.00,Default,Nora,0,0,0,,Well, hello.';
  const format = 'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effe,ct, Text';
  const file = ['[Script Info]', '[Events]', format, line].join('\n');
  expect(said(read(file))).toEqual([['Nora', 'Well, hello.']]);
  expect(told(file)).toEqual([[3, expect.stringContaining('Effe,ct')]]);
});

test('a comment in SubRip is told of, for only WebVTT has such', () => {
  const cues = (head: string, point: string) =>
    `${head}1\n00:00:01${point}000 --> 00:00:02${point}000\nNora: Hello.\n\nNOTE s: Fourteen months.\nAnd more.\n\n2\n00:00:03${point}000 --> 00:00:04${point}000\nNora: Yes.\n`;
  expect(told(cues('', ','))).toEqual([
    [5, 'Left out, lines 5 to 6: this begins like a comment: “NOTE s: Fourteen months. And more.”'],
  ]);
  expect(told(cues('WEBVTT\n\n', '.'))).toEqual([]);
});

test('a comment in WebVTT with a voice in it is told of, for it has lost the line below it', () => {
  const cue = '00:01.000 --> 00:02.000\n<v Nora>Hello.\n\n';
  expect(told(`WEBVTT\n\nNOTE corrected by Kim\nSee <versions>.\n\n${cue}`)).toEqual([]);
  expect(told(`WEBVTT\n\nNOTE <v Nora> means the host\n\n${cue}`)).toEqual([]);
  expect(told(`WEBVTT\n\nNOTE corr-> 00:00:06.667\n<v Ines>Welcome.\n\n${cue}`)).toEqual([
    [3, 'Left out, lines 3 to 4: this begins like a comment: “NOTE corr-> 00:00:06.667 <v Ines>Welcome.”'],
  ]);
});

describe('what looks like a tag in captions', () => {
  const cue = (text: string) =>
    said(read(`WEBVTT\n\n00:01.000 --> 00:02.000\n<v Nora>Hello.\n\n00:03.000 --> 00:04.000\n${text}\n`));

  test.each(['in mile<s of course it does> a boat', 'how <i never said it> goes'])('%s is said', (text) => {
    expect(cue(text)).toContainEqual(['Nora', `Hello. ${text}`]);
  });

  test.each([
    '<c.yellow.bg_blue>So</c> it goes',
    '<font color="#fff" face="Big Sans">So</font> it goes',
    '<font yellow>So</font> it goes',
    '<lang.yellow en-GB>So</lang> it goes',
    '<i.foreign French words>So</i> it goes',
    '<font bright yellow>So</font> it goes',
    '<lang en-GB>So</lang> it goes',
    '<i >So</i> it goes',
    'So<br/> it goes',
  ])('%s is without it', (text) => {
    expect(cue(text)).toContainEqual(['Nora', 'Hello. So it goes']);
  });

  test('a voice that is a sentence and says nothing is what somebody says', () => {
    expect(cue('<v Ines to Harbour Lights, with me today is >').flat().join()).toContain(
      'Ines to Harbour Lights, with me today is',
    );
    expect(cue('<v Ines Kovar of the Harbour Lights Museum></v>')).toEqual([['Nora', 'Hello.']]);
  });
});

test.each([
  ['WebVTT', 'WEBVTT\n\n', '.', 'so that is how we row out there in winter with a rope and tie a boat'],
  ['SubRip', '1\n', ',', 'how we row out there'],
  ['SubRip', '1\n', ',', 'we row out there.'],
])('in %s, what is no identifier above the times is said', (_format, head, point, above) => {
  const times = (second: number) => `00:00:0${second}${point}000 --> 00:00:0${second + 1}${point}000\n`;
  const file = `${head}${times(1)}Nora: Hello.\n\n${above}\n${times(3)}Nora: Yes.\n`;
  expect(said(read(file))).toEqual([['Nora', `Hello. ${above} Yes.`]]);
});

test.each([
  ['WebVTT', 'WEBVTT\n\n', '.', 'Introduction and welcome to the show.'],
  ['WebVTT', '\n WEBVTT\n\n', '.', 'Introduction and welcome to the show.'],
  ['WebVTT', 'WEBVTT\n\n', '.', '3 "Ana Maria de la Cruz" (2938567424)'],
  ['SubRip', '1\n', ',', '12 Nora Whitlock, Museum Director'],
  ['SubRip', '1\n', ',', 'Dr. Nora Jane Whitlock'],
  ['SubRip', '1\n', ',', 'Mike Maples, Jr.'],
])('in %s, an identifier above the times is not said', (_format, head, point, above) => {
  const times = (second: number) => `00:00:0${second}${point}000 --> 00:00:0${second + 1}${point}000\n`;
  const file = `${head}${times(1)}Nora: Hello.\n\n${above}\n${times(3)}Nora: Yes.\n`;
  expect(said(read(file))).toEqual([['Nora', 'Hello. Yes.']]);
});

test('a name and a colon above the times of a caption begin what somebody says', () => {
  const file =
    '1\n00:00:01,000 --> 00:00:02,000\nNora: Hello.\n\nInes: Write it down.\n00:00:03,000 --> 00:00:04,000\nAll of it.\n';
  expect(said(read(file))).toEqual([
    ['Nora', 'Hello.'],
    ['Ines', 'Write it down. All of it.'],
  ]);
});

test('of Rich Text, a word that a backslash got in front of is told of, and what tables are made with is not', () => {
  const file =
    '{\\rtf1 {\\b Nora:} Hello.\\par\n{\\b Ines:} \\PWelcome back.\\par\n\\trowd\\clNoWrap {\\b Nora:} So.\\par}';
  expect(told(file)).toEqual([[2, 'Left out: a backslash stands in front of it: “PWelcome”']]);
});

test.each([
  ['in the middle of a line', 'It rang without \\anybody ringing it.', 'anybody'],
  ['that begins with the end of a paragraph', '\\parthen it rained.', 'parthen'],
  ['with a stop behind it', '\\Downwind.', 'Downwind'],
  ['in lower case with a stop behind it', '\\mostly. Four clappers hang around it.', 'mostly'],
])('of Rich Text, an unknown control word %s is told of', (_where, text, word) => {
  const file = `{\\rtf1 {\\b Nora:} Hello.\\par\n{\\b Ines:} ${text}\\par\n{\\b Nora:} So.\\par}`;
  expect(told(file)).toEqual([[2, `Left out: a backslash stands in front of it: “${word}”`]]);
});

test.each([
  ['behind a word with a stop', '\\mostly. Four clappers.', 'mostly'],
  ['behind the end of a paragraph', '\\parthen it rained.', 'parthen'],
  ['behind how a paragraph looks and its text', '\\pard\\ql It rang without \\anybody there.', 'anybody'],
])('of Rich Text, on a line without a label, one is told of %s', (_where, text, word) => {
  const file = `{\\rtf1 {\\b Nora:} Hello.\\par\n${text}\\par\n{\\b Ines:} Yes.\\par {\\b Nora:} So.\\par}`;
  expect(told(file)).toEqual([[2, `Left out: a backslash stands in front of it: “${word}”`]]);
});

test('of Rich Text, words for how type looks are not told of, nor are numbered ones that nobody knows', () => {
  const text = 'It was \\ul very\\ulnone  late\\rtlch\\ltrch , \\fancy3 yes.';
  const file = `{\\rtf1\\newish {\\b Nora:} Hello.\\par\n{\\b Ines:} ${text}\\par\n{\\b Nora:} So.\\par}`;
  expect(told(file)).toEqual([]);
});

test('of Rich Text, how a table, a list and what stands behind a link look is not told of, nor what its head says', () => {
  const head = '{\\info{\\keywords fog; bell}{\\doccomm A talk about the bells of the strait and their keepers}}';
  const cell = '\\cell\\pard\\intbl\\widctlpar\\ql On.\\cell\\row\\trowd\\clvertalt\\lastrow ';
  const behind = '{\\fldrslt site}}\\sectd \\ltrsect\\linex0\\endnhere\\sftnbj { more.}';
  const list = '{\\listtext\\tab}\\pard\\ql \\widctlpar the bell';
  const file = `{\\rtf1${head}{\\b Nora:} Hello.${cell}\\par\n{\\b Ines:} See {\\field ${behind}\\par {\\b Nora:} So.\\par ${list}\\par}`;
  expect(told(file)).toEqual([]);
});

test('of Rich Text, speech with a semicolon among the fonts is told of', () => {
  const speech = 'Then it is silent; flat water rarely comes with fog, and we row out.';
  const file = `{\\rtf1{\\fonttbl{\\f0 Arial;}{\\f1 Times;}{\\b Ines: ${speech}}}{\\b Nora:} Hello.\\par {\\b Ines:} Yes.\\par {\\b Nora:} So.\\par}`;
  expect(told(file)).toEqual([[1, expect.stringContaining(speech)]]);
});

test('of Rich Text, the end of a part that has swallowed paragraphs is told of, however short', () => {
  const file =
    '{\\rtf1{\\*\\generator {\\b Ines:} Hello there.\\par\nHow far?}{\\b Nora:} Hello.\\par {\\b Kim:} Yes.\\par {\\b Nora:} So.\\par}';
  expect(told(file).map(([, message]) => message)).toEqual([
    expect.stringContaining('“Ines: Hello there.”'),
    expect.stringContaining('“How far?”'),
  ]);
});

test('of WebVTT, a title is kept apart, and a sentence in its place is told of', () => {
  const file = (title: string) => read(`WEBVTT ${title}\n\n00:01.000 --> 00:02.000\n<v Nora>Hello.\n\n`);
  const sentence = 'come back to Harbour Lights, where today we ask how a fog bell rings without anybody';
  expect(file('Harbour Lights, the fog bell').warnings).toEqual([]);
  expect(file(sentence).warnings).toEqual([{ line: 1, message: expect.stringContaining('kept apart') }]);
  expect(file(`\nKind: captions\nat 0:03 ${sentence}`).warnings).toHaveLength(1);
  expect(file('\nKind: captions').warnings).toEqual([]);
  expect(file(sentence).preface).toEqual([{ line: 1, text: expect.stringContaining('a fog bell rings') }]);
});

test('of XML, speech that stands where a time should is told of', () => {
  const item = (times: string, text: string) =>
    `<pst:speech><pst:speaker>Nora</pst:speaker><pst:item ${times}>${text}</pst:item></pst:speech>\n`;
  const broken = item('start="0:20" end="0:2The pipe was easy to make." class="a b c d e"', 'Yes.');
  const file = `<pst:transcripts xmlns:pst="http://podlove.org/simple-transcripts">\n${item('start="1 h 2 min 3 s" end="Fri May 05 2023 10:00" dur="indefinite"', 'So.')}${broken}</pst:transcripts>`;
  expect(told(file)).toEqual([[3, expect.stringContaining('“0:2The pipe was easy to make.”')]]);
});

test('of a table in Markdown, words where a time should be are told of', () => {
  const rows = [
    '| 0:00 | **Nora** | Hello. |',
    's. Today we ask 0:11 | **Ines** | By the swell. |',
    '| 0:20 | **Nora** | Yes. |',
  ];
  expect(told(['| Time | Speaker | Text |', '| --- | --- | --- |', ...rows].join('\n'))).toEqual([
    [4, 'Left out: this stands where a time should: “s. Today we ask 0:11”'],
  ]);
});

test('what stands above the times of a caption and is longer than a name is said', () => {
  const above = '2 "Ines" By the swell, mostly: four clappers hang around the bell, and any wave swings one of them.';
  const file = `WEBVTT\n\n1 "Nora"\n00:01.000 --> 00:02.000\nHello.\n\n${above}\n00:03.000 --> 00:04.000\nYes.\n`;
  expect(said(read(file)).join()).toContain('four clappers hang around the bell');
});

describe('CSV', () => {
  test('words where a time should be are told of', () => {
    const rows = 'Start,Speaker,Transcript\n0:01,Nora,Hello.\n00:00:hen it is silent; flat water,Ines,Yes.\n';
    expect(told(rows)).toEqual([[3, expect.stringContaining('“00:00:hen it is silent; flat water”')]]);
  });

  test('words among the names of Whisper’s columns are told of', () => {
    expect(told('start\tend\ttext"\tWelcome back to Harbour Lights.\n11000\t21000\tBy the swell.\n')).toContainEqual([
      1,
      expect.stringContaining('“Welcome back to Harbour Lights.”'),
    ]);
  });

  test('a quote inside a cell that nobody doubled belongs to the text', () => {
    const { turns, warnings } = read('Speaker,Transcript,Notes\nNora,"He said "late" to me, twice.",\nInes,"Yes.",\n');
    expect(turns.map(({ text }) => text)).toEqual(['He said "late" to me, twice.', 'Yes.']);
    expect(warnings).toEqual([]);
  });

  test('a quote that is never closed does not swallow the next speaker', () => {
    const transcript = read('Speaker,Transcript\nNora,"Hello.\nInes,"The tide was late."\nNora,"Yes."\n');
    expect(said(transcript)).toEqual([
      ['Nora', 'Hello.'],
      ['Ines', 'The tide was late.'],
      ['Nora', 'Yes.'],
    ]);
    expect(transcript.warnings).toEqual([{ line: 2, message: expect.stringContaining('never closed') }]);
  });

  test('separators in an unquoted last cell are part of it; other cells too many are told of', () => {
    expect(said(read('Speaker,Transcript\nNora,Well, hello, all.\nInes,Hi.'))).toContainEqual([
      'Nora',
      'Well, hello, all.',
    ]);
    expect(told('Transcript,Speaker\nWell, hello all,Nora\nHi.,Ines')).toContainEqual([
      2,
      'Left out: this row has more cells than the first row: “Nora”',
    ]);
  });

  test('a column of something else and words in the heading are told of', () => {
    expect(told('Speaker,Transcript,Comment\nNora,Hello.,check this\nInes,Hi.,')).toEqual([
      [2, 'The column “Comment” is no speech and is kept apart from the conversation.'],
    ]);
    expect(told('Speaker,Transcript,Nora,Welcome back to the show\nInes,Hi.\nNora,So.')).toContainEqual([
      1,
      expect.stringContaining('“Welcome back to the show”'),
    ]);
  });
});

describe('pages', () => {
  const page = (body: string) => `<!doctype html>\n<html><body>\n${body}\n</body></html>`;
  const talk = '<p><strong>Nora:</strong> Hello.</p>\n<p><strong>Ines:</strong> The tide was late.</p>';

  test.each([
    ['a comment', '<!-- We measured it twice that spring. -->'],
    ['a closing tag', '<p>One</p We measured it twice that spring.>'],
    ['an opening tag', '<p We measured it twice that spring.>One</p>'],
    ['a script', '<script>x</p>We measured it twice that spring.</script>'],
  ])('words inside %s are told of', (_where, markup) => {
    const warnings = told(page(`${talk}\n${markup}\n${talk}`));
    expect(warnings).toContainEqual([5, expect.stringContaining('measured it twice')]);
  });

  test.each(['<!-- Nora', '<laughs>', '<p title="Nora>The tide</p><p title="x">'])(
    '%s that never ends is text',
    (markup) => {
      const said = JSON.stringify(read(page(`${talk}\n${markup} We measured it twice.`)).turns);
      expect(said).toContain('We measured it twice.');
    },
  );

  test('text around the element that says it is the transcript is kept apart, and told of', () => {
    const around = page(`<p>A talk about gauges.</p>\n<div class="transcript">${talk}</div>\n<p>Come again.</p>`);
    expect(told(around)).toEqual([
      [3, expect.stringContaining('kept apart')],
      [6, expect.stringContaining('kept apart')],
    ]);
  });

  test('what stands in front of an element for names goes before it, whatever becomes of that', () => {
    const broken = page(`${talk}\n<p>We measured it twice. <cite>Nora</p><p>And again.</p>`);
    expect(JSON.stringify(read(broken).turns)).toContain('We measured it twice.');
  });
});

describe('XML', () => {
  const podlove = (items: string) =>
    `<transcripts>\n<speech><speaker>Nora</speaker><item start="1">Hello.</item></speech>\n${items}\n</transcripts>`;

  test('words outside of every item and speakers without words are told of', () => {
    expect(told(podlove('<speech><speaker>Ines</speaker><itm>The tide was late.</itm></speech>'))).toEqual([
      [3, 'Left out: this stands outside of every item: “The tide was late.”'],
      [3, 'Left out: no words follow this speaker: “Ines”'],
    ]);
  });

  test('an item that is never closed ends where the next begins', () => {
    const items = '<speech><speaker>Ines</speaker><item start="2">The tide<item start="3">was late.</item></speech>';
    expect(said(read(podlove(items)))).toContainEqual(['Ines', 'The tide was late.']);
  });

  test('words of TTML outside of every paragraph are told of', () => {
    const ttml =
      '<tt><body>\n<p begin="1s" ttm:agent="Nora">Hello.</p>\n<q begin="2s">The tide was late.</q>\n</body></tt>';
    expect(told(ttml)).toEqual([[3, 'Left out: this stands outside of every paragraph: “The tide was late.”']]);
  });
});

describe('Word', () => {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const document = (body: string) =>
    zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) });

  test('text behind a broken tag is text', () => {
    const broken = paragraph('Ines: The tide was late.').replace('<w:t>', '<w:tt>');
    const transcript = readTranscript(document(paragraph('Nora: Hello.') + broken + paragraph('Nora: Yes.')));
    expect(said(transcript)).toContainEqual(['Ines', 'The tide was late.']);
  });

  test('a table of who says what that goes on in another is read to its end, and others are kept apart', () => {
    const row = (...cells: readonly string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
    const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
    const heading = row('Speaker', 'Text');
    const transcript = readTranscript(
      document(
        table(row('Speaker', 'Sentence'), row('Ines', 'Late.')) +
          table(heading, row('Nora', 'Hello there, Ines.'), row('Ines', 'Hello.')) +
          table(heading, row('Nora', 'The tide was late.')),
      ),
    );
    expect(said(transcript)).toEqual([
      ['Nora', 'Hello there, Ines.'],
      ['Ines', 'Hello.'],
      ['Nora', 'The tide was late.'],
    ]);
    expect(transcript.warnings).toEqual([{ line: 1, message: expect.stringContaining('kept apart') }]);
  });

  test('a document that was changed on the way is rejected', () => {
    const bytes = zipSync({ 'word/document.xml': strToU8(paragraph('Nora: Hello.')) }, { level: 0 });
    bytes[Buffer.from(bytes).indexOf('Hello')] = 'J'.charCodeAt(0);
    expect(() => readTranscript(bytes)).toThrow(expect.objectContaining({ reason: 'broken' }));
  });
});

describe('captions and labelled text', () => {
  test('words above the first caption are kept apart, and told of', () => {
    const vtt = 'WEBVTT\n\nThe lamp is lit.\nHello.\n\n00:03.000 --> 00:04.000\n<v Nora>The tide was late.';
    expect(told(vtt)).toContainEqual([3, expect.stringContaining('Text above the first caption has no times')]);
  });

  test.each(['The tide <s was late> again.', 'See [the gauge](it was late again).'])(
    'what is no markup after all is text: %s',
    (speech) => {
      expect(JSON.stringify(read(`Nora: Hello.\n\nInes: ${speech}\n\nNora: Yes.\n\nInes: So.`).turns)).toContain(
        'late',
      );
    },
  );
});
