import type { Browser } from 'playwright-core';
import type { Theme } from '../../lambdas/contract/published';
import { NAMED_COLOURS } from '../../lambdas/domain/theme/named-colours';
import { accessibilityProblems, openBrowser, openPage } from '../support/browser';
import { catalogue, showNotes, turns } from '../support/show-notes';
import { type Site, serveSite } from '../support/site';

jest.setTimeout(60_000);

const theme: Theme = {
  light: { accent: '#7a3e00', background: '#fffff0', text: '#261c12' },
  dark: { accent: '#ffbb88', background: '#10141c', text: '#f0ece4' },
  font: 'sans',
  headings: 'slab',
  corners: 'round',
};
const show = { ...showNotes.show, theme };

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await openBrowser();
  site = await serveSite({ ...showNotes, show }, turns, { ...catalogue, show });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe.each(['light', 'dark'] as const)('a themed show, %s', (colorScheme) => {
  test.each(['episodePage', 'showPage'] as const)(
    'its %s is as the theme says, silent and accessible',
    async (kind) => {
      const { page, complaints } = await openPage(browser, `${site[kind]}#turn-4`, { colorScheme });
      const look = await page.evaluate(`(() => {
      const [root, heading] = [document.documentElement, document.querySelector('h1')].map((each) => getComputedStyle(each));
      return { accent: root.getPropertyValue('--accent'), paper: root.getPropertyValue('--paper'), heading: heading.fontFamily };
    })()`);
      const { accent, background } = theme[colorScheme] ?? {};
      expect(look).toEqual({ accent, paper: background, heading: expect.stringMatching(/^Rockwell/u) });
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );
});

test.each(['light', 'dark'] as const)('on paper a themed page is as white as any, in %s', async (colorScheme) => {
  const { page } = await openPage(browser, site.episodePage, { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme });
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  const ink = (await page.evaluate('getComputedStyle(document.body).color')) as string;
  expect(Math.max(...(ink.match(/\d+/gu) ?? []).map(Number))).toBeLessThan(80);
  await page.close();
});

test('the names of colours are those that browsers know', async () => {
  const page = await browser.newPage();
  const unlike = await page.evaluate(`(() => {
    const shown = document.createElement('canvas').getContext('2d');
    return ${JSON.stringify([...NAMED_COLOURS])}.filter(([name, hex]) => {
      shown.fillStyle = '#010203';
      shown.fillStyle = name;
      return shown.fillStyle !== '#' + hex;
    });
  })()`);
  expect(unlike).toEqual([]);
  await page.close();
});
