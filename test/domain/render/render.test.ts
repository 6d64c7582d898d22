import type { PublishedFile, ShowNotes } from '../../../lambdas/contract/published';
import {
  renderEpisodePage,
  renderFragment,
  renderMarkdown,
  renderShowPage,
  renderTranscript,
} from '../../../lambdas/domain/render';
import { expectGoldenText } from '../../support/golden';
import { catalogue, showNotes, turns } from '../../support/show-notes';

const hrefs = {
  base: `${showNotes.publication}/`,
  style: '../../../site/style.css',
  script: '../../../site/episode.js',
  show: '../index.html',
};

test.each([
  ['show-notes.md', () => renderMarkdown(showNotes)],
  ['show-notes.html', () => renderFragment(showNotes)],
  ['transcript.html', () => renderTranscript(showNotes, turns)],
  ['episode.html', () => renderEpisodePage({ showNotes, turns, hrefs })],
  [
    'show.html',
    () =>
      renderShowPage({
        catalogue,
        hrefs: { style: '../../site/style.css', script: '../../site/show.js', episode: (id) => `${id}/index.html` },
      }),
  ],
])('renders %s as its golden text', (name, render) => {
  expectGoldenText('render', name, render());
});

test('a show leads back to the list of shows where there is one', () => {
  const render = (more: { readonly shows?: string }) =>
    renderShowPage({ catalogue, hrefs: { style: 'style.css', script: 'show.js', episode: (id) => id, ...more } });
  expect(render({ shows: '../../' })).toContain('<p class="show"><a href="../../">Shows</a></p>');
  expect(render({})).not.toContain('class="show"');
});

test('a show’s page is in the language of the show, whatever its episodes are in', () => {
  const render = (language: string | undefined) =>
    renderShowPage({
      catalogue: { ...catalogue, show: { ...catalogue.show, ...(language !== undefined && { language }) } },
      hrefs: { style: 'style.css', script: 'show.js', episode: (id) => id },
    });
  expect(render('he')).toContain('<html lang="he" dir="rtl">');
  expect(render(undefined)).toContain('<html lang="en" dir="ltr">');
});

test.each([
  ['https://bank.example', 'https://my-bank.example', true],
  ['https://my-bank.example', 'https://bank.example', true],
  ['the bank', 'https://my-bank.example', true],
  ['bank.example', 'https://bank.example/login', false],
  ['See https://bank.example.', 'https://bank.example/', false],
])('beside a link that says %s and leads to %s stands its host: %s', (text, url, isShown) => {
  const page = renderFragment({ ...showNotes, links: [{ text, url, turn: 1 }] });
  expect(page.includes('class="destination"')).toBe(isShown);
});

test('a show says to machines what its page and its show file say', () => {
  const show = { ...catalogue.show, site: 'https://a.example', image: 'https://slow-clocks.example/cover.jpg' };
  const page = renderShowPage({ catalogue: { ...catalogue, show }, hrefs: { ...hrefs, episode: (id) => id } });
  expect(page).toContain('<meta property="og:image" content="https://slow-clocks.example/cover.jpg">');
  const [, json = ''] = /<script type="application\/ld\+json">(.*)<\/script>/u.exec(page) ?? [];
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'PodcastSeries',
    name: 'Slow Clocks',
    webFeed: 'https://a.example/shows/slow-clocks/feed.xml',
  });
});

describe('what machines read of an episode', () => {
  const structured = (notes: ShowNotes) => {
    const page = renderEpisodePage({ showNotes: notes, turns, hrefs });
    const [, json = ''] = /<script type="application\/ld\+json">(.*)<\/script>/u.exec(page) ?? [];
    return { page, episode: JSON.parse(json) };
  };

  test('is what the page says', () => {
    const { episode } = structured(showNotes);
    expect(episode).toMatchObject({ '@type': 'PodcastEpisode', name: 'The Year Bell', episodeNumber: 7 });
    expect(episode.hasPart[1]).toMatchObject({ '@type': 'Clip', startOffset: 82, url: '#chapter-2' });
  });

  test('tells of the audio what is known, and where its transcript is', () => {
    const [file] = showNotes.files;
    if (!file) throw new Error('no files');
    const audio = { audioUrl: 'https://a.example/7.mp3', audioType: 'audio/mpeg', audioBytes: 7 };
    const show = { ...showNotes.show, site: 'https://a.example' };
    const files: PublishedFile[] = [{ ...file, role: 'transcript-html', href: 'transcript.html' }];
    const told = structured({ ...showNotes, show, files, episode: { ...showNotes.episode, ...audio } }).episode;
    expect(told.associatedMedia).toEqual({
      '@type': 'AudioObject',
      contentUrl: 'https://a.example/7.mp3',
      encodingFormat: 'audio/mpeg',
      contentSize: '7',
      transcript: `https://a.example${showNotes.base}transcript.html`,
    });
  });

  test('has no chapters whose times go back', () => {
    const chapters = showNotes.chapters.map((chapter, index) => ({ ...chapter, startTime: 100 - index }));
    expect(structured({ ...showNotes, chapters }).episode.hasPart).toBeUndefined();
  });

  test('has no time, date or audio that nobody gave', () => {
    const { audioUrl: _, publishedAt: __, ...episode } = showNotes.episode;
    const chapters = showNotes.chapters.map(({ startTime: ___, ...chapter }) => chapter);
    const bare = structured({ ...showNotes, episode, chapters });
    expect(Object.keys(bare.episode)).not.toEqual(expect.arrayContaining(['associatedMedia']));
    expect(bare.page).not.toMatch(/startOffset|datePublished|published_time|og:audio/u);
  });

  test('tells how long it takes only where the last turn says when it ends', () => {
    expect(structured(showNotes).episode.timeRequired).toBe('PT101S');
    const open = turns.turns.map(({ endTime: _, ...turn }) => turn);
    expect(renderEpisodePage({ showNotes, turns: { ...turns, turns: open }, hrefs })).not.toContain('timeRequired');
  });

  test('has the picture by its full address, and none where no site says which that is', () => {
    const [file] = showNotes.files;
    if (!file) throw new Error('no files');
    const size = { width: 1200, height: 630 };
    const picture: PublishedFile = {
      ...file,
      ...size,
      role: 'picture',
      href: 'picture.png',
      alt: '“A bell” – Tomasz Lind',
    };
    const { site: _, ...placeless } = showNotes.show;
    const files = [...showNotes.files, picture];
    const { page, episode } = structured({ ...showNotes, show: { ...placeless, site: 'https://a.example' }, files });
    const address = `https://a.example${showNotes.base}picture.png`;
    expect(page).toContain(`<meta property="og:image" content="${address}">`);
    expect(page).toContain('<meta property="og:image:alt" content="“A bell” – Tomasz Lind">');
    expect(page).toContain('<meta name="twitter:card" content="summary_large_image">');
    expect(episode.image).toBe(address);
    expect(structured({ ...showNotes, show: placeless, files }).page).not.toContain('og:image');
  });

  test.each(['javascript:alert(1)', 'mailto:a@b.example', 'audio/7.mp3'])('%s is no audio', (audioUrl) => {
    const { page } = structured({ ...showNotes, episode: { ...showNotes.episode, audioUrl } });
    expect(page).not.toMatch(/AudioObject|og:audio/u);
  });

  test('gives a date only where it is one', () => {
    const { page } = structured({ ...showNotes, episode: { ...showNotes.episode, publishedAt: 'last Tuesday' } });
    expect(page).not.toMatch(/datePublished|published_time/u);
    expect(page).toContain('<span>last Tuesday</span>');
  });
});
