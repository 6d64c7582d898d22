import type { EpisodeId } from './object-keys';

/** "Something about this may have changed": the body of every message on the publications queue, as JSON. */
export type Hint =
  | ({ readonly kind: 'episode' } & EpisodeId)
  /** The show's catalogue; sent with a delay so that many become one. */
  | { readonly kind: 'catalogue'; readonly show: string };

/** Seconds a catalogue hint waits on its queue. */
export const CATALOGUE_DELAY_SECONDS = 5;

/** Reads a queue message; throws on anything but a hint, for only the pipeline itself writes to the queue. */
export function readHint(body: string): Hint {
  const hint = JSON.parse(body) as Partial<Record<'kind' | 'show' | 'episode', unknown>>;
  const { kind, show, episode } = hint;
  if (kind === 'episode' && typeof show === 'string' && typeof episode === 'string') return { kind, show, episode };
  if (kind === 'catalogue' && typeof show === 'string') return { kind, show };
  throw new Error(`not a hint: ${body.slice(0, 200)}`);
}
