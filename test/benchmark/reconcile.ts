import type { ReconcileHint } from '../../lambdas/contract/hints';
import type { EpisodeId } from '../../lambdas/contract/object-keys';
import { type Episode, inputsOf } from '../../lambdas/domain/episode';
import { PARSER_VERSION } from '../../lambdas/domain/formats';
import type { Hints, ObjectStore } from '../../lambdas/domain/ports';
import { reconcile } from '../../lambdas/reconcile/reconcile';
import { settleAll, upload, type World, world } from '../support/memory/world';
import { report } from './report';

/** Milliseconds that a request is taken to need. */
const LATENCY = { list: 100, head: 30, query: 30, send: 20 };
/** Keys that S3 lists at once, and items that fit into a page of the table. */
const [KEYS_A_PAGE, ITEMS_A_PAGE] = [1_000, 250];
const EPISODES = 100_000;

/** One comparison of 100,000 published episodes, at the ports: what it asks for, and how long that would take. */
export async function benchReconcile(): Promise<void> {
  report([
    `reconcile, ${EPISODES} episodes`,
    'messages',
    'minutes',
    'lists',
    'heads',
    'queries',
    'hints',
    'CPU s',
    'peak MB',
  ]);
  for (const shows of [1, 200]) {
    await compareArchive(`nothing differs, shows: ${shows}`, shows, 'writer');
    await compareArchive(`another writer, shows: ${shows}`, shows, 'another');
  }
}

async function compareArchive(name: string, shows: number, writer: string): Promise<void> {
  const archive = await archiveOf(shows);
  const asked = { list: 0, head: 0, query: 0, send: 0 };
  const waves = wavesOf();
  const ask = async <Answer>(kind: keyof typeof asked, pages: number, answer: Answer): Promise<Answer> => {
    asked[kind] += pages;
    await waves.wait(LATENCY[kind] * pages);
    return answer;
  };
  const bucket = ({ keys, folders }: Listing): ObjectStore => ({
    ...archive.world.published,
    list: (prefix) => {
      const found = keys(prefix);
      return ask('list', pagesOf(found.length, KEYS_A_PAGE), found);
    },
    folders: (prefix) => {
      const found = folders(prefix);
      return ask('list', pagesOf(found.length, KEYS_A_PAGE), found);
    },
    head: () => ask('head', 1, { etag: '', version: '', writtenAt: '' }),
  });
  let hints = 0;
  const counting: Hints = {
    send: async (sent) => {
      hints += sent.filter(({ kind }) => kind === 'episode').length;
      await ask('send', pagesOf(sent.length, 10), undefined);
    },
  };
  let waiting: ReconcileHint | undefined = { kind: 'all-shows' };
  let [messages, heap] = [0, 0];
  const before = process.cpuUsage();
  while (waiting) {
    const hint: ReconcileHint = waiting;
    waiting = undefined;
    messages += 1;
    await reconcile(hint, {
      uploads: bucket(archive.uploads),
      published: bucket(archive.published),
      episodes: {
        ...archive.world.episodes,
        someOfShow: (show, from, most) => {
          const found = archive.someOfShow(show, from, most);
          return ask('query', pagesOf(found.length, ITEMS_A_PAGE), found);
        },
      },
      uploadHints: counting,
      publications: counting,
      reconciliations: {
        send: async ([next]) => {
          waiting = next;
        },
      },
      edge: archive.world.edge,
      clock: () => new Date(waves.milliseconds()).toISOString(),
      keptDays: 90,
      versions: { parser: PARSER_VERSION, writer },
    });
    heap = Math.max(heap, process.memoryUsage().heapUsed);
  }
  const { user, system } = process.cpuUsage(before);
  const figures = [messages, (waves.milliseconds() / 60_000).toFixed(1), asked.list, asked.head, asked.query, hints];
  report([name, ...figures, ((user + system) / 1e6).toFixed(1), (heap / 1e6).toFixed(0)]);
}

interface Listing {
  keys(prefix: string): Awaited<ReturnType<ObjectStore['list']>>;
  folders(prefix: string): readonly string[];
}

interface Archive {
  readonly world: World;
  readonly uploads: Listing;
  readonly published: Listing;
  someOfShow(show: string, from: string, most: number): readonly Episode[];
}

/** One episode published for real, and the others as its likenesses. */
async function archiveOf(shows: number): Promise<Archive> {
  const here = world();
  const model: EpisodeId = { show: 'model', episode: 'model' };
  await upload(
    here,
    'shows/model/model.md',
    '**MIRA:** Hello, this is Tide Tables.\n\n**JONAS:** The tide comes in.\n',
  );
  await settleAll(here);
  const [item, [uploaded]] = [await here.episodes.find(model), await here.uploads.list('shows/model/')];
  if (!item || !uploaded) throw new Error('the model was not published');
  const names = Array.from({ length: EPISODES / shows }, (_, at) => `episode-${String(at).padStart(6, '0')}`);
  const showNames = Array.from({ length: shows }, (_, at) => `show-${String(at).padStart(4, '0')}`);
  const { latest } = item;
  if (latest.outcome !== 'accepted') throw new Error('the model was not accepted');
  const listed = (prefix: string) => names.map((name) => ({ ...uploaded, key: `${prefix}${name}.md` }));
  const folders = (prefix: string) => (prefix.split('/').length === 2 ? showNames : names);
  return {
    world: here,
    uploads: { keys: listed, folders: (prefix) => (prefix.startsWith('shows/') ? showNames : []) },
    published: { keys: () => [], folders },
    someOfShow: (show, from, most) => {
      const first = names.findIndex((name) => name >= from);
      return (first < 0 ? [] : names.slice(first, first + most)).map((episode) => {
        const upload = { ...latest.upload, key: `shows/${show}/${episode}.md` };
        const likeness: Episode = { ...item, show, episode, latest: { ...latest, upload } };
        return { ...likeness, settled: inputsOf(likeness, undefined, undefined, 'writer') };
      });
    },
  };
}

/** Time that passes for what waits together only once, as long as the longest of it takes. */
function wavesOf() {
  let now = Date.parse('2026-03-01T00:00:00.000Z');
  const start = now;
  let wave: { longest: number; readonly over: Promise<void> } | undefined;
  return {
    milliseconds: () => now - start,
    async wait(milliseconds: number): Promise<void> {
      wave ??= {
        longest: 0,
        over: new Promise((over) =>
          setImmediate(() => {
            now += wave?.longest ?? 0;
            wave = undefined;
            over();
          }),
        ),
      };
      wave.longest = Math.max(wave.longest, milliseconds);
      await wave.over;
    },
  };
}

const pagesOf = (count: number, most: number): number => Math.max(1, Math.ceil(count / most));
