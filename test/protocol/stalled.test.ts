import { episodePageKey, publicationPrefix, showNotesKey } from '../../lambdas/contract/object-keys';
import type { ShowNotes } from '../../lambdas/contract/published';
import type { Episodes, ObjectStore } from '../../lambdas/domain/ports';
import { parse, publish, reconciled, settleAll, textOf, upload, type Wrap, world } from '../support/memory/world';

const id = { show: 'tide-tables', episode: 'ebb' };
const TRANSCRIPT = 'shows/tide-tables/ebb.md';
const SHOW_FILE = 'shows/tide-tables/show.yaml';

const spoken = (noon: string) =>
  `**MIRA:** Hello, I'm Mira Odell and this is Tide Tables.\n\n**JONAS:** The tide comes in at ${noon}, every day.\n`;

test('a pointer put by a publisher that stalled through a withdrawal gets its files again', async () => {
  const here = world();
  await upload(here, TRANSCRIPT, spoken('noon'));
  for (const hint of here.uploadsQueue.messages.splice(0)) await parse(here, hint);
  const [hint] = here.publicationsQueue.messages.splice(0);
  if (!hint) throw new Error('there is no hint to publish');
  const stalling: ObjectStore = {
    ...here.published,
    async put(key, body, precondition) {
      if (key !== showNotesKey(id)) return await here.published.put(key, body, precondition);
      await upload(here, TRANSCRIPT, undefined);
      await settleAll(here);
      const isPut = await here.published.put(key, body, precondition);
      await upload(here, TRANSCRIPT, spoken('noon'));
      await settleAll(here);
      return isPut;
    },
  };
  const wrap: Wrap = (port) => (Object.is(port, here.published) ? (stalling as unknown as typeof port) : port);
  await publish(here, hint, wrap);
  await settleAll(here);
  const { publication, files } = JSON.parse(textOf(here.published, showNotesKey(id)) ?? '{}') as ShowNotes;
  const folder = publicationPrefix(id, publication);
  expect(files.filter(({ href }) => !here.published.objects.has(`${folder}${href}`))).toEqual([]);
});

test('a publisher whose files are withdrawn while it reads them starts over', async () => {
  const here = world();
  for (const [key, text] of [
    [TRANSCRIPT, spoken('noon')],
    [SHOW_FILE, 'title: [\n'],
  ] as const) {
    await upload(here, key, text);
    await settleAll(here);
  }
  const folder = publicationPrefix(id, (await here.episodes.find(id))?.shown ?? '');
  const stalling: ObjectStore = {
    ...here.published,
    async get(key) {
      if (key.startsWith(folder) && here.published.objects.has(key)) {
        await upload(here, TRANSCRIPT, undefined);
        await settleAll(here);
      }
      return await here.published.get(key);
    },
  };
  const wrap: Wrap = (port) => (Object.is(port, here.published) ? (stalling as unknown as typeof port) : port);
  expect(await publish(here, { kind: 'episode', ...id }, wrap)).toMatchObject({ outcome: 'withdrawn', restarts: 1 });
});

test.each([
  [
    'a pointer that came back after a withdrawal goes',
    async (here: ReturnType<typeof world>) => {
      const pointer = here.published.objects.get(showNotesKey(id));
      await upload(here, TRANSCRIPT, undefined);
      await settleAll(here);
      await here.published.put(showNotesKey(id), pointer?.body ?? new Uint8Array());
    },
    undefined,
  ],
  [
    'a page that somebody removed comes back',
    async (here: ReturnType<typeof world>) => void (await here.published.remove(episodePageKey(id))),
    expect.stringContaining('</html>'),
  ],
])('%s within the hour', async (_, happen, expected) => {
  const here = world();
  await upload(here, TRANSCRIPT, spoken('noon'));
  await settleAll(here);
  await happen(here);
  await reconciled(here, { kind: 'all-shows' });
  await settleAll(here);
  expect(textOf(here.published, episodePageKey(id))).toEqual(expected);
  expect(textOf(here.published, showNotesKey(id)) !== undefined).toBe(expected !== undefined);
});

