import type { ObjectStore, Precondition, StoredObject } from '../domain/ports';

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

/** Whether `stored` has exactly the bytes of `body`. */
export const isStored = (stored: StoredObject | undefined, body: Uint8Array): boolean =>
  stored !== undefined && Buffer.compare(stored.body, body) === 0;
