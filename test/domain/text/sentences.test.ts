import { sentencesOf } from '../../../lambdas/domain/text/sentences';

const textsIn = (text: string, language = 'en'): readonly string[] =>
  sentencesOf(text, language).map(({ from, to }) => text.slice(from, to));

test.each([
  ['an abbreviation', 'Dr. Ode paints the lamp. It shines.'],
  ['a name that begins with a point', 'Write it in Java or .NET, or in Python. It shines.'],
  ['a line end', 'The lamp\nis green. It shines.'],
])('no sentence ends at %s', (_, text) => {
  expect(textsIn(text)).toEqual([text.slice(0, -' It shines.'.length), 'It shines.']);
});

test('no sentence crosses an empty line', () => {
  expect(textsIn('The lamp\n\nis green.')).toEqual(['The lamp', 'is green.']);
});

test('a German ordinal ends no sentence, and a number at the end of one does', () => {
  const concert = 'Am 3. Mai ist Konzert, wie im 19. Jahrhundert, und bis 12. September ist Pause.';
  const rest = ['Wir zählen drei und 4.', 'Der Turm ist von 1898.', 'Heute ist er 12.', 'Maiglöckchen blühen.'];
  expect(textsIn([concert, ...rest].join(' '), 'de')).toEqual([concert, ...rest]);
});
