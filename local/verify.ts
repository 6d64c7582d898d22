import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DetailsDocument, PublishedFile, ShowNotes, TurnsDocument } from '../lambdas/contract/published';
import { type Fault, verifyShowNotes } from '../lambdas/domain/show-notes/verify';

/** `npm run --silent verify -- DIR…`: checks publications from their published files alone; exit 1 where one fails. */
const POINTER = 'show-notes.json';

/** The folders with a publication in or below a folder. A pointer, whose files lie in another folder, is none. */
export function publicationsBelow(folder: string): readonly string[] {
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => publicationsBelow(join(folder, name)));
  const isPublication =
    existsSync(join(folder, POINTER)) && (existsSync(join(folder, 'turns.json')) || below.length === 0);
  return isPublication ? [folder, ...below] : below;
}

/** Every fault of one publication: of its statements, and of the files that it names. */
export function verifyPublication(folder: string): readonly Fault[] {
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
  const missing = [POINTER, 'turns.json', 'details.json'].filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) return missing.map((name) => ({ part: name, message: 'is not there' }));
  const showNotes = read<ShowNotes>(POINTER);
  const turns = read<TurnsDocument>('turns.json');
  const details = read<DetailsDocument>('details.json');
  const files = showNotes.files.flatMap((file) => verifyFile(folder, file));
  return [...files, ...verifyShowNotes({ showNotes, turns, details })];
}

function verifyFile(folder: string, { href, bytes, sha256 }: PublishedFile): readonly Fault[] {
  const path = join(folder, href);
  if (href.includes('/') || !existsSync(path)) return [{ part: href, message: 'is not there' }];
  const body = readFileSync(path);
  const hash = createHash('sha256').update(body).digest('hex');
  if (hash === sha256 && body.length === bytes) return [];
  return [{ part: href, message: `has the hash ${hash} and ${body.length} bytes, not ${sha256} and ${bytes}` }];
}

/** Verifies all publications in or below the folders, writes what is wrong with them, and returns the exit code. */
export function verifyFolders(folders: readonly string[], write: (line: string) => void): 0 | 1 {
  let failed = folders.length === 0;
  if (failed) write('usage: npm run --silent verify -- DIR…');
  for (const folder of folders) {
    const isFolder = existsSync(folder) && statSync(folder).isDirectory();
    const publications = isFolder ? publicationsBelow(folder) : [];
    if (publications.length === 0) {
      failed = true;
      write(
        isFolder
          ? `${folder}: no publication here: there is no ${POINTER} in or below it`
          : `${folder}: no such folder`,
      );
    }
    for (const publication of publications) {
      const faults = verifyPublication(publication);
      failed ||= faults.length > 0;
      write(faults.length === 0 ? `${publication}: every statement holds` : `${publication}: ${faults.length} faults`);
      for (const { part, message } of faults) write(`  ${part}: ${message}`);
    }
  }
  return failed ? 1 : 0;
}

if (require.main === module) {
  process.exitCode = verifyFolders(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
}