test('whoever saw a pointer that came back after a withdrawal is told when it goes', async () => {
  const here = world();
  await upload(here, TRANSCRIPT, spoken('noon'));
  await settleAll(here);
  const pointer = here.published.objects.get(showNotesKey(id));
  await upload(here, TRANSCRIPT, undefined);
  await settleAll(here);
  await here.published.put(showNotesKey(id), pointer?.body ?? new Uint8Array());
  const told = here.announced.length;
  await here.publicationsQueue.send([{ kind: 'episode', ...id }]);
  await settleAll(here);
  expect(here.announced.slice(told)).toEqual([{ kind: 'withdrawn', id, publication: expect.any(String) }]);
});

test('a rejection is told once, whatever else changes', async () => {
  const here = world();
  for (const [key, text] of [
    [TRANSCRIPT, spoken('noon')],
    [TRANSCRIPT, ''],
    [SHOW_FILE, 'title: Tides\n'],
    [SHOW_FILE, 'title: [\n'],
  ] as const) {
    await upload(here, key, text);
    await settleAll(here);
  }
  expect(here.announced.filter(({ kind }) => kind === 'rejected')).toHaveLength(1);
});

describe('a pointer that goes after another has told of the withdrawal is told of once more', () => {
  test.each([
    // Both before the pointer was there: whoever has found it has read the item, and nothing else yet.
    ['who looked twice in vain, while the finder’s item is read', ['get', 'head'], 'find'],
    // Before, and again once it is there: the finder is about to remove it.
    ['who looks again before telling, while the finder removes it', ['get'], 'remove'],
  ] as const)('by one %s', async (_, inVain, during) => {
    const there: boolean[] = [];
    const here = world(90, { announced: () => void there.push(here.published.objects.has(showNotesKey(id))) });
    const handle = (published: ObjectStore, episodes: Partial<Episodes> = {}) =>
      publish(here, { kind: 'episode', ...id }, (port) => {
        if (Object.is(port, here.published)) return published as unknown as typeof port;
        return Object.is(port, here.episodes) ? { ...port, ...episodes } : port;
      });
    const withdraw = async (): Promise<void> => {
      await upload(here, TRANSCRIPT, undefined);
      for (const hint of here.uploadsQueue.messages.splice(0)) await parse(here, hint);
    };
    /** A step that happens once, before the first call about the pointer. */
    const once = (step: () => Promise<unknown>) => {
      let isDone = false;
      return async (): Promise<void> => {
        if (isDone) return;
        isDone = true;
        await step();
      };
    };
    await upload(here, TRANSCRIPT, spoken('noon'));
    for (const hint of here.uploadsQueue.messages.splice(0)) await parse(here, hint);
    const dying = handle({
      ...here.published,
      async put(key, body, precondition) {
        if (key === showNotesKey(id)) await withdraw();
        const isPut = await here.published.put(key, body, precondition);
        if (key === showNotesKey(id)) throw new Error('it dies once its pointer is there');
        return isPut;
      },
    });
    await expect(dying).rejects.toThrow('it dies');
    const inVainOnce = new Set<string>(inVain);
    const isHidden = (call: string, key: string) => key === showNotesKey(id) && inVainOnce.delete(call);
    const early = once(() =>
      handle({
        ...here.published,
        get: async (key) => (isHidden('get', key) ? undefined : await here.published.get(key)),
        head: async (key) => (isHidden('head', key) ? undefined : await here.published.head(key)),
      }),
    );
    await handle(
      {
        ...here.published,
        async remove(key, precondition) {
          if (during === 'remove') await early();
          return await here.published.remove(key, precondition);
        },
      },
      {
        async find(found) {
          const episode = await here.episodes.find(found);
          if (during === 'find') await early();
          return episode;
        },
      },
    );
    await settleAll(here);
    expect(there.length).toBeGreaterThan(0);
    expect(there.at(-1)).toBe(false);
  });
});

