import type { Anchor, Catalogue, PublishedTurn, ShowNotes, TurnsDocument } from '../../lambdas/contract/published';
import type { Turn } from '../../lambdas/domain/transcript';

/** A short invented conversation with times, a link, a stage direction and two paragraphs in one turn. */
export const turns: TurnsDocument = {
  schemaVersion: 1,
  turns: [
    turn('MIRA', 0, 3, "I'm Mira Adebayo, and this is Slow Clocks. Today: a bell that rings once a year."),
    turn('TOMASZ', 14, 7, "I'm Tomasz Lind. I cast bells in Ostermark, and I tune them by taking metal away."),
    turn('MIRA', 31.5, 9, 'Why can you only take metal away?'),
    turn(
      'TOMASZ',
      36,
      11,
      'Because a bell has no screws. You cast it a little too thick, you listen, and then you turn it on the lathe. ' +
        'Every shaving raises or lowers a note, and none of them comes back.\n\n' +
        'My grandfather stopped forty grams too late. That bell still hangs in Vessel Lane. [laughs]',
    ),
    turn('MIRA', 71, 15, 'Forty grams out of how many?'),
    turn('TOMASZ', 74, 17, 'Nine hundred kilograms. A bell remembers every mistake you make.'),
    turn('MIRA', 82, 19, 'The drawings of the Year Bell are at slow-clocks.example. What does it wait for?'),
    {
      ...turn(
        'TOMASZ',
        95,
        21,
        'For the longest night. A weight drops two millimetres a day, and in December it touches the wire.',
      ),
      endTime: 101.25,
    },
  ],
};

function turn(speaker: string, startTime: number, line: number, text: string): PublishedTurn {
  const laughter = text.indexOf('[laughs]');
  const address = text.indexOf('slow-clocks.example');
  return {
    speaker,
    text,
    startTime,
    line,
    spans: [
      ...(laughter < 0 ? [] : [{ kind: 'stage-direction' as const, words: [laughter, laughter + 8] as const }]),
      ...(address < 0
        ? []
        : [
            {
              kind: 'link' as const,
              words: [address, address + 19] as const,
              url: 'https://slow-clocks.example/year-bell',
            },
          ]),
    ],
  };
}

/** Where `text` stands in a turn of `turns`; throws where it does not. */
function anchor(number: number, text: string): Anchor {
  const from = turns.turns[number - 1]?.text.indexOf(text) ?? -1;
  if (from < 0) throw new Error(`turn ${number} does not say: ${text}`);
  return { turn: number, words: [from, from + text.length] };
}

const verbatim = (number: number, text: string) =>
  ({ text, kind: 'verbatim', anchors: [anchor(number, text)] }) as const;

