import { CATALOGUE_DELAY_SECONDS } from '../contract/hints';
import {
  catalogueKey,
  episodePageKey,
  rootFrom,
  showPageKey,
  showReceiptKey,
  sitemapKey,
} from '../contract/object-keys';
import type { Catalogue } from '../contract/published';
import { showAddresses } from '../domain/addresses';
import { catalogueOf } from '../domain/catalogue';
import { readShowFile } from '../domain/details';
import { progressOf } from '../domain/episode';
import { UnreadableFileError } from '../domain/errors';
import { json } from '../domain/publication';
import { problemOf, type ShowFileReading, showReceiptOf } from '../domain/receipt';
import { renderShowPage, renderSitemap } from '../domain/render';
import { settle } from '../domain/settle';
import { readSourceFile, showFilesIn, uploadIn, uploadsOfShow } from '../domain/uploads';
import type { PublishShowNotesPorts } from './ports';
import { publishSitemaps } from './publish-sitemaps';
import { putSiteFiles } from './site-files';
import { replace } from './swap';

/** What came of a hint, for the log. */
export interface CatalogueOutcome {
  readonly show: string;
  readonly outcome: 'catalogue';
  readonly episodes: number;
  readonly restarts: number;
}

/** Renews a show's catalogue and all that is made of it, and the show file's receipt; reads none of them back. */
export async function publishCatalogue(show: string, ports: PublishShowNotesPorts): Promise<CatalogueOutcome> {
  const outcome = await settle(show, (restarts) => attempt(show, ports, restarts));
  await publishSitemaps(ports.published);
  return outcome;
}

async function attempt(
  show: string,
  ports: PublishShowNotesPorts,
  restarts: number,
): Promise<CatalogueOutcome | undefined> {
  const { uploads, published, site } = ports;
  const keys = [catalogueKey(show), showPageKey(show), sitemapKey(show)];
  const before = await Promise.all(keys.map((key) => published.get(key)));
  const receipt = await uploads.get(showReceiptKey(show));
  const wanted = await compose(show, ports);
  await putSiteFiles(published, site);
  const texts = [json(wanted.catalogue), wanted.page, wanted.sitemap];
  for (const [index, key] of keys.entries()) {
    const text = texts[index];
    const body = text === undefined ? undefined : encoder.encode(text);
    if (!(await replace(published, key, before[index], body))) return undefined;
  }
  if (!(await replace(uploads, showReceiptKey(show), receipt, encoder.encode(wanted.receipt)))) return undefined;
  // Not at once: while a show file reaches many episodes, something changes all the time.
  const isLatest = (await compose(show, ports)).inputs === wanted.inputs;
  if (!isLatest) await ports.publications.send([{ kind: 'catalogue', show }], CATALOGUE_DELAY_SECONDS);
  return { show, outcome: 'catalogue', episodes: wanted.catalogue.episodes.length, restarts };
}

interface Wanted {
  readonly catalogue: Catalogue;
  readonly page: string;
  readonly sitemap: string | undefined;
  readonly receipt: string;
  /** Equal text: composed from the same inputs. */
  readonly inputs: string;
}

async function compose(show: string, { uploads, episodes, site }: PublishShowNotesPorts): Promise<Wanted> {
  const reading = await readShowFileOf(show, uploads);
  const known = await episodes.ofShow(show);
  const catalogue = catalogueOf({ id: show, ...reading.show }, known);
  const toRoot = rootFrom(showPageKey(show));
  const hrefs = {
    style: `${toRoot}${site.styleKey}`,
    episode: (episode: string) => `${toRoot}${episodePageKey({ show, episode })}`,
    ...(site.hasFrontPage && { shows: toRoot }),
  };
  const receipt = json(showReceiptOf(show, reading, progressOf(known, reading.etag)));
  return {
    catalogue,
    page: renderShowPage({ catalogue, hrefs }),
    sitemap: renderSitemap(catalogue),
    receipt,
    inputs: json(catalogue) + receipt,
  };
}

/** What the show file says of the show; where it cannot be read, what the episodes' publications know of it stays. */
async function readShowFileOf(show: string, uploads: PublishShowNotesPorts['uploads']): Promise<ShowFileReading> {
  const read = await readSourceFile(uploads, showFilesIn(await uploadsOfShow(uploads, show)));
  if (read.state === 'absent') return { warnings: [] };
  const uploaded = uploadIn(read);
  const upload = { etag: read.etag, ...(uploaded && { upload: uploaded }) };
  if (read.state === 'unreadable') return { ...upload, problem: problemOf(read.error), warnings: [] };
  try {
    const { file, warnings } = readShowFile(read.file);
    const { title, description } = file;
    const said = {
      ...(title && { title: title.value }),
      ...(description && { description: description.value }),
      ...showAddresses(show, file),
    };
    return { ...upload, show: said, warnings };
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return { ...upload, problem: problemOf(error), warnings: [] };
  }
}

const encoder = new TextEncoder();
