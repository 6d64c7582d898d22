import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { DetailsDocument, PublishedFile, ShowNotes, TurnsDocument } from '../lambdas/contract/published';
import { type Fault, verifyShowNotes } from '../lambdas/domain/show-notes/verify';
import { CommandError, HELP_OPTION, readArguments, runCommand, say } from './command';

const POINTER = 'show-notes.json';
const PAGE = 'index.html';

/** The folders with a publication in or below a folder. A pointer, whose files lie in another folder, is none. */
export function publicationsBelow(folder: string): readonly string[] {
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => publicationsBelow(join(folder, name)));
  const isPublication =
    existsSync(join(folder, POINTER)) && (existsSync(join(folder, 'turns.json')) || below.length === 0);
  return isPublication ? [folder, ...below] : below;
}

/** The folders in or below a folder with a pointer: a `show-notes.json` beside the folder of its publication. */
export function pointersBelow(folder: string): readonly string[] {
  const publications = publicationsBelow(folder);
  const above = new Set(publications.map((publication) => dirname(publication)));
  const isPointer = (path: string) => existsSync(join(path, POINTER)) && !publications.includes(path);
  return [...above].filter((path) => !relative(folder, path).startsWith('..') && isPointer(path));
}

/** Every fault of one publication: of its statements, and of the files that it names. */
export function verifyPublication(folder: string): readonly Fault[] {
  const read = <T>(name: string): T | Fault => readDocument<T>(folder, name);
  const showNotes = read<ShowNotes>(POINTER);
  const turns = read<TurnsDocument>('turns.json');
  const details = read<DetailsDocument>('details.json');
  if (isFault(showNotes) || isFault(turns) || isFault(details)) return [showNotes, turns, details].filter(isFault);
  try {
    const files = showNotes.files.flatMap((file) => verifyFile(folder, file));
    return [...files, ...verifyShowNotes({ showNotes, turns, details })];
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return [{ part: POINTER, message: `or turns.json or details.json is not as its schema says (${error.message})` }];
  }
}

/** What is wrong with a pointer, which is byte for byte the copy in the folder that its `base` names. */
export function verifyPointer(folder: string): readonly Fault[] {
  const pointer = readDocument<ShowNotes | null>(folder, POINTER);
  if (isFault(pointer)) return [pointer];
  const base = `${pointer?.base}`;
  const publication = base.split('/').filter(Boolean).at(-1) ?? '';
  const copy = join(folder, publication, POINTER);
  if (publication === '' || publication.startsWith('.') || !existsSync(copy))
    return [{ part: POINTER, message: `names the folder ${base}, which is not there` }];
  if (readFileSync(join(folder, POINTER)).equals(readFileSync(copy))) return [];
  return [{ part: POINTER, message: `differs from ${publication}/${POINTER}, which it is to be a copy of` }];
}

/** A document of a folder; a fault where there is none, or half of one. */
function readDocument<T>(folder: string, name: string): T | Fault {
  const path = join(folder, name);
  if (!existsSync(path)) return { part: name, message: 'is not there' };
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { part: name, message: 'is no valid JSON' };
  }
}

const isFault = (read: object | null): read is Fault => read !== null && 'part' in read && 'message' in read;

function verifyFile(folder: string, { href, bytes, sha256 }: PublishedFile): readonly Fault[] {
  const path = join(folder, href);
  if (href.includes('/') || !existsSync(path)) return [{ part: href, message: 'is not there' }];
  const body = readFileSync(path);
  const hash = createHash('sha256').update(body).digest('hex');
  if (hash === sha256 && body.length === bytes) return [];
  return [{ part: href, message: `has the hash ${hash} and ${body.length} bytes, not ${sha256} and ${bytes}` }];
}

const HELP = `npm run --silent verify -- DIR…

Checks every publication in or below each DIR, and pointers to them, from their published files alone.
Exit 1 where one has a fault.`;

const counted = (faults: number): string => (faults === 1 ? '1 fault' : `${faults} faults`);

/** Verifies all publications in or below the folders, writes what is wrong with them, and returns the exit code. */
export function verifyFolders(folders: readonly string[], write: (line: string) => void): 0 | 1 {
  let failed = false;
  let pages = 0;
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
    const tell = (path: string, faults: readonly Fault[], good: string): void => {
      failed ||= faults.length > 0;
      write(`${path}: ${faults.length === 0 ? good : counted(faults.length)}`);
      for (const { part, message } of faults) write(`  ${part}: ${message}`);
    };
    const pointers = isFolder ? pointersBelow(folder) : [];
    for (const publication of publications) tell(publication, verifyPublication(publication), 'every statement holds');
    for (const pointer of pointers) tell(join(pointer, POINTER), verifyPointer(pointer), 'the same as in its folder');
    pages += [...publications, ...pointers].filter((path) => existsSync(join(path, PAGE))).length;
  }
  if (pages > 0) write(`Not checked: ${pages === 1 ? 'the page' : `${pages} pages`} (${PAGE})`);
  return failed ? 1 : 0;
}

/** `npm run --silent verify -- DIR…`: checks publications, and pointers to them, from their published files alone; exit 1 where one fails. */
async function main(args: readonly string[]): Promise<void> {
  const { values, positionals: folders } = readArguments(args, HELP_OPTION);
  if (values.help) return say(HELP);
  if (folders.length === 0) throw new CommandError('no DIR is named; --help tells more');
  process.exitCode = verifyFolders(folders, say);
}

if (require.main === module) runCommand(main);
