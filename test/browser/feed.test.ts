import type { Browser } from 'playwright-core';
import type { Catalogue, ShowNotes } from '../../lambdas/contract/published';
import { renderFeed, renderFeedItem } from '../../lambdas/domain/render';
import { openBrowser } from '../support/browser';
import { catalogue, parsedTurns, showNotes, turns } from '../support/show-notes';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const ADDRESS = String.raw`^https?://[^\s]+$`;
const MEDIA_TYPE = '^[a-z]+/[a-z0-9.+-]+$';
const SECONDS = String.raw`^\d+(\.\d+)?$`;
const ANY = '.';

/** How often an element stands in its parent, and what its text and its attributes are like; `?` where one may be missing. */
interface Rule {
  readonly times: readonly [least: number, most: number];
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

const [ONCE, PERHAPS, ANY_NUMBER] = [
  [1, 1],
  [0, 1],
  [0, Number.MAX_SAFE_INTEGER],
] as const;

/** RSS 2.0 (rssboard.org), the podcast namespace, and what Apple asks for, of what a feed of ours may have. */
const RULES: Readonly<Record<string, Rule>> = {
  rss: { times: ONCE, attributes: { version: '^2\\.0$' } },
  'rss/channel': { times: ONCE },
  'channel/title': { times: ONCE, text: ANY },
  'channel/link': { times: ONCE, text: ADDRESS },
  'channel/description': { times: ONCE, text: ANY },
  'channel/language': { times: PERHAPS, text: '^[a-z]{2,3}(-[A-Za-z0-9]+)*$' },
  'channel/generator': { times: PERHAPS, text: ANY },
  'channel/image': { times: PERHAPS },
  'image/url': { times: ONCE, text: ADDRESS },
  'image/title': { times: ONCE, text: ANY },
  'image/link': { times: ONCE, text: ADDRESS },
  'channel/atom:link': { times: ONCE, attributes: { href: ADDRESS, rel: '^self$', type: '^application/rss\\+xml$' } },
  'channel/itunes:image': { times: PERHAPS, attributes: { href: ADDRESS } },
  'channel/itunes:author': { times: PERHAPS, text: ANY },
  'channel/itunes:explicit': { times: PERHAPS, text: '^(true|false|yes|no)$' },
  'channel/itunes:category': { times: ANY_NUMBER, attributes: { text: ANY } },
  'itunes:category/itunes:category': { times: PERHAPS, attributes: { text: ANY } },
  'channel/itunes:owner': { times: PERHAPS },
  'itunes:owner/itunes:name': { times: PERHAPS, text: ANY },
  'itunes:owner/itunes:email': { times: PERHAPS, text: '^[^@\\s]+@[^@\\s]+$' },
  'channel/podcast:guid': { times: ONCE, text: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' },
  'channel/podcast:medium': { times: PERHAPS, text: '^podcast$' },
  'channel/item': { times: ANY_NUMBER },
  'item/title': { times: ONCE, text: ANY },
  'item/link': { times: PERHAPS, text: ADDRESS },
  'item/description': { times: ONCE, text: ANY },
  'item/guid': { times: ONCE, text: ANY, attributes: { isPermaLink: '^false$' } },
  'item/pubDate': { times: PERHAPS, text: '^[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT$' },
  'item/enclosure': { times: PERHAPS, attributes: { url: ADDRESS, type: MEDIA_TYPE, length: '^\\d+$' } },
  'item/podcast:transcript': {
    times: ANY_NUMBER,
    attributes: { url: ADDRESS, type: MEDIA_TYPE, language: '^[a-z]{2,3}', 'rel?': '^captions$' },
  },
  'item/podcast:chapters': { times: PERHAPS, attributes: { url: ADDRESS, type: '^application/json\\+chapters$' } },
  'item/podcast:soundbite': {
    times: ANY_NUMBER,
    text: '^[\\s\\S]{1,128}$',
    attributes: { startTime: SECONDS, duration: SECONDS },
  },
  'item/podcast:person': {
    times: ANY_NUMBER,
    text: '^[\\s\\S]{1,128}$',
    attributes: { role: '^(host|guest)$', group: '^cast$' },
  },
  'item/podcast:episode': { times: PERHAPS, text: '^\\d+(\\.\\d+)?$' },
  'item/podcast:txt': { times: PERHAPS, text: '^(true|false)$', attributes: { purpose: '^ai-content$' } },
};

/** Every breach of the rules, read by a browser, which knows nothing of the library that wrote the feed. */
const BREACHES = `(source, rules) => {
  const parsed = new DOMParser().parseFromString(source, 'application/xml');
  const breaches = [...parsed.querySelectorAll('parsererror')].map(({ textContent }) => textContent);
  const matches = (pattern, value) => new RegExp(pattern, 'u').test(value ?? '');
  for (const element of parsed.querySelectorAll('*')) {
    const place = element.parentElement ? element.parentElement.nodeName + '/' + element.nodeName : element.nodeName;
    const rule = rules[place];
    if (!rule) { breaches.push('unknown: ' + place); continue; }
    if (rule.text && !matches(rule.text, element.textContent)) breaches.push(place + ' says ' + element.textContent);
    const asked = Object.entries(rule.attributes ?? {});
    for (const [name, pattern] of asked) {
      const value = element.getAttribute(name.replace('?', ''));
      if (value === null ? !name.endsWith('?') : !matches(pattern, value)) breaches.push(place + ' ' + name + '=' + value);
    }
    const known = new Set(asked.map(([name]) => name.replace('?', '')));
    for (const { name } of element.attributes)
      if (!known.has(name) && !name.startsWith('xmlns')) breaches.push(place + ' has ' + name);
    for (const [path, { times: [least, most] }] of Object.entries(rules)) {
      const [parent, child] = path.split('/');
      if (parent !== element.nodeName || !child) continue;
      const count = [...element.children].filter(({ nodeName }) => nodeName === child).length;
      if (count < least || count > most) breaches.push(path + ' stands ' + count + ' times');
    }
  }
  const guids = [...parsed.querySelectorAll('item > guid')].map(({ textContent }) => textContent);
  if (new Set(guids).size < guids.length) breaches.push('a guid stands twice');
  return breaches;
}`;

const site = 'https://notes.slow-clocks.example';
const image = 'https://slow-clocks.example/cover.png';
const bare: Catalogue['show'] = { ...catalogue.show, site };
const whole: Catalogue['show'] = {
  ...bare,
  ...{ canonical: 'https://slow-clocks.example/', image, language: 'en-GB' },
  feed: {
    ...{ author: 'Slow Clocks', explicit: false, categories: ['Technology', 'Design'] },
    owner: { name: 'Mira Adebayo', email: 'mira@slow-clocks.example' },
  },
};
const audio = {
  ...{ audioUrl: 'https://slow-clocks.example/7.mp3', audioType: 'audio/mpeg', audioBytes: 24_718_336 },
  ...{ aiContent: true, publishedAt: '2026-03-04', number: 7 },
};
/** Each quote is of a turn that is long enough to be worth hearing alone. */
const slowly = parsedTurns(turns).map((turn, index) => ({ ...turn, startTime: 20 * index, endTime: 20 * index + 20 }));

const feedOf = (show: Catalogue['show'], ...episodes: readonly Partial<ShowNotes['episode']>[]): string => {
  const items = episodes.map((episode, index) => {
    const told = { ...showNotes.episode, ...episode, guid: `episode-${index}` };
    return renderFeedItem({ ...showNotes, show, episode: told }, slowly) ?? '';
  });
  return renderFeed({ ...catalogue, show }, items, () => '9b024349-ccf0-5f69-a609-6b82873eab3c') ?? '';
};

async function breachesOf(feed: string): Promise<unknown> {
  const page = await browser.newPage();
  const found = await page.evaluate(`(${BREACHES})(${JSON.stringify(feed)}, ${JSON.stringify(RULES)})`);
  await page.close();
  return found;
}

test.each([
  ['of a show that says all it can', feedOf(whole, audio, { number: undefined })],
  ['of a show that says nothing', feedOf(bare, {})],
  ['without episodes', feedOf(bare)],
])('a feed %s is as RSS 2.0 and Podcasting 2.0 ask', async (_, feed) => {
  expect(await breachesOf(feed)).toEqual([]);
});

test('all that a feed may have is looked at, and a breach is found', async () => {
  const feed = feedOf(whole, audio);
  for (const element of ['podcast:soundbite', 'podcast:chapters', 'podcast:txt', 'enclosure', 'itunes:category'])
    expect(feed).toContain(`<${element}`);
  const broken = feed
    .replace(/<title>[^<]*<\/title>/u, '')
    .replace('https://slow-clocks.example/7.mp3', 'mailto:a@b.example')
    .replace('<podcast:medium>', '<podcast:medium x="1">');
  expect(await breachesOf(broken)).toEqual([
    'channel/title stands 0 times',
    'channel/podcast:medium has x',
    'item/enclosure url=mailto:a@b.example',
  ]);
});
