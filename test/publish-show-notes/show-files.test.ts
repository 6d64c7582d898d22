import { parseRssFeed } from 'feedsmith';
import type { SearchDocument } from '../../lambdas/contract/published';
import { settleAll, textOf, upload, type World, world } from '../support/memory/world';

const TRANSCRIPT =
  "**MIRA:** Hello, I'm Mira Odell and this is Tide Tables.\n\n**JONAS:** The tide comes in at noon.\n";
const SITE = 'site: https://notes.tides.example/\n';

async function published(files: Readonly<Record<string, string>>): Promise<World> {
  const here = world();
  for (const [name, text] of Object.entries(files)) await upload(here, `shows/${name}`, text);
  await settleAll(here);
  return here;
}

const change = async (here: World, name: string, text: string | undefined): Promise<void> => {
  await upload(here, `shows/${name}`, text);
  await settleAll(here);
};

describe('what search engines are told', () => {
  test('names every page of ours that is the one to be found', async () => {
    const here = await published({
      'tide-tables/show.yaml': SITE,
      'tide-tables/ebb.md': TRANSCRIPT,
      'tide-tables/flow.md': TRANSCRIPT,
      'tide-tables/flow.yaml': 'page: https://tides.example/flow\n',
    });
    expect(textOf(here.published, 'shows/tide-tables/sitemap.xml')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://notes.tides.example/shows/tide-tables/</loc></url>
<url><loc>https://notes.tides.example/shows/tide-tables/ebb/</loc></url>
</urlset>
`);
    expect(textOf(here.published, 'sitemap.xml')).toContain(
      '<loc>https://notes.tides.example/shows/tide-tables/sitemap.xml</loc>',
    );
    expect(textOf(here.published, 'robots.txt')).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://notes.tides.example/sitemap.xml\n',
    );
  });

  test('is nothing about a show that does not say where it is served', async () => {
    const here = await published({ 'tide-tables/show.yaml': 'title: Tides\n', 'tide-tables/ebb.md': TRANSCRIPT });
    expect(textOf(here.published, 'shows/tide-tables/sitemap.xml')).toBeUndefined();
    expect(textOf(here.published, 'sitemap.xml')).toBeUndefined();
    expect(textOf(here.published, 'robots.txt')).toBe('User-agent: *\nAllow: /\n');
    expect(textOf(here.uploads, 'receipts/tide-tables/show.json')).toContain('there is neither feed nor sitemap');
  });

  test('forgets what is withdrawn, and a show with nothing left', async () => {
    const here = await published({
      'bells/show.yaml': SITE,
      'bells/one.md': TRANSCRIPT,
      'tide-tables/show.yaml': SITE,
      'tide-tables/ebb.md': TRANSCRIPT,
      'tide-tables/flow.md': TRANSCRIPT,
    });
    await change(here, 'tide-tables/flow.md', undefined);
    expect(textOf(here.published, 'shows/tide-tables/sitemap.xml')).not.toContain('flow');
    expect(textOf(here.published, 'sitemap.xml')).toContain('tide-tables');
    await change(here, 'tide-tables/ebb.md', undefined);
    expect(textOf(here.published, 'shows/tide-tables/sitemap.xml')).toBeUndefined();
    expect(textOf(here.published, 'sitemap.xml')).not.toContain('tide-tables');
    expect(textOf(here.published, 'sitemap.xml')).toContain('bells');
  });
});

test('a page names the one address at which it is to be found', async () => {
  const here = await published({
    'tide-tables/show.yaml': SITE,
    'tide-tables/ebb.md': TRANSCRIPT,
    'tide-tables/flow.md': TRANSCRIPT,
    'tide-tables/flow.yaml': 'page: https://tides.example/flow\n',
  });
  const canonical = (key: string) =>
    /<link rel="canonical" href="([^"]*)">/u.exec(textOf(here.published, key) ?? '')?.[1];
  expect(canonical('shows/tide-tables/index.html')).toBe('https://notes.tides.example/shows/tide-tables/');
  expect(canonical('shows/tide-tables/ebb/index.html')).toBe('https://notes.tides.example/shows/tide-tables/ebb/');
  expect(canonical('shows/tide-tables/flow/index.html')).toBe('https://tides.example/flow');
});

describe('the feed', () => {
  const files = {
    'tide-tables/show.yaml': SITE,
    'tide-tables/ebb.md': TRANSCRIPT,
    'tide-tables/ebb.yaml': 'date: 2026-03-01\naudio: https://tides.example/ebb.mp3\n',
    'tide-tables/flow.md': TRANSCRIPT,
    'tide-tables/flow.yaml': 'date: 2026-03-08\n',
  };
  const itemsOf = (here: World) => {
    const text = textOf(here.published, 'shows/tide-tables/feed.xml');
    return text === undefined ? undefined : (parseRssFeed(text).items ?? []);
  };
  const guidsOf = (here: World) => itemsOf(here)?.map(({ guid }) => guid?.value);

  test('has an item for each episode, newest first, by ids that outlive every correction', async () => {
    const here = await published(files);
    expect(guidsOf(here)).toEqual(['tide-tables/flow', 'tide-tables/ebb']);
    const [withoutAudio, before] = itemsOf(here) ?? [];
    expect(withoutAudio?.enclosures).toBeUndefined();
    expect(before?.enclosures).toEqual([{ url: 'https://tides.example/ebb.mp3', length: 0, type: 'audio/mpeg' }]);
    await change(here, 'tide-tables/ebb.md', TRANSCRIPT.replace('noon', 'one'));
    await change(here, 'tide-tables/show.yaml', `title: Tides\nsite: https://tides.example/\n`);
    const after = itemsOf(here)?.[1];
    expect(guidsOf(here)).toEqual(['tide-tables/flow', 'tide-tables/ebb']);
    expect(after?.podcast?.transcripts).not.toEqual(before?.podcast?.transcripts);
  });

  test('names only files that are there', async () => {
    const here = await published(files);
    const urls = itemsOf(here)?.flatMap(({ podcast }) => podcast?.transcripts?.map(({ url }) => url) ?? []) ?? [];
    expect(urls).toHaveLength(2);
    for (const url of urls) expect(here.published.objects.has(new URL(`${url}`).pathname.slice(1))).toBe(true);
  });

  test('forgets what is withdrawn, and goes with the site', async () => {
    const here = await published(files);
    await change(here, 'tide-tables/flow.md', undefined);
    expect(guidsOf(here)).toEqual(['tide-tables/ebb']);
    await change(here, 'tide-tables/show.yaml', undefined);
    expect(itemsOf(here)).toBeUndefined();
  });
});

test('the search finds what is published and forgets what is withdrawn', async () => {
  const here = await published({ 'tide-tables/ebb.md': TRANSCRIPT, 'tide-tables/flow.md': TRANSCRIPT });
  const search = () => JSON.parse(textOf(here.published, 'shows/tide-tables/search.json') ?? '') as SearchDocument;
  const found = () => [...new Set(search().entries.map(({ episode }) => episode))];
  expect(found()).toEqual(['ebb', 'flow']);
  expect(search().entries).toContainEqual(
    expect.objectContaining({ episode: 'flow', kind: 'person', text: 'Mira Odell', turns: [1] }),
  );
  await change(here, 'tide-tables/flow.md', undefined);
  expect(found()).toEqual(['ebb']);
  expect(search().episodes).toHaveLength(1);
});

describe('a theme', () => {
  const PAGES = ['shows/tide-tables/index.html', 'shows/tide-tables/ebb/index.html'];
  const sheetsOf = (here: World, page: string) =>
    [...(textOf(here.published, page) ?? '').matchAll(/<link rel="stylesheet" href="([^"]*)">/gu)].map(
      ([, href]) => new URL(`${href}`, `https://tides.example/${page}`).pathname,
    );
  const files = { 'tide-tables/show.yaml': 'theme:\n  accent: teal\n', 'tide-tables/ebb.md': TRANSCRIPT };

  test('is one more style sheet of all pages of the show, by the hash of its content', async () => {
    const here = await published({ ...files, 'bells/one.md': TRANSCRIPT });
    const [[own, theme], again] = PAGES.map((page) => sheetsOf(here, page)) as [string[], string[]];
    expect(again).toEqual([own, theme]);
    expect(theme).toMatch(/^\/site\/theme\.[0-9a-f]{16}\.css$/u);
    expect(textOf(here.published, `${theme}`.slice(1))).toContain('--accent: #008080;');
    expect(sheetsOf(here, 'shows/bells/one/index.html')).toEqual([own]);
  });

  test('follows the show file, stays where that cannot be read, and goes with it', async () => {
    const here = await published(files);
    const before = PAGES.map((page) => sheetsOf(here, page));
    await change(here, 'tide-tables/show.yaml', 'theme:\n  accent: "teal; }"\n');
    expect(PAGES.map((page) => sheetsOf(here, page))).toEqual(before);
    expect(textOf(here.uploads, 'receipts/tide-tables/show.json')).toContain('must be a colour in quotes');
    await change(here, 'tide-tables/show.yaml', 'theme:\n  accent: gold\n');
    for (const page of PAGES)
      expect(sheetsOf(here, page)).toEqual([before[0]?.[0], expect.stringContaining('/theme.')]);
    expect(PAGES.map((page) => sheetsOf(here, page))).not.toEqual(before);
    expect(textOf(here.uploads, 'receipts/tide-tables/show.json')).toContain('is hard to read in the light look');
    await change(here, 'tide-tables/show.yaml', undefined);
    for (const page of PAGES) expect(sheetsOf(here, page)).toEqual([before[0]?.[0]]);
  });
});
