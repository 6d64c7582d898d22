import { safeAddress } from '../../../lambdas/domain/render/escaping/links';
import { directionOf } from '../../../lambdas/domain/render/page/language';
import { byline, clockTime, dateInWords, sizeOf, wordingFor } from '../../../lambdas/domain/render/wording';

const en = wordingFor('en');
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
  expect(byline(people, en)).toBe(line);
});

test.each([
  ['2026-03-04', '4 March 2026'],
  ['2026-12-31T23:59:59-08:00', '31 December 2026'],
  ['last Tuesday', 'last Tuesday'],
  ['2026-13-01', '2026-13-01'],
  ['2026', '2026'],
])('the date %s reads %s in every time zone', (iso, words) => {
  expect(dateInWords(iso, en)).toBe(words);
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
  expect(sizeOf(bytes, en)).toBe(size);
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

describe('the pages speak the language of the episode', () => {
  const people = [host('Ann'), host('Iñaki'), guest('Bo')];
  test.each([
    ['en-GB', 'Ann and Iñaki with Bo', '1 August 2026', 'Key points'],
    ['de', 'Ann und Iñaki mit Bo', '1. August 2026', 'Das Wichtigste'],
    ['es-MX', 'Ann e Iñaki con Bo', '1 de agosto de 2026', 'Lo esencial'],
    ['fr', 'Ann et Iñaki avec Bo', '1er août 2026', 'L’essentiel'],
    ['ja', 'Ann、Iñaki、ゲスト：Bo', '2026年8月1日', '要点'],
    ['zh-CN', 'Ann、Iñaki，嘉宾：Bo', '2026年8月1日', '要点'],
    ['zh-Hant', 'Ann and Iñaki with Bo', '1 August 2026', 'Key points'],
    ['pt', 'Ann and Iñaki with Bo', '1 August 2026', 'Key points'],
  ])('%s', (language, line, date, heading) => {
    const words = wordingFor(language);
    expect([byline(people, words), dateInWords('2026-08-01', words), words.sections['key-points']]).toEqual([
      line,
      date,
      heading,
    ]);
  });

  test('and every word of it is there', () => {
    for (const language of ['de', 'en', 'es', 'fr', 'ja', 'zh']) {
      const words = wordingFor(language);
      expect(words.language).toBe(language);
      const texts = [words, words.sections, words.files, words.channels, words.roles].flatMap((table) =>
        Object.values(table).filter((text) => typeof text === 'string'),
      );
      expect(texts).toHaveLength(46);
      expect(texts.filter((text) => text.trim() === '')).toEqual([]);
      const made = [words.moreTurns(3), words.turns([3]), words.bytes(3), words.episode(3), words.length(3, 280)];
      expect(made.filter((text) => !text.includes('3'))).toEqual([]);
    }
  });
});
