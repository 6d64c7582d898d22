import { join } from 'node:path';
import { readUploadKey, SHOWS_PREFIX } from '../../lambdas/contract/object-keys';
import type { Timers } from '../timers';
import { statNow } from './file-system';
import { filesBelow } from './locate';

/** What one look at the folder found: what each key's file looks like from outside. */
type Sight = ReadonlyMap<string, string>;

/** What was seen last, and what was reported last. */
interface Watched {
  readonly seen: Sight;
  readonly reported: Sight;
}

/**
 * Takes in another look. A key is reported once two looks in a row agree on it, so that neither a file that is still
 * being copied nor one that an editor is just replacing is taken for the new upload.
 */
function compareSight(
  before: Watched,
  seen: Sight,
): { readonly watched: Watched; readonly changed: readonly string[] } {
  const keys = new Set([...seen.keys(), ...before.reported.keys()]);
  const isSettled = (key: string): boolean => seen.get(key) === before.seen.get(key);
  const changed = [...keys].filter((key) => isSettled(key) && seen.get(key) !== before.reported.get(key));
  const reported = new Map(before.reported);
  for (const key of changed) {
    const sight = seen.get(key);
    if (sight === undefined) reported.delete(key);
    else reported.set(key, sight);
  }
  return { watched: { seen, reported }, changed: changed.sort() };
}

/** Looks at every file below `shows/` of the uploads folder. */
async function lookAt(uploadsFolder: string): Promise<Sight> {
  const files = await filesBelow(join(uploadsFolder, SHOWS_PREFIX), SHOWS_PREFIX);
  return new Map(files.flatMap(({ key, path }) => sightOf(key, path)));
}

function sightOf(key: string, path: string): readonly (readonly [key: string, sight: string])[] {
  const found = statNow(path);
  return found ? [[key, `${found.size} ${found.mtimeNs} ${found.ino}`]] : [];
}

/** Looks at the uploads folder once; gives the keys of which two looks in a row agree that they are new, other or gone. */
export type Look = () => Promise<readonly string[]>;

/** A look that remembers the one before. The first thing it reports, at its second time, is all that is there. */
export function uploadsWatcher(uploadsFolder: string): Look {
  let watched: Watched = { seen: new Map(), reported: new Map() };
  return async () => {
    const compared = compareSight(watched, await lookAt(uploadsFolder));
    watched = compared.watched;
    return compared.changed;
  };
}

/** The keys that would be uploads if they were in a show's folder, and not outside of one or deeper. */
export const misplacedIn = (keys: readonly string[]): readonly string[] =>
  keys.filter((key) => {
    const segments = key.split('/');
    const isDirectlyIn = segments.length === 3;
    const isHidden = segments.some((segment) => segment.startsWith('.'));
    return !isDirectlyIn && !isHidden && readUploadKey(`${SHOWS_PREFIX}show/${segments.at(-1)}`) !== undefined;
  });

export interface WatchOptions {
  readonly timers: Timers;
  /** Milliseconds between two looks; more where a look takes long. */
  readonly every: number;
  readonly onChange: (keys: readonly string[]) => void;
  readonly onError: (error: unknown) => void;
}

/** Looks again and again; the answer ends it. */
export function watchUploads(look: Look, { timers, every, onChange, onError }: WatchOptions): () => void {
  let isOver = false;
  let callOff = (): void => undefined;

  async function lookOnce(): Promise<void> {
    const started = timers.now();
    try {
      const keys = await look();
      if (keys.length > 0 && !isOver) onChange(keys);
    } catch (error) {
      onError(error);
    }
    if (isOver) return;
    callOff = timers.after(Math.max(every, 10 * (timers.now() - started)), () => void lookOnce());
  }

  void lookOnce();
  return () => {
    isOver = true;
    callOff();
  };
}
