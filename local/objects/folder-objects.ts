import { createHash } from 'node:crypto';
import { type BigIntStats, type Dirent, statSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ListedObject, ObjectStore, Precondition, StoredObject } from '../../lambdas/domain/ports';
import { assertStorable, hasOneName, isWellFormed, nameOf, segmentOf, UnstorableKeyError } from './disk-names';

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

/** The file that an object is in. Files written by others may be spelt in another normal form, or unescaped. */
async function locate(root: string, key: string): Promise<string | undefined> {
  if (!isWellFormed(key)) return undefined;
  const path = await locateSegments(root, key.split('/'));
  return path !== undefined && (await statOf(path))?.isFile() ? path : undefined;
}

async function locateFolder(
  root: string,
  prefix: string,
): Promise<{ readonly path: string; readonly prefix: string } | undefined> {
  if (prefix !== '' && !isWellFormed(prefix.slice(0, -1))) return undefined;
  const path = await locateSegments(root, prefix.split('/').slice(0, -1));
  return path === undefined ? undefined : { path, prefix };
}

async function locateSegments(root: string, segments: readonly string[]): Promise<string | undefined> {
  const exact = join(root, ...segments.map(nameOf));
  if (await statOf(exact)) return exact;
  if (segments.every(hasOneName)) return undefined;
  let path = root;
  for (const segment of segments) {
    const entry = entriesOf(await readFolder(path)).get(segment);
    if (entry === undefined) return undefined;
    path = join(path, entry.name);
  }
  return path;
}

/** A folder's entries by the segment each stands for; the name that we would write wins over another spelling of it. */
function entriesOf(entries: readonly Dirent[]): ReadonlyMap<string, Dirent> {
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  const bySegment = new Map<string, Dirent>();
  for (const entry of visible) {
    const segment = segmentOf(entry.name);
    if (!bySegment.has(segment) || entry.name === nameOf(segment)) bySegment.set(segment, entry);
  }
  return bySegment;
}

/** Every object below a folder and the file it is in, in no order. */
export async function filesBelow(folder: string, prefix: string): Promise<readonly { key: string; path: string }[]> {
  const found: { key: string; path: string }[] = [];
  for (const [segment, entry] of entriesOf(await readFolder(folder))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(path, `${prefix}${segment}/`)));
    else if (entry.isFile()) found.push({ key: `${prefix}${segment}`, path });
  }
  return found;
}

async function hasObjects(folder: string): Promise<boolean> {
  const entries = [...entriesOf(await readFolder(folder)).values()];
  if (entries.some((entry) => entry.isFile())) return true;
  for (const entry of entries.filter((other) => other.isDirectory())) {
    if (await hasObjects(join(folder, entry.name))) return true;
  }
  return false;
}

async function read(path: string): Promise<StoredObject | undefined> {
  const handle = await openFile(path);
  if (handle === undefined) return undefined;
  try {
    const { mtimeNs, ino } = await handle.stat({ bigint: true });
    const body = await handle.readFile();
    return { body, etag: etagOf(body), version: `${mtimeNs}-${ino}`, writtenAt: timeOf(mtimeNs) };
  } finally {
    await handle.close();
  }
}

const timeOf = (mtimeNs: bigint): string => new Date(Number(mtimeNs / 1_000_000n)).toISOString();

const etagOf = (body: Uint8Array): string => `"${createHash('md5').update(body).digest('hex')}"`;

/** How long after a change a file may change again without its time telling so, on the coarsest file systems. */
const SETTLED_MS = 2_000;

