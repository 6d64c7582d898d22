import type { Hint, ReconcileHint } from '../../../lambdas/contract/hints';
import { hintOf } from '../../../lambdas/contract/hints';
import type { EpisodeId } from '../../../lambdas/contract/object-keys';
import { setPin } from '../../../lambdas/domain/episode/pin';
import { PARSER_VERSION } from '../../../lambdas/domain/formats';
import type { Announcement, Announcements, Edge, Hints } from '../../../lambdas/domain/ports';
import { parseTranscript } from '../../../lambdas/parse-transcript/parse-transcript';
import { publishShowNotes } from '../../../lambdas/publish-show-notes/publish-show-notes';
import { rememberedFiles } from '../../../lambdas/publish-show-notes/show/remembered-files';
import { reconcile } from '../../../lambdas/reconcile/reconcile';
import { type MemoryEpisodes, memoryEpisodes, type WatchSwap } from './memory-episodes';
import { type MemoryObjects, memoryObjects, type WatchObject } from './memory-objects';
import { derive, read } from './remembered';

/** A queue whose messages come in any order. It makes one of many catalogue hints, as the laptop's does; SQS does not. */
export interface MemoryQueue<Message = Hint> extends Hints<Message> {
  readonly messages: Message[];
}

/** The whole pipeline in memory. */
export interface World {
  readonly uploads: MemoryObjects;
  readonly published: MemoryObjects;
  /** The published bucket as a warm Lambda knows the files of publications. */
  readonly files: Pick<MemoryObjects, 'get'>;
  readonly episodes: MemoryEpisodes;
  readonly uploadsQueue: MemoryQueue;
  readonly publicationsQueue: MemoryQueue;
  readonly reconciliationsQueue: MemoryQueue<ReconcileHint>;
  readonly announced: Announcement[];
  readonly announcements: Announcements;
  /** What visitors' copies were forgotten of, with what was still published of it then. */
  readonly forgotten: { readonly prefix: string; readonly left: readonly string[] }[];
  readonly edge: Edge;
  /** Moved by the test alone. */
  readonly time: { minutes: number };
  /** How long superseded revisions and publications are kept. */
  readonly keptDays: number;
}

export const SITE_ADDRESS = 'https://notes.example';
const WRITER = 'writer';

const siteFile = { key: 'site/style.0.css', body: new TextEncoder().encode('body{}') };

export function memoryQueue<Message extends Hint | ReconcileHint = Hint>(): MemoryQueue<Message> {
  const messages: Message[] = [];
  return {
    messages,
    async send(hints) {
      const waiting = new Set(messages.map((message) => JSON.stringify(message)));
      messages.push(...hints.filter((hint) => hint.kind === 'episode' || !waiting.has(JSON.stringify(hint))));
    },
  };
}

const START = Date.parse('2026-03-01T00:00:00.000Z');
const clockOf =
  ({ time }: World) =>
  () =>
    new Date(START + time.minutes * 60_000).toISOString();

/** Told of what happens in a world, as it happens. */
export interface Watch {
  readonly swapped?: WatchSwap;
  readonly uploaded?: WatchObject;
  readonly published?: WatchObject;
  readonly announced?: (announcement: Announcement) => void;
}

export function world(keptDays = 90, watch: Watch = {}): World {
  const announced: Announcement[] = [];
  const forgotten: { readonly prefix: string; readonly left: readonly string[] }[] = [];
  const published = memoryObjects(watch.published);
  return {
    uploads: memoryObjects(watch.uploaded),
    published,
    files: rememberedFiles(published, Number.POSITIVE_INFINITY),
    forgotten,
    edge: {
      async forget(prefix) {
        const left = [...published.objects.keys()].filter((key) => key.startsWith(prefix));
        return forgotten.push({ prefix, left }) > 0;
      },
    },
    episodes: memoryEpisodes(watch.swapped),
    uploadsQueue: memoryQueue(),
    publicationsQueue: memoryQueue(),
    reconciliationsQueue: memoryQueue<ReconcileHint>(),
    announced,
    announcements: {
      async announce(announcement) {
        announced.push(announcement);
        watch.announced?.(announcement);
      },
    },
    time: { minutes: 0 },
    keptDays,
  };
}

/** How a port is handed to a use case: as it is, or with faults. */
export type Wrap = <Port extends object>(port: Port) => Port;

const asItIs: Wrap = (port) => port;

/** Puts or removes an upload, and queues the hint that S3's event would be unless that is lost. */
export async function upload(
  { uploads, uploadsQueue }: World,
  key: string,
  text: string | Uint8Array | undefined,
  isLost = false,
): Promise<void> {
  if (text === undefined) await uploads.remove(key);
  else await uploads.put(key, typeof text === 'string' ? new TextEncoder().encode(text) : text);
  const hint = hintOf(key);
  if (hint && !isLost) await uploadsQueue.send([hint]);
}

/** Pins a publication, or unpins. */
export const pin = (world: World, id: EpisodeId, publication: string | undefined, wrap: Wrap = asItIs) =>
  setPin(id, publication, {
    episodes: wrap(world.episodes),
    publications: wrap(world.publicationsQueue),
  });

/** Handles one hint of the uploads queue. */
export const parse = (world: World, hint: Hint, wrap: Wrap = asItIs) =>
  parseTranscript(hint, {
    uploads: wrap(world.uploads),
    episodes: wrap(world.episodes),
    uploadHints: wrap(world.uploadsQueue),
    publications: wrap(world.publicationsQueue),
    clock: clockOf(world),
    read,
  });

/** Handles one hint of reconcile's queue. */
export const reconciled = (world: World, hint: ReconcileHint, wrap: Wrap = asItIs) =>
  reconcile(hint, {
    uploads: wrap(world.uploads),
    published: wrap(world.published),
    episodes: wrap(world.episodes),
    uploadHints: wrap(world.uploadsQueue),
    publications: wrap(world.publicationsQueue),
    reconciliations: wrap(world.reconciliationsQueue),
    edge: wrap(world.edge),
    clock: clockOf(world),
    keptDays: world.keptDays,
    versions: { parser: PARSER_VERSION, writer: WRITER },
  });

/** Handles one hint of the publications queue. */
export const publish = (world: World, hint: Hint, wrap: Wrap = asItIs) =>
  publishShowNotes(hint, {
    uploads: wrap(world.uploads),
    published: wrap(world.published),
    files: wrap(world.files),
    episodes: wrap(world.episodes),
    publications: wrap(world.publicationsQueue),
    announcements: wrap(world.announcements),
    reconciliations: wrap(world.reconciliationsQueue),
    clock: clockOf(world),
    derive,
    writer: WRITER,
    site: {
      styleKey: siteFile.key,
      episodeScriptKey: 'site/episode.0.js',
      showScriptKey: 'site/show.0.js',
      files: [siteFile],
    },
    siteAddress: SITE_ADDRESS,
  });

/** Handles all messages, one after the other, until all queues are empty. */
export async function settleAll(world: World): Promise<void> {
  for (;;) {
    const uploaded = world.uploadsQueue.messages.shift();
    const settled = uploaded ? undefined : world.publicationsQueue.messages.shift();
    const differing = uploaded || settled ? undefined : world.reconciliationsQueue.messages.shift();
    if (uploaded) await parse(world, uploaded);
    else if (settled) await publish(world, settled);
    else if (differing) await reconciled(world, differing);
    else return;
  }
}

/** The text of an object, or undefined. */
export const textOf = (objects: MemoryObjects, key: string): string | undefined => {
  const stored = objects.objects.get(key);
  return stored && new TextDecoder().decode(stored.body);
};
