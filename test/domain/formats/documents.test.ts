import { strToU8, zipSync } from 'fflate';
import { RejectedTranscriptError } from '../../../lambdas/domain/errors';
import { readTranscript } from '../../../lambdas/domain/formats';
import type { Transcript } from '../../../lambdas/domain/transcript';
import { clock, conversations, type SpokenTurn } from '../../support/conversations/conversations';
import { docx, paragraph, run, table } from '../../support/docx';
import { fc } from '../../support/laws';
import { read, said, timed } from '../../support/reading';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const inOne = ({ paragraphs }: SpokenTurn) => paragraphs.join('\n\n');
const each = (turn: SpokenTurn, write: (text: string, first: boolean) => string) =>
  turn.paragraphs.map((text, index) => write(text, index === 0)).join('\n');
const page = (body: string) =>
  `<!DOCTYPE html>\n<html lang="en"><head><title>Tides</title><style>p { color: red }</style></head>\n<body>${body}</body></html>`;

/** Each format: how a conversation is written, and what tells its paragraphs apart (nothing, in some). */
const FORMATS: readonly [
  name: string,
  gap: string,
  hasTimes: boolean,
  write: (turns: readonly SpokenTurn[]) => string | Uint8Array,
][] = [
  [
    'HTML: cite, time, p',
    '\n\n',
    true,
    (turns) =>
      page(
        turns
          .map(
            (turn) =>
              `<cite>${escaped(turn.speaker)}:</cite>\n<time>${clock(turn.startTime)}</time>\n${each(turn, (text) => `<p>${escaped(text)}</p>`)}`,
          )
          .join('\n'),
      ),
  ],
  [
    'HTML: cite and p, a fragment',
    '\n\n',
    false,
    (turns) =>
      turns
        .map((turn) => `<cite>${escaped(turn.speaker)}</cite>${each(turn, (text) => `<p>${escaped(text)}</p>`)}`)
        .join(''),
  ],
  [
    'HTML: spans of name, time and text',
    ' ',
    true,
    (turns) =>
      page(
        turns
          .map(
            (turn) =>
              `<div><span class="name">${escaped(turn.speaker)}</span> <span class="timestamp"><a href="https://tides.example/a">(${clock(turn.startTime)})</a></span> <span>${escaped(turn.paragraphs.join(' '))}</span></div>`,
          )
          .join('\n'),
      ),
  ],
  [
    'HTML: data-speaker',
    '\n\n',
    false,
    (turns) =>
      page(
        turns
          .map((turn) => each(turn, (text) => `<p data-speaker="${escaped(turn.speaker)}">${escaped(text)}</p>`))
          .join('\n'),
      ),
  ],
  [
    'HTML: bold labels',
    '\n\n',
    false,
    (turns) =>
      page(
        turns
          .map((turn) =>
            each(
              turn,
              (text, first) => `<p>${first ? `<strong>${escaped(turn.speaker)}:</strong> ` : ''}${escaped(text)}</p>`,
            ),
          )
          .join('\n'),
      ),
  ],
  [
    'HTML: bold labels, colon outside, br',
    ' ',
    false,
    (turns) =>
      page(
        `<div>${turns.map((turn) => `<b>${escaped(turn.speaker)}</b>: ${escaped(turn.paragraphs.join(' '))}`).join('<br/>')}</div>`,
      ),
  ],
  [
    'HTML: p.speaker',
    '\n\n',
    false,
    (turns) =>
      page(
        turns
          .map(
            (turn) =>
              `<p class="speaker">${escaped(turn.speaker)}</p>${each(turn, (text) => `<p>${escaped(text)}</p>`)}`,
          )
          .join(''),
      ),
  ],
  [
    'HTML: span.speaker-name and span.timestamp',
    '\n\n',
    true,
    (turns) =>
      page(
        turns
          .map(
            (turn) =>
              `<div class="turn"><span class="timestamp">${clock(turn.startTime, true)}</span><span class="speaker-name">${escaped(turn.speaker)}</span>${each(turn, (text) => `<p>${escaped(text)}</p>`)}</div>`,
          )
          .join(''),
      ),
  ],
  [
    'HTML: a list of definitions',
    '\n\n',
    false,
    (turns) =>
      page(
        `<dl>${turns.map((turn) => `<dt>${escaped(turn.speaker)}</dt>${each(turn, (text) => `<dd>${escaped(text)}</dd>`)}`).join('')}</dl>`,
      ),
  ],
  [
    'HTML: a table',
    ' ',
    true,
    (turns) =>
      page(
        `<table><tr><th>Time</th><th>Speaker</th><th>Transcript</th></tr>${turns.map((turn) => `<tr><td>${clock(turn.startTime)}</td><td>${escaped(turn.speaker)}</td><td>${escaped(turn.paragraphs.join(' '))}</td></tr>`).join('\n')}</table>`,
      ),
  ],
  [
    'HTML inside Markdown',
    '\n\n',
    false,
    (turns) =>
      `---\ntitle: Tides\n---\n\n<h3 id="start">Start</h3>\n${turns.map((turn) => each(turn, (text, first) => `<p>${first ? `${turn.speaker}: ` : ''}${text}</p>`)).join('\n')}`,
  ],
  [
    'CSV',
    '\n\n',
    false,
    (turns) =>
      `Speaker,Transcript,Commentary\n${turns.map((turn) => `${quoted(turn.speaker)},${quoted(turn.paragraphs.join(' '))},`).join('\n')}`.replaceAll(
        '\n\n',
        ' ',
      ),
  ],
  [
    'CSV with semicolons and times',
    ' ',
    true,
    (turns) =>
      `Start;End;Speaker;Text\n${turns.map((turn) => `${clock(turn.startTime, true)};;${quoted(turn.speaker)};${quoted(turn.paragraphs.join(' '))}`).join('\n')}`,
  ],
  [
    'tab-separated',
    ' ',
    true,
    (turns) =>
      `Time\tName\tText\n${turns.map((turn) => `${turn.startTime}\t${turn.speaker}\t${turn.paragraphs.join(' ')}`).join('\n')}\n`,
  ],
  [
    'Podlove XML',
    ' ',
    true,
    (turns) =>
      `<?xml version="1.0"?>\n<pst:transcripts xmlns:pst="http://podlove.org/simple-transcripts">\n${turns.map((turn) => `<pst:speech><pst:speaker>${escaped(turn.speaker)}</pst:speaker>${each(turn, (text) => `<pst:item start="${clock(turn.startTime, true)}.000" end="${clock(turn.startTime + 1, true)}.000">${escaped(text)}</pst:item>`)}</pst:speech>`).join('\n')}</pst:transcripts>`,
  ],
  [
    'TTML of words',
    ' ',
    true,
    (turns) =>
      ttml(turns, (text, start) =>
        text
          .split(' ')
          .map((word) => `<span begin="${start}.000" end="${start}.500" podcasts:unit="word">${escaped(word)}</span>`)
          .join(''),
      ),
  ],
  ['TTML of text', ' ', true, (turns) => ttml(turns, escaped)],
  [
    'DOCX: bold labels',
    '\n\n',
    false,
    (turns) =>
      docx(
        turns
          .map((turn) =>
            each(turn, (text, first) => paragraph((first ? run(`${turn.speaker}: `, '<w:b/>') : '') + run(text))),
          )
          .join(''),
      ),
  ],
  [
    'DOCX: Teams',
    '\n\n',
    true,
    (turns) =>
      docx(
        turns
          .map(
            (turn) =>
              paragraph(
                `${run(turn.speaker, '<w:b/>')}${run(`   ${clock(turn.startTime)}`)}<w:r><w:br/></w:r>${run(turn.paragraphs[0] as string)}`,
              ) +
              turn.paragraphs
                .slice(1)
                .map((text) => paragraph(run(text)))
                .join(''),
          )
          .join(''),
      ),
  ],
  [
    'DOCX: Word',
    '\n\n',
    true,
    (turns) =>
      docx(
        paragraph(run('Transcript'), '<w:pStyle w:val="Heading1"/>') +
          turns
            .map(
              (turn) =>
                paragraph(run(`${clock(turn.startTime, true)} ${turn.speaker}`)) +
                turn.paragraphs.map((text) => paragraph(run(text))).join(''),
            )
            .join(''),
      ),
  ],
  [
    'DOCX: Otter',
    '\n\n',
    true,
    (turns) =>
      docx(
        turns
          .map(
            (turn) =>
              paragraph(`${run(turn.speaker)}<w:r><w:tab/></w:r>${run(clock(turn.startTime))}`) +
              turn.paragraphs.map((text) => paragraph(run(text))).join(''),
          )
          .join(''),
      ),
  ],
  [
    'DOCX: a table',
    ' ',
    true,
    (turns) =>
      docx(
        paragraph(run('Made by hand')) +
          table([
            ['Start', 'Dur.', 'Speaker', '', 'Transcription'],
            ...turns.map((turn) => [clock(turn.startTime, true), '5s', turn.speaker, '', turn.paragraphs.join(' ')]),
          ]),
      ),
  ],
];

