import {
  catalogueKey,
  episodePageKey,
  receiptKey,
  showNotesKey,
  showReceiptKey,
} from '../../lambdas/contract/object-keys';
import type { Catalogue, ShowNotes } from '../../lambdas/contract/published';
import type { Receipt, ShowReceipt } from '../../lambdas/contract/receipt';
import { factsOf } from '../../lambdas/domain/errors';
import { derive } from '../support/memory/remembered';
import { parse, pin, publish, settleAll, textOf, upload, type World, type Wrap, world } from '../support/memory/world';

const id = { show: 'tide-tables', episode: 'ebb' };
const TRANSCRIPT = 'shows/tide-tables/ebb.md';
const SHOW_FILE = 'shows/tide-tables/show.yaml';
const EPISODE_FILE = 'shows/tide-tables/ebb.yaml';

const spoken = (noon: string) =>
  `**MIRA:** Hello, I'm Mira Odell and this is Tide Tables.\n\n**JONAS:** The tide comes in at ${noon}, every day.\n`;

/** The world once these were uploaded, one after the other, each settled before the next. */
async function once(...uploads: readonly (readonly [key: string, text: string | undefined])[]): Promise<World> {
  const here = world();
  for (const [key, text] of uploads) {
    await upload(here, key, text);
    await settleAll(here);
  }
  return here;
}

const receipt = (here: World) => JSON.parse(textOf(here.uploads, receiptKey(id)) ?? 'null') as Receipt;
const showNotes = (here: World) => JSON.parse(textOf(here.published, showNotesKey(id)) ?? 'null') as ShowNotes;
const listed = (here: World) =>
  (JSON.parse(textOf(here.published, catalogueKey(id.show)) ?? 'null') as Catalogue).episodes.map((each) => each.id);

test('an upload is published, listed and announced, and the receipt says so', async () => {
  const here = await once([TRANSCRIPT, spoken('noon')]);
  expect(receipt(here)).toMatchObject({
    outcome: 'published',
    upload: { key: TRANSCRIPT },
    problems: [],
    published: {
      publication: showNotes(here).publication,
      page: 'https://notes.example/shows/tide-tables/ebb/index.html',
    },
  });
  expect(listed(here)).toEqual(['ebb']);
  expect(here.announced).toMatchObject([{ kind: 'published', id, publication: showNotes(here).publication }]);
});

test('every file that the pointer names lies in the publication’s folder, beside a copy of the pointer', async () => {
  const here = await once([TRANSCRIPT, spoken('noon')]);
  const { base, files } = showNotes(here);
  const folder = base.slice(1);
  const names = [...here.published.objects.keys()].filter((key) => key.startsWith(folder));
  expect(names.sort()).toEqual([...files.map(({ href }) => `${folder}${href}`), `${folder}show-notes.json`].sort());
  expect(textOf(here.published, `${folder}show-notes.json`)).toBe(textOf(here.published, showNotesKey(id)));
});

test('the same bytes again change nothing but the receipt', async () => {
  const here = await once([TRANSCRIPT, spoken('noon')]);
  const [before, writes] = [showNotes(here), here.published.writes()];
  await upload(here, TRANSCRIPT, spoken('noon'));
  await settleAll(here);
  expect(receipt(here)).toMatchObject({ outcome: 'unchanged', published: { publication: before.publication } });
  expect(here.published.writes()).toBe(writes);
  expect(here.announced).toHaveLength(1);
});

test('a corrected transcript moves the pointer, and coming back to the first one gives the first publication', async () => {
  const here = await once([TRANSCRIPT, spoken('noon')]);
  const first = textOf(here.published, showNotesKey(id));
  await upload(here, TRANSCRIPT, spoken('one'));
  await settleAll(here);
  expect(textOf(here.published, showNotesKey(id))).not.toBe(first);
  await upload(here, TRANSCRIPT, spoken('noon'));
  await settleAll(here);
  expect(textOf(here.published, showNotesKey(id))).toBe(first);
  expect(receipt(here).outcome).toBe('published');
  const superseded = (await here.episodes.find(id))?.superseded.map(({ kind }) => kind);
  expect(superseded).toEqual(['revision', 'publication']);
});

test('a rejected upload leaves what is published, and is told to people', async () => {
  const here = await once([TRANSCRIPT, spoken('[noon](#)')]);
  expect(receipt(here)).toMatchObject({
    message: `${TRANSCRIPT} is published.`,
    warnings: [{ line: 3 }],
  });
  const before = textOf(here.published, showNotesKey(id));
  await upload(here, TRANSCRIPT, '  \n');
  await settleAll(here);
  expect(textOf(here.published, showNotesKey(id))).toBe(before);
  expect(receipt(here)).toMatchObject({ outcome: 'rejected', problems: [{ file: TRANSCRIPT, reason: 'empty' }] });
  expect(receipt(here).warnings).toEqual([]);
  expect(here.announced.filter(({ kind }) => kind === 'rejected')).toHaveLength(1);
});

