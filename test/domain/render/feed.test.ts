import { parseRssFeed } from 'feedsmith';
import type { ShowNotes } from '../../../lambdas/contract/published';
import { renderFeed, renderFeedItem } from '../../../lambdas/domain/render';
import { soundbitesOf } from '../../../lambdas/domain/render/podcast/soundbites';
import { expectGoldenText } from '../../support/golden';
import { catalogue, parsedTurns, showNotes, turns } from '../../support/show-notes';

const site = 'https://notes.slow-clocks.example';
const show = { ...catalogue.show, site, canonical: 'https://slow-clocks.example/' };
const episode: ShowNotes['episode'] = {
  ...showNotes.episode,
  audioUrl: 'https://slow-clocks.example/7.mp3?from=feed&n=7',
  audioType: 'audio/mpeg',
  audioBytes: 24_718_336,
  canonical: `${site}/shows/slow-clocks/the-year-bell/`,
  aiContent: false,
};
const told: ShowNotes = { ...showNotes, show, episode };

const itemOf = (notes: ShowNotes): string => renderFeedItem(notes, parsedTurns(turns)) ?? '';
const guid = '9b024349-ccf0-5f69-a609-6b82873eab3c';
const feedOf = (...notes: readonly ShowNotes[]): string =>
  renderFeed({ ...catalogue, show }, notes.map(itemOf), () => guid) ?? '';
const read = (notes: Partial<ShowNotes['episode']>) =>
  parseRssFeed(feedOf({ ...told, episode: { ...episode, ...notes } })).items?.[0];

test('renders the feed and its item as their golden text', () => {
  expectGoldenText('render', 'feed-item.xml', itemOf(told));
  expectGoldenText('render', 'feed.xml', feedOf(told));
  expect(feedOf(told)).toContain(itemOf(told));
});

test('a feed reads back as what was said', () => {
  const feed = parseRssFeed(feedOf(told, { ...told, episode: { ...episode, guid: 'another' } }));
  expect(feed).toMatchObject({
    title: show.title,
    link: 'https://slow-clocks.example/',
    description: show.description,
    language: 'en',
    podcast: { guid, medium: 'podcast' },
    atom: { links: [{ rel: 'self', href: `${site}/shows/slow-clocks/feed.xml` }] },
  });
  const [item, another] = feed.items ?? [];
  expect(item).toMatchObject({
    title: 'The Year Bell',
    link: episode.canonical,
    guid: { value: 'slow-clocks/the-year-bell', isPermaLink: false },
    pubDate: 'Wed, 04 Mar 2026 05:00:00 GMT',
    enclosures: [{ url: episode.audioUrl, type: 'audio/mpeg', length: 24_718_336 }],
    podcast: {
      chapters: { url: `${site}${showNotes.base}chapters.json`, type: 'application/json+chapters' },
      persons: [
        { display: 'Mira Adebayo', role: 'host' },
        { display: 'Tomasz Lind', role: 'guest' },
      ],
      episode: { number: 7 },
      txts: [{ display: 'false', purpose: 'ai-content' }],
    },
  });
  const folder = `${site}${showNotes.base}`;
  expect(item?.podcast?.transcripts).toEqual([
    { url: `${folder}transcript.vtt`, type: 'text/vtt', language: 'en', rel: 'captions' },
    { url: `${folder}transcript.srt`, type: 'application/x-subrip', language: 'en', rel: 'captions' },
    { url: `${folder}transcript.json`, type: 'application/json', language: 'en', rel: 'captions' },
    { url: `${folder}transcript.html`, type: 'text/html', language: 'en' },
  ]);
  expect(another?.guid?.value).toBe('another');
});

test('a feed says what directories ask for, as far as the show file does', () => {
  const owner = { name: 'Mira Adebayo', email: 'mira@slow-clocks.example' };
  const told = {
    ...show,
    language: 'de',
    image: 'https://slow-clocks.example/cover.jpg',
    feed: {
      author: 'Mira & friends',
      categories: ['Technology', 'Places & Travel'],
      explicit: false,
      owner,
      guid: 'own',
    },
  };
  const written = renderFeed({ ...catalogue, show: told }, [], () => guid) ?? '';
  expect(written).toContain('<itunes:image href="https://slow-clocks.example/cover.jpg"/>');
  expect(parseRssFeed(written)).toMatchObject({
    language: 'de',
    image: { url: told.image, title: show.title, link: show.canonical },
    itunes: {
      image: told.image,
      categories: [{ text: 'Technology' }, { text: 'Society & Culture', categories: [{ text: 'Places & Travel' }] }],
      explicit: false,
      author: 'Mira & friends',
      owner,
    },
    podcast: { guid: 'own' },
  });
  expect(feedOf()).not.toMatch(/itunes:|<image>/u);
});

