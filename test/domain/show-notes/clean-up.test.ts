import fc from 'fast-check';
import { cleaned } from '../../../lambdas/domain/show-notes/statements/clean-up';
import { speechIn } from '../../../lambdas/domain/show-notes/verify/speech';
import { verifyStatement } from '../../../lambdas/domain/show-notes/verify/statements';
import { readClosely } from '../../support/conversations/spoken';

/** The sentence as a key point says it. */
function cleanedText(text: string): string {
  const [sentence] = readClosely(text).sentences;
  if (!sentence) throw new Error('no sentence');
  return cleaned(sentence, 'en').text;
}

test.each([
  ['A bell cracks and, um, it never rings true again.', 'A bell cracks and it never rings true again.'],
  ['A bell cracks in, you know, one night.', 'A bell cracks in one night.'],
  ['A bell cracks, um, in one night.', 'A bell cracks, in one night.'],
  ['A bell cracks, you know, in one night.', 'A bell cracks, in one night.'],
  ['The bell is, you know, is cold.', 'The bell is cold.'],
  ['The bell is cold, so, uh, the bell cracks.', 'The bell is cold, so the bell cracks.'],
  ['A cold cold bell cracks.', 'A cold bell cracks.'],
  ['Um, a bell cracks.', 'Um, a bell cracks.'],
])('leaves out what only fills, and the commas that nothing needs then: %s', (said, kept) => {
  expect(cleanedText(said)).toBe(kept);
});

test('what is left passes the verifier, whatever is said between the words', () => {
  const word = fc.constantFrom(
    'bell',
    'cold',
    'cracks',
    'and',
    'so',
    'um',
    'uh',
    'you know',
    'like',
    'i mean',
    'the',
    'is',
  );
  const said = fc.array(fc.tuple(word, fc.constantFrom(' ', ', ')), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(said, (words) => {
      const text = `The ${words.map(([each, gap]) => each + gap).join('')}bell rings.`;
      const { turns, sentences } = readClosely(text);
      const [sentence] = sentences;
      if (!sentence) throw new Error('no sentence');
      const evidence = { turns, details: [], people: [], chapters: [], speech: speechIn(turns, []) };
      expect(verifyStatement('it', cleaned(sentence, 'en'), evidence)).toEqual([]);
    }),
  );
});
