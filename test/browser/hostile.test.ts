import type { Browser } from 'playwright-core';
import { renderFeed, renderFeedItem } from '../../lambdas/domain/render';
import { openBrowser, openPage } from '../support/browser';
import { HOSTILE_TEXTS, naughtyTexts, together } from '../support/conversations/hostile-texts';
import { generatedCases, SANITISER_CASES } from '../support/conversations/sanitiser-cases';
import { catalogue, parsedTurns, showNotes, turns } from '../support/show-notes';
import { type Site, serveSite } from '../support/site';

jest.setTimeout(60_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** Values that are one of a closed set: no upload can write them. */
const CLOSED = new Set(['kind', 'role', 'channel', 'unit', 'site']);

/** The same document with another text in every place where there is one. */
function retold<Value>(value: Value, text: string, key = ''): Value {
  if (typeof value === 'string') return (CLOSED.has(key) ? value : text) as Value;
  if (Array.isArray(value)) return value.map((part) => retold(part, text, key)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, name === 'labels' ? part : retold(part, text, name)]),
  ) as Value;
}

/** All elements with the names of their attributes; what names a hidden character is the page's own. */
const SKELETON = `[...document.querySelectorAll('*:not(.invisible)')]
  .map(({ tagName, attributes }) => [tagName, ...[...attributes].map(({ name }) => name).sort()].join(' '))`;

const LINKS = `[...document.querySelectorAll('a[href]')].map(({ protocol }) => protocol)`;

const serve = (text: string, said = turns): Promise<Site> =>
  serveSite(retold(showNotes, text), retold(said, text), retold(catalogue, text));

/** Without links and stage directions, which would cut another text in the midst of a character. */
const unmarked = { ...turns, turns: turns.turns.map(({ spans: _, ...turn }) => turn) };

/** A blank line would begin another paragraph. */
const inOneParagraph = SANITISER_CASES.map((text) => text.replaceAll('\n\n', '\n'));

const kinds = ['episodePage', 'showPage', 'transcript', 'fragment'] as const;

/** What each page of a site is made of, and how often it says `text`. */
async function read(site: Site, text: string) {
  const { page, complaints } = await openPage(browser, site.episodePage, {});
  // A fragment has no head that could name an icon, so the browser asks for one.
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  const pages = [];
  for (const kind of kinds) {
    await page.goto(site[kind]);
    const body = await page.evaluate<string>('document.body.textContent');
    pages.push({
      kind,
      skeleton: await page.evaluate<string[]>(SKELETON),
      protocols: new Set(await page.evaluate<string[]>(LINKS)),
      says: body.split(text).length - 1,
    });
  }
  await page.close();
  await site.close();
  return { pages, complaints };
}

test('a hostile text in every field reads as it was written, and brings nothing into the page', async () => {
  const all = [
    [HOSTILE_TEXTS, turns],
    [[...together(inOneParagraph, 12), ...naughtyTexts(60)], unmarked],
  ] as const;
  for (const [texts, said] of all) {
    const harmless = await read(await serve('plain', said), 'plain');
    for (const text of texts) {
      expect({ text, ...(await read(await serve(text, said), text)) }).toEqual({ text, ...harmless });
    }
  }
}, 240_000);

/** What a feed is made of, as a browser reads XML, and how often it says `text`. */
const FEED_SKELETON = `(source, text) => {
  const feed = new DOMParser().parseFromString(source, 'application/xml');
  const elements = [...feed.querySelectorAll('*')].map(({ nodeName, attributes }) =>
    [nodeName, ...[...attributes].map(({ name }) => name)].join(' '));
  return { elements, says: feed.documentElement.textContent.split(text).length - 1 };
}`;

test('a hostile text in every field of a feed reads as it was written, and brings nothing into it', async () => {
  const feed = { author: 'Slow Clocks', owner: { name: 'Mira Adebayo', email: 'mira@slow-clocks.example' } };
  const show = { ...catalogue.show, site: 'https://notes.slow-clocks.example', feed };
  const feedOf = (text: string): string => {
    const item = renderFeedItem(retold({ ...showNotes, show }, text), parsedTurns(turns));
    return renderFeed(retold({ ...catalogue, show }, text), [item ?? ''], () => '0') ?? '';
  };
  const page = await browser.newPage();
  const read = (text: string) =>
    page.evaluate(`(${FEED_SKELETON})(${JSON.stringify(feedOf(text))}, ${JSON.stringify(text)})`);
  const harmless = await read('plain');
  for (const text of [...HOSTILE_TEXTS, ...SANITISER_CASES, ...generatedCases(60), ...naughtyTexts(5)]) {
    // Titles and names are cut to what podcast apps take, and a description is HTML inside XML.
    const { elements } = (await read(text)) as { elements: string[] };
    expect({ text, elements }).toEqual({ text, elements: (harmless as { elements: string[] }).elements });
  }
  expect(await read("it's [quiet]")).toEqual(harmless);
  await page.close();
});

/** The site where the first words of each turn, and one link, lead to `address`. */
const serveLink = (address: string): Promise<Site> =>
  serveSite(
    { ...showNotes, mentions: [], links: [{ text: 'there', url: address, turn: 1 }] },
    {
      ...turns,
      turns: turns.turns.map((turn) => ({ ...turn, spans: [{ kind: 'link', words: [0, 3], url: address }] })),
    },
    catalogue,
  );

test('whatever an address holds, it becomes a link and nothing else', async () => {
  const plain = await read(await serveLink('https://example.org/'), 'there');
  for (const address of [
    'https://example.org/"onmouseover="alert(1)',
    'https://example.org/<script>alert(1)</script>',
    'mailto:nobody@example.org?subject="><img src=x onerror=alert(1)>',
    'https://пример.example/\u{202E}',
  ]) {
    const { pages, complaints } = await read(await serveLink(address), 'there');
    const skeletons = pages.map(({ skeleton }) => skeleton);
    expect({ address, skeletons, complaints }).toEqual({
      address,
      skeletons: plain.pages.map(({ skeleton }) => skeleton),
      complaints: [],
    });
  }
});

test.each(['javascript:alert(1)', 'https://safe.example@evil.example/', '//example.org', 'ftp://example.org', '#', ''])(
  'the address %j stays text',
  async (address) => {
    const site = await serveLink(address);
    const { page } = await openPage(browser, site.episodePage, {});
    expect(await page.locator('.links a:not(.anchors a), .turn p:not(.speaker) a').count()).toBe(0);
    await page.close();
    await site.close();
  },
);