test('a rejected first upload publishes nothing', async () => {
  const here = await once([TRANSCRIPT, '']);
  expect(textOf(here.published, showNotesKey(id))).toBeUndefined();
  expect(receipt(here).message).toContain('Nothing is published yet.');
  expect(listed(here)).toEqual([]);
});

test('removing the transcript withdraws; uploading it again publishes again', async () => {
  const here = await once([TRANSCRIPT, spoken('noon')], [TRANSCRIPT, undefined]);
  expect(textOf(here.published, showNotesKey(id))).toBeUndefined();
  expect(textOf(here.published, episodePageKey(id))).toBeUndefined();
  expect(listed(here)).toEqual([]);
  expect(receipt(here)).toMatchObject({ outcome: 'withdrawn' });
  const [shown, gone] = here.announced;
  expect(gone).toEqual({ kind: 'withdrawn', id, publication: shown?.kind === 'published' && shown.publication });
  await upload(here, TRANSCRIPT, spoken('noon'));
  await settleAll(here);
  expect(receipt(here).outcome).toBe('published');
  expect(here.announced.map(({ kind }) => kind)).toEqual(['published', 'withdrawn', 'published']);
});

test('an upload that was removed before anybody saw it leaves a tombstone', async () => {
  const here = world();
  await upload(here, TRANSCRIPT, spoken('noon'));
  await upload(here, TRANSCRIPT, undefined);
  await settleAll(here);
  expect(await here.episodes.find(id)).toMatchObject({ latest: { outcome: 'absent' } });
  expect(receipt(here).outcome).toBe('withdrawn');
  expect(here.announced).toEqual([]);
});

test('of two transcripts for one episode neither is read, and the receipt names both', async () => {
  const here = await once([TRANSCRIPT, spoken('noon')]);
  const before = textOf(here.published, showNotesKey(id));
  await upload(here, 'shows/tide-tables/Ebb.txt', spoken('one'));
  await settleAll(here);
  expect(textOf(here.published, showNotesKey(id))).toBe(before);
  expect(receipt(here)).toMatchObject({
    outcome: 'waiting',
    problems: [{ file: 'shows/tide-tables/Ebb.txt' }, { file: TRANSCRIPT }],
  });
  await upload(here, TRANSCRIPT, undefined);
  await settleAll(here);
  expect(receipt(here)).toMatchObject({ outcome: 'published', upload: { key: 'shows/tide-tables/Ebb.txt' } });
});

test('an episode file without transcript waits for one', async () => {
  const here = await once([EPISODE_FILE, 'title: Ebb\n']);
  expect(receipt(here)).toMatchObject({ outcome: 'waiting', beside: [{ key: EPISODE_FILE }] });
  const told = receipt(here).message;
  expect(told).toBe(
    'There is no transcript, so nothing is published. The episode file is kept for when a transcript is uploaded beside it.',
  );
  expect(here.announced).toEqual([]);
  await upload(here, TRANSCRIPT, spoken('noon'));
  await settleAll(here);
  await upload(here, TRANSCRIPT, undefined);
  await settleAll(here);
  expect(receipt(here)).toMatchObject({ outcome: 'waiting', message: told });
});

test('an episode file gives the title; one that cannot be read leaves what is published', async () => {
  const here = await once([TRANSCRIPT, spoken('noon')], [EPISODE_FILE, 'title: Low water\n']);
  expect(showNotes(here).episode.title).toBe('Low water');
  await upload(here, EPISODE_FILE, 'title: [Low\n');
  await settleAll(here);
  expect(showNotes(here).episode.title).toBe('Low water');
  expect(receipt(here)).toMatchObject({
    outcome: 'waiting',
    problems: [{ file: EPISODE_FILE, line: expect.any(Number) }],
  });
});

test('a show file concerns all episodes; one that cannot be read makes new ones wait', async () => {
  const here = await once([TRANSCRIPT, spoken('noon')], [SHOW_FILE, 'title: The Tide Tables\n']);
  expect(showNotes(here).show.title).toBe('The Tide Tables');
  await upload(here, SHOW_FILE, 'title: {\n');
  await upload(here, 'shows/tide-tables/flow.md', spoken('two'));
  await settleAll(here);
  expect(showNotes(here).show.title).toBe('The Tide Tables');
  expect(listed(here)).toEqual(['ebb']);
  const showReceipt = JSON.parse(textOf(here.uploads, showReceiptKey(id.show)) ?? 'null') as ShowReceipt;
  expect(showReceipt).toMatchObject({ outcome: 'unreadable', problems: [{ file: SHOW_FILE }] });
  await upload(here, SHOW_FILE, 'title: Tides\n');
  await settleAll(here);
  expect(listed(here)).toEqual(['ebb', 'flow']);
});

