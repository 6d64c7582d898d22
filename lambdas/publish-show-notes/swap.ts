import { isSameJson } from '../domain/canonical-json';
import type { Episode } from '../domain/episode';
import type { Episodes, ObjectStore, Precondition, StoredObject } from '../domain/ports';

/** The precondition that nobody has written since `stored` was read. */
const unchangedSince = (stored: StoredObject | undefined): Precondition =>
  stored ? { ifMatch: stored.etag } : { ifAbsent: true };

/** Puts `body`, or removes what is there where there is to be none, unless just that was read as `stored`. False where
 * somebody has written since. */
export async function replace(
  store: ObjectStore,
  key: string,
  stored: StoredObject | undefined,
  body: Uint8Array | undefined,
): Promise<boolean> {
  if (body === undefined) return stored === undefined || (await store.remove(key, { ifMatch: stored.etag }));
  return isStored(stored, body) || (await store.put(key, body, unchangedSince(stored)));
}

/** Whether `stored` has exactly the bytes of `body`, and is absent where there is to be none. */
export const isStored = (stored: StoredObject | undefined, body: Uint8Array | undefined): boolean =>
  stored === undefined || body === undefined ? stored === body : Buffer.compare(stored.body, body) === 0;

/** Swaps the episode's item if there is anything to change; undefined where the swap was lost. */
export async function note(
  before: Episode,
  after: Episode,
  { episodes }: { readonly episodes: Episodes },
): Promise<Episode | undefined> {
  return isSameJson(before, after) ? before : await noteAnew(before, after, { episodes });
}

/** Swaps the episode's item, be it for the same: whoever read it before loses every swap of theirs. */
export async function noteAnew(
  before: Episode,
  after: Episode,
  { episodes }: { readonly episodes: Episodes },
): Promise<Episode | undefined> {
  const next = { ...after, version: before.version + 1 };
  return (await episodes.swap(next)) ? next : undefined;
}
