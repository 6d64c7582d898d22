import type { ReconcileHint } from '../../lambdas/contract/hints';
import {
  catalogueKey,
  publicationPrefix,
  receiptKey,
  showNotesKey,
  showReceiptKey,
} from '../../lambdas/contract/object-keys';
import type { ShowNotes } from '../../lambdas/contract/published';
import type { Receipt } from '../../lambdas/contract/receipt';
import { unknownEpisode } from '../../lambdas/domain/episode';
import { PARSER_VERSION } from '../../lambdas/domain/formats';
import type { Hints, ObjectStore } from '../../lambdas/domain/ports';
import { type ReconcileOutcome, reconcile } from '../../lambdas/reconcile/reconcile';
import { memoryEpisodes } from '../support/memory/memory-episodes';
import { memoryObjects } from '../support/memory/memory-objects';
import {
  parse,
  pin,
  publish,
  reconciled,
  settleAll,
  textOf,
  upload,
  type World,
  type Wrap,
  world,
} from '../support/memory/world';

const id = { show: 'tide-tables', episode: 'ebb' };
const TRANSCRIPT = 'shows/tide-tables/ebb.md';
const DAY = 24 * 60;

const spoken = (noon: string) =>
  `**MIRA:** Hello, I'm Mira Odell and this is Tide Tables.\n\n**JONAS:** The tide comes in at ${noon}, every day.\n`;

async function put(here: World, text: string | undefined): Promise<void> {
  await upload(here, TRANSCRIPT, text);
  await settleAll(here);
}

async function published(): Promise<World> {
  const here = world();
  await put(here, spoken('noon'));
  return here;
}

async function compareAll(here: World): Promise<void> {
  await here.reconciliationsQueue.send([{ kind: 'all-shows' }]);
  await settleAll(here);
}

/** Ports of which `tap` is told the calls, and which answer what it answers, if it does. */
const tapped =
  (tap: (name: string, key: unknown) => unknown): Wrap =>
  (port) =>
    new Proxy(port, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...given: readonly unknown[]) =>
          tap(String(name), given[0]) ?? (await method.apply(target, given));
      },
    });

const shown = (here: World) =>
  (JSON.parse(textOf(here.published, showNotesKey(id)) ?? '{}') as Partial<ShowNotes>).publication;
const receipt = (here: World) => JSON.parse(textOf(here.uploads, receiptKey(id)) ?? 'null') as Receipt;
const filesOf = (here: World, publication = '') =>
  [...here.published.objects.keys()].filter((key) => key.startsWith(publicationPrefix(id, publication)));
const cleanUp = (here: World) => reconciled(here, { kind: 'clean-up', ...id });