/** Tag and size of a file. Listing a show must not read every transcript again, so a settled file's tag is kept. */
function tagsByFile(): (path: string) => Promise<Omit<ListedObject, 'key'> | undefined> {
  const kept = new Map<string, { readonly etag: string; readonly stamp: string }>();
  return async (path) => {
    const found = statNow(path);
    if (!found?.isFile()) return undefined;
    const stamp = [found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ');
    const known = kept.get(path);
    const writtenAt = timeOf(found.mtimeNs);
    if (known?.stamp === stamp) return { etag: known.etag, size: Number(found.size), writtenAt };
    const content = await read(path);
    if (content === undefined) return undefined;
    const { etag, body, writtenAt: readAt } = content;
    kept.delete(path);
    if (Date.now() - Number(found.ctimeMs) > SETTLED_MS) kept.set(path, { etag, stamp });
    return { etag, size: body.byteLength, writtenAt: readAt };
  };
}

/** Makes the folders of a key and returns where its file goes; throws where another object is in the way. */
async function makeRoom(root: string, key: string): Promise<string> {
  const segments = key.split('/');
  let folder = root;
  await makeFolder(root);
  for (const [at, segment] of segments.entries()) {
    const entries = entriesOf(await readFolder(folder));
    const sibling = [...entries.keys()].find((other) => other !== segment && sameButForCase(other, segment));
    if (sibling !== undefined) throw new UnstorableKeyError(key, `${sibling} is there and differs in case only`);
    const entry = entries.get(segment);
    const path = join(folder, entry?.name ?? nameOf(segment));
    const isLast = at === segments.length - 1;
    if (isLast) {
      if (entry?.isDirectory() && !(await removedEmptyFolder(path))) {
        throw new UnstorableKeyError(key, 'there are objects below it');
      }
      return path;
    }
    if (entry === undefined) await makeFolder(path);
    else if (!entry.isDirectory()) throw new UnstorableKeyError(key, `${segment} is an object, not a folder`);
    folder = path;
  }
  return folder;
}

const sameButForCase = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first !== undefined) await syncFolder(dirname(first));
}

/** Writes a file whole or not at all: beside the objects first, then moved to where `place` says. */
function temporaryWriter(folder: string): (body: Uint8Array, place: () => Promise<string>) => Promise<void> {
  const nextName = nameSource();
  const nextTime = timeSource();
  let emptied: Promise<void> | undefined;
  const empty = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  };
  return async (body, place) => {
    emptied ??= empty();
    await emptied;
    const temporary = join(folder, nextName());
    try {
      const handle = await open(temporary, 'wx');
      try {
        await handle.writeFile(body);
        const time = nextTime();
        await handle.utimes(time, time);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await moveInto(temporary, place);
    } finally {
      await rm(temporary, { force: true });
    }
  };
}

/** A removal may take the emptied folder away between making it and moving into it. */
async function moveInto(temporary: string, place: () => Promise<string>, attemptsLeft = 5): Promise<void> {
  const path = await place();
  try {
    await insist(() => rename(temporary, path));
    await syncFolder(dirname(path));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || attemptsLeft === 0) throw error;
    await moveInto(temporary, place, attemptsLeft - 1);
  }
}

function nameSource(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${process.pid}-${count}`;
  };
}

/** Seconds now, a microsecond later at least than the time before: two uploads never share their version. */
function timeSource(): () => number {
  let last = 0;
  return () => {
    last = Math.max(last + 1e-6, (performance.timeOrigin + performance.now()) / 1000);
    return last;
  };
}

/** Windows holds a file for a moment while a virus scanner or an indexer reads it. */
async function insist(move: () => Promise<void>, attemptsLeft = 8): Promise<void> {
  try {
    await move();
  } catch (error) {
    if (!['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error)) || attemptsLeft === 0) throw error;
    await pause(2 ** (9 - attemptsLeft));
    await insist(move, attemptsLeft - 1);
  }
}

async function removeEmptyFolders(root: string, folder: string): Promise<void> {
  if (folder !== root && (await removedEmptyFolder(folder))) await removeEmptyFolders(root, dirname(folder));
}

async function removedEmptyFolder(path: string): Promise<boolean> {
  try {
    await rmdir(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    if (['ENOTEMPTY', 'EEXIST', 'EPERM', 'EBUSY'].includes(codeOf(error))) return false;
    throw error;
  }
}

/** A name survives a power cut only once its folder is written too; Windows has no such call. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await openFile(path);
  if (handle === undefined) return;
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const openFile = (path: string): Promise<FileHandle | undefined> => unlessAbsent(open(path, 'r'));
const statOf = (path: string) => unlessAbsent(stat(path, { bigint: true }));
/** Every hint lists its show: at many files the queue of asynchronous calls would cost more than the calls. */
export function statNow(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    if (ABSENT.has(codeOf(error))) return undefined;
    throw error;
  }
}
const readFolder = async (path: string): Promise<readonly Dirent[]> =>
  (await unlessAbsent(readdir(path, { withFileTypes: true }))) ?? [];

async function unlessAbsent<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (ABSENT.has(codeOf(error))) return undefined;
    throw error;
  }
}

const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP']);

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code);
