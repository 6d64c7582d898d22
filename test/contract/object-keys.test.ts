import { cacheControlOf, contentTypeOf, readUploadKey } from '../../lambdas/contract/object-keys';
import { slugOf } from '../../lambdas/contract/slug';
import { fc } from '../support/laws';

test.each([
  ['shows/tide-tables/ebb.md', { kind: 'transcript', show: 'tide-tables', episode: 'ebb' }],
  ['shows/Tide Tables/Ebb 1+2 %.v2.srt', { kind: 'transcript', show: 'tide-tables', episode: 'ebb-1-2-v2' }],
  ['shows/tide-tables/55-no-extension', { kind: 'transcript', show: 'tide-tables', episode: '55-no-extension' }],
  ['shows/tide-tables/ebb.yaml', { kind: 'episode-file', show: 'tide-tables', episode: 'ebb' }],
  ['shows/tide-tables/ebb.YML', { kind: 'episode-file', show: 'tide-tables', episode: 'ebb' }],
  ['shows/tide-tables/show.yaml', { kind: 'show-file', show: 'tide-tables' }],
])('%s is an upload', (key, expected) => {
  expect(readUploadKey(key)).toMatchObject(expected);
});

test.each([
  'shows/',
  'shows/tide-tables/',
  'shows/ebb.md',
  'shows/tide-tables/old/ebb.md',
  'shows/tide-tables/.DS_Store',
  'shows/tide-tables/ebb.md~',
  'shows/tide-tables/ebb.vtt.bak',
  'shows/tide-tables/ebb.vtt.tmp',
  'shows/tide-tables/ebb.OLD',
  'shows/tide-tables/Thumbs.db',
  'shows/tide-tables/desktop.ini',
  'shows/.git/config',
  'receipts/tide-tables/ebb.json',
])('%s is nothing to the pipeline', (key) => {
  expect(readUploadKey(key)).toBeUndefined();
});

test('a transcript called show does not share a receipt with the show file', () => {
  expect(readUploadKey('shows/tide-tables/show.md')).toMatchObject({
    episode: expect.stringMatching(/^show-[0-9a-f]{8}$/u),
  });
});

test('any name has a slug that is its own slug, and a legal one', () => {
  const names = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.constantFrom('show', 'Show', '潮汐'),
  );
  fc.assert(
    fc.property(names, (name) => {
      const slug = slugOf(name);
      expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
      expect(slug.length).toBeLessThanOrEqual(64);
      expect(slug).not.toBe('show');
      expect(slugOf(slug)).toBe(slug);
    }),
  );
});

test('what moves is asked for anew each time, what does not is kept for a year', () => {
  const immutable = 'public, max-age=31536000, immutable';
  expect(cacheControlOf('shows/a/b/0123456789abcdef/turns.json')).toBe(immutable);
  expect(cacheControlOf('site/style.0123456789abcdef.css')).toBe(immutable);
  for (const key of ['shows/a/b/show-notes.json', 'shows/a/b/index.html', 'shows/a/index.json', 'receipts/a/b.json']) {
    expect(cacheControlOf(key)).toBe('no-cache');
  }
  expect(contentTypeOf('shows/a/b/show-notes.json')).toBe('application/json; charset=utf-8');
  expect(contentTypeOf('shows/a/b/c/chapters.json')).toBe('application/json+chapters');
});
