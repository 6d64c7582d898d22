import { linesOf, piecesOf, shortened } from '../../../../lambdas/domain/render/picture/lines';
import { fc } from '../../../support/laws';

const widthOf = (text: string): number => text.length;
const words = fc.array(fc.stringMatching(/^[a-z,鐘は。「」]{1,14}$/u), { minLength: 1, maxLength: 30 });

test('lines hold the text, none is too wide, and none could take the first word of the next', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 4, max: 60 }), (said, most) => {
      const text = said.join(' ');
      const pieces = piecesOf(text, 'ja');
      expect(pieces.join('')).toBe(text);
      const lines = linesOf(pieces, widthOf, most);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(most);
    }),
  );
});

test('lines are as few as possible, and alike in width', () => {
  const text = 'A bell remembers every mistake you make';
  expect(linesOf(piecesOf(text, 'en'), widthOf, 36)).toEqual(['A bell remembers every', 'mistake you make']);
});

test('what follows a Japanese word in hiragana stays with it', () => {
  expect(piecesOf('だから私は、耳を澄まして', 'ja')).toEqual(['だから', '私は、', '耳を', '澄まして']);
});

test('a text is shortened only where it has to be', () => {
  expect(shortened('The Year Bell', widthOf, 13)).toBe('The Year Bell');
  expect(shortened('The Year Bell rings', widthOf, 10)).toBe('The Year…');
});