describe('cleaning up', () => {
  test('what was superseded is kept for its time, and then goes with all of its files and turns', async () => {
    const here = await published();
    const first = shown(here);
    here.time.minutes += DAY;
    await put(here, spoken('one'));
    here.time.minutes += 89 * DAY;
    expect(await cleanUp(here)).toMatchObject({ outcome: 'nothing-to-clean-up' });
    here.time.minutes += 2 * DAY;
    expect(await cleanUp(here)).toMatchObject({ outcome: 'cleaned-up', revisions: 1, publications: 1 });
    expect(filesOf(here, first)).toEqual([]);
    expect(filesOf(here, shown(here)).length).toBeGreaterThan(0);
    const kept = await here.episodes.kept(id);
    expect([kept.revisions.length, kept.publications.length]).toEqual([1, 1]);
    expect((await here.episodes.find(id))?.superseded).toEqual([]);
  });

  test('what came back is not superseded any more', async () => {
    const here = await published();
    await put(here, spoken('one'));
    here.time.minutes += DAY;
    await put(here, spoken('noon'));
    here.time.minutes += 91 * DAY;
    await cleanUp(here);
    expect(filesOf(here, shown(here)).length).toBeGreaterThan(0);
    expect((await here.episodes.kept(id)).publications.map(({ publication }) => publication)).toEqual([shown(here)]);
  });

  test.each([
    ['the same content is uploaded again', async (here: World) => await put(here, spoken('noon'))],
    ['its hour comes', (here: World) => cleanUp(here).then(() => settleAll(here))],
  ])('a file of what is shown that somebody removed is written again when %s', async (_, comes) => {
    const here = await published();
    const files = () => filesOf(here, shown(here)).sort();
    const whole = files();
    await here.published.remove(`${publicationPrefix(id, shown(here) ?? '')}turns.json`);
    expect(files()).toHaveLength(whole.length - 1);
    await comes(here);
    expect(files()).toEqual(whole);
  });

  test('of a withdrawn episode nothing stays but its tombstone and its receipt', async () => {
    const here = await published();
    await put(here, undefined);
    const left = [...here.published.objects.keys()].filter((key) => key.startsWith('shows/tide-tables/ebb/'));
    expect(left).toEqual([]);
    expect(await here.episodes.kept(id)).toEqual({ revisions: [], publications: [] });
    expect(receipt(here).outcome).toBe('withdrawn');
    await put(here, spoken('noon'));
    expect(receipt(here).outcome).toBe('published');
  });

  test('what a publisher that stalled through the withdrawal points to stays until its pointer is taken down', async () => {
    const here = await published();
    const pointer = here.published.objects.get(showNotesKey(id))?.body ?? new Uint8Array();
    const files = filesOf(here, shown(here));
    await upload(here, TRANSCRIPT, undefined);
    for (const hint of here.uploadsQueue.messages.splice(0)) await parse(here, hint);
    for (const hint of here.publicationsQueue.messages.splice(0)) await publish(here, hint);
    await here.published.put(showNotesKey(id), pointer);
    await settleAll(here);
    expect(files.length).toBeGreaterThan(5);
    expect(filesOf(here, shown(here))).toEqual(files);
    // It swaps in vain and starts over, or dies and its message comes again.
    await publish(here, { kind: 'episode', ...id });
    await settleAll(here);
    expect(filesOf(here)).toEqual([]);
    expect(await here.episodes.kept(id)).toEqual({ revisions: [], publications: [] });
  });

  test('what was written and never shown goes, too, when its time is over and its hour comes', async () => {
    const here = await published();
    const savedAt = '2026-03-01T00:00:00.000Z';
    const orphan = { publication: 'ffffffffffffffff', revision: '0', savedAt, files: ['turns.json'] };
    await here.episodes.savePublication(id, orphan);
    await here.published.put(`${publicationPrefix(id, orphan.publication)}turns.json`, new Uint8Array());
    here.time.minutes += 91 * DAY;
    let cleanUps = 0;
    for (let hour = 0; hour < 30 * 24; hour += 1) {
      here.time.minutes += 60;
      const compared = await reconciled(here, { kind: 'all-shows' });
      cleanUps += compared.outcome === 'compared' ? compared['clean-up'] : 0;
    }
    expect(cleanUps).toBe(1);
    await settleAll(here);
    expect(filesOf(here, orphan.publication)).toEqual([]);
    expect((await here.episodes.kept(id)).publications.map(({ publication }) => publication)).toEqual([shown(here)]);
  });

  test('what visitors may still have copies of is forgotten once the files of a withdrawn episode are gone', async () => {
    const here = await published();
    await put(here, spoken('one'));
    expect(here.forgotten).toEqual([]);
    await upload(here, TRANSCRIPT, undefined);
    for (const hint of here.uploadsQueue.messages.splice(0)) await parse(here, hint);
    for (const hint of here.publicationsQueue.messages.splice(0)) await publish(here, hint);
    const busy: Wrap = (port) => (Object.is(port, here.edge) ? { ...port, forget: async () => false } : port);
    for (const hint of here.reconciliationsQueue.messages.splice(0)) {
      expect(await reconciled(here, hint, busy)).toMatchObject({ outcome: 'cleaned-up', publications: 2 });
    }
    expect(await here.episodes.kept(id)).toEqual({ revisions: [], publications: [] });
    const asked = [{ kind: 'forget', ...id, reference: expect.stringContaining('tide-tables/ebb/') }];
    expect(here.reconciliationsQueue.messages).toEqual(asked);
    const [first] = here.reconciliationsQueue.messages.splice(0);
    if (!first) throw new Error('nobody asks the edge');
    expect(await reconciled(here, first, busy)).toMatchObject({ outcome: 'edge-busy' });
    expect(here.reconciliationsQueue.messages).toEqual([first]);
    await settleAll(here);
    expect(here.forgotten).toEqual([{ prefix: 'shows/tide-tables/ebb/', left: [] }]);
    expect(await here.episodes.kept(id)).toEqual({ revisions: [], publications: [] });
    expect(await cleanUp(here)).toMatchObject({ outcome: 'nothing-to-clean-up' });
  });

  test('an episode that is uploaded again before visitors’ copies are forgotten stays published', async () => {
    const here = await published();
    await upload(here, TRANSCRIPT, undefined);
    for (const hint of here.uploadsQueue.messages.splice(0)) await parse(here, hint);
    for (const hint of here.publicationsQueue.messages.splice(0)) await publish(here, hint);
    for (const hint of here.reconciliationsQueue.messages.splice(0)) await reconciled(here, hint);
    const [late] = here.reconciliationsQueue.messages.splice(0);
    if (late?.kind !== 'forget') throw new Error('nobody asks the edge');
    await put(here, spoken('one'));
    const again = shown(here);
    expect(await reconciled(here, late)).toMatchObject({ outcome: 'forgotten' });
    await settleAll(here);
    expect(shown(here)).toBe(again);
    const { left } = here.forgotten[0] ?? { left: [] };
    expect(left).toEqual(expect.arrayContaining(filesOf(here, again)));
  });

  test('while an episode is being cleaned up nothing becomes current; the hint comes again', async () => {
    const here = await published();
    const before = await here.episodes.find(id);
    if (!before) throw new Error('the episode is not there');
    const until = '2026-03-01T00:20:00.000Z';
    await here.episodes.swap({ ...before, version: before.version + 1, mark: { until } });
    await here.uploads.put(TRANSCRIPT, new TextEncoder().encode(spoken('one')));
    expect(await parse(here, { kind: 'episode', ...id })).toMatchObject({ outcome: 'marked' });
    expect(here.uploadsQueue.messages).toEqual([{ kind: 'episode', ...id }]);
    here.time.minutes += 21;
    await settleAll(here);
    expect(receipt(here)).toMatchObject({
      outcome: 'published',
      upload: { version: here.uploads.objects.get(TRANSCRIPT)?.version },
    });
  });
});

