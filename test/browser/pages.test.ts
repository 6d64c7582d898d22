import type { Browser } from 'playwright-core';
import type { Anchor, ShowNotes } from '../../lambdas/contract/published';
import { accessibilityProblems, openBrowser, openPage } from '../support/browser';
import { samplePublication } from '../support/sample';
import { catalogue, showNotes, turns } from '../support/show-notes';
import { type Site, servePublication, serveSite } from '../support/site';

jest.setTimeout(60_000);

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await openBrowser();
  site = await serveSite(showNotes, turns, catalogue);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const PHONE = { width: 360, height: 760 };
const DESKTOP = { width: 1440, height: 900 };
const kinds = ['episodePage', 'showPage', 'transcript'] as const;
const looks = [PHONE, DESKTOP].flatMap((viewport) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })),
);

describe.each(kinds)('the %s', (kind) => {
  test.each(looks)('fits, is silent and accessible at $viewport.width px, $colorScheme', async (look) => {
    const { page, complaints } = await openPage(browser, site[kind], look);
    await page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(look.viewport.width);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('can be read without script', async () => {
    const { page } = await openPage(browser, site[kind], { javaScriptEnabled: false });
    expect(await page.locator('h1').isVisible()).toBe(true);
    await page.close();
  });

  test('needs no request beyond itself and its style sheet; a script comes after them', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await browser.newPage({ javaScriptEnabled });
      const requested: string[] = [];
      page.on('request', (request) => requested.push(request.resourceType()));
      await page.goto(site[kind], { waitUntil: 'load' });
      const own = requested.filter((type) => type === 'document' || type === 'stylesheet');
      const scripts = requested.filter((type) => type === 'script');
      expect(requested.length - own.length).toBe(scripts.length);
      expect(own.length).toBeLessThanOrEqual(2);
      expect(scripts.length).toBeLessThanOrEqual(javaScriptEnabled ? 1 : 0);
      await page.close();
    }
  });
});

test.each(looks)('what is not there looks like the pages at $viewport.width px, $colorScheme', async (look) => {
  const { page, complaints } = await openPage(browser, site.nothing, look);
  expect(complaints).toHaveLength(2);
  expect(complaints).toContain(`${site.nothing} answered 404`);
  const background = `getComputedStyle(document.body).backgroundColor`;
  const here = await page.evaluate(background);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(look.viewport.width);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.goto(site.showPage);
  expect(await page.evaluate(background)).toBe(here);
  await page.close();
});

test('a title that leads somewhere looks like any other link', async () => {
  const { page } = await openPage(browser, site.showPage, { viewport: DESKTOP });
  const lookOf = (selector: string) =>
    page.evaluate<string[]>(`(({ color, textDecorationLine, textDecorationColor }) =>
      [color, textDecorationLine, textDecorationColor])(getComputedStyle(document.querySelector('${selector}')))`);
  const episode = await lookOf('.entry h2 a');
  expect(episode).toContain('underline');
  await page.goto(site.episodePage);
  expect(await lookOf('.show a')).toEqual(episode);
  expect(await lookOf('.links a')).toEqual(episode);
  await page.close();
});

test('a show without episodes says so, and has nothing to skip to', async () => {
  const empty = await serveSite(showNotes, turns, { ...catalogue, episodes: [] });
  const { page, complaints } = await openPage(browser, empty.showPage, { viewport: PHONE });
  expect(await page.locator('main').textContent()).toContain('No episodes are published yet.');
  expect(await page.locator('.skip').count()).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
  await empty.close();
});

test('the page of the sample is whole: it fits, is silent and accessible, and every link of its own answers', async () => {
  const sample = await servePublication(await samplePublication());
  for (const viewport of [PHONE, DESKTOP]) {
    const { page, complaints } = await openPage(browser, sample.episodePage, { viewport });
    await page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
    expect(await accessibilityProblems(page)).toEqual([]);
    const broken = await page.evaluate(`Promise.all([...document.querySelectorAll('a[href], link[href]')]
      .filter(({ href }) => href.startsWith(location.origin))
      .map(async ({ href }) => [href, (await fetch(href)).status]))
      .then((answers) => answers.filter(([, status]) => status !== 200))`);
    expect(broken).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  }
  await sample.close();
});