/** Show notes of that conversation with something in every field. */
export const showNotes: ShowNotes = {
  schemaVersion: 1,
  show: { id: 'slow-clocks', title: 'Slow Clocks' },
  episode: {
    id: 'the-year-bell',
    title: 'The Year Bell',
    number: 7,
    publishedAt: '2026-03-04T06:00:00+01:00',
    audioUrl: 'https://slow-clocks.example/audio/7.mp3',
    language: 'en',
  },
  revision: '5d0c1f7a9be24c31',
  publication: 'a81e4403c5d2f96b',
  writer: { name: 'plain-writer', version: '1' },
  summary: {
    text: 'Mira Adebayo talks with Tomasz Lind.',
    kind: 'composed',
    anchors: [anchor(1, 'Mira Adebayo'), anchor(2, 'Tomasz Lind')],
    composition: {
      template: '{host} talks with {guest}.',
      slots: {
        host: { text: 'Mira Adebayo', anchor: anchor(1, 'Mira Adebayo') },
        guest: { text: 'Tomasz Lind', anchor: anchor(2, 'Tomasz Lind') },
      },
    },
  },
  standfirst: {
    text: 'Tomasz Lind on a bell that rings once a year.',
    kind: 'composed',
    anchors: [anchor(1, 'a bell that rings once a year'), anchor(2, 'Tomasz Lind')],
    composition: {
      template: '{guest} on {subject}.',
      slots: {
        guest: { text: 'Tomasz Lind', anchor: anchor(2, 'Tomasz Lind') },
        subject: { text: 'a bell that rings once a year', anchor: anchor(1, 'a bell that rings once a year') },
      },
    },
  },
  keyPoints: [
    verbatim(4, 'You cast it a little too thick, you listen, and then you turn it on the lathe.'),
    {
      text: 'Every shaving raises or lowers a note.',
      kind: 'trimmed',
      anchors: [anchor(4, 'Every shaving raises or lowers a note')],
    },
    { text: 'The Year Bell rings on the longest night.', kind: 'composed', anchors: [], edited: true },
  ],
  people: [
    {
      name: 'Mira Adebayo',
      role: 'host',
      labels: ['MIRA'],
      introduction: verbatim(1, "I'm Mira Adebayo, and this is Slow Clocks."),
    },
    {
      name: 'Tomasz Lind',
      role: 'guest',
      labels: ['TOMASZ', 'TOM'],
      introduction: verbatim(2, 'I cast bells in Ostermark'),
    },
  ],
  chapters: [
    { title: 'Only ever less', turn: 1, startTime: 0, anchors: [anchor(3, 'only take metal away')] },
    { title: 'The longest night', turn: 7, startTime: 82, anchors: [anchor(8, 'the longest night')], edited: true },
  ],
  questions: [
    question(3, 'Why can you only take metal away?', 4),
    question(5, 'Forty grams out of how many?', 6),
    question(7, 'What does it wait for?'),
  ],
  quotes: [
    {
      text: 'A bell remembers every mistake you make.',
      speaker: 'TOMASZ',
      startTime: 74,
      ...anchor(6, 'A bell remembers every mistake you make.'),
    },
  ],
  mentions: [
    {
      text: 'Year Bell',
      variants: ['Year Bell', 'the Year Bell'],
      turns: [7],
      count: 1,
      url: 'https://slow-clocks.example/year-bell',
    },
    { text: 'Ostermark', variants: ['Ostermark'], turns: [2], count: 1 },
    { text: 'bell', variants: ['bell', 'Bells'], turns: [1, 2, 3, 4, 5, 6, 7, 8], count: 9 },
  ],
  links: [
    { text: 'slow-clocks.example', url: 'https://slow-clocks.example/year-bell', turn: 7 },
    { text: 'Write to us', url: 'mailto:mira@slow-clocks.example', turn: 0 },
    { text: 'the drawings', url: '#', turn: 4 },
  ],
  blurbs: [
    {
      channel: 'x',
      text: 'A bell remembers every mistake you make. — Tomasz Lind',
      length: 55,
      limit: 280,
      unit: 'x-weighted',
    },
    {
      channel: 'bluesky',
      text: 'A bell that rings once a year.',
      length: 30,
      limit: 300,
      unit: 'graphemes',
      edited: true,
    },
    {
      channel: 'search-snippet',
      text: 'Mira Adebayo talks with Tomasz Lind about a bell that rings once a year.',
      length: 72,
      limit: 160,
      unit: 'characters',
    },
  ],
  signOff: [verbatim(7, 'The drawings of the Year Bell are at slow-clocks.example.')],
  warnings: [
    { message: 'The link to “the drawings” leads nowhere (#); write its address into the transcript.', line: 11 },
  ],
  told: ['MA and Mira Adebayo are taken for one person.'],
  base: '/shows/slow-clocks/the-year-bell/a81e4403c5d2f96b/',
  files: [
    file('show-notes-markdown', 'show-notes.md', 'text/markdown; charset=utf-8', 2113),
    file('show-notes-fragment', 'show-notes.html', 'text/html; charset=utf-8', 4410),
    file('turns', 'turns.json', 'application/json; charset=utf-8', 1904),
    file('transcript-html', 'transcript.html', 'text/html; charset=utf-8', 1760),
    file('transcript-vtt', 'transcript.vtt', 'text/vtt; charset=utf-8', 874),
    file('transcript-srt', 'transcript.srt', 'application/x-subrip; charset=utf-8', 902),
    file('transcript-json', 'transcript.json', 'application/json; charset=utf-8', 1320),
    file('chapters', 'chapters.json', 'application/json+chapters', 170),
    file('blurbs', 'blurbs.json', 'application/json; charset=utf-8', 612),
    file('details', 'details.json', 'application/json; charset=utf-8', 404),
  ],
};

function question(number: number, text: string, answeredBy?: number): ShowNotes['questions'][number] {
  return { text, ...anchor(number, text), ...(answeredBy === undefined ? {} : { answeredBy }) };
}

function file(role: ShowNotes['files'][number]['role'], href: string, type: string, bytes: number) {
  return { role, href, type, bytes, sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' };
}

/** A show of two episodes. */
export const catalogue: Catalogue = {
  schemaVersion: 1,
  show: { id: 'slow-clocks', title: 'Slow Clocks', description: 'Conversations about things that take their time.' },
  episodes: [
    {
      id: 'the-year-bell',
      title: 'The Year Bell',
      number: 7,
      publishedAt: '2026-03-04T06:00:00+01:00',
      language: 'en',
      summary: 'Mira Adebayo talks with Tomasz Lind.',
      people: [
        { name: 'Mira Adebayo', role: 'host' },
        { name: 'Tomasz Lind', role: 'guest' },
      ],
      publication: 'a81e4403c5d2f96b',
      page: '/shows/slow-clocks/the-year-bell/index.html',
      showNotes: '/shows/slow-clocks/the-year-bell/show-notes.json',
    },
    {
      id: 'lichen',
      title: 'A Millimetre of Lichen',
      language: 'en',
      summary: 'What grows on a grave, and how old it is.',
      people: [],
      publication: '77b1c2d9e0f3a456',
      page: '/shows/slow-clocks/lichen/index.html',
      showNotes: '/shows/slow-clocks/lichen/show-notes.json',
    },
  ],
};

/** The same turns as the parser would hand them over. */
export const parsedTurns = (document: TurnsDocument): readonly Turn[] =>
  document.turns.map((turn) => ({ ...turn, spans: turn.spans ?? [] }));