test('folders and files are known by their slugs, however they are spelt', async () => {
  const here = await once(['shows/Tide Tables/Ébb & flow #1 + 50%.md', spoken('noon')]);
  expect([...here.published.objects.keys()]).toContain('shows/tide-tables/bb-flow-1-50/show-notes.json');
});

test('a handled hint that comes again writes nothing', async () => {
  const here = await once([TRANSCRIPT, spoken('noon')]);
  const writes = () => here.uploads.writes() + here.published.writes() + here.episodes.writes();
  const before = writes();
  await here.uploadsQueue.send([{ kind: 'episode', ...id }]);
  await settleAll(here);
  expect(writes()).toBe(before);
});

test('the receipt names the versions of the files beside the transcript, also of one that cannot be read', async () => {
  const here = await once([TRANSCRIPT, spoken('noon')]);
  const version = async (key: string) => ({ key, version: (await here.uploads.head(key))?.version });
  expect(receipt(here).beside).toEqual([]);
  for (const text of ['title: Low water\n', 'title: [Low\n', Uint8Array.of(0xff, 0xfe, 0xfd)]) {
    await upload(here, SHOW_FILE, 'title: Tides\n');
    await upload(here, EPISODE_FILE, text);
    await settleAll(here);
    expect(receipt(here).beside).toEqual([await version(SHOW_FILE), await version(EPISODE_FILE)]);
  }
  await upload(here, EPISODE_FILE, undefined);
  await settleAll(here);
  expect(receipt(here).beside).toEqual([await version(SHOW_FILE)]);
});

test('of two show files neither is read, and the receipt says to delete one and nothing else', async () => {
  const here = await once([TRANSCRIPT, spoken('noon')], [SHOW_FILE, 'title: Tides\n']);
  await upload(here, 'shows/tide-tables/show.yml', 'title: Ebbs\n');
  await settleAll(here);
  expect(receipt(here)).toMatchObject({ outcome: 'waiting', beside: [], problems: [{ reason: 'several-files' }] });
  expect(receipt(here).message).toMatch(/delete all but one of them\. What is published stays as it is\.$/u);
  const showReceipt = JSON.parse(textOf(here.uploads, showReceiptKey(id.show)) ?? 'null') as ShowReceipt;
  expect(showReceipt.message).not.toContain('Correct it');
});

describe('what changed', () => {
  const changed = (here: World) => receipt(here).published?.replaced?.changes.map(({ message }) => message);

  test('stands in the receipt and in the event, against the publication that was shown before', async () => {
    const here = await once([TRANSCRIPT, spoken('noon')]);
    const first = showNotes(here).publication;
    expect(receipt(here).published?.replaced).toBeUndefined();
    await upload(here, TRANSCRIPT, spoken('one').replaceAll('JONAS', 'JONNA'));
    await settleAll(here);
    expect(receipt(here).published?.replaced?.publication).toBe(first);
    expect(changed(here)).toContain('JONAS is now called JONNA.');
    expect(here.announced.at(-1)).toMatchObject({ replaced: receipt(here).published?.replaced });
    await upload(here, EPISODE_FILE, 'title: Low water\n');
    await settleAll(here);
    expect(changed(here)?.[0]).toMatch(/^The title is now “Low water”, before “/u);
  });

  test('is told the same by whoever comes after a crash, and after the same bytes again', async () => {
    const here = await once([TRANSCRIPT, spoken('noon')]);
    await upload(here, TRANSCRIPT, spoken('one'));
    for (const hint of here.uploadsQueue.messages.splice(0)) await parse(here, hint);
    const [hint] = here.publicationsQueue.messages;
    if (!hint) throw new Error('there is no hint to publish');
    const crashing: Wrap = (port) =>
      Object.is(port, here.uploads)
        ? { ...port, put: () => Promise.reject(new Error('crashed before the receipt')) }
        : port;
    await expect(publish(here, hint, crashing)).rejects.toThrow('crashed');
    await settleAll(here);
    const told = changed(here);
    expect(told).not.toEqual([]);
    expect(here.announced.at(-1)).toMatchObject({ replaced: { changes: receipt(here).published?.replaced?.changes } });
    await upload(here, TRANSCRIPT, spoken('one'));
    await settleAll(here);
    expect(receipt(here).outcome).toBe('unchanged');
    expect(changed(here)).toEqual(told);
  });

  test('going back to an earlier content tells the way back', async () => {
    const here = await once([TRANSCRIPT, spoken('noon')], [EPISODE_FILE, 'title: Low water\n']);
    const second = showNotes(here).publication;
    await upload(here, EPISODE_FILE, undefined);
    await settleAll(here);
    expect(receipt(here).published?.replaced?.publication).toBe(second);
    expect(changed(here)?.[0]).toMatch(/^The title is now .*, before “Low water”\.$/u);
  });
});

