import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { readUploadKey, showPrefix, type UploadKey } from '../lambdas/contract/object-keys';
import { slugOf } from '../lambdas/contract/slug';
import { CommandError } from './command';
import { segmentOf } from './objects/disk-names';

/** A file as a producer would upload it. */
export interface SourceFileOnDisk {
  readonly path: string;
  readonly upload: UploadKey;
}

/** A file that was named at the terminal, and the show and episode files that lie beside it and concern it. */
export interface NamedFile extends SourceFileOnDisk {
  readonly beside: readonly SourceFileOnDisk[];
}

/** Looks a file up; its folder is its show. Throws a `CommandError` for what cannot be uploaded. */
export async function findNamedFile(path: string): Promise<NamedFile> {
  await assertFile(path);
  const absolute = resolve(path);
  const folder = dirname(absolute);
  const upload = uploadOf(absolute);
  if (!upload) throw new CommandError(`${path}: hidden files and editors’ backups are never uploads`);
  const names = await readdir(folder);
  const others = names.sort().flatMap((name) => {
    const other = join(folder, name);
    const otherUpload = other === absolute ? undefined : uploadOf(other);
    return otherUpload === undefined ? [] : [{ path: other, upload: otherUpload }];
  });
  return { path, upload, beside: others.filter((other) => concerns(other.upload, upload)) };
}

async function assertFile(path: string): Promise<void> {
  try {
    if ((await stat(path)).isDirectory()) throw new CommandError(`${path} is a folder; name the files in it`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new CommandError(`${path}: there is no such file`, { cause: error });
    }
    throw error;
  }
}

/** Where a file goes: `shows/<its folder's name>/<its name>`. A folder that cannot name a show gives its slug. */
function uploadOf(path: string): UploadKey | undefined {
  const folder = segmentOf(basename(dirname(path)));
  const isName = folder !== '' && !folder.startsWith('.');
  return readUploadKey(`${showPrefix(isName ? folder : slugOf(folder))}${segmentOf(basename(path))}`);
}

function concerns(other: UploadKey, upload: UploadKey): boolean {
  if (other.kind === 'show-file') return true;
  return other.kind === 'episode-file' && upload.kind === 'transcript' && other.episode === upload.episode;
}
