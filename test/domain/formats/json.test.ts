import { RejectedTranscriptError } from '../../../lambdas/domain/errors';
import { type Conversation, conversations } from '../../support/conversations/conversations';
import { fc } from '../../support/laws';
import { read, said, timed } from '../../support/reading';

interface SpokenWord {
  readonly text: string;
  readonly start: number;
  readonly speaker: string;
  readonly index: number;
}

/** Every turn as words, a tenth of a second each; the index is that of the turn's speaker. */
function wordsOf({ turns }: Conversation): SpokenWord[][] {
  const cast = [...new Set(turns.map(({ speaker }) => speaker))];
  return turns.map(({ speaker, paragraphs, startTime }) =>
    paragraphs
      .join(' ')
      .split(' ')
      .map((text, index) => ({ text, speaker, start: (startTime * 10 + index) / 10, index: cast.indexOf(speaker) })),
  );
}

/** Chinese words are joined without a space. */
const text = (words: readonly SpokenWord[]) =>
  words
    .map((word) => word.text)
    .join(' ')
    .replaceAll('潮汐 潮汐', '潮汐潮汐')
    .replaceAll('潮汐 潮汐', '潮汐潮汐');
const first = (words: readonly SpokenWord[]) => words[0] as SpokenWord;
const numbered = (word: SpokenWord) => `Speaker ${word.index}`;
const spoken = (word: SpokenWord) => word.speaker;

/** Cuts `twice,` into word and punctuation, as some services do. */
function punctuated(word: SpokenWord): [word: string, mark: string] {
  const mark = /[.,?!…]$/.exec(word.text)?.[0] ?? '';
  return mark === word.text ? [word.text, ''] : [word.text.slice(0, word.text.length - mark.length), mark];
}

const amazonItems = (words: readonly SpokenWord[], extra: (word: SpokenWord) => object) =>
  words.flatMap((word) => {
    const [content, mark] = punctuated(word);
    const item = {
      start_time: String(word.start),
      end_time: String(word.start + 0.1),
      type: 'pronunciation',
      alternatives: [{ content }],
      ...extra(word),
    };
    return mark === '' ? [item] : [item, { type: 'punctuation', alternatives: [{ content: mark }], ...extra(word) }];
  });