describe('pinning', () => {
  test('a pinned publication stays whatever is uploaded, every receipt says so, and unpinning follows the latest', async () => {
    const here = await published();
    const first = shown(here);
    expect(await pin(here, id, first)).toBe('set');
    await put(here, spoken('one'));
    expect(shown(here)).toBe(first);
    expect(receipt(here)).toMatchObject({
      outcome: 'waiting',
      pinned: first,
      message: expect.stringContaining('is pinned'),
    });
    here.time.minutes += 200 * DAY;
    await cleanUp(here);
    expect(filesOf(here, first).length).toBeGreaterThan(0);
    expect(await pin(here, id, undefined)).toBe('set');
    await settleAll(here);
    expect(shown(here)).not.toBe(first);
    expect(receipt(here)).toMatchObject({ outcome: 'published' });
    expect(receipt(here).pinned).toBeUndefined();
  });

  test('an earlier publication that is kept comes back', async () => {
    const here = await published();
    const first = textOf(here.published, showNotesKey(id));
    await put(here, spoken('one'));
    await pin(here, id, (JSON.parse(first ?? '{}') as ShowNotes).publication);
    await settleAll(here);
    expect(textOf(here.published, showNotesKey(id))).toBe(first);
  });

  test('what is not kept, or has no transcript, cannot be pinned; withdrawing unpins', async () => {
    const here = await published();
    expect(await pin(here, id, 'ffffffffffffffff')).toBe('not-kept');
    expect(await pin(here, { ...id, episode: 'neap' }, 'ffffffffffffffff')).toBe('no-transcript');
    await pin(here, id, shown(here));
    await put(here, undefined);
    expect(shown(here)).toBeUndefined();
    expect((await here.episodes.find(id))?.pin).toBeUndefined();
  });
});

