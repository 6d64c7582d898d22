import type { ObjectStore, Precondition, StoredObject } from '../domain/ports';

/** The precondition that nobody has written since `stored` was read. */
export const unchangedSince = (stored: StoredObject | undefined): Precondition =>
  stored ? { ifMatch: stored.etag } : { ifAbsent: true };

/** Puts `body` unless just that was read as `stored`. False where somebody has written since. */
export const replace = async (
  store: ObjectStore,
  key: string,
  stored: StoredObject | undefined,
  body: Uint8Array,
): Promise<boolean> => isStored(stored, body) || (await store.put(key, body, unchangedSince(stored)));

/** Whether `stored` has exactly the bytes of `body`. */
export const isStored = (stored: StoredObject | undefined, body: Uint8Array): boolean =>
  stored !== undefined && Buffer.compare(stored.body, body) === 0;
