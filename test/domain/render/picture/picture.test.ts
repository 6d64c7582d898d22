import type { Quote, ShowNotes } from '../../../../lambdas/contract/published';
import { paintPicture } from '../../../../lambdas/domain/render';
import { showNotes } from '../../../support/show-notes';
import { sketcher } from '../../../support/sketcher';

interface Said {
  readonly language?: string;
  readonly quotes?: readonly string[];
  readonly title?: string;
  readonly name?: string;
  readonly theme?: ShowNotes['show']['theme'];
}

function notesOf({
  language = 'en',
  quotes = [],
  title = 'The Year Bell',
  name = 'Tomasz Lind',
  theme,
}: Said): ShowNotes {
  const quote = (text: string): Quote => ({ text, speaker: 'TOMASZ', turn: 1, words: [0, text.length] });
  return {
    ...showNotes,
    show: { ...showNotes.show, ...(theme && { theme }) },
    episode: { ...showNotes.episode, language, title },
    people: [{ name, role: 'guest', labels: ['TOMASZ'] }],
    quotes: quotes.map(quote),
  };
}

/** The picture as SVG, and the lines of text in it. */
async function sketch(said: Said) {
  const picture = await paintPicture(notesOf(said), sketcher);
  const svg = new TextDecoder().decode(picture?.png);
  const lines = [...svg.matchAll(/<text[^>]*>(.*)<\/text>/gu)].map(([, text = '']) => text.replace(/<[^>]*>/gu, ''));
  return { svg, lines, alt: picture?.alt };
}

const CHINESE = '钟会记住你犯下的每一个错误，所以我每次只削掉一点点金属，然后停下来听一听。';

test('says the first quote, and who said it where', async () => {
  const { lines, alt } = await sketch({ quotes: ['A bell remembers every mistake you make.', 'No.'] });
  expect(lines).toEqual([
    'Slow Clocks',
    '“',
    'A bell remembers every',
    'mistake you make.”',
    'Tomasz Lind',
    'The Year Bell',
  ]);
  expect(alt).toBe('“A bell remembers every mistake you make.” – Tomasz Lind – Slow Clocks');
});

test('says the next quote where one is too long, and the title where all are', async () => {
  const long = 'A bell remembers every mistake you make. '.repeat(12);
  expect((await sketch({ quotes: [long, 'No.'] })).lines).toContain('No.”');
  const { lines, alt } = await sketch({ quotes: [long] });
  expect(lines).toEqual(['Slow Clocks', 'The Year Bell', 'Tomasz Lind']);
  expect(alt).toBe('The Year Bell – Tomasz Lind – Slow Clocks');
});

test.each([
  ['de', 'Eine Glocke vergisst nichts.', '„', 'Source Serif 4'],
  ['fr', 'Une cloche se souvient.', '« ', 'Source Serif 4'],
  ['ja', '鐘は忘れない。', '「', 'Noto Sans JP'],
  ['zh', '钟不会忘记。', '“', 'Noto Sans Hans'],
  ['ar', 'الجرس لا ينسى.', '&#x202B;“&#x202C;', 'Source Serif 4, Noto Naskh Arabic'],
  ['he', 'הפעמון לא שוכח.', '&#x202B;“&#x202C;', 'Noto Serif Hebrew'],
  ['el', 'Η καμπάνα δεν ξεχνά.', '“', 'Source Serif 4'],
  ['ru', 'Колокол ничего не забывает.', '“', 'Source Serif 4'],
])('has in %s the typefaces and quotation marks that it takes', async (language, quote, mark, families) => {
  const { svg, lines } = await sketch({ language, quotes: [quote] });
  expect(lines[1]).toBe(mark);
  expect(svg).toContain(`font-family="${families}"`);
  expect(lines.join(' ').replace(/&#x202[BC];/gu, '')).toContain(quote);
});

test('begins on the right where the language does', async () => {
  const { svg } = await sketch({ language: 'ar', quotes: ['الجرس لا ينسى.'] });
  expect(svg).toMatch(/<text x="1104" y="\d+" font-size="76" fill="#1f1d1a" text-anchor="end">&#x202B;/u);
});

test('writes no character that no typeface has: rather another quote, no name, or no picture', async () => {
  const thai = 'ระฆังจำทุกอย่าง';
  expect((await sketch({ quotes: [thai, 'No.'] })).lines).toContain('No.”');
  expect((await sketch({ quotes: ['No.'], name: thai })).lines).toEqual(['Slow Clocks', '“', 'No.”', 'The Year Bell']);
  expect(await paintPicture(notesOf({ quotes: [thai], title: thai }), sketcher)).toBeUndefined();
});

test('leaves pictographs out of titles, and quotes nobody without them', async () => {
  const { lines } = await sketch({ quotes: ['Ring it 🔔 now.'], title: 'The Year Bell 🔔🏽 ©' });
  expect(lines).toEqual(['Slow Clocks', 'The Year Bell ©', 'Tomasz Lind']);
});

test('breaks Chinese between words, and begins no line with a mark that ends something', async () => {
  const { lines } = await sketch({ language: 'zh', quotes: [CHINESE] });
  const written = lines.slice(2, -2);
  expect(written.join('')).toBe(`${CHINESE}”`);
  expect(written.length).toBeGreaterThan(1);
  expect(written.filter((line) => /^[，。]/u.test(line))).toEqual([]);
});

test('makes the letters smaller rather than breaking a word, and breaks one that is wider than the picture', async () => {
  const word = 'Donaudampfschifffahrtskapitänsmützen';
  expect((await sketch({ language: 'de', quotes: [`Die ${word}.`] })).lines).toContain(`${word}.“`);
  const { lines } = await sketch({ language: 'de', quotes: [`Die ${word.repeat(2)}.`] });
  expect(lines.join('').replaceAll(' ', '')).toContain(`Die${word.repeat(2)}.`);
});

test('has the colours and the typeface of the theme', async () => {
  const light = { accent: '#ffcc33', background: '#102a43', text: '#f0f4f8' };
  const { svg } = await sketch({ quotes: ['No.'], theme: { light, font: 'sans' } });
  expect(svg).toContain('<rect width="1200" height="630" fill="#102a43"/>');
  expect(svg).toContain('font-family="Source Sans 3" font-weight="500"');
});

test('escapes what it writes, and hides nothing', async () => {
  const { svg } = await sketch({ quotes: ['</text><script>alert(1)</script>', 'A & B'], title: 'right\u202eleft' });
  expect(svg).not.toContain('<script');
  expect(svg).toContain('right[U+202E]left');
});
