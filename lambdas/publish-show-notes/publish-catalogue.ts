import { catalogueKey, episodePageKey, rootFrom, showPageKey, showReceiptKey } from '../contract/object-keys';
import { catalogueOf } from '../domain/catalogue';
import { readShowFile } from '../domain/details';
import { UnreadableFileError } from '../domain/errors';
import { json } from '../domain/publication';
import { problemOf, type ShowFileReading, showReceiptOf } from '../domain/receipt';
import { renderShowPage } from '../domain/render';
import { settle } from '../domain/settle';
import { readSourceFile, showFilesIn, uploadIn, uploadsOfShow } from '../domain/uploads';
import type { PublishShowNotesPorts } from './ports';
import { putSiteFiles } from './site-files';
import { replace } from './swap';

/** What came of a hint, for the log. */
export interface CatalogueOutcome {
  readonly show: string;
  readonly outcome: 'catalogue';
  readonly episodes: number;
  readonly restarts: number;
}

/** Renews a show's catalogue, its page and the show file's receipt from the episode items; reads none of them back. */
export const publishCatalogue = (show: string, ports: PublishShowNotesPorts): Promise<CatalogueOutcome> =>
  settle(show, (restarts) => attempt(show, ports, restarts));

async function attempt(
  show: string,
  ports: PublishShowNotesPorts,
  restarts: number,
): Promise<CatalogueOutcome | undefined> {
  const { uploads, published, site } = ports;
  const [index, page, receipt] = await Promise.all([
    published.get(catalogueKey(show)),
    published.get(showPageKey(show)),
    uploads.get(showReceiptKey(show)),
  ]);
  const wanted = await compose(show, ports);
  await putSiteFiles(published, site);
  if (!(await replace(published, catalogueKey(show), index, wanted.index))) return undefined;
  if (!(await replace(published, showPageKey(show), page, wanted.page))) return undefined;
  if (!(await replace(uploads, showReceiptKey(show), receipt, wanted.receipt))) return undefined;
  if ((await compose(show, ports)).inputs !== wanted.inputs) return undefined;
  return { show, outcome: 'catalogue', episodes: wanted.episodes, restarts };
}

interface Wanted {
  readonly index: Uint8Array;
  readonly page: Uint8Array;
  readonly receipt: Uint8Array;
  readonly episodes: number;
  /** Equal text: composed from the same inputs. */
  readonly inputs: string;
}

async function compose(show: string, { uploads, episodes, site }: PublishShowNotesPorts): Promise<Wanted> {
  const reading = await readShowFileOf(show, uploads);
  const catalogue = catalogueOf({ id: show, ...reading.show }, await episodes.ofShow(show));
  const toRoot = rootFrom(showPageKey(show));
  const hrefs = {
    style: `${toRoot}${site.styleKey}`,
    episode: (episode: string) => `${toRoot}${episodePageKey({ show, episode })}`,
    ...(site.hasFrontPage && { shows: toRoot }),
  };
  const index = json(catalogue);
  const receipt = json(showReceiptOf(show, reading));
  return {
    index: encoder.encode(index),
    page: encoder.encode(renderShowPage({ catalogue, hrefs })),
    receipt: encoder.encode(receipt),
    episodes: catalogue.episodes.length,
    inputs: index + receipt,
  };
}

/** What the show file says of the show; where it cannot be read, what the episodes' publications know of it stays. */
async function readShowFileOf(show: string, uploads: PublishShowNotesPorts['uploads']): Promise<ShowFileReading> {
  const read = await readSourceFile(uploads, showFilesIn(await uploadsOfShow(uploads, show)));
  if (read.state === 'absent') return { warnings: [] };
  const uploaded = uploadIn(read);
  const upload = uploaded && { upload: uploaded };
  if (read.state === 'unreadable') return { ...upload, problem: problemOf(read.error), warnings: [] };
  try {
    const { file, warnings } = readShowFile(read.file);
    const { title, description } = file;
    const said = { ...(title && { title: title.value }), ...(description && { description: description.value }) };
    return { ...upload, show: said, warnings };
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return { ...upload, problem: problemOf(error), warnings: [] };
  }
}

const encoder = new TextEncoder();
