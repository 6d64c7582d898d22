import { catalogueKey, RECEIPTS_PREFIX } from '../../lambdas/contract/object-keys';
import type { Catalogue } from '../../lambdas/contract/published';
import { isSameJson } from '../../lambdas/domain/canonical-json';
import { type Episode, unknownEpisode } from '../../lambdas/domain/episode';
import type { Episodes, Hints, ObjectStore } from '../../lambdas/domain/ports';
import { json } from '../../lambdas/domain/publication';
import { catalogueOf } from '../../lambdas/domain/show/catalogue';
import type { World, Wrap } from '../support/memory/world';

export type QueueName = 'uploadsQueue' | 'publicationsQueue' | 'reconciliationsQueue';

/** One message that is being handled. */
interface Handling {
  /** Hands out a port with the run's faults. */
  readonly disturb: Wrap;
  readonly random: () => number;
  readonly queue: QueueName;
}

/** Breaks one rule of the protocol: stands between a use case and its ports, made anew for each message. */
export type Sabotage = (here: World) => (handling: Handling) => Wrap;

export const honest: Sabotage =
  () =>
  ({ disturb }) =>
    disturb;

/** The port with some of its methods replaced; each is given what the honest port would do. */
type Changes<Port> = { readonly [Name in keyof Port]?: (honestly: Port[Name]) => Port[Name] };
const changed = <Port extends object>(port: Port, changes: Changes<Port>): Port => {
  const replaced = Object.entries(changes).map(([name, change]) => {
    const honestly = port[name as keyof Port] as (...given: unknown[]) => unknown;
    return [name, (change as (honestly: unknown) => unknown)(honestly.bind(port))];
  });
  return { ...port, ...pick(port), ...Object.fromEntries(replaced) };
};

/** A proxied port's methods as own properties. */
const pick = <Port extends object>(port: Port): Port =>
  Object.fromEntries(Object.keys(port).map((name) => [name, port[name as keyof Port]])) as Port;

interface Broken {
  readonly uploads?: Changes<ObjectStore>;
  readonly published?: Changes<ObjectStore>;
  readonly episodes?: Changes<Episodes>;
  readonly publicationsQueue?: Changes<Hints>;
}

/** A sabotage of some ports; `broken` is called once a message, so that it may remember what happened in it. */
const breaking =
  (broken: (here: World, handling: Handling) => Broken): Sabotage =>
  (here) =>
  (handling) => {
    const { uploads, published, episodes, publicationsQueue } = broken(here, handling);
    return (port) => {
      const disturbed = handling.disturb(port);
      const changes =
        (Object.is(port, here.uploads) && uploads) ||
        (Object.is(port, here.published) && published) ||
        (Object.is(port, here.episodes) && episodes) ||
        (Object.is(port, here.publicationsQueue) && publicationsQueue);
      return changes ? changed(disturbed, changes as Changes<typeof port>) : disturbed;
    };
  };

const swapping = (change: (after: Episode, before: Episode | undefined) => Episode | undefined): Sabotage =>
  breaking((here) => ({
    episodes: {
      // A swap that is to be left out claims to have been made.
      swap: (swap) => async (episode) => {
        const after = change(episode, await here.episodes.find(episode));
        return after === undefined || (await swap(after));
      },
    },
  }));

/** Answers each different question once and remembers the answer until the attempt is over. */
const rememberedIn = (memory: Map<string, unknown>) => ({
  ask:
    <Given extends unknown[], Answer>(name: string) =>
    (honestly: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      const question = `${name} ${JSON.stringify(given)}`;
      if (!memory.has(question)) memory.set(question, await honestly(...given));
      return memory.get(question) as Answer;
    },
});

const isPointer = (key: string): boolean => key.split('/').length === 4 && key.endsWith('/show-notes.json');
const isFile = (key: string): boolean => key.split('/').length === 5;

