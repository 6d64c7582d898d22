import { createHash } from 'node:crypto';
import type { ObjectStore, StoredObject } from '../../lambdas/domain/ports';

export interface MemoryObjects extends ObjectStore {
  /** What lies there now, by key. */
  readonly objects: ReadonlyMap<string, StoredObject>;
  /** Successful puts and removals so far. */
  writes(): number;
}

/** Told of each put and removal that was made; `after` is undefined where the object has gone. */
export type WatchObject = (key: string, after: StoredObject | undefined, before: StoredObject | undefined) => void;

/** The object port in memory, with S3's promises: the ETag is the hash of the bytes, each put makes another version. */
export function memoryObjects(watch: WatchObject = () => undefined): MemoryObjects {
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
      return stored && { etag: stored.etag, version: stored.version, writtenAt: stored.writtenAt };
    },
    async put(key, body, precondition) {
      const before = objects.get(key);
      const etag = before?.etag;
      if (precondition && ('ifMatch' in precondition ? etag !== precondition.ifMatch : etag !== undefined))
        return false;
      writes += 1;
      if (!before) sorted = undefined;
      const hash = createHash('md5').update(body).digest('hex');
      const writtenAt = new Date(writes * 1_000).toISOString();
      const after = { body: new Uint8Array(body), etag: `"${hash}"`, version: `v${writes}`, writtenAt };
      objects.set(key, after);
      watch(key, after, before);
      return true;
    },
    async remove(key, precondition) {
      const stored = objects.get(key);
      if (precondition && stored && stored.etag !== precondition.ifMatch) return false;
      if (!stored) return true;
      writes += 1;
      objects.delete(key);
      sorted = undefined;
      watch(key, undefined, stored);
      return true;
    },
    async list(prefix) {
      return sortedKeys()
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => {
          const stored = objects.get(key);
          return stored ? [{ key, etag: stored.etag, size: stored.body.length, writtenAt: stored.writtenAt }] : [];
        });
    },
    async folders(prefix) {
      const below = sortedKeys().filter((key) => key.startsWith(prefix) && key.slice(prefix.length).includes('/'));
      return [...new Set(below.map((key) => key.slice(prefix.length).split('/')[0] ?? ''))];
    },
  };
}
