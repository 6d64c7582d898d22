import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readShowFile } from '../../../lambdas/domain/details';
import { UnreadableFileError } from '../../../lambdas/domain/errors';
import { renderEpisodePage, renderShowPage, renderThemeStyle } from '../../../lambdas/domain/render';
import { type Colour, contrastOf, hexOf, readColour } from '../../../lambdas/domain/theme/colour';
import { OWN_COLOURS, paletteOf } from '../../../lambdas/domain/theme/palette';
import { expectGoldenText } from '../../support/golden';
import { fc } from '../../support/laws';
import { catalogue, showNotes, turns } from '../../support/show-notes';

const read = (theme: string) =>
  readShowFile({ key: 'shows/slow-clocks/show.yaml', text: `title: Slow Clocks\ntheme:\n${theme}\n` });
const themeIn = (theme: string) => read(theme).file.theme?.theme;
const style = readFileSync(join(__dirname, '../../../site/style.css'), 'utf8');

const OAK = `  accent: "#7a3e00"
  background: ivory
  text: rgb(38, 28, 18)
  dark:
    accent: "#fb8"
  font: book
  headings: slab
  corners: square`;

test('a theme is read, every colour written anew', () => {
  expect(read(OAK).warnings).toEqual([]);
  expect(themeIn(OAK)).toEqual({
    light: { accent: '#7a3e00', background: '#fffff0', text: '#261c12' },
    dark: { ...OWN_COLOURS.dark, accent: '#ffbb88' },
    font: 'book',
    headings: 'slab',
    corners: 'square',
  });
  expect(read(OAK).file.theme?.said).toContainEqual({
    ...{ name: 'show.theme.dark.accent', value: '#ffbb88', source: 'show-file', line: 7 },
  });
});

test('what a theme does not set is as on every page', () => {
  expect(themeIn('  font: sans')).toEqual({ font: 'sans' });
  expect(themeIn('')).toBeUndefined();
  expect(readShowFile(undefined).file.theme).toBeUndefined();
});

test.each([
  ['#abc', '#aabbcc'],
  ['#A1B2C3', '#a1b2c3'],
  ['rgb(0, 128, 255)', '#0080ff'],
  ['rgb(0 128 255)', '#0080ff'],
  ['RebeccaPurple', '#663399'],
])('%s is a colour', (text, hex) => {
  expect(readColour(text)).toBeDefined();
  expect(hexOf(readColour(text) as Colour)).toBe(hex);
});

test.each([
  ...['', '#ab', '#abcd', '#aabbccdd', 'rgb(256, 0, 0)', 'rgb(1, 2)', 'rgb(1, 2 3)', 'rgba(1, 2, 3, 0.5)', 'inherit'],
  ...['transparent', 'constructor', '__proto__', 'var(--paper)', 'url(https://evil.example/a.png)', 'red;} * {x:y'],
  ...['#fff;background:url(//evil.example)', '</style><script>alert(1)</script>', '#fff\n}', 'red /* */', '#ａｂｃ'],
])('%j is none', (text) => {
  expect(readColour(text)).toBeUndefined();
  expect(() => read(`  accent: ${JSON.stringify(text)}`)).toThrow(UnreadableFileError);
});

test('a colour without quotes is a comment, and the message says so', () => {
  expect(() => read('  accent: #0f5b57')).toThrow(
    'shows/slow-clocks/show.yaml, line 3: "theme.accent" must be a colour in quotes, such as "#0f5b57" or ' +
      '"rgb(15, 91, 87)", or the name of one, such as teal, but is empty',
  );
});

test('typefaces and corners are chosen from lists; an unknown key is a warning', () => {
  expect(() => read('  font: Comic Sans')).toThrow(
    /"theme.font" must be one of charter, book, .*, but is "Comic Sans"/u,
  );
  expect(() => read('  corners: "6px"')).toThrow(/"theme.corners" must be one of square, slight, round/u);
  expect(() => read('  - teal')).toThrow(UnreadableFileError);
  expect(read('  acent: teal').warnings[0]?.message).toContain('did you mean "accent"?');
});