describe('comparing', () => {
  const counts = async (here: World) => await reconciled(here, { kind: 'all-shows' });
  const nothing = { upload: 0, publication: 0, 'clean-up': 0 };

  test('finds nothing where nothing differs', async () => {
    const here = await published();
    expect(await counts(here)).toMatchObject({ episodes: 1, ...nothing });
  });

  test.each([
    ['an upload whose event was lost', (here: World) => upload(here, TRANSCRIPT, spoken('one'), true)],
    ['the same bytes again whose event was lost', (here: World) => upload(here, TRANSCRIPT, spoken('noon'), true)],
    ['a removal whose event was lost', (here: World) => upload(here, TRANSCRIPT, undefined, true)],
    [
      'an episode file whose event was lost',
      (here: World) => upload(here, 'shows/tide-tables/ebb.yaml', 'title: Ebb', true),
    ],
    ['a pointer that somebody removed', async (here: World) => void (await here.published.remove(showNotesKey(id)))],
  ])('finds %s, and what is published follows', async (_, happen) => {
    const here = await published();
    await happen(here);
    expect(await counts(here)).not.toMatchObject(nothing);
    await compareAll(here);
    expect(await counts(here)).toMatchObject(nothing);
    const isThere = here.uploads.objects.has(TRANSCRIPT);
    expect(textOf(here.published, showNotesKey(id)) !== undefined).toBe(isThere);
    expect(receipt(here).upload?.version).toBe(here.uploads.objects.get(TRANSCRIPT)?.version);
  });

  test('finds what another parser or another writer would read or write differently', async () => {
    const here = await published();
    const other = (latest: object) => here.episodes.find(id).then((episode) => episode && { ...episode, ...latest });
    const before = await other({});
    if (!before) throw new Error('the episode is not there');
    await here.episodes.swap({ ...before, version: before.version + 1, settled: '[{},null]' });
    expect(await counts(here)).toMatchObject({ publication: 1 });
    await settleAll(here);
    expect(await counts(here)).toMatchObject(nothing);
  });

  test('a show of several pages is compared to its end, however the pages fall', async () => {
    const here = world();
    for (let number = 0; number < 1_205; number += 1) {
      const episode = { show: id.show, episode: `ebb-${number}` };
      await here.uploads.put(`shows/tide-tables/ebb-${number}.md`, new Uint8Array());
      if (number % 2 === 0) await here.episodes.swap({ ...unknownEpisode(episode), version: 1 });
    }
    expect(await counts(here)).toMatchObject({ episodes: 1_205, upload: 1_205, isCutShort: false });
    expect(new Set(here.uploadsQueue.messages.map((hint) => JSON.stringify(hint))).size).toBe(1_205);
  });
});

