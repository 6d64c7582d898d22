import { directionOf } from '../../../lambdas/domain/render/language';
import { safeAddress } from '../../../lambdas/domain/render/links';
import { byline, clockTime, dateInWords, sizeOf } from '../../../lambdas/domain/render/wording';

const host = (name: string) => ({ name, role: 'host' as const });
const guest = (name: string) => ({ name, role: 'guest' as const });
const other = (name: string) => ({ name, role: 'other' as const });

test.each([
  [[host('Ann'), guest('Bo'), guest('Cy'), guest('Di')], 'Ann with Bo, Cy and Di'],
  [[guest('Bo'), host('Ann'), host('Al'), other('Ed')], 'Ann and Al with Bo'],
  [[host('Ann')], 'Ann'],
  [[guest('Bo'), other('Ed')], 'Bo'],
  [[other('Ed'), other('Flo')], 'Ed and Flo'],
  [[], ''],
])('%j are introduced as %j', (people, line) => {
  expect(byline(people)).toBe(line);
});

test.each([
  ['2026-03-04', '4 March 2026'],
  ['2026-12-31T23:59:59-08:00', '31 December 2026'],
  ['last Tuesday', 'last Tuesday'],
  ['2026-13-01', '2026-13-01'],
  ['2026', '2026'],
])('the date %s reads %s in every time zone', (iso, words) => {
  expect(dateInWords(iso)).toBe(words);
});

test.each([
  [0, '0:00'],
  [59.9, '0:59'],
  [3599, '59:59'],
  [3661.5, '1:01:01'],
  [-1, '0:00'],
])('%d seconds are %s', (seconds, time) => {
  expect(clockTime(seconds)).toBe(time);
});

test.each([
  [999, '999 bytes'],
  [1500, '2 kB'],
  [48_211, '48 kB'],
])('%d bytes are %s', (bytes, size) => {
  expect(sizeOf(bytes)).toBe(size);
});

test.each([
  ['en', 'ltr'],
  ['ar-EG', 'rtl'],
  ['az-Arab-IR', 'rtl'],
  ['he-Latn', 'ltr'],
  ['', 'ltr'],
])('%j is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});

test.each([
  ['https://a.example', 'https://a.example/'],
  [' HTTPS://A.example/ä b', 'https://a.example/%C3%A4%20b'],
  ['https://пример.example/', 'https://xn--e1afmkfd.example/'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
  ['java\tscript:alert(1)', undefined],
  ['https://safe.example@evil.example', undefined],
  ['file:///etc/passwd', undefined],
  ['/relative', undefined],
  ['', undefined],
])('the address %j is linked as %j', (address, linked) => {
  expect(safeAddress(address)).toBe(linked);
});
