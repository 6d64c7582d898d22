import { lengthIn } from '../../../lambdas/domain/text/channel-length';
import { independentLength, postWords } from '../../support/independent-lengths';
import { fc } from '../../support/laws';

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
  ['x-weighted', '👩‍💻 🧑‍🎄', 8],
  ['graphemes', 'so\r\nit', 5],
  ['mastodon', 'see https://harbour-lights.org/episodes/the-tide-machine', 27],
  ['threads', 'tide 🌊', 9],
  ['threads', 'café', 4],
] as const)('counts by %s: %s', (unit, text, length) => {
  expect(lengthIn(unit, text)).toBe(length);
});

const texts = fc.array(fc.constantFrom(...postWords), { maxLength: 20 }).map((words) => words.join(' '));

test.each(['graphemes', 'characters', 'utf-8-bytes'] as const)('law: %s are what others count', (unit) => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(lengthIn(unit, text)).toBe(independentLength[unit](text));
    }),
  );
});

test.each(['x-weighted', 'mastodon', 'threads'] as const)('law: by %s a text is never counted too short', (unit) => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(lengthIn(unit, text)).toBeGreaterThanOrEqual(independentLength[unit](text));
    }),
    { numRuns: 200 },
  );
});

test("law: counts as X's own library does where no bare host or younger emoji needs a guess", () => {
  const isGuess = (word: string) => /^[^/]*\.(?:ai|fm|org)\b|⚧|⛓|💋|🧔/u.test(word);
  const words = fc.array(fc.constantFrom(...postWords.filter((word) => !isGuess(word))), { maxLength: 20 });
  fc.assert(
    fc.property(words, (said) => {
      const text = said.join(' ');
      expect(lengthIn('x-weighted', text)).toBe(independentLength['x-weighted'](text));
    }),
    { numRuns: 200 },
  );
});
