import fc from 'fast-check';
import { parseTweet } from 'twitter-text';
import { lengthIn } from '../../../lambdas/domain/text/channel-length';

const MIXED = '“TiDes” — 潮汐 👩‍💻 café';

test('counts one text in every way that channels count', () => {
  expect({
    characters: lengthIn('characters', MIXED),
    graphemes: lengthIn('graphemes', MIXED),
    bytes: lengthIn('utf-8-bytes', MIXED),
    x: lengthIn('x-weighted', MIXED),
  }).toEqual({ characters: 23, graphemes: 19, bytes: 40, x: 22 });
});

test.each([
  ['x-weighted', 'see https://harbour-lights.org/episodes/the-tide-machine', 27],
  ['x-weighted', 'see low-tide.fm', 27],
  ['x-weighted', 'version 2.0 of Node.js', 22],
  ['x-weighted', 'wait…', 6],
  ['x-weighted', 'cafe\u0301', 4],
  ['mastodon', 'see https://harbour-lights.org/episodes/the-tide-machine', 27],
  ['threads', 'tide 🌊', 9],
  ['threads', 'café', 4],
] as const)('counts by %s: %s', (unit, text, length) => {
  expect(lengthIn(unit, text)).toBe(length);
});

const piece = fc.constantFrom(
  ...[
    'tide',
    'café',
    'cafe\u0301',
    '潮汐',
    '🌊',
    '👩‍💻',
    '👍🏽',
    '🇩🇪',
    '…',
    '—',
    '“so”',
    'Node.js',
    '2.0',
    '#tides',
    '@nora',
  ],
  ...[
    'https://harbour.ai/a?b=c',
    'harbour.ai',
    'http://tides.org.',
    'https://tides.org/潮汐',
    'https://harbour.example/a',
    'नमस्ते',
    'مرحبا',
    '1️⃣',
    '❤️',
    '\n\n',
  ],
);

test("never counts less than X's own library", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join(' ');
      expect(lengthIn('x-weighted', text)).toBeGreaterThanOrEqual(parseTweet(text).weightedLength);
    }),
    { numRuns: 200 },
  );
});

test("counts as X's own library does where no bare host needs a guess", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.filter((part) => !/^[a-z]+\.ai$/u.test(part)).join(' ');
      expect(lengthIn('x-weighted', text)).toBe(parseTweet(text).weightedLength);
    }),
    { numRuns: 200 },
  );
});
