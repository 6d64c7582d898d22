import { createHash } from 'node:crypto';
import type { ObjectStore, StoredObject } from '../../lambdas/domain/ports';

export interface MemoryObjects extends ObjectStore {
  /** What lies there now, by key. */
  readonly objects: ReadonlyMap<string, StoredObject>;
  /** Successful puts and removals so far. */
  writes(): number;
}

/** The object port in memory, with S3's promises: the ETag is the hash of the bytes, each put makes another version. */
export function memoryObjects(): MemoryObjects {
  const objects = new Map<string, StoredObject>();
  let writes = 0;
  let sorted: readonly string[] | undefined;
  const sortedKeys = (): readonly string[] => {
    sorted ??= [...objects.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    return sorted;
  };
  return {
    objects,
    writes: () => writes,
    async get(key) {
      return objects.get(key);
    },
    async head(key) {
      const stored = objects.get(key);
      return stored && { etag: stored.etag, version: stored.version };
    },
    async put(key, body, precondition) {
      const etag = objects.get(key)?.etag;
      if (precondition && ('ifMatch' in precondition ? etag !== precondition.ifMatch : etag !== undefined))
        return false;
      writes += 1;
      if (!objects.has(key)) sorted = undefined;
      const hash = createHash('md5').update(body).digest('hex');
      objects.set(key, { body: new Uint8Array(body), etag: `"${hash}"`, version: `v${writes}` });
      return true;
    },
    async remove(key, precondition) {
      const stored = objects.get(key);
      if (precondition && stored && stored.etag !== precondition.ifMatch) return false;
      if (stored) writes += 1;
      if (objects.delete(key)) sorted = undefined;
      return true;
    },
    async list(prefix) {
      return sortedKeys()
        .filter((key) => key.startsWith(prefix))
        .map((key) => ({ key, etag: objects.get(key)?.etag ?? '', size: objects.get(key)?.body.length ?? 0 }));
    },
    async folders(prefix) {
      const below = sortedKeys().filter((key) => key.startsWith(prefix) && key.slice(prefix.length).includes('/'));
      return [...new Set(below.map((key) => key.slice(prefix.length).split('/')[0] ?? ''))];
    },
  };
}
