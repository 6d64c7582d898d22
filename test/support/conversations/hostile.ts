/** Text made to make parsers slow or deep: a name, and how to write about so many characters of it. */
export const HOSTILE: readonly (readonly [name: string, write: (size: number) => string])[] = [
  ...[
    '\n',
    ' ',
    '\t',
    '-',
    '*',
    '_',
    '`',
    '#',
    '>',
    '<',
    '[',
    ']',
    '(',
    '\\',
    '&',
    ':',
    '0',
    '{',
    '"',
    ',',
    '\u00a0',
    '\ud800',
  ].map(
    (character) =>
      [
        `runs of ${JSON.stringify(character)}`,
        (size: number) => `Nora: Hi.\n\nInes: ${character.repeat(size)}`,
      ] as const,
  ),
  ...[
    ['**a', '*a_', '[a](', '![', '\\[', '[0:0', '(laugh', '<a "', '<a href=', '&#', '``a`', 'a: ', '_:_ ', '**A:** '],
    [
      '<v ',
      '</v>',
      '<b><i>',
      '<!--',
      '<![CDATA[',
      '{\\',
      '-->',
      '00:00 --> ',
      'http://',
      '0:00 ',
      '[[a]',
      '"a",',
      '> - ',
    ],
  ]
    .flat()
    .map(
      (piece) =>
        [
          `repeated ${JSON.stringify(piece)}`,
          (size: number) => `Nora: Hi.\n\nInes: ${piece.repeat(size / piece.length)}`,
        ] as const,
    ),
  ['label-like lines', (size) => lines(size, (index) => `Name ${index}: word`)],
  ['bold label-like lines', (size) => lines(size, (index) => `**Name ${index}:** word\n`)],
  ['two words each', (size) => lines(size, (index) => `A${index} B${index}: word\nA${index}: word`)],
  ['bare names', (size) => lines(size, (index) => `Name ${index % 900}\n`)],
  ['times', (size) => lines(size, (index) => `${index % 60}:${String(index % 60).padStart(2, '0')}`)],
  ['headings', (size) => lines(size, (index) => `### Name ${index % 7}`)],
  ['captions: arrow lines', (size) => `WEBVTT\n\n${'00:01.000 --> 00:02.000\n'.repeat(size / 24)}`],
  ['captions: arrows on one line', (size) => `WEBVTT\n\n${'00:01.000 --> '.repeat(size / 14)}`],
  ['captions: spaces behind the arrow', (size) => `WEBVTT\n\n00:01.000 -->${' '.repeat(size)}00:02.000\nHi`],
  [
    'captions: no blank lines',
    (size) => lines(size, (index) => `${index}\n00:00:01,000 --> 00:00:02,000\nHi ${index}`),
  ],
  ['captions: nested tags', (size) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<b><v a><c.x>'.repeat(size / 13)}Hi`],
  ['captions: open tags', (size) => `WEBVTT\n\n00:01.000 --> 00:02.000\n<v Nora>Hi ${'<v '.repeat(size / 3)}`],
  ['captions: digits', (size) => `WEBVTT\n\n${'9'.repeat(size)} --> 1\nHi`],
  ['captions: newlines inside', (size) => `1\n00:00:01,000 --> 00:00:02,000\nHi${'\n \n'.repeat(size / 3)}you`],
  ['captions: growing lines', (size) => `WEBVTT\n\n${growing(size)}`],
  ['page: open tags', (size) => `<html><body>${'<div class="transcript">'.repeat(size / 24)}Nora: Hi`],
  ['page: tags that never end', (size) => `<html><p>Nora: Hi${'<a b="'.repeat(size / 6)}`],
  ['page: closing tags', (size) => `<html>${'<section>'.repeat(size / 20)}${'</article>'.repeat(size / 20)}`],
  ['page: comments', (size) => `<html><p>Nora: Hi</p>${'<!-- '.repeat(size / 5)}`],
  ['page: scripts', (size) => `<html><p>Nora: Hi</p>${'<script></scrip>'.repeat(size / 16)}`],
  ['page: tables in tables', (size) => `<html>${'<table><tr><td>a'.repeat(size / 16)}`],
  ['page: attributes', (size) => `<html><p ${'class '.repeat(size / 6)}>Nora: Hi</p>`],
  [
    'XML: entities',
    (size) =>
      `<!DOCTYPE tt [<!ENTITY a "${'b'.repeat(size / 2)}">]><tt><p begin="1s">${'&a;'.repeat(size / 6)}</p></tt>`,
  ],
  ['XML: spans', (size) => `<tt><body><p begin="1s">${'<span begin="1s">a</span>'.repeat(size / 25)}</p></body></tt>`],
  ['CSV: quotes', (size) => `Speaker,Text\n${'"a""'.repeat(size / 4)}`],
  ['CSV: separators', (size) => `Speaker,Text\n${','.repeat(size)}`],
  ['JSON: strings of backslashes', (size) => `{"segments": ["${'\\\\'.repeat(size / 2)}"]}`],
  ['JSON: open quotes', (size) => `{"a": ${'"\\"'.repeat(size / 3)}`],
  ['front matter', (size) => `---\n${'a: b\n'.repeat(size / 5)}`],
];

function lines(size: number, write: (index: number) => string): string {
  const written: string[] = [];
  for (let length = 0, index = 0; length < size; index += 1) {
    const line = write(index);
    written.push(line);
    length += line.length + 1;
  }
  return written.join('\n');
}

/** Every cue repeats the one before and adds a word. */
function growing(size: number): string {
  const cues: string[] = [];
  let text = 'so';
  for (let length = 0; length < size; length += text.length + 25) {
    cues.push(`00:01.000 --> 00:02.000\n${text}`);
    text += ' on';
  }
  return cues.join('\n\n');
}