/** Every rule of the protocol, broken. */
export const sabotages: Readonly<Record<string, Sabotage>> = {
  'inputs are not read again': breaking(() => {
    const memory = new Map<string, unknown>();
    const { ask } = rememberedIn(memory);
    return {
      uploads: {
        list: ask('list'),
        folders: ask('folders'),
        head: ask('head'),
        get: (get) => async (key) => {
          const stored = await get(key);
          if (!stored) memory.clear();
          memory.set(`head ${JSON.stringify([key])}`, stored);
          return stored;
        },
      },
      episodes: {
        find: ask('find'),
        swap: (swap) => async (episode) => {
          const isSwapped = await swap(episode);
          if (!isSwapped) memory.clear();
          return isSwapped;
        },
      },
      published: {
        put: (put) => async (key, body, precondition) => {
          const isPut = await put(key, body, precondition);
          if (!isPut) memory.clear();
          return isPut;
        },
      },
    };
  }),
  'inputs are read before the pointers': breaking((here, { disturb }) => {
    let early: Promise<Episode | undefined> | undefined;
    const episodes = disturb(here.episodes);
    const readEarly = async (key: string) => {
      const [, show = '', file = ''] = key.split('/');
      early ??= episodes.find({ show, episode: file.replace(/\.json$/, '') });
      await early;
    };
    return {
      published: {
        get: (get) => async (key) => {
          if (isPointer(key)) await readEarly(key);
          return await get(key);
        },
      },
      uploads: {
        get: (get) => async (key) => {
          if (key.startsWith(RECEIPTS_PREFIX)) await readEarly(key);
          return await get(key);
        },
      },
      episodes: {
        find: (find) => async (id) => {
          const answer = early ?? find(id);
          early = undefined;
          return await answer;
        },
      },
    };
  }),
  'no precondition on the put': breaking(() => ({
    published: { put: (put) => (key, body) => put(key, body) },
  })),
  'no precondition on the removal': breaking(() => ({
    published: { remove: (remove) => (key) => remove(key) },
  })),
  'no precondition on the swap': breaking((here) => ({
    episodes: {
      swap: (swap) => async (episode) => {
        const stored = await here.episodes.find(episode);
        return await swap({ ...episode, version: (stored?.version ?? 0) + 1 });
      },
    },
  })),
  'the pointer moves before the files are there': breaking(() => {
    const late: (() => Promise<boolean>)[] = [];
    return {
      published: {
        put: (put) => async (key, body, precondition) => {
          if (isFile(key)) return late.push(() => put(key, body)) > 0;
          const isPut = await put(key, body, precondition);
          if (isPointer(key)) for (const putLate of late.splice(0)) await putLate();
          return isPut;
        },
        head: (head) => async (key) => (isFile(key) ? { etag: '', version: '', writtenAt: '' } : await head(key)),
      },
    };
  }),
  'the hint is sent before the table settles': breaking((here, { disturb, queue }) => {
    if (queue !== 'uploadsQueue') return {};
    let isSent = false;
    const hints = disturb(here.publicationsQueue);
    return {
      episodes: {
        swap: (swap) => async (episode) => {
          await hints.send([{ kind: 'episode', show: episode.show, episode: episode.episode }]);
          isSent = true;
          return await swap(episode);
        },
      },
      publicationsQueue: { send: (send) => async (sent, delay) => (isSent ? undefined : await send(sent, delay)) },
    };
  }),
  'the tombstone is forgotten': swapping((after, before) =>
    after.latest.outcome === 'absent' && before?.latest.outcome !== 'absent' ? undefined : after,
  ),
  'no tombstone when nobody saw the upload': swapping((after) =>
    after.latest.outcome === 'absent' && after.version === 1 ? undefined : after,
  ),
  'the pin is kept through a withdrawal': swapping((after, before) =>
    after.latest.outcome === 'absent' && before?.pin !== undefined ? { ...after, pin: before.pin } : after,
  ),
  'the announcement is not cleared': swapping((after, before) =>
    after.announced === undefined && before?.announced !== undefined
      ? { ...after, announced: before.announced }
      : after,
  ),
  'the coming publication is not noted': swapping((after) => ({ ...after, coming: [] })),
  'cleaning up without a mark': breaking(() => {
    let isMarked = false;
    return {
      episodes: {
        swap: (swap) => async (episode) => {
          const isUnmarking = isMarked && episode.mark === undefined;
          isMarked = episode.mark !== undefined;
          return isMarked || isUnmarking || (await swap(episode));
        },
      },
    };
  }),
  'eventually consistent reads': breaking((here, { random }) => {
    const before = replicaOf(here);
    let lagging = random() < 0.3 ? 2 : 0;
    return {
      episodes: {
        find: (find) => async (id) => {
          const stored = await find(id);
          lagging -= 1;
          return lagging >= 0 ? (before.get(id.episode) ?? stored) : stored;
        },
        swap: (swap) => async (episode) => {
          const stored = await here.episodes.find(episode);
          const isSwapped = await swap(episode);
          if (isSwapped && stored) before.set(episode.episode, stored);
          return isSwapped;
        },
      },
    };
  }),
  'the catalogue is read, changed and written': breaking((here, { disturb }) => {
    const published = disturb(here.published);
    const listed = async (show: string): Promise<Episode[]> => {
      const stored = await published.get(catalogueKey(show));
      if (!stored) return [];
      const { show: about, episodes } = JSON.parse(new TextDecoder().decode(stored.body)) as Catalogue;
      return episodes.map((entry) => ({
        ...unknownEpisode({ show, episode: entry.id }),
        catalogue: { show: about, entry },
      }));
    };
    return {
      episodes: {
        ofShow: () => listed,
        swap: (swap) => async (episode) => {
          const stored = await here.episodes.find(episode);
          const isSwapped = await swap(episode);
          if (!isSwapped || isSameJson(stored?.catalogue, episode.catalogue)) return isSwapped;
          const others = (await listed(episode.show)).filter((other) => other.episode !== episode.episode);
          const catalogue = json(catalogueOf({ id: episode.show }, [...others, episode]));
          await published.put(catalogueKey(episode.show), new TextEncoder().encode(catalogue));
          return isSwapped;
        },
      },
    };
  }),
};

/** What the table held before each episode's last swap: what a replica may still answer. */
function replicaOf(here: World): Map<string, Episode> {
  const known = replicas.get(here) ?? new Map<string, Episode>();
  replicas.set(here, known);
  return known;
}

const replicas = new WeakMap<World, Map<string, Episode>>();
