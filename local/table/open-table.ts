import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dynamodbEpisodes } from '../../lambdas/adapters/dynamodb-episodes';
import { type Hint, type ReconcileHint, readHint, readReconcileHint } from '../../lambdas/contract/hints';
import type { Episodes, Hints, ObjectStore } from '../../lambdas/domain/ports';
import { CommandError, complain } from '../command';
import { folderObjects } from '../objects/folder-objects';
import {
  connectTable,
  type EmbeddedTable,
  FolderInUseError,
  startEmbeddedTable,
  type TableAccess,
} from './embedded-table';

/** The table of episodes, and the queues, as a command about an episode finds them. */
export interface OpenTable {
  readonly episodes: Episodes;
  readonly uploadHints: Hints;
  readonly publications: Hints;
  /** Whether somebody works on the queues now. */
  readonly isRunning: boolean;
  close(): Promise<void>;
}

/** The same on a laptop, where a command may send to every queue. */
export interface LaptopTable extends OpenTable {
  readonly reconciliations: Hints<ReconcileHint>;
}

/** Where everything of a laptop's pipeline is, below its folder. */
export const placesIn = (folder: string) => ({
  uploads: join(folder, 'uploads'),
  published: join(folder, 'published'),
  deadLetters: join(folder, 'dead-letters'),
  table: join(folder, 'table'),
  /** Hints that commands have left for whoever runs the pipeline. */
  hints: join(folder, 'hints'),
  /** While the pipeline runs: at which port of this machine its table answers, to which access key. */
  running: join(folder, 'running.json'),
});

/**
 * Opens the table in a laptop's folder: through the process that has it open, or by itself where none has. Nothing but
 * the loopback address and files is used, so nobody reaches it from outside.
 */
export async function openLaptopTable(folder: string): Promise<LaptopTable> {
  const places = placesIn(folder);
  if (!existsSync(places.table))
    throw new CommandError(`${folder}: nothing is kept here yet; start with \`npm start\``);
  const { table, isRunning } = await openOrConnect(folder);
  const hints = hintsIn(folderObjects(places.hints));
  return {
    episodes: dynamodbEpisodes(table.table, table.client),
    uploadHints: hints,
    publications: hints,
    reconciliations: hints,
    isRunning,
    close: () => table.stop(),
  };
}

type Opened = Pick<EmbeddedTable, 'table' | 'client' | 'stop'>;

async function openOrConnect(folder: string): Promise<{ readonly table: Opened; readonly isRunning: boolean }> {
  const { table, running } = placesIn(folder);
  try {
    return { table: await startEmbeddedTable(table, complain), isRunning: false };
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    const access = await readAccess(running);
    if (access) return { table: connectTable(access), isRunning: true };
    throw new CommandError(`${folder} is being opened by another process; try again`, { cause: error });
  }
}

/** Notes for this user alone where the table answers and its access key, until `forgetRunning`. */
export const noteRunning = async (folder: string, { port, accessKey }: TableAccess): Promise<void> => {
  const { running } = placesIn(folder);
  // An existing file would keep its own mode.
  await rm(running, { force: true });
  await writeFile(running, `${JSON.stringify({ tablePort: port, accessKey })}\n`, { mode: 0o600 });
};

/** Takes the note back. */
export const forgetRunning = (folder: string): Promise<void> => rm(placesIn(folder).running, { force: true });

interface Note {
  readonly tablePort?: number;
  readonly accessKey?: string;
}

async function readAccess(path: string): Promise<TableAccess | undefined> {
  try {
    const { tablePort: port, accessKey } = JSON.parse(await readFile(path, 'utf8')) as Note;
    return port === undefined || accessKey === undefined ? undefined : { port, accessKey };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A queue for a process that is not this one: a file for each hint, taken up within a second or at the next start. */
const hintsIn = (objects: ObjectStore): Hints<Hint | ReconcileHint> => ({
  async send(hints) {
    for (const hint of hints) await objects.put(`${randomUUID()}.json`, Buffer.from(`${JSON.stringify(hint)}\n`));
  },
});

/** Takes up the hints that commands have left. */
export async function takeHints(objects: ObjectStore): Promise<readonly (Hint | ReconcileHint)[]> {
  const taken: (Hint | ReconcileHint)[] = [];
  for (const { key } of await objects.list('')) {
    const stored = await objects.get(key);
    const hint = stored && hintIn(Buffer.from(stored.body).toString());
    if (hint) taken.push(hint);
    await objects.remove(key);
  }
  return taken;
}

/** Undefined for a file that somebody else left there. */
function hintIn(text: string): Hint | ReconcileHint | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return readHint(body) ?? readReconcileHint(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
