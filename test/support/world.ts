import { sha256 } from '../../lambdas/adapters/site-files';
import type { Hint } from '../../lambdas/contract/hints';
import { hintOf } from '../../lambdas/contract/hints';
import type { Announcement, Hints } from '../../lambdas/domain/ports';
import { type Compose, publicationComposer } from '../../lambdas/domain/publication';
import { parseTranscript } from '../../lambdas/parse-transcript/parse-transcript';
import { publishShowNotes } from '../../lambdas/publish-show-notes/publish-show-notes';
import { type MemoryEpisodes, memoryEpisodes } from './memory-episodes';
import { type MemoryObjects, memoryObjects } from './memory-objects';

/** A queue whose messages come in any order. Like the delay of the real one, it makes one of many catalogue hints. */
export interface MemoryQueue extends Hints {
  readonly messages: Hint[];
}

/** The whole pipeline in memory. */
export interface World {
  readonly uploads: MemoryObjects;
  readonly published: MemoryObjects;
  readonly episodes: MemoryEpisodes;
  readonly uploadsQueue: MemoryQueue;
  readonly publicationsQueue: MemoryQueue;
  readonly announced: Announcement[];
}

export const SITE_ADDRESS = 'https://notes.example';

const siteFile = { key: 'site/style.0.css', body: new TextEncoder().encode('body{}') };

export function memoryQueue(): MemoryQueue {
  const messages: Hint[] = [];
  return {
    messages,
    async send(hints) {
      const isWaiting = (hint: Hint) => messages.some((other) => other.kind === hint.kind && other.show === hint.show);
      messages.push(...hints.filter((hint) => hint.kind === 'episode' || !isWaiting(hint)));
    },
  };
}

export const world = (): World => ({
  uploads: memoryObjects(),
  published: memoryObjects(),
  episodes: memoryEpisodes(),
  uploadsQueue: memoryQueue(),
  publicationsQueue: memoryQueue(),
  announced: [],
});

const composePlainly = publicationComposer(sha256, 'test');
const composed = new Map<string, ReturnType<Compose>>();

/** Composing is pure, so what was composed once from the same inputs is remembered, errors excepted. */
export const compose: Compose = (inputs, transcript) => {
  const key = JSON.stringify(inputs);
  const known = composed.get(key) ?? composePlainly(inputs, transcript);
  composed.set(key, known);
  return known;
};

/** How a port is handed to a use case: as it is, or with faults. */
export type Wrap = <Port extends object>(port: Port) => Port;

const asItIs: Wrap = (port) => port;

/** Puts or removes an upload and queues the hint that S3's event would be. */
export async function upload({ uploads, uploadsQueue }: World, key: string, text: string | undefined): Promise<void> {
  if (text === undefined) await uploads.remove(key);
  else await uploads.put(key, new TextEncoder().encode(text));
  const hint = hintOf(key);
  if (hint) await uploadsQueue.send([hint]);
}

/** Handles one hint of the uploads queue. */
export const parse = (world: World, hint: Hint, wrap: Wrap = asItIs) =>
  parseTranscript(hint, {
    uploads: wrap(world.uploads),
    episodes: wrap(world.episodes),
    publications: wrap(world.publicationsQueue),
    clock: () => '2026-03-01T00:00:00.000Z',
  });

/** Handles one hint of the publications queue. */
export const publish = (world: World, hint: Hint, wrap: Wrap = asItIs) =>
  publishShowNotes(hint, {
    uploads: wrap(world.uploads),
    published: wrap(world.published),
    episodes: wrap(world.episodes),
    publications: wrap(world.publicationsQueue),
    announcements: wrap({ announce: async (announcement: Announcement) => void world.announced.push(announcement) }),
    clock: () => '2026-03-01T00:00:00.000Z',
    compose,
    site: { styleKey: siteFile.key, files: [siteFile] },
    siteAddress: SITE_ADDRESS,
  });

/** Handles all messages, one after the other, until both queues are empty. */
export async function settleAll(world: World): Promise<void> {
  for (;;) {
    const uploaded = world.uploadsQueue.messages.shift();
    const hint = uploaded ?? world.publicationsQueue.messages.shift();
    if (!hint) return;
    await (uploaded ? parse(world, hint) : publish(world, hint));
  }
}

/** The text of an object, or undefined. */
export const textOf = (objects: MemoryObjects, key: string): string | undefined => {
  const stored = objects.objects.get(key);
  return stored && new TextDecoder().decode(stored.body);
};
