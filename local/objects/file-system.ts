import { type BigIntStats, type Dirent, statSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The calls of the file system that a bucket in a folder is made of: what is not there is undefined, no error. */

export const openFile = (path: string): Promise<FileHandle | undefined> => unlessAbsent(open(path, 'r'));
export const statOf = (path: string) => unlessAbsent(stat(path, { bigint: true }));
/** Every hint lists its show: at many files the queue of asynchronous calls would cost more than the calls. */
export function statNow(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    if (ABSENT.has(codeOf(error))) return undefined;
    throw error;
  }
}
export const readFolder = async (path: string): Promise<readonly Dirent[]> =>
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

export const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code);

export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first !== undefined) await syncFolder(dirname(first));
}

export async function removeEmptyFolders(root: string, folder: string): Promise<void> {
  if (folder !== root && (await removedEmptyFolder(folder))) await removeEmptyFolders(root, dirname(folder));
}

export async function removedEmptyFolder(path: string): Promise<boolean> {
  try {
    await rmdir(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    if (['ENOTEMPTY', 'EEXIST', 'EPERM', 'EBUSY'].includes(codeOf(error))) return false;
    throw error;
  }
}

/** Windows holds a file for a moment while a virus scanner or an indexer reads it. */
export async function insist(move: () => Promise<void>, attemptsLeft = 8): Promise<void> {
  try {
    await move();
  } catch (error) {
    if (!['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error)) || attemptsLeft === 0) throw error;
    await pause(2 ** (9 - attemptsLeft));
    await insist(move, attemptsLeft - 1);
  }
}

/** A name survives a power cut only once its folder is written too; Windows has no such call. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await openFile(path);
  if (handle === undefined) return;
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
