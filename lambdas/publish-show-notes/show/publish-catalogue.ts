import { CATALOGUE_DELAY_SECONDS } from '../../contract/hints';
import {
  catalogueKey,
  feedKey,
  publicationPrefix,
  searchKey,
  showPageKey,
  showReceiptKey,
  sitemapKey,
} from '../../contract/object-keys';
import type { Catalogue } from '../../contract/published';
import type { ShowReceipt } from '../../contract/receipt';
import type { Derive } from '../../domain/derive';
import { progressOf } from '../../domain/episode';
import { type ShowFileReading, showReceiptOf } from '../../domain/episode/receipt';
import { settle } from '../../domain/episode/settle';
import { readSourceFile, showFilesIn, uploadIn, uploadsOfShow } from '../../domain/episode/uploads';
import { UnreadableFileError } from '../../domain/errors';
import type { ObjectStore } from '../../domain/ports';
import { json } from '../../domain/publication';
import { FEED_ITEM_FILE } from '../../domain/render';
import { catalogueOf } from '../../domain/show/catalogue';
import { publishedShowOf } from '../../domain/show/published-show';
import { SEARCH_ENTRIES_FILE } from '../../domain/show/search';
import { readEach } from '../bounded';
import type { PublishShowNotesPorts } from '../ports';
import { putSiteFiles, themeFileOf } from '../site-files';
import { isStored, replace } from '../swap';
import { feedGuid } from './feed-guid';
import { publishSitemaps } from './publish-sitemaps';

/** What came of a hint, for the log. */
export interface CatalogueOutcome {
  readonly show: string;
  readonly outcome: 'catalogue';
  readonly episodes: number;
  /** Whether the catalogue is another one now. */
  readonly moved: boolean;
  readonly restarts: number;
}

/** Renews a show's catalogue and all that is made of it, and the show file's receipt; reads none of them back. */
export async function publishCatalogue(
  { show, isOneOfMany }: { readonly show: string; readonly isOneOfMany?: true },
  ports: PublishShowNotesPorts,
): Promise<CatalogueOutcome> {
  const outcome = await settle(show, (restarts) => attempt(show, ports, restarts));
  // Looks at the catalogue of every show: once for each of them would be as many as their square. Whatever made it start
  // over may have come after the catalogue was put.
  if (outcome.moved || outcome.restarts > 0 || !isOneOfMany) await publishSitemaps(ports.published);
  return outcome;
}

async function attempt(
  show: string,
  ports: PublishShowNotesPorts,
  restarts: number,
): Promise<CatalogueOutcome | undefined> {
  const { uploads, published, site } = ports;
  // The catalogue last: it names what the others are made of.
  const keys = [searchKey(show), feedKey(show), sitemapKey(show), showPageKey(show), catalogueKey(show)];
  const before = await Promise.all(keys.map((key) => published.get(key)));
  const receipt = await uploads.get(showReceiptKey(show));
  const inputs = await readInputs(show, ports);
  const texts = await compose(inputs, ports);
  await putSiteFiles(published, site, inputs.catalogue.show);
  const bodies = keys.map((key) => (texts[key] === undefined ? undefined : encoder.encode(texts[key])));
  for (const [index, key] of keys.entries()) {
    if (!(await replace(published, key, before[index], bodies[index]))) return undefined;
  }
  const moved = !isStored(before.at(-1), bodies.at(-1));
  const told = encoder.encode(json(inputs.receipt));
  if (!(await replace(uploads, showReceiptKey(show), receipt, told))) return undefined;
  // Not at once: while a show file reaches many episodes, something changes all the time.
  const isLatest = json(await readInputs(show, ports)) === json(inputs);
  if (!isLatest) await ports.publications.send([{ kind: 'catalogue', show }], CATALOGUE_DELAY_SECONDS);
  return { show, outcome: 'catalogue', episodes: inputs.catalogue.episodes.length, moved, restarts };
}

/** All that a show's files are made of, beside the files of the publications that it names, which never change. */
interface ShowInputs {
  readonly catalogue: Catalogue;
  readonly receipt: ShowReceipt;
}

async function readInputs(show: string, { uploads, episodes, derive }: PublishShowNotesPorts): Promise<ShowInputs> {
  const reading = await readShowFileOf(show, uploads, derive);
  const known = await episodes.ofShow(show);
  const catalogue = catalogueOf({ id: show, ...reading.show }, known);
  return { catalogue, receipt: showReceiptOf(show, reading, progressOf(known, reading.etag)) };
}

/** The text of each file of the show by its key; undefined where there is to be none. */
async function compose({ catalogue }: ShowInputs, { files, site, derive }: PublishShowNotesPorts) {
  const [feedItems, searchEntries] = await Promise.all([
    readFromEach(catalogue, FEED_ITEM_FILE, files),
    readFromEach(catalogue, SEARCH_ENTRIES_FILE, files),
  ]);
  const themeKey = themeFileOf(catalogue.show)?.key;
  return derive.showFiles({ catalogue, feedItems, searchEntries, site, themeKey, feedGuid });
}

/** One file of the publication of each episode, newest first; a publication of before there was such a file has none. */
async function readFromEach(
  { show, episodes }: Catalogue,
  file: string,
  files: PublishShowNotesPorts['files'],
): Promise<string[]> {
  const keys = episodes.map(({ id, publication }) => publicationPrefix({ show: show.id, episode: id }, publication));
  const stored = await readEach(keys, (folder) => files.get(`${folder}${file}`));
  return stored.flatMap((object) => (object ? [new TextDecoder().decode(object.body)] : []));
}

/** What the show file says of the show; where it cannot be read, what the episodes' publications know of it stays. */
async function readShowFileOf(show: string, uploads: ObjectStore, derive: Derive): Promise<ShowFileReading> {
  const read = await readSourceFile(uploads, showFilesIn(await uploadsOfShow(uploads, show)));
  if (read.state === 'absent') return { problems: [], warnings: [] };
  const uploaded = uploadIn(read);
  const upload = { etag: read.etag, ...(uploaded && { upload: uploaded }) };
  if (read.state === 'unreadable') return { ...upload, problems: read.error.faults, warnings: [] };
  try {
    const { file, warnings } = derive.show(read.file);
    const { title, description } = file;
    const said = {
      ...publishedShowOf(show, file),
      ...(title && { title: title.value }),
      ...(description && { description: description.value }),
    };
    return { ...upload, show: said, problems: [], warnings };
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return { ...upload, problems: error.faults, warnings: [] };
  }
}

const encoder = new TextEncoder();
