import { destinationOf, safeAddress } from '../../../lambdas/domain/render/escaping/links';

test.each([
  ['https://A.example:8080/b?c', 'a.example:8080'],
  ['https://a.example:443/', 'a.example'],
  ['mailto:a@b.example', 'a@b.example'],
  ['https://Bücher.example/regal', 'bücher.example'],
  ['https://пример.example/', 'пример.example'],
  ['https://時計の店.example/', '時計の店.example'],
  ['https://xn--bcher-kva.example/', 'xn--bcher-kva.example'],
  ['http://bücher.example:8080/', 'bücher.example:8080'],
])('%s leads to %s', (address, destination) => {
  expect(destinationOf(address)).toBe(destination);
});

test.each([
  ['letters of two scripts', 'https://gооgle.example/'],
  ['Cyrillic letters that look Latin', 'https://раураӏ.example/'],
  ['Greek letters that look Latin', 'https://ο.example/'],
  ['a letter that is nearly an i', 'https://tıde.example/'],
  ['a letter of no word', 'https://ɡoogle.example/'],
  ['an invisible letter', 'https://при\u00adмер.example/'],
])('a host with %s is told as punycode', (_, address) => {
  expect(destinationOf(address)).toBe(new URL(safeAddress(address) ?? '').host);
  expect(destinationOf(address)).toContain('xn--');
});