function ttml(turns: readonly SpokenTurn[], write: (text: string, start: number) => string): string {
  const cast = [...new Set(turns.map(({ speaker }) => speaker))];
  const agents = cast.map(
    (speaker, index) =>
      `<ttm:agent xml:id="v${index}"><ttm:name type="full">${escaped(speaker)}</ttm:name></ttm:agent>`,
  );
  const body = turns.map(
    (turn) =>
      `<p begin="${clock(turn.startTime)}.000" end="${turn.startTime + 50}s" ttm:agent="v${cast.indexOf(turn.speaker)}">${write(turn.paragraphs.join(' '), turn.startTime)}</p>`,
  );
  return `<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en"><head><metadata>${agents.join('')}</metadata></head><body><div>${body.join('')}</div></body></tt>`;
}

describe.each(FORMATS)('%s', (_name, gap, hasTimes, write) => {
  test('gives back the turns and times that were written', () => {
    fc.assert(
      fc.property(conversations, ({ turns }) => {
        const source = write(turns);
        const transcript = typeof source === 'string' ? read(source) : readTranscript(source);
        const plain = (text: string) => (gap === ' ' ? text.replaceAll('\n\n', ' ') : text);
        expect(
          timed(transcript).map(([speaker, start, text]) => [
            speaker,
            hasTimes ? start : undefined,
            withoutGapsInChinese(plain(text)),
          ]),
        ).toEqual(
          turns.map((turn) => [
            turn.speaker,
            hasTimes ? turn.startTime : undefined,
            withoutGapsInChinese(plain(gapped(turn, _name))),
          ]),
        );
      }),
      { numRuns: 20 },
    );
  });
});

