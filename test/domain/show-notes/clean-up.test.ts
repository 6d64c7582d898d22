import { cleaned } from '../../../lambdas/domain/show-notes/statements/clean-up';
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
  ['A cold cold bell cracks.', 'A cold bell cracks.'],
  ['Um, a bell cracks.', 'Um, a bell cracks.'],
])('leaves out what only fills, and the commas that nothing needs then: %s', (said, kept) => {
  expect(cleanedText(said)).toBe(kept);
});