const FORMATS: readonly [
  name: string,
  format: string,
  label: (word: SpokenWord) => string,
  write: (turns: SpokenWord[][]) => unknown,
][] = [
  [
    'Podcasting 2.0',
    'podcasting-json',
    spoken,
    (turns) => ({
      version: '1.0.0',
      segments: turns.map((words) => ({
        speaker: first(words).speaker,
        startTime: first(words).start,
        endTime: first(words).start + 1,
        body: text(words),
      })),
    }),
  ],
  [
    'Amazon Transcribe, speaker labels',
    'amazon-transcribe',
    (word) => `spk_${word.index}`,
    (turns) => ({
      jobName: 'tides',
      results: {
        transcripts: [{ transcript: turns.map(text).join(' ') }],
        items: turns.flatMap((words) => amazonItems(words, () => ({}))),
        speaker_labels: {
          segments: turns.map((words) => ({
            speaker_label: `spk_${first(words).index}`,
            items: words.map((word) => ({ start_time: String(word.start), speaker_label: `spk_${word.index}` })),
          })),
        },
      },
    }),
  ],
  [
    'Amazon Transcribe, labels on items',
    'amazon-transcribe',
    (word) => `spk_${word.index}`,
    (turns) => ({
      results: {
        items: turns.flatMap((words) => amazonItems(words, (word) => ({ speaker_label: `spk_${word.index}` }))),
      },
    }),
  ],
  [
    'Amazon Transcribe, channels',
    'amazon-transcribe',
    (word) => `ch_${word.index}`,
    (turns) => ({
      results: {
        items: amazonItems(turns.flat(), () => ({})),
        channel_labels: {
          channels: [0, 1, 2].map((channel) => ({
            channel_label: `ch_${channel}`,
            items: amazonItems(
              turns.flat().filter(({ index }) => index === channel),
              () => ({}),
            ),
          })),
        },
      },
    }),
  ],
  [
    'Amazon Call Analytics',
    'amazon-call-analytics',
    spoken,
    (turns) => ({
      LanguageCode: 'en-US',
      Transcript: turns.map((words) => ({
        ParticipantRole: first(words).speaker,
        Content: text(words),
        BeginOffsetMillis: first(words).start * 1000,
        EndOffsetMillis: first(words).start * 1000 + 500,
      })),
    }),
  ],
  [
    'Whisper with speakers',
    'whisperx',
    spoken,
    (turns) => ({
      language: 'en',
      segments: turns.map((words) => ({
        start: first(words).start,
        end: first(words).start + 1,
        speaker: first(words).speaker,
        text: ` ${text(words)}`,
        words: words.map((word) => ({ word: ` ${word.text}`, start: word.start, end: word.start + 0.1 })),
      })),
    }),
  ],
  [
    'whisper.cpp',
    'whisper-cpp',
    spoken,
    (turns) => ({
      result: { language: 'en' },
      transcription: turns.map((words) => ({
        timestamps: { from: '00:00:00,000' },
        offsets: { from: first(words).start * 1000, to: first(words).start * 1000 + 900 },
        speaker: first(words).speaker,
        text: ` ${text(words)}`,
      })),
    }),
  ],
  [
    'Deepgram',
    'deepgram',
    numbered,
    (turns) => ({
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: '',
                words: turns.flat().map((word) => ({
                  word: word.text.toLowerCase(),
                  punctuated_word: word.text,
                  start: word.start,
                  end: word.start,
                  speaker: word.index,
                })),
              },
            ],
          },
        ],
      },
    }),
  ],
  [
    'AssemblyAI',
    'assemblyai',
    (word) => 'ABC'[word.index] as string,
    (turns) => ({
      audio_url: 'https://audio.example/1',
      language_code: 'en_gb',
      utterances: turns.map((words) => ({
        speaker: 'ABC'[first(words).index],
        start: first(words).start * 1000,
        text: text(words),
        words: words.map((word) => ({ text: word.text, start: word.start * 1000, end: word.start * 1000 + 50 })),
      })),
    }),
  ],
  [
    'Google',
    'google',
    numbered,
    (turns) => ({
      results: [
        {
          alternatives: [
            {
              transcript: turns.map(text).join(' '),
              words: turns.flat().map((word) => ({ word: word.text, startTime: `${word.start}s` })),
            },
          ],
        },
        {
          alternatives: [
            {
              words: turns.flat().map((word) => ({
                word: word.text,
                startTime: `${word.start}s`,
                endTime: { seconds: String(Math.ceil(word.start)), nanos: 5 },
                speakerTag: word.index,
              })),
            },
          ],
        },
      ],
    }),
  ],
  [
    'IBM',
    'ibm',
    numbered,
    (turns) => ({
      results: turns.map((words) => ({
        final: true,
        alternatives: [
          { transcript: text(words), timestamps: words.map((word) => [word.text, word.start, word.start + 0.1]) },
        ],
      })),
      speaker_labels: turns.flat().map((word) => ({ from: word.start, speaker: word.index })),
    }),
  ],
  [
    'Speechmatics',
    'speechmatics',
    (word) => `S${word.index}`,
    (turns) => ({
      results: turns.flat().flatMap((word) => {
        const [content, mark] = punctuated(word);
        const entry = {
          type: 'word',
          start_time: word.start,
          end_time: word.start + 0.1,
          alternatives: [{ content, speaker: `S${word.index}` }],
        };
        return mark === ''
          ? [entry]
          : [
              entry,
              {
                type: 'punctuation',
                attaches_to: 'previous',
                alternatives: [{ content: mark, speaker: `S${word.index}` }],
              },
            ];
      }),
    }),
  ],
  [
    'Speechmatics 1',
    'speechmatics',
    (word) => `M${word.index}`,
    (turns) => ({
      job: { lang: 'en' },
      speakers: turns.map((words) => ({ name: `M${first(words).index}`, time: String(first(words).start) })),
      words: turns.flat().map((word) => ({ name: word.text, time: String(word.start), duration: '0.10' })),
    }),
  ],
  [
    'Podlove',
    'podlove',
    spoken,
    (turns) =>
      turns.map((words) => ({
        start: '00:00:00.000',
        start_ms: first(words).start * 1000,
        end_ms: first(words).start * 1000 + 10,
        speaker: '3',
        voice: first(words).speaker,
        text: text(words),
      })),
  ],
  [
    'Rev',
    'rev',
    numbered,
    (turns) => ({
      monologues: turns.map((words) => ({
        speaker: first(words).index,
        elements: words.flatMap((word, index) => [
          ...(index > 0 ? [{ type: 'punct', value: ' ' }] : []),
          { type: 'text', value: word.text, ts: word.start, end_ts: word.start + 0.1 },
        ]),
      })),
    }),
  ],
  [
    'a plain list',
    'json',
    spoken,
    (turns) => turns.map((words) => ({ speaker: first(words).speaker, start: first(words).start, text: text(words) })),
  ],
  [
    'a list inside',
    'json',
    spoken,
    (turns) => ({
      data: {
        title: 'Tides',
        transcript: turns.map((words) => ({
          who: { name: first(words).speaker },
          time: first(words).start,
          content: text(words),
        })),
      },
    }),
  ],
];

