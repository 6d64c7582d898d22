import { type EpisodeId, readUploadKey } from './object-keys';

/** "Something about this may have changed": the body of a message on the two queues of uploads and publications, as JSON. */
export type Hint =
  | ({ readonly kind: 'episode' } & EpisodeId)
  /**
   * The show's catalogue; sent with a delay, within which more may change that the same run tells of. `isOneOfMany` where
   * all shows are looked at in turn: then only the last one looks at what search engines are told of all of them.
   */
  | { readonly kind: 'catalogue'; readonly show: string; readonly isOneOfMany?: true }
  /** The show file, and with it every episode of the show. */
  | { readonly kind: 'show-file'; readonly show: string };

/** The body of a message on reconcile's own queue. */
export type ReconcileHint =
  /** Superseded files and items of the episode may be removed. */
  | ({ readonly kind: 'clean-up' } & EpisodeId)
  /** Visitors' copies of a withdrawn episode are to be forgotten; asked again, it is the same `reference`. */
  | ({ readonly kind: 'forget'; readonly reference: string } & EpisodeId)
  /** Uploads, table and published bucket may differ in any show. */
  | { readonly kind: 'all-shows' }
  /** The same run goes on with this show's episode `from`, after so many hints `sent`. */
  | { readonly kind: 'compare'; readonly show: string; readonly from: string; readonly sent: number };

/** Seconds a catalogue hint waits on its queue. */
export const CATALOGUE_DELAY_SECONDS = 5;
/** Seconds until a hint comes again that met an episode which is being cleaned up. */
export const MARKED_DELAY_SECONDS = 30;
/** Seconds until visitors' copies are asked to be forgotten, or once more: a removal of files is over by then. */
export const EDGE_DELAY_SECONDS = 300;

/** What an event about an upload hints at; undefined for a key that is nothing to the pipeline. */
export function hintOf(uploadKey: string): Hint | undefined {
  const upload = readUploadKey(uploadKey);
  if (!upload) return undefined;
  if (upload.kind === 'show-file') return { kind: 'show-file', show: upload.show };
  return { kind: 'episode', show: upload.show, episode: upload.episode };
}

/** Reads a hint from a queue message's parsed body; undefined for anything else. */
export function readHint(body: unknown): Hint | undefined {
  const { kind, show, episode, isOneOfMany } = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof show !== 'string') return undefined;
  if (kind === 'episode' && typeof episode === 'string') return { kind, show, episode };
  if (kind === 'catalogue') return { kind, show, ...(isOneOfMany === true && { isOneOfMany }) };
  return kind === 'show-file' ? { kind, show } : undefined;
}

/** Reads a hint from a message on reconcile's queue; undefined for anything else. */
export function readReconcileHint(body: unknown): ReconcileHint | undefined {
  const { kind, show, episode, reference, from, sent } = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (kind === 'all-shows') return { kind };
  if (typeof show !== 'string') return undefined;
  if (kind === 'clean-up' && typeof episode === 'string') return { kind, show, episode };
  if (kind === 'forget' && typeof episode === 'string' && typeof reference === 'string') {
    return { kind, show, episode, reference };
  }
  const isPlace = kind === 'compare' && typeof from === 'string' && typeof sent === 'number';
  return isPlace ? { kind, show, from, sent } : undefined;
}