test('every statement leads to a turn that is there, and the turn is highlighted', async () => {
  const { page } = await openPage(browser, site.episodePage, { viewport: DESKTOP });
  const broken = await page.evaluate(`[...document.querySelectorAll('a[href^="#"]')]
    .map((link) => link.getAttribute('href')).filter((href) => !document.querySelector(href))`);
  expect(broken).toEqual([]);
  const background = () => page.evaluate(`getComputedStyle(document.querySelector('#turn-6')).backgroundColor`);
  const before = await background();
  await page.locator('.quote .anchors a').click();
  await expect(page.evaluate('location.hash')).resolves.toBe('#turn-6');
  expect(await background()).not.toBe(before);
  expect(await page.evaluate(`document.querySelector('#turn-6').getBoundingClientRect().top < innerHeight`)).toBe(true);
  await page.close();
});

test('the keyboard meets the way to the show notes first, and it shows itself', async () => {
  const { page } = await openPage(browser, site.episodePage, { viewport: DESKTOP });
  const clip = () => page.evaluate(`getComputedStyle(document.querySelector('.skip')).clipPath`);
  expect(await clip()).not.toBe('none');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.className')).toBe('skip');
  expect(await clip()).toBe('none');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('notes');
  await page.close();
});

test('one click takes a whole blurb', async () => {
  const { page } = await openPage(browser, site.episodePage, { viewport: PHONE });
  await page.locator('summary').click();
  await page.locator('.blurb').first().click();
  expect(await page.evaluate('String(getSelection())')).toBe(showNotes.blurbs[0]?.text);
  await page.close();
});

test('a button copies a blurb, and a quote with who said it', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], viewport: PHONE });
  const page = await context.newPage();
  await page.goto(site.episodePage);
  const clipboard = () => page.evaluate('navigator.clipboard.readText()');
  await page.locator('.quote .copy').first().click();
  expect(await clipboard()).toBe(`“${showNotes.quotes[0]?.text}” — Tomasz Lind`);
  await page.locator('summary').click();
  const button = page.locator('.blurbs .copy').first();
  await button.click();
  expect(await clipboard()).toBe(showNotes.blurbs[0]?.text);
  expect(await button.textContent()).toBe('Copied');
  await page
    .locator('.blurbs .copy', { hasText: /^Copy$/u })
    .first()
    .waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await context.close();
});

describe('the recording', () => {
  const heard = { ...showNotes, episode: { ...showNotes.episode, audioUrl: 'https://audio.example/7.mp3' } };
  const at = (seconds: number) => `(() => {
    const player = document.querySelector('.player');
    Object.defineProperty(player, 'currentTime', { value: ${seconds}, writable: true, configurable: true });
    player.dispatchEvent(new Event('timeupdate'));
    return document.querySelector('[aria-current]')?.id;
  })()`;

  test('is followed by the transcript, and asked for only when it is played', async () => {
    const site = await serveSite(heard, turns, catalogue);
    const { page, complaints } = await openPage(browser, site.episodePage, { viewport: PHONE });
    const requested: string[] = [];
    await page.route('https://audio.example/**', (route) => {
      requested.push(route.request().url());
      return route.fulfill({ status: 200, contentType: 'audio/mpeg', body: '' });
    });
    expect(await page.evaluate(at(0))).toBe('turn-1');
    expect(await page.evaluate(at(83.5))).toBe('turn-7');
    expect(await page.locator('[aria-current]').count()).toBe(1);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect([requested, complaints]).toEqual([[], []]);
    await page.evaluate(`document.querySelector('.player').play = () => { window.isPlayed = true; }`);
    await page.locator('#turn-6 .seek').click();
    expect(await page.evaluate('window.isPlayed')).toBe(true);
    await page.close();
    await site.close();
  });

  test('has a player also where there are no times, and none over plain http', async () => {
    const untimed = turns.turns.map(({ startTime: _, endTime: __, ...turn }) => turn);
    const site = await serveSite(heard, { ...turns, turns: untimed }, catalogue);
    const { page } = await openPage(browser, site.episodePage, { viewport: PHONE });
    expect([await page.locator('.player').count(), await page.locator('.seek').count()]).toEqual([1, 0]);
    await page.close();
    await site.close();
    const plain = { ...heard, episode: { ...heard.episode, audioUrl: 'http://audio.example/7.mp3' } };
    const other = await serveSite(plain, turns, catalogue);
    const opened = await openPage(browser, other.episodePage, { viewport: PHONE });
    expect(await opened.page.locator('.player').count()).toBe(0);
    await opened.page.close();
    await other.close();
  });
});

