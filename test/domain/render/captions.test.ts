import Ajv from 'ajv';
import { parse as parseVtt } from 'node-webvtt';
import { parseSync as parseSubRip } from 'subtitle';
import type { ShowNotes } from '../../../lambdas/contract/published';
import { readTranscript } from '../../../lambdas/domain/formats';
import { captionWarnings, renderTimedFiles } from '../../../lambdas/domain/render';
import type { Turn } from '../../../lambdas/domain/transcript';
import { type Conversation, conversations } from '../../support/conversations/conversations';
import { fc } from '../../support/laws';
import { turns as invented, parsedTurns, showNotes } from '../../support/show-notes';

const nobody: ShowNotes = { ...showNotes, people: [], chapters: [] };

const turnsOf = ({ turns }: Conversation): Turn[] =>
  turns.map(({ speaker, paragraphs, startTime }, index) => ({
    ...{ speaker, text: paragraphs.join('\n\n'), startTime, line: index + 1, spans: [] },
    ...(index === turns.length - 1 && { endTime: startTime + 4.5 }),
  }));

const timedTurns = parsedTurns(invented);

const fileOf = (role: string, notes: ShowNotes, turns: readonly Turn[]) =>
  renderTimedFiles(notes, turns).find((file) => file.role === role)?.text ?? '';

const inOneLine = (text: string): string => text.replace(/\s+/gu, ' ');

test.each(['transcript-vtt', 'transcript-srt', 'transcript-json'])(
  'law: %s reads back to the same speakers, words and times',
  (role) => {
    fc.assert(
      fc.property(conversations, (conversation) => {
        const turns = turnsOf(conversation);
        const read = readTranscript(new TextEncoder().encode(fileOf(role, nobody, turns)));
        expect(read.turns.map(({ speaker, text, startTime }) => [speaker, inOneLine(text), startTime])).toEqual(
          turns.map(({ speaker, text, startTime }) => [speaker, inOneLine(text), startTime]),
        );
        expect(read.turns.at(-1)?.endTime).toBe(turns.at(-1)?.endTime);
      }),
    );
  },
);

describe('law: other people’s parsers read the same', () => {
  /** What was spoken, with the times that the captions give it. */
  const expected = (turns: readonly Turn[]) =>
    turns.map(({ text, startTime = 0, endTime }, index) => [
      startTime,
      endTime ?? turns[index + 1]?.startTime,
      inOneLine(text),
    ]);
  const inText = (vtt: string): string =>
    inOneLine(vtt.replace(/^<v [^>]*>/u, ''))
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');

  test('of WebVTT', () => {
    fc.assert(
      fc.property(conversations, (conversation) => {
        const turns = turnsOf(conversation);
        const { valid, cues } = parseVtt(fileOf('transcript-vtt', nobody, turns), { strict: true });
        expect(valid).toBe(true);
        expect(cues.map(({ start, end, text }) => [start, end, inText(text)])).toEqual(expected(turns));
      }),
    );
  });

  test('of SubRip', () => {
    fc.assert(
      fc.property(conversations, (conversation) => {
        const turns = turnsOf(conversation);
        const blocks = parseSubRip(fileOf('transcript-srt', nobody, turns));
        const cues = blocks.flatMap((block) => (block.type === 'cue' ? [block.data] : []));
        const spoken = cues.map(({ start, end, text }, index) => [
          start / 1000,
          end / 1000,
          inOneLine(text).slice(`${turns[index]?.speaker}: `.length),
        ]);
        expect(spoken).toEqual(expected(turns));
      }),
    );
  });
});

test('chapters are what podcast apps expect', () => {
  const valid = new Ajv().compile({
    type: 'object',
    required: ['version', 'chapters'],
    additionalProperties: false,
    properties: {
      version: { const: '1.2.0' },
      chapters: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['startTime', 'title'],
          additionalProperties: false,
          properties: { startTime: { type: 'number', minimum: 0 }, title: { type: 'string', minLength: 1 } },
        },
      },
    },
  });
  const { chapters, ...rest } = JSON.parse(fileOf('chapters', showNotes, timedTurns));
  expect([valid({ chapters, ...rest }), valid.errors]).toEqual([true, null]);
  const starts = chapters.map(({ startTime }: { startTime: number }) => startTime);
  expect(starts).toEqual(starts.toSorted((a: number, b: number) => a - b));
});

test('captions call people by their names, in lines that fit a screen', () => {
  const vtt = fileOf('transcript-vtt', showNotes, timedTurns);
  expect(vtt).toContain("00:00:00.000 --> 00:00:14.000\n<v Mira Adebayo>I'm Mira Adebayo, and this is Slow Clocks.");
  for (const line of vtt.split('\n')) expect(line.replace(/^<v [^>]*>/u, '').length).toBeLessThanOrEqual(65);
  expect(fileOf('transcript-srt', showNotes, timedTurns)).toContain(
    '3\n00:00:31,500 --> 00:00:36,000\nMira Adebayo: Why can you only take metal away?\n',
  );
});