/** CSV cells hold no paragraphs. */
const gapped = (turn: SpokenTurn, name: string) => (name === 'CSV' ? turn.paragraphs.join(' ') : inOne(turn));
const withoutGapsInChinese = (text: string) => text.replaceAll('潮汐 ', '潮汐');

const texts = (asides: Transcript['preface']) => asides.map(({ text }) => text);

describe('pages', () => {
  test('a transcript inside a whole page is kept apart from the page', () => {
    const transcript = read(
      page(
        '<nav><a href="/">Home</a></nav><h1>The tide machine</h1><p>Nora talks with Ines. Note: long.</p><div id="transcript" class="box"><h2>Start</h2>\n<p><strong>Nora:</strong> <em>One</em>, <a href="https://tides.example/a">two</a>.</p><p>Three.</p><p><strong>Ines:</strong> Four &amp; [laughs].</p></div><h2>Comments</h2><p>Kim: Nice!</p><footer>© Tides</footer>',
      ),
    );
    expect(said(transcript)).toEqual([
      ['Nora', 'One, two.\n\nThree.'],
      ['Ines', 'Four & [laughs].'],
    ]);
    expect(transcript.turns[0]?.spans).toEqual([{ kind: 'link', words: [5, 8], url: 'https://tides.example/a' }]);
    expect(transcript.headings.map(({ text }) => text)).toEqual(['Tides', 'Start']);
    expect(texts(transcript.preface)).toEqual([
      '# The tide machine',
      'Nora talks with Ines. Note: long.',
      '## Comments',
      'Kim: Nice!',
      'Home',
      '© Tides',
    ]);
    expect(transcript.language).toBe('en');
  });

  test('scripts and styles are nobody’s words, and markup in text is text', () => {
    const source = page(
      '<script>if (a < b) { "Kim: no" }</script><p><b>Nora:</b> 1 < 2 *and* a_b_c &lt;p&gt;</p><p><b>Ines:</b> `No`.</p>',
    );
    expect(said(read(source))).toEqual([
      ['Nora', '1 < 2 *and* a_b_c <p>'],
      ['Ines', '`No`.'],
    ]);
  });

  test('a page without conversation is rejected', () => {
    expect(() => read(page('<h1>Tides</h1><p>Coming soon.</p>'))).toThrow(
      expect.objectContaining({ reason: 'no-turns' }),
    );
  });
});