describe('an archive that another parser is to read', () => {
  /** Hints as they come due, in seconds after the beginning. */
  interface Due {
    readonly at: number;
    readonly name: string;
  }

  interface Archive {
    readonly due: readonly Due[];
    readonly runs: readonly ReconcileOutcome[];
  }

  /** Runs one comparison over uploads that nobody has seen yet, in shows of the given sizes, to its end. */
  async function compareArchive(sizes: readonly number[]): Promise<Archive> {
    const uploads = new Map(
      sizes.map((size, show) => [
        `show-${String(show).padStart(4, '0')}`,
        Array.from({ length: size }, (_, number) => `episode-${String(number).padStart(6, '0')}`),
      ]),
    );
    const due: Due[] = [];
    const runs: ReconcileOutcome[] = [];
    let seconds = 0;
    const none = memoryObjects();
    const listing: ObjectStore = {
      ...none,
      folders: async () => [...uploads.keys()],
      list: async (prefix) => {
        const names = uploads.get(prefix.split('/')[1] ?? '') ?? [];
        return names.map((name) => ({ key: `${prefix}${name}.md`, etag: '"1"', size: 1, writtenAt: '' }));
      },
    };
    const noted = (queue: string): Hints => ({
      send: async (hints, delay = 0) => {
        for (const hint of hints)
          if (hint.kind === 'episode') due.push({ at: seconds + delay, name: `${queue} ${hint.show}/${hint.episode}` });
      },
    });
    let messages: { readonly hint: ReconcileHint; readonly at: number }[] = [{ hint: { kind: 'all-shows' }, at: 0 }];
    for (let message = messages.shift(); message; message = messages.shift()) {
      seconds = message.at;
      const sent: typeof messages = [];
      const outcome = await reconcile(message.hint, {
        uploads: listing,
        published: none,
        episodes: memoryEpisodes(),
        uploadHints: noted('uploads'),
        publications: noted('publications'),
        edge: { forget: async () => true },
        reconciliations: {
          send: async (hints, delay = 0) => void sent.push(...hints.map((hint) => ({ hint, at: seconds + delay }))),
        },
        clock: () => new Date(seconds * 1_000).toISOString(),
        keptDays: 90,
        versions: { parser: PARSER_VERSION, writer: 'writer' },
      });
      runs.push(outcome);
      messages = [...messages, ...sent];
    }
    return { due, runs };
  }

  test.each([
    ['one show', [20_000]],
    ['four hundred shows', Array.from({ length: 400 }, () => 50)],
  ])('%s: hints go out five a second at most, for less than an hour; the next run goes on', async (_, sizes) => {
    const { due, runs } = await compareArchive(sizes);
    const bySecond = new Map<number, number>();
    for (const { at } of due) bySecond.set(at, (bySecond.get(at) ?? 0) + 1);
    expect(Math.max(...bySecond.values())).toBeLessThanOrEqual(5);
    expect(Math.max(...bySecond.keys())).toBeLessThan(3_600);
    expect(due.length).toBeGreaterThanOrEqual(15_000);
    expect(new Set(due.map(({ name }) => name)).size).toBe(due.length);
    expect(runs.at(-1)).toMatchObject({ isCutShort: true });
  });

  test('of several shows in which nothing differs only the last one looks at what search engines are told', async () => {
    const here = world();
    for (const show of ['ebb-tides', 'flow-tides', 'neap-tides'])
      await upload(here, `shows/${show}/one.md`, spoken('noon'));
    await settleAll(here);
    await reconciled(here, { kind: 'all-shows' });
    const hints = here.publicationsQueue.messages.splice(0);
    expect(hints).toEqual([
      { kind: 'catalogue', show: 'ebb-tides', isOneOfMany: true },
      { kind: 'catalogue', show: 'flow-tides', isOneOfMany: true },
      { kind: 'catalogue', show: 'neap-tides' },
    ]);
    const read: string[] = [];
    const counted = tapped((name, key) => {
      if (String(key).endsWith('/index.json')) read.push(`${name} ${key}`);
      return undefined;
    });
    for (const hint of hints) await publish(here, hint, counted);
    expect(read.filter((each) => each.startsWith('head'))).toHaveLength(3);
  });

  test('one of many shows whose catalogue is another one now does look at it', async () => {
    const here = await published();
    await here.published.remove('robots.txt');
    await publish(here, { kind: 'catalogue', show: id.show, isOneOfMany: true });
    expect(textOf(here.published, 'robots.txt')).toBeUndefined();
    await here.published.remove(catalogueKey(id.show));
    await publish(here, { kind: 'catalogue', show: id.show, isOneOfMany: true });
    expect(textOf(here.published, 'robots.txt')).toBeDefined();
  });

  test('one of many that had to start over looks at it too: its catalogue may have been put before that', async () => {
    const here = await published();
    await here.published.remove('robots.txt');
    await here.published.remove(catalogueKey(id.show));
    await here.uploads.remove(showReceiptKey(id.show));
    let isLost = false;
    const losing = tapped((name, key) => {
      if (isLost || name !== 'put' || key !== showReceiptKey(id.show)) return undefined;
      isLost = true;
      return false;
    });
    await publish(here, { kind: 'catalogue', show: id.show, isOneOfMany: true }, losing);
    expect(isLost).toBe(true);
    expect(textOf(here.published, 'robots.txt')).toBeDefined();
  });

  test('a small one is through in one message', async () => {
    const { due, runs } = await compareArchive([3, 0, 4]);
    expect([due.length, runs.length, runs[0]]).toEqual([
      7,
      1,
      expect.objectContaining({ shows: 3, isCutShort: false }),
    ]);
  });
});
