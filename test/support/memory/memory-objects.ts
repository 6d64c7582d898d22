import { createHash } from 'node:crypto';
import type { ObjectStore, StoredObject } from '../../../lambdas/domain/ports';

export interface MemoryObjects extends ObjectStore {
  /** What lies there now, by key. */
  readonly objects: ReadonlyMap<string, StoredObject>;
  /** Successful puts and removals so far. */
  writes(): number;
}

/** Told of each put and removal that was made; `after` is undefined where the object has gone. */
export type WatchObject = (key: string, after: StoredObject | undefined, before: StoredObject | undefined) => void;

const known = new WeakMap<Uint8Array, Pick<StoredObject, 'body' | 'etag'>>();

/** The body as it arrives, with its tag; what is put again and again arrives once, for nobody changes a body. */
function sent(body: Uint8Array): Pick<StoredObject, 'body' | 'etag'> {
  const arrived = known.get(body) ?? {
    body: new Uint8Array(body),
    etag: `"${createHash('md5').update(body).digest('hex')}"`,
  };
  known.set(body, arrived);
  return arrived;
}

/** The object port in memory, with S3's promises: the ETag is the hash of the bytes, each put makes another version. */
export function memoryObjects(watch: WatchObject = () => undefined): MemoryObjects {
  const objects = new Map<string, StoredObject>();
  let writes = 0;
  const keys = sortedKeys();
  // Asked for much more often than keys come and go.
  const folders = new Map<string, readonly string[]>();
  const foldersBelow = (prefix: string): readonly string[] => {
    const below = keys.startingWith(prefix).filter((key) => key.slice(prefix.length).includes('/'));
    return [...new Set(below.map((key) => key.slice(prefix.length).split('/')[0] ?? ''))];
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
      if (!before) {
        keys.add(key);
        folders.clear();
      }
      const writtenAt = new Date(writes * 1_000).toISOString();
      const after = { ...sent(body), version: `v${writes}`, writtenAt };
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
      keys.remove(key);
      folders.clear();
      watch(key, undefined, stored);
      return true;
    },
    async list(prefix) {
      return keys.startingWith(prefix).flatMap((key) => {
        const stored = objects.get(key);
        return stored ? [{ key, etag: stored.etag, size: stored.body.length, writtenAt: stored.writtenAt }] : [];
      });
    },
    async folders(prefix) {
      const found = folders.get(prefix) ?? foldersBelow(prefix);
      folders.set(prefix, found);
      return found;
    },
  };
}

/** Keys in the order of their bytes, as S3 lists them; each comes to its place, for sorting them all again takes long. */
function sortedKeys() {
  const sorted: { readonly key: string; readonly bytes: Buffer }[] = [];
  /** The place of a key, or of the first behind it. */
  const placeOf = (key: string): number => {
    const bytes = Buffer.from(key);
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (Buffer.compare(sorted[middle]?.bytes ?? bytes, bytes) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return {
    add: (key: string) => void sorted.splice(placeOf(key), 0, { key, bytes: Buffer.from(key) }),
    remove: (key: string) => void sorted.splice(placeOf(key), 1),
    startingWith(prefix: string): readonly string[] {
      const found: string[] = [];
      for (let at = placeOf(prefix); sorted[at]?.key.startsWith(prefix); at += 1) found.push(sorted[at]?.key ?? '');
      return found;
    },
  };
}