test('a page in a language that the table knows is in that language throughout', async () => {
  const german = { ...showNotes, episode: { ...showNotes.episode, language: 'de' } };
  const site = await serveSite(german, turns, catalogue);
  const { page } = await openPage(browser, site.episodePage, { viewport: DESKTOP });
  expect(await page.locator('h2').first().textContent()).toBe('Das Wichtigste');
  expect(await page.locator('[lang]').count()).toBe(1);
  await page.close();
  await site.close();
});

test('a page from right to left mirrors itself, its own words stay English', async () => {
  const hebrew = { ...showNotes, episode: { ...showNotes.episode, language: 'he', title: 'פעמון השנה' } };
  const mirrored = await serveSite(hebrew, turns, catalogue);
  const { page, complaints } = await openPage(browser, mirrored.episodePage, { viewport: PHONE });
  expect(await page.evaluate('document.documentElement.dir + document.documentElement.lang')).toBe('rtlhe');
  expect(await page.locator('h2').first().getAttribute('lang')).toBe('en');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
  await mirrored.close();
});

test('a page with little to say, and with words too long for a phone, fits and is accessible', async () => {
  const endless = 'endless'.repeat(60);
  const statement = {
    ...showNotes.summary,
    text: endless,
    anchors: turns.turns.map((_, index) => anchorOf(index + 1)),
  };
  const bare: ShowNotes = {
    ...showNotes,
    ...{ chapters: [], quotes: [], questions: [], links: [], blurbs: [], signOff: [], summary: statement },
    keyPoints: [statement],
    episode: { id: 'bare', title: endless, language: 'en' },
    people: [{ name: endless, role: 'other', labels: ['MIRA'] }],
    mentions: [{ text: endless, variants: [endless], turns: turns.turns.map((_, index) => index + 1), count: 8 }],
  };
  const unnamed = turns.turns.map(({ text, line }) => ({ speaker: endless, text: text + endless, line }));
  const site = await serveSite(bare, { ...turns, turns: unnamed }, catalogue);
  const { page, complaints } = await openPage(browser, site.episodePage, { viewport: PHONE });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
  await site.close();
});

const anchorOf = (turn: number): Anchor => ({ turn, words: [0, 1] });

test('on paper there is the transcript and no navigation', async () => {
  const { page } = await openPage(browser, site.episodePage, { viewport: DESKTOP });
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.contents').isVisible()).toBe(false);
  expect(await page.locator('#turn-8').isVisible()).toBe(true);
  await page.close();
});

describe('the search of a show', () => {
  const searching = async (words: string) => {
    const { page, complaints } = await openPage(browser, site.showPage, { viewport: PHONE });
    const requested: string[] = [];
    page.on('request', (request) => requested.push(new URL(request.url()).pathname));
    await page.getByLabel('Search all episodes').fill(words);
    await page.locator('.results > li, .found:not(:empty)').first().waitFor({ state: 'attached' });
    return { page, complaints, requested };
  };

  test('asks for its index only when it is used, and leads to the turn', async () => {
    const { page, complaints, requested } = await searching('lath');
    expect(requested).toEqual(['/shows/slow-clocks/search.json']);
    const link = page.locator('search li li a').first();
    expect(await link.textContent()).toBe(showNotes.keyPoints[0]?.text);
    expect(await accessibilityProblems(page)).toEqual([]);
    await link.click();
    await expect(page.evaluate('location.pathname + location.hash')).resolves.toBe(
      '/shows/slow-clocks/the-year-bell/index.html#turn-4',
    );
    expect(await page.locator('#turn-4:target').count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('finds people, other spellings and titles, whatever the capitals and accents', async () => {
    for (const words of ['TOMÁSZ', 'bells', 'year bell', 'tomasz lathe']) {
      const { page } = await searching(words);
      expect(await page.locator('search > ol > li > a').first().textContent()).toBe('The Year Bell');
      await page.close();
    }
  });

  test('fetches its index again where that failed', async () => {
    const { page } = await openPage(browser, site.showPage, { viewport: PHONE });
    await page.route('**/search.json', (route) => route.abort(), { times: 1 });
    const failed = page.waitForEvent('requestfailed');
    await page.getByLabel('Search all episodes').focus();
    await failed;
    await page.getByLabel('Search all episodes').fill('lath');
    await page.locator('.results > li').first().waitFor({ state: 'attached' });
    await page.close();
  });

  test('says so where it finds nothing, and is not there without script', async () => {
    const { page } = await searching('submarine');
    expect(await page.locator('.found').textContent()).toBe('Nothing found');
    await page.close();
    const without = await openPage(browser, site.showPage, { javaScriptEnabled: false });
    expect(await without.page.locator('search').isVisible()).toBe(false);
    await without.page.close();
  });
});