describe.each(FORMATS)('%s', (_name, format, label, write) => {
  test.each([undefined, 2])('gives back the turns and times that were written, indented by %s', (indent) => {
    fc.assert(
      fc.property(conversations, (conversation) => {
        const turns = wordsOf(conversation);
        const transcript = read(JSON.stringify(write(turns), null, indent));
        expect(transcript.format).toBe(format);
        expect(
          timed(transcript).map(([speaker, start, said]) => [speaker, start, said.replaceAll('\n\n', ' ')]),
        ).toEqual(turns.map((words) => [label(first(words)), first(words).start, text(words)]));
      }),
      { numRuns: 15 },
    );
  });
});

test('a turn stands on the line of its object', () => {
  const source = JSON.stringify(
    [
      { speaker: 'Nora', text: 'One {"not": "an object"}.' },
      { speaker: 'Ines', text: 'Two.' },
    ],
    null,
    1,
  );
  expect(read(source).turns.map(({ line }) => line)).toEqual([2, 6]);
});

test('words keep their times', () => {
  const source = {
    segments: [
      {
        start: 1,
        text: 'So we went.',
        speaker: 'Nora',
        words: [
          { word: 'So', start: 1 },
          { word: ' we', start: 1.2 },
          { word: ' went.', start: 1.5 },
        ],
      },
    ],
  };
  expect(read(JSON.stringify(source)).turns[0]?.times).toEqual([3, 1.2, 6, 1.5]);
});

test.each([
  ['lines with labels', ['Nora: One.', 'Ines: Two.', 'Nora: Three.']],
  ['one long text', { title: 'Tides', transcript: 'Nora: One.\n\nInes: Two.\n\nNora: Three.' }],
])('reads %s', (_what, value) => {
  expect(said(read(JSON.stringify(value)))).toEqual([
    ['Nora', 'One.'],
    ['Ines', 'Two.'],
    ['Nora', 'Three.'],
  ]);
});

test('keeps the separators of lines that its strings may hold', () => {
  const segments = [{ speaker: 'Nora', text: 'One\u2028two.' }];
  expect(said(read(JSON.stringify({ segments })))).toEqual([['Nora', expect.stringMatching(/^One\stwo\.$/u)]]);
  expect(said(read(JSON.stringify(segments)))).toEqual([['Nora', expect.stringMatching(/^One\stwo\.$/u)]]);
});

test('reads one object a line', () => {
  expect(said(read('{"speaker":"Nora","text":"One."}\n{"speaker":"Ines","text":"Two."}\n'))).toHaveLength(2);
});

test('nobody is named: one voice, and a warning', () => {
  const transcript = read('{"language":"de","segments":[{"start":0,"end":2,"text":"Moin [Lachen]."}]}');
  expect(transcript.turns).toEqual([
    {
      speaker: '',
      text: 'Moin [Lachen].',
      line: 1,
      startTime: 0,
      endTime: 2,
      spans: [{ kind: 'stage-direction', words: [5, 13] }],
    },
  ]);
  expect(transcript.language).toBe('de');
  expect(transcript.warnings).toEqual([{ message: expect.stringContaining('does not say who speaks') }]);
});

test.each([
  ['settings', '{"name": "pipeline", "stages": [1, 2]}', 'unknown-format', undefined],
  ['a cut file', '{"segments": [\n{"speaker": "Nora",\n"text": "Hel', 'broken', 3],
  ['too many levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'broken', 1],
  ['a prototype', '{"__proto__": {"segments": [{"speaker": "Nora", "text": "One."}]}}', 'unknown-format', undefined],
  [
    'words of the wrong kind',
    '{"segments": [{"speaker": {"a": 1}, "text": 7}], "results": {"items": [null, 1]}}',
    'unknown-format',
    undefined,
  ],
])('rejects %s', (_what, source, reason, line) => {
  expect(() => read(source)).toThrow(RejectedTranscriptError);
  expect(() => read(source)).toThrow(expect.objectContaining(line === undefined ? { reason } : { reason, line }));
});
