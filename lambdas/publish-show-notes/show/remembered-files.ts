import type { ObjectStore, StoredObject } from '../../domain/ports';

/** Bytes of files that a process remembers: those of some five thousand episodes. */
export const MOST_REMEMBERED = 64 * 1024 * 1024;

/**
 * Reads objects that never change under their key: what was found is answered from memory from then on, until objects of
 * more than `maxBytes` have been asked for since. What is absent may come, and is asked for again.
 */
export function rememberedFiles({ get }: Pick<ObjectStore, 'get'>, maxBytes: number): Pick<ObjectStore, 'get'> {
  /** The one that was asked for last comes last. */
  const known = new Map<string, StoredObject>();
  let bytes = 0;
  const forget = (key: string) => {
    bytes -= known.get(key)?.body.length ?? 0;
    known.delete(key);
  };
  const remember = (key: string, stored: StoredObject) => {
    forget(key);
    known.set(key, stored);
    bytes += stored.body.length;
    for (const oldest of known.keys()) {
      if (bytes <= maxBytes) return;
      forget(oldest);
    }
  };
  return {
    async get(key) {
      const stored = known.get(key) ?? (await get(key));
      if (stored) remember(key, stored);
      return stored;
    },
  };
}
