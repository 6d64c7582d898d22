import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { dynamodbEpisodes } from '../lambdas/adapters/dynamodb-episodes';
import { readSiteFiles } from '../lambdas/adapters/site-files';
import { SHOWS_PREFIX } from '../lambdas/contract/object-keys';
import type { Receipt } from '../lambdas/contract/receipt';
import type { ObjectStore } from '../lambdas/domain/ports';
import { CommandError, complain, HELP_OPTION, messageOf, readArguments, runCommand, say } from './command';
import { receiptLines, showReceiptLines } from './episode/receipt-text';
import { cataloguesIn, frontPage } from './front-page';
import { folderObjects } from './objects/folder-objects';
import { type Look, misplacedIn, uploadsWatcher, watchUploads } from './objects/watch-uploads';
import { type News, type Pipeline, startPipeline } from './pipeline';
import { DEFAULT_DATA, PROJECT } from './project';
import { findNamedFile, type NamedFile } from './source-files';
import { type EmbeddedTable, FolderInUseError, startEmbeddedTable } from './table/embedded-table';
import { forgetRunning, noteRunning, placesIn, takeHints } from './table/open-table';
import { systemTimers } from './timers';
import { serveObjects, type WebServer } from './web-server';

const SAMPLE = join(PROJECT, 'samples', 'harbour-lights', 'the-tide-machine.md');
const PORT = 4747;
const WATCH_EVERY_MS = 300;
const WARNINGS_TOLD = 8;

const HELP = `npm start [-- [FILE…] [--data DIR] [--port N]]

Runs the pipeline on this machine: takes each FILE (at first a sample) through it, serves what is published,
and watches the uploads folder. A FILE's folder is its show; show.yaml and <episode>.yaml beside it come along.

  --data DIR  where everything is kept (default: data in this project)
  --port N    where the site is served on this machine (default: ${PORT}; 0: any free port)`;

interface Settings {
  readonly folder: string;
  readonly port: number;
  readonly files: readonly NamedFile[];
}

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, {
    data: { type: 'string' },
    port: { type: 'string', default: String(PORT) },
    ...HELP_OPTION,
  });
  if (values.help) return say(HELP);
  const folder = values.data ?? DEFAULT_DATA;
  const isNew = !existsSync(join(folder, 'uploads'));
  const named = positionals.length === 0 && isNew ? [SAMPLE] : positionals;
  const files: NamedFile[] = [];
  for (const path of named) files.push(await findNamedFile(path));
  const running = await start({ folder, port: portOf(values.port), files });
  stopOnSignal(running);
  say(...running.told);
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/u.test(text) || port > 65_535) throw new CommandError(`--port ${text}: a port is a number up to 65535`);
  return port;
}

interface Running {
  /** What is to be said once a signal can stop it. */
  readonly told: readonly string[];
  stop(): Promise<void>;
}

async function start({ folder, port, files }: Settings): Promise<Running> {
  const places = placesIn(folder);
  const made = await mkdir(places.table, { recursive: true });
  const table = await openTable(folder, files);
  const uploads = folderObjects(places.uploads);
  const published = folderObjects(places.published);
  const hints = folderObjects(places.hints);
  const site = readSiteFiles(join(PROJECT, 'site'), join(PROJECT, 'lambdas', 'contract', 'schemas'));
  const server = await openServer(published, port, site.styleKey).catch(async (error: unknown) => {
    await table.stop();
    if (made !== undefined) await rm(made, { recursive: true });
    throw error;
  });
  const pipeline = await startPipeline({
    uploads,
    published,
    deadLetters: folderObjects(places.deadLetters),
    episodes: dynamodbEpisodes(table.table, table.client),
    site: { ...site, hasFrontPage: true },
    siteAddress: server.address,
    timers: systemTimers,
    tell: newsTeller(),
  });
  await noteRunning(folder, table.access);
  const uploadsFolder = places.uploads;
  const transcripts = join(shown(uploadsFolder), SHOWS_PREFIX);
  say(`Everything is kept in ${shown(folder)}; the site is at ${server.address}/`);
  await mkdir(join(uploadsFolder, SHOWS_PREFIX), { recursive: true });
  await takeThrough(files, uploads, uploadsFolder);
  const look = uploadsWatcher(uploadsFolder);
  // Two looks: what lies there already is compared below, and is no news for the watcher.
  await look();
  const complainOfMisplaced = misplacedTeller(transcripts);
  complainOfMisplaced(await look());
  const redriven = await pipeline.catchUp();
  if (redriven > 0) say(`Trying ${redriven} dead letters again.`);
  pipeline.hinted(await takeHints(hints));
  const endWatch = watchFrom(look, hints, pipeline, complainOfMisplaced);
  await pipeline.idle();
  const episodes = (await cataloguesIn(published)).flatMap((catalogue) => catalogue.episodes).length;
  return {
    told: [
      `${episodes === 1 ? '1 episode is' : `${episodes} episodes are`} published at ${server.address}/`,
      `Put transcripts into ${join(transcripts, '<show>', '<episode>.md')} and the pages follow. Ctrl-C stops.`,
    ],
    async stop() {
      endWatch();
      await server.close();
      await pipeline.stop();
      await forgetRunning(folder);
      await table.stop();
    },
  };
}

