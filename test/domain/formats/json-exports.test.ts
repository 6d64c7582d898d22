import { read, said, timed } from '../../support/reading';

const TURNS = [
  ['Nora', 'How long did the lamp burn?'],
  ['Ines', 'Until noon. Then it rained.'],
  ['Nora', 'And after that?'],
] as const;

const numbered = TURNS.map(([name, text], at) => [name === 'Nora' ? 'Speaker 1' : 'Speaker 2', at * 10, text]);
const named = TURNS.map(([name, text], at) => [name, at * 10, text]);
const idOf = (name: string): number => (name === 'Nora' ? 1 : 2);
const wordsOf = (text: string): string[] => text.split(' ');

test.each([
  [
    'Azure Speech in batches',
    numbered,
    {
      combinedRecognizedPhrases: [{ channel: 0, display: TURNS.map(([, text]) => text).join(' ') }],
      recognizedPhrases: TURNS.map(([name, text], at) => ({
        channel: 0,
        speaker: idOf(name),
        offsetInTicks: at * 1e8,
        durationInTicks: 2e7,
        nBest: [{ lexical: text.toLowerCase(), display: text }],
      })),
    },
  ],
  [
    'Azure Speech at once',
    numbered,
    {
      durationMilliseconds: 9000,
      phrases: TURNS.map(([name, text], at) => ({ speaker: idOf(name), offsetMilliseconds: at * 10_000, text })),
    },
  ],
  [
    'paragraphs of Deepgram',
    numbered,
    {
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: TURNS.map(([, text]) => text).join(' '),
                paragraphs: {
                  paragraphs: TURNS.map(([name, text], at) => ({
                    speaker: idOf(name),
                    sentences: [{ text, start: at * 10, end: at * 10 + 2 }],
                  })),
                },
              },
            ],
          },
        ],
      },
    },
  ],
  [
    'Trint',
    named,
    {
      transcript: {
        speakers: [
          { id: 'a', name: 'Nora' },
          { id: 'b', name: 'Ines' },
        ],
        paragraphs: TURNS.map(([name], at) => ({ id: `p${at}`, speaker: name === 'Nora' ? 'a' : 'b' })),
        words: TURNS.flatMap(([, text], at) =>
          wordsOf(text).map((value, index) => ({
            value,
            time: at * 10_000 + index * 300,
            duration: 200,
            paragraphId: `p${at}`,
          })),
        ),
      },
    },
  ],
  [
    'segments that call speakers by an id',
    named,
    {
      speakers: [
        { id: 1, speaker_name: 'Nora' },
        { id: 2, speaker_name: 'Ines' },
      ],
      transcripts: TURNS.map(([name, transcript], at) => ({ speaker_id: idOf(name), transcript, start: at * 10 })),
    },
  ],
  [
    'Zoom’s timeline',
    named,
    { timeline: TURNS.map(([username, text], at) => ({ ts: `00:00:${at}0.000`, text, users: [{ username }] })) },
  ],
  [
    'words that carry speakers, and blanks between them',
    TURNS.map(([name, text], at) => [`speaker_${idOf(name)}`, at * 10, text]),
    {
      text: TURNS.map(([, text]) => text).join(' '),
      words: TURNS.flatMap(([name, text], at) =>
        wordsOf(text).flatMap((word, index) => [
          { text: word, type: 'word', start: at * 10 + index / 4, speaker_id: `speaker_${idOf(name)}` },
          { text: ' ', type: 'spacing', start: at * 10 + index / 4, speaker_id: `speaker_${idOf(name)}` },
        ]),
      ),
    },
  ],
])('reads %s', (_what, expected, root) => {
  expect(timed(read(JSON.stringify(root)))).toEqual(expected);
});

test.each([
  ['maps of a name to what it says', TURNS.map(([name, text]) => ({ [name]: text }))],
  ['the same one level below', { transcript: TURNS.map(([name, text]) => ({ [name]: text })) }],
  ['pairs', TURNS],
  ['a list whose entries are numbered', { ...TURNS.map(([speaker, text]) => ({ speaker, text })) }],
  [
    'words below a participant',
    TURNS.map(([name, text]) => ({ participant: { name }, words: wordsOf(text).map((word) => ({ text: word })) })),
  ],
])('reads %s', (_what, root) => {
  expect(said(read(JSON.stringify(root)))).toEqual(TURNS.map(([name, text]) => [name, text]));
});

test('reads words without speakers as one voice', () => {
  const result = TURNS.flatMap(([, text]) => wordsOf(text)).map((word, at) => ({
    word,
    start: at / 2,
    end: at / 2 + 0.3,
  }));
  expect(said(read(JSON.stringify({ result })))).toEqual([['', TURNS.map(([, text]) => text).join(' ')]]);
});

test('a list of settings is no transcript', () => {
  expect(() => read(JSON.stringify({ title: 'Lamps', tags: ['fog', 'rain'] }))).toThrow('no transcript was found');
});

test('captions of YouTube and paragraphs of AssemblyAI name nobody', () => {
  const youTube = {
    wireMagic: 'pb3',
    events: TURNS.flatMap(([, text], at) => [
      { tStartMs: at * 10_000, segs: wordsOf(text).map((word, index) => ({ utf8: index === 0 ? word : ` ${word}` })) },
      { tStartMs: at * 10_000 + 900, aAppend: 1, segs: [{ utf8: '\n' }] },
    ]),
  };
  const paragraphs = TURNS.map(([, text], at) => ({ text, start: at * 10_000, end: at * 10_000 + 900 }));
  const texts = TURNS.map(([, text]) => text);
  expect(said(read(JSON.stringify(youTube)))).toEqual([['', texts.join(' ')]]);
  expect(said(read(JSON.stringify({ id: '1', audio_duration: 31, paragraphs })))).toEqual([['', texts.join('\n\n')]]);
});
