import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ListedObject, ObjectStore, Precondition, StoredObject } from '../../lambdas/domain/ports';
import { assertStorable } from './disk-names';
import { insist, readFolder, removeEmptyFolders, syncFolder } from './file-system';
import { entriesOf, filesBelow, hasObjects, locate, locateFolder, makeRoom } from './locate';
import { read, tagsByFile, temporaryWriter } from './written-files';

const TEMPORARY = '.tmp';

/**
 * A folder that keeps a bucket's promises, as long as one process owns it: preconditions are checked in this process.
 * Files that somebody else drops in are objects too; names that begin with a dot never are.
 */
export function folderObjects(root: string): ObjectStore {
  const inTurn = turnstile();
  const tags = tagsByFile();
  const write = temporaryWriter(join(root, TEMPORARY));

  async function get(key: string): Promise<StoredObject | undefined> {
    const path = await locate(root, key);
    return path === undefined ? undefined : read(path);
  }

  async function holds(path: string | undefined, precondition: Precondition): Promise<boolean> {
    const found = path === undefined ? undefined : await read(path);
    return 'ifAbsent' in precondition ? found === undefined : found?.etag === precondition.ifMatch;
  }

  return {
    get,

    async head(key) {
      const found = await get(key);
      return found && { etag: found.etag, version: found.version, writtenAt: found.writtenAt };
    },

    async put(key, body, precondition) {
      assertStorable(key);
      return inTurn(key, async () => {
        const path = await locate(root, key);
        if (precondition && !(await holds(path, precondition))) return false;
        await write(body, path === undefined ? () => makeRoom(root, key) : async () => path);
        return true;
      });
    },

    async remove(key, precondition) {
      return inTurn(key, async () => {
        const path = await locate(root, key);
        if (path === undefined) return true;
        if (precondition && !(await holds(path, precondition))) return false;
        await insist(() => rm(path, { force: true }));
        await syncFolder(dirname(path));
        await removeEmptyFolders(root, dirname(path));
        return true;
      });
    },

    async list(prefix) {
      const folder = await locateFolder(root, prefix.slice(0, prefix.lastIndexOf('/') + 1));
      if (folder === undefined) return [];
      const found = (await filesBelow(folder.path, folder.prefix)).filter(({ key }) => key.startsWith(prefix));
      const listed: ListedObject[] = [];
      for (const { key, path } of found) {
        const tag = await tags(path);
        if (tag) listed.push({ key, ...tag });
      }
      return listed.sort(byKey);
    },

    async folders(prefix) {
      const folder = await locateFolder(root, prefix);
      if (folder === undefined) return [];
      const below: string[] = [];
      for (const [segment, entry] of entriesOf(await readFolder(folder.path))) {
        if (entry.isDirectory() && (await hasObjects(join(folder.path, entry.name)))) below.push(segment);
      }
      return below.sort(byBytes);
    },
  };
}

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
const byKey = (a: ListedObject, b: ListedObject): number => byBytes(a.key, b.key);

/** Runs what concerns one key one after the other. Keys that differ in case only share a turn, for they may clash. */
function turnstile(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const gate = key.toLowerCase();
    const turn = (last.get(gate) ?? Promise.resolve()).then(work);
    const settled = turn
      .catch(() => undefined)
      .finally(() => {
        if (last.get(gate) === settled) last.delete(gate);
      });
    last.set(gate, settled);
    return turn;
  };
}