const shown = (path: string): string => {
  const short = relative(process.cwd(), path);
  return short === '' ? '.' : short.startsWith('..') ? path : short;
};

async function openTable(folder: string, files: readonly NamedFile[]): Promise<EmbeddedTable> {
  try {
    return await startEmbeddedTable(join(folder, 'table'), complain);
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    const copies = files.map(({ path, upload }) => {
      return `copy ${shown(path)} to ${join(shown(folder), 'uploads', dirname(upload.key))}/ instead`;
    });
    const advice = [...(copies.length > 0 ? copies : ['stop that one']), 'or choose another --data'].join(', ');
    throw new CommandError(`${shown(folder)} is in use by another process; ${advice}`, { cause: error });
  }
}

async function openServer(published: ObjectStore, port: number, styleKey: string): Promise<WebServer> {
  try {
    return await serveObjects(published, {
      port,
      frontPage: () => frontPage(published, styleKey),
      onError: (error) => complain(messageOf(error)),
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new CommandError(`port ${port} is in use; choose another one with --port, or 0 for any that is free`, {
      cause: error,
    });
  }
}

/** Uploads the named files, and those beside them that are not there already. */
async function takeThrough(files: readonly NamedFile[], uploads: ObjectStore, uploadsFolder: string): Promise<void> {
  for (const { path, upload, beside } of files) {
    for (const other of beside) {
      const body = await readFile(other.path);
      const stored = await uploads.get(other.upload.key);
      if (!stored || !body.equals(stored.body)) await uploads.put(other.upload.key, body);
    }
    await uploads.put(upload.key, await readFile(path));
    say(`Copied ${shown(path)} to ${join(shown(uploadsFolder), upload.key)}`);
  }
}

/** Tells the pipeline of what comes, changes or goes from here on; the answer ends it. */
function watchFrom(
  look: Look,
  hints: ObjectStore,
  pipeline: Pipeline,
  complainOfMisplaced: (keys: readonly string[]) => void,
): () => void {
  const lookAround: Look = async () => {
    pipeline.hinted(await takeHints(hints));
    return look();
  };
  return watchUploads(lookAround, {
    timers: systemTimers,
    every: WATCH_EVERY_MS,
    onChange: (keys) => {
      const misplaced = misplacedIn(keys);
      say(...keys.filter((key) => !misplaced.includes(key)).map((key) => `Seen: ${key}`));
      complainOfMisplaced(keys);
      pipeline.uploaded(keys);
    },
    onError: (error) => complain(messageOf(error)),
  });
}

/** Says of each file in a wrong place once that it is ignored. */
function misplacedTeller(transcripts: string): (keys: readonly string[]) => void {
  const told = new Set<string>();
  return (keys) => {
    for (const key of misplacedIn(keys)) {
      if (told.has(key)) continue;
      told.add(key);
      const place = join(transcripts, '<show>', '<episode>.md');
      complain(`${key} is not in a show’s folder and is ignored; put it at ${place}`);
    }
  };
}

/** Says what is new. An episode's warnings are said again only when they are others. */
function newsTeller(): (news: News) => void {
  const told = new Map<string, Receipt['warnings']>();
  return (news) => {
    if (news.kind === 'failure') return complain(failureLine(news));
    if (news.kind === 'show-receipt') return say(...showReceiptLines(news.receipt));
    const { show, episode, warnings } = news.receipt;
    const known = told.get(`${show}/${episode}`);
    told.set(`${show}/${episode}`, warnings);
    say(...receiptLines(news.receipt, { most: WARNINGS_TOLD, ...(known && { known }) }));
  };
}

function failureLine({ hint, error, isLast }: News & { readonly kind: 'failure' }): string {
  const about =
    'show' in hint ? [hint.show, 'episode' in hint ? hint.episode : ''].filter(Boolean).join('/') : 'all shows';
  const then = isLast ? 'It is in the dead letters now and is tried again at the next start.' : 'Trying again.';
  return `${about}: ${error instanceof Error ? error.message : String(error)}. ${then}`;
}

/** A second Ctrl-C does not wait; one that merely came twice, from the terminal and from a parent, is one. */
const IMPATIENT_MS = 1_000;
const LOOK_FOR_PARENT_MS = 500;

function stopOnSignal(running: Running): void {
  let stoppedAt: number | undefined;
  const stop = (): void => {
    if (stoppedAt !== undefined && performance.now() - stoppedAt > IMPATIENT_MS) process.exit(130);
    if (stoppedAt !== undefined) return;
    stoppedAt = performance.now();
    running.stop().catch((error: unknown) => {
      complain(messageOf(error));
      process.exitCode = 1;
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.env.npm_lifecycle_event !== undefined) stopWithParent(stop);
}

/** A signal that npm is sent reaches its shell, which dies of it and tells nobody. */
function stopWithParent(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, LOOK_FOR_PARENT_MS);
  timer.unref();
}

runCommand(main);
