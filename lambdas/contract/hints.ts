import { type EpisodeId, readUploadKey } from './object-keys';

/** "Something about this may have changed": the body of a message on the pipeline's queues, as JSON. */
export type Hint =
  | ({ readonly kind: 'episode' } & EpisodeId)
  /** The show's catalogue; sent with a delay so that many become one. */
  | { readonly kind: 'catalogue'; readonly show: string }
  /** The show file, and with it every episode of the show. */
  | { readonly kind: 'show-file'; readonly show: string };

/** Seconds a catalogue hint waits on its queue. */
export const CATALOGUE_DELAY_SECONDS = 5;

/** What an event about an upload hints at; undefined for a key that is nothing to the pipeline. */
export function hintOf(uploadKey: string): Hint | undefined {
  const upload = readUploadKey(uploadKey);
  if (!upload) return undefined;
  if (upload.kind === 'show-file') return { kind: 'show-file', show: upload.show };
  return { kind: 'episode', show: upload.show, episode: upload.episode };
}

/** Reads a hint from a queue message's parsed body; undefined for anything else. */
export function readHint(body: unknown): Hint | undefined {
  const { kind, show, episode } = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof show !== 'string') return undefined;
  if (kind === 'episode' && typeof episode === 'string') return { kind, show, episode };
  return kind === 'catalogue' || kind === 'show-file' ? { kind, show } : undefined;
}