test('the show’s receipt counts the episodes that follow a changed show file, until all do', async () => {
  const here = await once([TRANSCRIPT, spoken('noon')], [SHOW_FILE, 'title: Tides\n']);
  for (const episode of ['flow', 'neap']) await upload(here, `shows/tide-tables/${episode}.md`, spoken('one'));
  await settleAll(here);
  const told = () => (JSON.parse(textOf(here.uploads, showReceiptKey(id.show)) ?? 'null') as ShowReceipt).message;
  expect(told()).toMatch(/^The show file was read. All 3 episodes follow it./u);
  await upload(here, SHOW_FILE, 'title: Ebbs\n');
  for (const hint of here.uploadsQueue.messages.splice(0)) await parse(here, hint);
  await publish(here, { kind: 'catalogue', show: id.show });
  expect(told()).toMatch(/^The show file was read. 0 of 3 episodes follow it so far./u);
  await publish(here, { kind: 'episode', ...id });
  await publish(here, { kind: 'catalogue', show: id.show });
  expect(told()).toMatch(/^The show file was read. 1 of 3 episodes follow it so far./u);
  await settleAll(here);
  expect(told()).toMatch(/^The show file was read. All 3 episodes follow it./u);
});

test('what stays as it is, pinned or not readable, does not follow the show file, and the show’s receipt says so', async () => {
  const here = await once([TRANSCRIPT, spoken('noon')], [SHOW_FILE, 'title: Tides\n']);
  for (const episode of ['flow', 'neap']) await upload(here, `shows/tide-tables/${episode}.md`, spoken('one'));
  await settleAll(here);
  await pin(here, id, showNotes(here).publication);
  await upload(here, 'shows/tide-tables/flow.yaml', 'titel: [');
  await upload(here, SHOW_FILE, 'title: Ebbs\n');
  await settleAll(here);
  const { message, progress } = JSON.parse(textOf(here.uploads, showReceiptKey(id.show)) ?? '{}') as ShowReceipt;
  expect(progress).toEqual({ following: 1, staying: 2, episodes: 3 });
  expect(message).toContain('1 of 3 episodes follow it. 2 stay as they are, pinned or not readable');
});

test('what is uploaded beside a pin is told of, though it is not shown', async () => {
  const here = await once([TRANSCRIPT, spoken('noon')]);
  await pin(here, id, showNotes(here).publication);
  const correct = async (key: string, text: string) => {
    await upload(here, key, text);
    await settleAll(here);
    return { outcome: receipt(here).outcome, warnings: receipt(here).warnings.map(({ message }) => message) };
  };
  expect(await correct(TRANSCRIPT, `${spoken('one')}\n**MIRA:**\n`)).toEqual({
    outcome: 'waiting',
    warnings: [expect.stringContaining('no words follow')],
  });
  expect(await correct(TRANSCRIPT, spoken('noon'))).toEqual({ outcome: 'published', warnings: [] });
  expect(await correct(EPISODE_FILE, 'titel: Ebb\n')).toEqual({
    outcome: 'published',
    warnings: [expect.stringContaining('titel')],
  });
  expect(await correct(TRANSCRIPT, '')).toMatchObject({ outcome: 'rejected', warnings: [] });
});

test('a pin holds where the writer fails', async () => {
  const here = await once([TRANSCRIPT, spoken('noon')]);
  const before = showNotes(here).publication;
  await upload(here, TRANSCRIPT, spoken('one'));
  await settleAll(here);
  const failing = jest.spyOn(derive, 'publication').mockRejectedValue(new Error('the writer fails'));
  await pin(here, id, before);
  await settleAll(here);
  failing.mockRestore();
  expect(receipt(here)).toMatchObject({ outcome: 'waiting', pinned: before, published: { publication: before } });
  expect(showNotes(here).publication).toBe(before);
});

test('a failure says what is known of the episode, for the log', async () => {
  const here = await once([TRANSCRIPT, spoken('noon')]);
  const { revision, publication } = showNotes(here);
  const list = () => Promise.reject(new Error('S3 is away'));
  const failing = publish(here, { kind: 'episode', ...id }, (port) =>
    Object.is(port, here.uploads) ? { ...port, list } : port,
  );
  const error: unknown = await failing.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ message: 'S3 is away' });
  expect(factsOf(error)).toEqual({ revision, publication, trace: receipt(here).upload?.version });
});