test('no character that XML does not have gets into it, and no audio that is a mail', () => {
  const text = 'so\u{FFFE}\u{FFFF}\u{0}';
  const [first] = told.people;
  const notes: ShowNotes = {
    ...told,
    ...{ episode: { ...episode, title: text, guid: text }, summary: { ...told.summary, text } },
    people: first ? [{ ...first, name: text }] : [],
  };
  const feed = renderFeed(
    { ...catalogue, show: { ...show, title: text, description: text } },
    [itemOf(notes)],
    () => guid,
  );
  expect(feed).toContain('so\u{FFFD}\u{FFFD}\u{FFFD}');
  expect(feed).not.toMatch(/[\u{FFFE}\u{FFFF}\0]/u);
  expect(itemOf({ ...told, episode: { ...episode, audioUrl: 'mailto:a@slow-clocks.example' } })).not.toContain(
    'enclosure',
  );
});

test('without a site there is neither feed nor item, for their addresses would be made up', () => {
  expect(renderFeedItem(showNotes, [])).toBeUndefined();
  expect(renderFeed(catalogue, [], () => guid)).toBeUndefined();
});

test('nothing is said that nobody gave', () => {
  const { audioUrl: _, audioType: __, publishedAt: ___, aiContent: ____, number: _____, ...bare } = episode;
  const item = itemOf({ ...told, episode: bare, people: [], files: [] });
  expect(item).not.toMatch(/enclosure|pubDate|podcast:/u);
  const unknown = itemOf({ ...told, episode: { ...bare, audioUrl: 'https://slow-clocks.example/listen' } });
  expect(unknown).not.toMatch(/enclosure|soundbite/u);
});

test.each([
  ['2026-03-04', 'Wed, 04 Mar 2026 00:00:00 GMT'],
  ['2026-03-04 09:30', 'Wed, 04 Mar 2026 09:30:00 GMT'],
  ['2026-03-04T09:30:15.5Z', 'Wed, 04 Mar 2026 09:30:15 GMT'],
  ['2026-03-04T09:30:15-0530', 'Wed, 04 Mar 2026 15:00:15 GMT'],
  ['last Tuesday', undefined],
  ['2026-02-31T25:61', undefined],
])('%s is the date %s, in every time zone', (publishedAt, date) => {
  expect(read({ publishedAt })?.pubDate).toBe(date);
});

test('a description keeps to what a directory takes', () => {
  const point = { ...showNotes.summary, text: 'ä'.repeat(2000) };
  const item = parseRssFeed(feedOf({ ...told, keyPoints: [point] })).items?.[0];
  expect(new TextEncoder().encode(item?.description).length).toBeLessThanOrEqual(4000);
  expect(item?.description).toContain(showNotes.summary.text);
  expect(item?.description).not.toContain('ää');
});

describe('a soundbite', () => {
  const text = 'First words. A bell remembers every mistake you make. And more words after it.';
  const turn = { speaker: 'T', text, line: 1, spans: [], startTime: 60, endTime: 130 };
  const words = [13, 53] as const;
  const quote = { text: text.slice(...words), speaker: 'T', turn: 1, words };

  test('begins and ends with the quote where the transcript has those times', () => {
    const times = [13, 70.5, 54, 90.25];
    const [soundbite] = soundbitesOf([{ ...quote, startTime: 70.5 }], [{ ...turn, times }]);
    expect(soundbite).toEqual({ startTime: 70.5, duration: 19.75, title: quote.text });
  });

  test('is the whole turn where the quote is too short, and nothing where the turn is too long', () => {
    const times = [13, 70.5, 54, 75];
    const quoted = [{ ...quote, startTime: 70.5 }];
    expect(soundbitesOf(quoted, [{ ...turn, times }])).toMatchObject([{ startTime: 60, duration: 70 }]);
    expect(soundbitesOf(quoted, [{ ...turn, times, endTime: 300 }])).toEqual([]);
  });

  test('has no time that the transcript does not give', () => {
    const { startTime: _, endTime: __, ...untimed } = turn;
    expect(soundbitesOf([quote], [untimed])).toEqual([]);
    expect(soundbitesOf([quote], [])).toEqual([]);
  });
});