describe('a pointer that comes back during a withdrawal is told of once it is gone', () => {
  /** A withdrawn episode whose pointer is still there, its removal noted by a publisher that died. */
  async function withdrawn() {
    const there: boolean[] = [];
    const here = world(90, { announced: () => void there.push(here.published.objects.has(showNotesKey(id))) });
    const handle = (published: ObjectStore, announcements = here.announcements) =>
      publish(here, { kind: 'episode', ...id }, (port) => {
        if (Object.is(port, here.published)) return published as unknown as typeof port;
        return Object.is(port, here.announcements) ? (announcements as unknown as typeof port) : port;
      });
    await upload(here, TRANSCRIPT, spoken('noon'));
    await settleAll(here);
    const pointer = here.published.objects.get(showNotesKey(id))?.body ?? new Uint8Array();
    await upload(here, TRANSCRIPT, undefined);
    for (const hint of here.uploadsQueue.messages.splice(0)) await parse(here, hint);
    /** A store of which the pointer is removed between two steps; each happens once. */
    const removing = (removal: () => unknown, removed: () => unknown = () => undefined): ObjectStore => {
      let isFirst = true;
      return {
        ...here.published,
        async remove(key, precondition) {
          const isNow = isFirst && key === showNotesKey(id);
          if (isNow) isFirst = false;
          if (isNow) await removal();
          const isRemoved = await here.published.remove(key, precondition);
          if (isNow) await removed();
          return isRemoved;
        },
      };
    };
    await expect(handle(removing(die))).rejects.toThrow('it dies');
    const comeBack = () => here.published.put(showNotesKey(id), pointer, { ifAbsent: true });
    return { here, there, handle, removing, comeBack };
  }
  type Withdrawn = Awaited<ReturnType<typeof withdrawn>>;

  const die = () => {
    throw new Error('it dies');
  };

  /** Does something before the first announcement and after it. */
  const around = ({ here }: Withdrawn, telling: () => unknown, told: () => unknown = () => undefined) => ({
    async announce(announcement: (typeof here.announced)[number]) {
      const isFirst = here.announced.length === 1;
      if (isFirst) await telling();
      await here.announcements.announce(announcement);
      if (isFirst) await told();
    },
  });

  test.each<[string, (withdrawn: Withdrawn) => Promise<unknown>]>([
    [
      'where it comes back while another tells of it, and whoever removes it dies',
      async (all) => {
        const { here, handle, removing, comeBack } = all;
        await handle(removing(() => handle(here.published, around(all, comeBack)), die)).catch(() => undefined);
      },
    ],
    [
      'where it comes back once another has told of it',
      async ({ here, handle, removing, comeBack }) =>
        await handle(removing(() => handle(here.published).then(comeBack))),
    ],
    [
      'where another removes it right after it was told of, and dies',
      async (all) => {
        const { here, handle, removing, comeBack } = all;
        const dying = () => handle(removing(() => undefined, die)).catch(() => undefined);
        await handle(here.published, around(all, comeBack, dying));
      },
    ],
  ])('%s', async (_, happen) => {
    const all = await withdrawn();
    await happen(all);
    await settleAll(all.here);
    expect(all.there.length).toBeGreaterThan(2);
    expect([all.there.at(-1), all.here.published.objects.has(showNotesKey(id))]).toEqual([false, false]);
  });

  test('but what was uploaded since is not taken away by a withdrawal that stalled', async () => {
    const { here, handle, removing } = await withdrawn();
    const isThere: boolean[] = [];
    const uploadAgain = async (): Promise<void> => {
      await upload(here, TRANSCRIPT, spoken('midnight'));
      await settleAll(here);
    };
    await handle(removing(uploadAgain, () => isThere.push(here.published.objects.has(showNotesKey(id)))));
    expect(isThere).toEqual([true]);
  });
});