test('a long turn is cut where the transcript has a time, and nowhere else', () => {
  const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
  const text = words.join(' ');
  const times = words.slice(0, -1).flatMap((word, index) => [text.indexOf(`${word} `), index]);
  const turn: Turn = { speaker: 'A', text, line: 1, spans: [], startTime: 0, endTime: 60, times };
  const { segments } = JSON.parse(fileOf('transcript-json', nobody, [turn]));
  expect(segments.length).toBeGreaterThan(2);
  expect(segments.map(({ body }: { body: string }) => body).join(' ')).toBe(text);
  for (const { body, startTime } of segments) expect(body.startsWith(`word${startTime} `)).toBe(true);
});

test('a caption cannot end early, and hides nothing', () => {
  const text = 'a --> b <v Nobody>\u{202E} & 00:00:01.000 --> 00:00:02.000';
  const turn: Turn = { speaker: 'A>\n\nB', text, line: 1, spans: [], startTime: 0, endTime: 1 };
  expect(fileOf('transcript-vtt', nobody, [turn]).split('\n\n')).toHaveLength(2);
  expect(fileOf('transcript-vtt', nobody, [turn])).toContain('<v A&gt; B>a --&gt; b &lt;v Nobody&gt;[U+202E] &amp;');
  expect(fileOf('transcript-srt', nobody, [turn]).match(/-->/gu)).toHaveLength(1);
});

test.each([
  ['<i>no</i> & {\\an8} done', '‹i›no‹/i› & {∖an8} done'],
  ['a < b, and c > d', 'a < b, and c > d'],
  ['<font color="red">loud', '‹font color="red"›loud'],
])('SubRip shows %s, which no player takes for a tag', (text, shown) => {
  const turn: Turn = { speaker: 'Nora', text, line: 1, spans: [], startTime: 0, endTime: 1 };
  const srt = fileOf('transcript-srt', nobody, [turn]);
  expect(srt).toContain(`Nora: ${shown}\n`);
  expect(readTranscript(new TextEncoder().encode(srt)).turns[0]?.text).toBe(shown);
});

test('a producer is told which turn’s times keep the captions away, where they are out of order', () => {
  const at = (line: number, startTime?: number, endTime?: number): Turn => ({
    ...{ speaker: 'Nora', text: 'So.', line, spans: [] },
    ...(startTime !== undefined && { startTime }),
    ...(endTime !== undefined && { endTime }),
  });
  expect(captionWarnings([at(1, 0), at(3, 2), at(5, 1, 4)])).toEqual([
    { line: 3, message: expect.stringContaining('ends no later than it begins, so no captions are published') },
  ]);
  expect(captionWarnings([at(1, 5, 6), at(3, 2, 7)])).toEqual([
    { line: 3, message: expect.stringContaining('begins before the one above it') },
  ]);
  expect(captionWarnings([at(1, 0), at(3, 2, 4)])).toEqual([]);
  expect(captionWarnings([at(1), at(3, 2, 2)])).toEqual([]);
});

const omitStart = ({ startTime: _, ...turn }: Turn): Turn => turn;

test.each<[string, readonly Turn[]]>([
  ['no times', timedTurns.map(({ startTime: _, endTime: __, ...turn }) => turn)],
  ['no end', timedTurns.map(({ endTime: _, ...turn }) => turn)],
  ['one turn without a time', timedTurns.map((turn, index) => (index === 3 ? omitStart(turn) : turn))],
  ['times that go back', [...timedTurns].reverse()],
])('a transcript with %s gets no captions', (_, turns) => {
  expect(renderTimedFiles(nobody, turns)).toEqual([]);
});

test('chapters are written where each has a time', () => {
  expect(JSON.parse(fileOf('chapters', showNotes, []))).toEqual({
    version: '1.2.0',
    chapters: [
      { startTime: 0, title: 'Only ever less' },
      { startTime: 82, title: 'The longest night' },
    ],
  });
  const [first, second] = showNotes.chapters;
  const { startTime: _, ...untimed } = second ?? { startTime: 0, title: '', turn: 1, anchors: [] };
  expect(fileOf('chapters', { ...showNotes, chapters: [...(first ? [first] : []), untimed] }, [])).toBe('');
});

test('chapters whose times go back, or stand still, are not written', () => {
  const chapters = (starts: readonly number[]) =>
    showNotes.chapters.slice(0, 2).map((chapter, index) => ({ ...chapter, startTime: starts[index] as number }));
  expect(fileOf('chapters', { ...showNotes, chapters: chapters([630, 120]) }, [])).toBe('');
  expect(fileOf('chapters', { ...showNotes, chapters: chapters([120, 120]) }, [])).toBe('');
  expect(fileOf('chapters', { ...showNotes, chapters: chapters([0, 120]) }, [])).not.toBe('');
});
