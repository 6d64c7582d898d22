import { numbersIn } from '../../../lambdas/domain/text/numbers';

test.each([
  ['seventeen years', { seventeen: 17 }],
  ['thirty-eight', { 'thirty-eight': 38 }],
  ['two hundred and fifty-three lamps and four boats', { 'two hundred and fifty-three': 253, four: 4 }],
  ['one hundred and five', { 'one hundred and five': 105 }],
  ['eleven hundred families', { 'eleven hundred': 1100 }],
  ['two hundred thousand', { 'two hundred thousand': 200_000 }],
  ['a million two hundred', { 'million two hundred': 1_000_200 }],
  ['three dozen buoys', { 'three dozen': 36 }],
  ['19 million', { '19 million': 19_000_000 }],
  ['1,000 tides, 7.000 Leute, 2.5 metres', { '1,000': 1000, '7.000': 7000, '2.5': 2.5 }],
  ['one two three', { one: 1, two: 2, three: 3 }],
  ['two and three', { two: 2, three: 3 }],
  ['nineteen eighty-six', { nineteen: 19, 'eighty-six': 86 }],
  ['version 1.9.1, someone, attend', {}],
])('the numbers of "%s"', (text, numbers) => {
  expect(numbersIn(text).map(({ value, from, to }) => [text.slice(from, to), value])).toEqual(Object.entries(numbers));
});

test('two numbers in digits are two', () => {
  expect(numbersIn('10-12 people, 2000 5').map(({ value }) => value)).toEqual([10, 12, 2000, 5]);
});
