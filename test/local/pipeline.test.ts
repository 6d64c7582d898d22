import { join } from 'node:path';
import { readSiteFiles } from '../../lambdas/adapters/site-files';
import { episodePageKey, receiptKey, showNotesKey } from '../../lambdas/contract/object-keys';
import type { ObjectStore } from '../../lambdas/domain/ports';
import { type News, type Pipeline, startPipeline } from '../../local/pipeline';
import { type ManualTimers, manualTimers } from '../support/memory/manual-timers';
import { memoryEpisodes } from '../support/memory/memory-episodes';
import { type MemoryObjects, memoryObjects } from '../support/memory/memory-objects';

const id = { show: 'slow-tea', episode: 'first-pot' };
const KEY = 'shows/slow-tea/first-pot.md';
const conversation = (host: string): string =>
  [
    `${host}: I'm ${host} Lindqvist and this is Slow Tea. Today I talk to Omar Haddad, who grows tea in Cornwall.`,
    'Omar: Thank you for having me. We planted the first bushes in a valley where nothing else would grow.',
    `${host}: How long did you wait for the first harvest?`,
    'Omar: Seven years. A tea bush teaches you patience before it gives you a single leaf.',
  ].join('\n\n');

let uploads: MemoryObjects;
let published: MemoryObjects;
let deadLetters: MemoryObjects;
let timers: ManualTimers;
let episodes = memoryEpisodes();
let news: News[] = [];

beforeEach(() => {
  uploads = memoryObjects();
  published = memoryObjects();
  deadLetters = memoryObjects();
  timers = manualTimers();
  episodes = memoryEpisodes();
  news = [];
});

const site = readSiteFiles(join(__dirname, '../../site'), join(__dirname, '../../lambdas/contract/schemas'));
const start = (parts: { readonly published?: ObjectStore } = {}): Promise<Pipeline> =>
  startPipeline({
    uploads,
    published,
    deadLetters,
    episodes,
    site,
    siteAddress: 'http://127.0.0.1:4747',
    timers,
    tell: (told) => news.push(told),
    ...parts,
  });

async function upload(pipeline: Pipeline, key: string, text: string): Promise<void> {
  await uploads.put(key, Buffer.from(text));
  pipeline.uploaded([key]);
  await finish(pipeline);
}

/** Lets delays and retries go by until nothing is left to do. */
async function finish(pipeline: Pipeline): Promise<void> {
  let isIdle = false;
  const idle = pipeline.idle().then(() => {
    isIdle = true;
  });
  while (!isIdle) await timers.pass(60_000);
  await idle;
}

const outcomes = (): readonly string[] =>
  news.map((told) => (told.kind === 'failure' ? `failure ${told.isLast}` : `${told.kind} ${told.receipt.outcome}`));

test('an upload becomes a page, a catalogue and a receipt that is told once', async () => {
  const pipeline = await start();
  await upload(pipeline, KEY, conversation('Maja'));
  expect(published.objects.has(episodePageKey(id))).toBe(true);
  expect(published.objects.has('shows/slow-tea/index.html')).toBe(true);
  expect(outcomes()).toEqual(['receipt published']);

  pipeline.uploaded([KEY, 'shows/slow-tea/deeper/than/uploads.md', 'receipts/slow-tea/first-pot.json']);
  await finish(pipeline);
  expect(outcomes()).toEqual(['receipt published']);
});

test('a correction, the same again, a show file and a removal are each told', async () => {
  const pipeline = await start();
  await upload(pipeline, KEY, conversation('Maja'));
  await upload(pipeline, KEY, conversation('Maya'));
  await upload(pipeline, KEY, conversation('Maya'));
  await upload(pipeline, 'shows/slow-tea/show.yaml', 'title: [Slow');
  await upload(pipeline, 'shows/slow-tea/show.yaml', 'title: Slow Tea\n');
  await uploads.remove(KEY);
  pipeline.uploaded([KEY]);
  await finish(pipeline);
  expect(outcomes()).toEqual([
    'receipt published',
    'receipt published',
    'receipt unchanged',
    'receipt waiting',
    'show-receipt unreadable',
    expect.stringMatching(/^receipt (?:published|unchanged)$/u),
    'show-receipt read',
    'receipt withdrawn',
  ]);
  expect(published.objects.has(episodePageKey(id))).toBe(false);
  expect(Buffer.from((await published.get('shows/slow-tea/index.html'))?.body ?? []).toString()).toContain('Slow Tea');
});

test('what cannot be published for a while is tried again, and in the end a dead letter that the next start heals', async () => {
  const away: ObjectStore = { ...published, put: () => Promise.reject(new Error('the disk is full')) };
  const first = await start({ published: away });
  await upload(first, KEY, conversation('Maja'));
  await first.stop();
  expect(outcomes().filter((outcome) => outcome === 'failure true').length).toBeGreaterThan(0);
  const [letter] = await deadLetters.list('publications/');
  expect(JSON.parse(Buffer.from((await deadLetters.get(`${letter?.key}`))?.body ?? []).toString())).toMatchObject({
    queue: 'publications',
    message: { kind: 'episode', ...id },
    attempts: 5,
    error: expect.stringContaining('the disk is full'),
  });

  news = [];
  const second = await start();
  expect(await second.catchUp()).toBe(1);
  await finish(second);
  expect(published.objects.has(showNotesKey(id))).toBe(true);
  expect(await deadLetters.list('')).toEqual([]);
  expect(outcomes()).toEqual(['receipt published']);
});

test('on a laptop a catalogue waits half a second', async () => {
  const waited: number[] = [];
  const { after } = timers;
  timers.after = (milliseconds, run) => {
    waited.push(milliseconds);
    return after(milliseconds, run);
  };
  const pipeline = await start();
  await upload(pipeline, KEY, conversation('Maja'));
  expect(waited).toContain(500);
  expect(waited).not.toContain(5_000);
});

test('what was deleted, or lost from the table, while nothing ran is put right at the next start', async () => {
  const first = await start();
  await upload(first, KEY, conversation('Maja'));
  await upload(first, 'shows/slow-tea/second-pot.md', conversation('Maja'));
  await first.stop();
  await uploads.remove(KEY);
  episodes = memoryEpisodes();

  const second = await start();
  expect(await second.catchUp()).toBe(0);
  await finish(second);
  expect(published.objects.has(showNotesKey(id))).toBe(false);
  expect(published.objects.has(showNotesKey({ ...id, episode: 'second-pot' }))).toBe(true);
  const receipt = await uploads.get(receiptKey(id));
  expect(JSON.parse(Buffer.from(receipt?.body ?? []).toString())).toMatchObject({ outcome: 'withdrawn' });
});

test('a start at which nothing has changed writes nothing and tells nothing', async () => {
  const keys = [KEY, 'shows/slow-tea/second-pot.md', 'shows/slow-tea/show.yaml'];
  const first = await start();
  for (const key of keys) await upload(first, key, key.endsWith('.yaml') ? 'title: Slow Tea\n' : conversation('Maja'));
  await first.stop();
  const writes = (): number => uploads.writes() + published.writes() + episodes.writes();
  const before = writes();
  news = [];

  const second = await start();
  await second.catchUp();
  await finish(second);
  expect([writes() - before, news]).toEqual([0, []]);
});
