import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ListedObject, StoredObject } from '../../lambdas/domain/ports';
import { codeOf, insist, openFile, statNow, syncFolder } from './file-system';

export async function read(path: string): Promise<StoredObject | undefined> {
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
export function tagsByFile(): (path: string) => Promise<Omit<ListedObject, 'key'> | undefined> {
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

/** Writes a file whole or not at all: beside the objects first, then moved to where `place` says. */
export function temporaryWriter(folder: string): (body: Uint8Array, place: () => Promise<string>) => Promise<void> {
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
