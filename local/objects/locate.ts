import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { hasOneName, isWellFormed, nameOf, segmentOf, UnstorableKeyError } from './disk-names';
import { makeFolder, readFolder, removedEmptyFolder, statOf } from './file-system';

/** The file that an object is in. Files written by others may be spelt in another normal form, or unescaped. */
export async function locate(root: string, key: string): Promise<string | undefined> {
  if (!isWellFormed(key)) return undefined;
  const path = await locateSegments(root, key.split('/'));
  return path !== undefined && (await statOf(path))?.isFile() ? path : undefined;
}

export async function locateFolder(
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
export function entriesOf(entries: readonly Dirent[]): ReadonlyMap<string, Dirent> {
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

export async function hasObjects(folder: string): Promise<boolean> {
  const entries = [...entriesOf(await readFolder(folder)).values()];
  if (entries.some((entry) => entry.isFile())) return true;
  for (const entry of entries.filter((other) => other.isDirectory())) {
    if (await hasObjects(join(folder, entry.name))) return true;
  }
  return false;
}

/** Makes the folders of a key and returns where its file goes; throws where another object is in the way. */
export async function makeRoom(root: string, key: string): Promise<string> {
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