describe('tables', () => {
  test('an empty speaker cell is nobody, other cells are kept', () => {
    const transcript = read(
      'Speaker,Transcript,Commentary\r\nNora,"One, ""two"".\nThree.",cut here\r\n,Four.,\r\nInes,*laughs* Five.,\r\n',
    );
    expect(said(transcript)).toEqual([
      ['Nora', 'One, "two". Three.'],
      ['', 'Four.'],
      ['Ines', 'laughs Five.'],
    ]);
    expect(transcript.turns.map(({ line }) => line)).toEqual([2, 4, 5]);
    expect(texts(transcript.preface)).toEqual(['cut here']);
  });
});

describe('Word documents', () => {
  test('headings, links and look', () => {
    const link = `<w:hyperlink r:id="r1">${run('home')}</w:hyperlink>`;
    const body =
      paragraph(run('Tides'), '<w:pStyle w:val="Title"/>') +
      paragraph(`${run('Nora:', '<w:b/>')}${run(' Go ')}${link}${run('.')}`) +
      paragraph(`${run('Ines:', '<w:b/>')}${run(' I ')}${run('will ', '<w:i/>')}${run('not', '<w:b w:val="0"/>')}`);
    const transcript = readTranscript(docx(body, { r1: 'https://tides.example' }));
    expect(said(transcript)).toEqual([
      ['Nora', 'Go home.'],
      ['Ines', 'I will not'],
    ]);
    expect(transcript.headings).toEqual([{ text: 'Tides', line: 1, level: 1, beforeTurn: 1 }]);
    expect(transcript.turns[0]?.spans).toEqual([{ kind: 'link', words: [3, 7], url: 'https://tides.example' }]);
    expect(transcript.turns[1]?.line).toBe(3);
  });

  test.each([
    [
      'another archive',
      zipSync({ '../word/document.xml': strToU8('<w:p/>'), '/etc/passwd': strToU8('x') }),
      'unknown-format',
    ],
    ['a cut document', docx(paragraph(run('Nora: One.'))).slice(0, 200), 'broken'],
    ['a bomb', zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) }, { level: 9 }), 'too-large'],
    ['a lying directory', lying(docx(paragraph(run('Nora: One.')))), 'broken'],
    ['no words', docx(''), 'empty'],
  ])('%s is rejected', (_what, bytes, reason) => {
    expect(() => readTranscript(bytes)).toThrow(RejectedTranscriptError);
    expect(() => readTranscript(bytes)).toThrow(expect.objectContaining({ reason }));
  });
});

/** Overwrites packed content with noise. */
function lying(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, index) => (index > 120 && index < 260 ? byte ^ 0x55 : byte));
}

describe('XML', () => {
  test('entities are not expanded, doctypes and comments are skipped', () => {
    const source =
      '<?xml version="1.0"?><!DOCTYPE tt [<!ENTITY a "boo"><!ENTITY b "&a;&a;">]><tt><body><div><p begin="1s" ttm:agent="Nora">Hi &b; <!-- not --><![CDATA[<you>]]></p></div></body></tt>';
    expect(timed(read(source))).toEqual([['Nora', 1, 'Hi &b; <you>']]);
  });

  test('an empty speaker is nobody', () => {
    const source =
      '<t:transcripts xmlns:t="x"><t:speech><t:speaker/><t:item start="00:00:01.0" end="00:00:02.0">One</t:item><t:item start="00:00:02.0">two.</t:item></t:speech></t:transcripts>';
    expect(timed(read(source))).toEqual([['', 1, 'One two.']]);
  });
});