test('text that is hard to read is a warning with its contrast and what to do', () => {
  const { warnings } = read('  accent: "#ffcc00"\n  background: "#ffffff"\n  dark:\n    text: "#555555"');
  expect(warnings).toEqual([
    {
      message:
        'shows/slow-clocks/show.yaml, line 3: "theme.accent" is hard to read in the light look: #ffcc00 on #ffffff has ' +
        'a contrast of 1.51 to 1 and needs 4.5 to 1. Take a darker accent or another background.',
    },
    {
      message:
        'shows/slow-clocks/show.yaml, line 6: "theme.dark.text" is hard to read in the dark look: #555555 on #17181b ' +
        'has a contrast of 2.38 to 1 and needs 4.5 to 1. Take a lighter text or another background.',
    },
  ]);
});

test('a background alone is measured against our own text and accent', () => {
  const { warnings } = read('  background: "#777777"');
  expect(
    warnings.map(({ message }) => [message.includes('show.yaml, line 3:'), message.includes('#0f5b57 on #777777')]),
  ).toEqual([
    [true, true],
    [true, false],
  ]);
});

test.each([
  ['#000000', '#ffffff', 21],
  ['#777777', '#ffffff', 4.478],
  ['#767676', '#ffffff', 4.542],
  ['#0000ff', '#ffffff', 8.592],
])('the contrast of %s and %s is as WCAG reckons it', (one, other, ratio) => {
  const [a, b] = [readColour(one) as Colour, readColour(other) as Colour];
  expect(contrastOf(a, b)).toBeCloseTo(ratio, 2);
  expect(contrastOf(b, a)).toBe(contrastOf(a, b));
});

test('our own colours are those of the style sheet, and readable', () => {
  const [light = '', dark = ''] = style.split('@media screen and (prefers-color-scheme: dark)');
  for (const [look, text] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    const { accent, background, text: ink } = OWN_COLOURS[look];
    for (const line of [`--accent: ${accent};`, `--paper: ${background};`, `--ink: ${ink};`])
      expect(text).toContain(line);
  }
  expect(read('  accent: "#0f5b57"\n  dark:\n    accent: "#86cbbf"').warnings).toEqual([]);
});

test('whatever the colours, what follows from them can be read as well as they can', () => {
  const part = fc.integer({ min: 0, max: 255 });
  const colour = fc.tuple(part, part, part).map(hexOf);
  fc.assert(
    fc.property(colour, colour, colour, (accent, background, text) => {
      const palette = paletteOf({ accent, background, text });
      expect(Object.values(palette).join()).toMatch(/^(?:#[0-9a-f]{6},?){7}$/u);
      const between = (one: string, other: string) =>
        contrastOf(readColour(palette[one] ?? '') as Colour, readColour(palette[other] ?? '') as Colour);
      for (const [on, behind] of [
        ['--accent', '--tint'],
        ['--ink', '--mark'],
        ['--soft', '--mark'],
        ['--accent', '--mark'],
      ] as const)
        expect(between(on, behind)).toBeGreaterThanOrEqual(Math.min(4.5, between(on, '--paper')));
      expect(between('--soft', '--paper')).toBeGreaterThanOrEqual(Math.min(4.5, between('--ink', '--paper')));
    }),
    { numRuns: 100 },
  );
});

test('the style sheet of a theme is its golden text', () => {
  expectGoldenText('render', 'theme.css', renderThemeStyle(themeIn(OAK) ?? {}));
});

test('a theme sets only custom properties that the style sheet uses', () => {
  const set = [...renderThemeStyle(themeIn(OAK) ?? {}).matchAll(/^ +(--[a-z]+):/gmu)].map(([, name]) => `${name}`);
  expect(set).toHaveLength(3 + 2 * 7);
  for (const name of set) expect(style).toContain(`var(${name})`);
});

test('pages link the theme after the style sheet, and none where there is none', () => {
  const hrefs = { base: '', style: 'style.css', script: 'page.js', episode: (id: string) => id };
  const pagesWith = (more: { readonly theme?: string }) => [
    renderEpisodePage({ showNotes, turns, hrefs: { ...hrefs, ...more } }),
    renderShowPage({ catalogue, hrefs: { ...hrefs, ...more } }),
  ];
  const sheet = (href: string) => `<link rel="stylesheet" href="${href}">\n`;
  for (const page of pagesWith({ theme: 'theme.css' })) expect(page).toContain(sheet('style.css') + sheet('theme.css'));
  for (const page of pagesWith({})) expect(page.split('rel="stylesheet"')).toHaveLength(2);
});
