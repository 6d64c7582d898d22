import {
  catalogueKey,
  type EpisodeId,
  episodePageKey,
  feedKey,
  publicationPrefix,
  ROBOTS_KEY,
  receiptKey,
  SITEMAPS_KEY,
  searchKey,
  showNotesKey,
  showPageKey,
  showReceiptKey,
  sitemapKey,
} from '../../lambdas/contract/object-keys';
import type { Catalogue, ShowNotes } from '../../lambdas/contract/published';
import { isThrough, type Receipt, type ShowReceipt } from '../../lambdas/contract/receipt';
import { type Compared, changesBetween } from '../../lambdas/domain/changes';
import { shownBefore } from '../../lambdas/domain/episode';
import { SHOW_NOTES_FILE, TURNS_FILE } from '../../lambdas/domain/publication';
import { FEED_ITEM_FILE, renderForSearchEngines, renderSitemap } from '../../lambdas/domain/render';
import { settleAll, textOf, upload, type World, world } from '../support/memory/world';
import { type Made, SHOW, uploadKey } from './producers';
import { hashOf, type pinBoard, type website } from './witnesses';

/** What was seen of a run while it lasted. */
export interface Seen {
  readonly history: readonly Made[];
  readonly site: ReturnType<typeof website>;
  readonly pins: ReturnType<typeof pinBoard>;
}

/** Compares with a run in which nothing but the last state of the uploads was ever there; whole: the show's files too. */
export async function wrongAtTheEnd(
  here: World,
  ids: readonly EpisodeId[],
  seen: Seen,
  isWhole: boolean,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const id of ids) {
    const accepted = (await here.episodes.find(id))?.current?.revision;
    wrong.push(...wrongEpisode(here, await calmRun(here, id), id, accepted, seen));
    wrong.push(...(await wronglyReplaced(here, id)));
    if (!seen.site.isUpToDate(here, id)) wrong.push(`${id.episode}: no event told of what is shown at the end`);
  }
  return [
    ...wrong,
    ...wrongCatalogue(here, ids),
    ...(await wrongProgress(here)),
    ...(isWhole ? await unlikeCalmShow(here, ids) : []),
  ];
}

/** Where each pointer is what a calm run gives, so is every file of the show, byte for byte. */
async function unlikeCalmShow(here: World, ids: readonly EpisodeId[]): Promise<string[]> {
  const pointers = await Promise.all(ids.map(async (id) => (await calmRun(here, id)).pointer));
  if (ids.some((id, index) => textOf(here.published, showNotesKey(id)) !== pointers[index])) return [];
  const calm = await calmFiles(here);
  // Of a show that has lost all of its uploads an empty catalogue stays, where a calm run never had one.
  if (!calm.has(catalogueKey(SHOW))) return [];
  return [catalogueKey, searchKey, showPageKey, feedKey, sitemapKey]
    .map((keyOf) => keyOf(SHOW))
    .filter((key) => textOf(here.published, key) !== calm.get(key))
    .map((key) => `${key} is not what a calm run gives`);
}

/** In the end every episode with a transcript follows the show file, and the show's receipt says so. */
async function wrongProgress(here: World): Promise<string[]> {
  const { progress } = JSON.parse(textOf(here.uploads, showReceiptKey(SHOW)) ?? '{}') as Partial<ShowReceipt>;
  const present = (await here.episodes.ofShow(SHOW)).filter(({ latest }) => latest.outcome !== 'absent').length;
  const isRight = !progress || (isThrough(progress) && progress.episodes === present);
  return isRight ? [] : [`${progress.following} of ${progress.episodes} follow the show file, there are ${present}`];
}

/** What is to be shown of one episode, and what its receipt is to say. */
interface Expected {
  readonly pointer: string | undefined;
  readonly page: string | undefined;
  readonly outcome: string | undefined;
}

/** The same uploads once, in order, with nothing else going on; what the same uploads led to before is in `known`. */
async function calmly<Told>(
  here: World,
  prefixes: readonly string[],
  known: Map<string, Told>,
  tell: (calm: World) => Told,
): Promise<Told> {
  const uploads = [...here.uploads.objects.keys()]
    .filter((key) => prefixes.some((prefix) => key.startsWith(prefix)))
    .sort()
    .map((key) => [key, textOf(here.uploads, key)] as const);
  const told = known.get(JSON.stringify(uploads));
  if (told) return told;
  const calm = world();
  for (const [key, text] of uploads) await upload(calm, key, text);
  await settleAll(calm);
  const now = tell(calm);
  known.set(JSON.stringify(uploads), now);
  return now;
}

const calmRuns = new Map<string, Expected>();

const calmRun = (here: World, id: EpisodeId): Promise<Expected> =>
  calmly(here, [uploadKey('show.yaml'), uploadKey(`${id.episode}.`)], calmRuns, (calm) => ({
    pointer: textOf(calm.published, showNotesKey(id)),
    page: textOf(calm.published, episodePageKey(id)),
    outcome: receiptIn(calm, id).outcome,
  }));

const calmShows = new Map<string, ReadonlyMap<string, string | undefined>>();

/** The files of the whole show. */
const calmFiles = (here: World) =>
  calmly(
    here,
    [uploadKey('')],
    calmShows,
    ({ published }) => new Map([...published.objects.keys()].map((key) => [key, textOf(published, key)])),
  );

const receiptIn = (here: World, id: EpisodeId): Partial<Receipt> =>
  JSON.parse(textOf(here.uploads, receiptKey(id)) ?? '{}') as Partial<Receipt>;

const publicationIn = (pointer: string | undefined): string | undefined =>
  pointer && (JSON.parse(pointer) as ShowNotes).publication;

function wrongEpisode(
  here: World,
  expected: Expected,
  id: EpisodeId,
  accepted: string | undefined,
  { history, pins }: Seen,
): string[] {
  const { episode } = id;
  const pointer = textOf(here.published, showNotesKey(id));
  const page = textOf(here.published, episodePageKey(id));
  const receipt = receiptIn(here, id);
  const wrong: string[] = [];
  const tell = (isWrong: boolean, what: string) => void (isWrong && wrong.push(`${episode}: ${what}`));

  tell((page === undefined) !== (pointer === undefined), 'page without pointer, or the reverse');
  tell(receipt.published?.publication !== publicationIn(pointer), 'the receipt names another publication than shown');
  if (pointer !== undefined) {
    const copy = textOf(here.published, `${publicationPrefix(id, publicationIn(pointer) ?? '')}show-notes.json`);
    tell(copy !== pointer, "the pointer differs from the copy in its publication's folder");
    tell(!hasAllFiles(here, pointer), 'a file that the pointer names is missing or mixed');
  }
  const pinned = pins.of(id);
  tell(receipt.pinned !== pinned, `the receipt says ${receipt.pinned} is pinned, it is ${pinned}`);
  if (pinned !== undefined) {
    tell(publicationIn(pointer) !== pinned, `${pinned} is pinned, but another is shown`);
    return wrong;
  }
  const outcome = receipt.outcome === 'unchanged' ? 'published' : receipt.outcome;
  // Of what came and went without any event there is nothing to tell, and nobody to find it out.
  const wasHeard = history.some(({ key, isLost }) => !isLost && key.startsWith(uploadKey(`${episode}.`)));
  const isToldOf = wasHeard || expected.outcome !== undefined;
  tell(isToldOf && outcome !== (expected.outcome ?? 'withdrawn'), `${receipt.outcome}, expected ${expected.outcome}`);
  const latest =
    here.uploads.objects.get(uploadKey(`${episode}.md`)) ?? here.uploads.objects.get(uploadKey(`${episode}.txt`));
  tell(
    receipt.upload !== undefined && receipt.upload.version !== latest?.version,
    'the receipt tells of an old upload',
  );
  const mayStay = expected.outcome === 'rejected' || (expected.outcome === 'waiting' && latest !== undefined);
  // Accepted last, as far as the table knows: an upload that was overwritten may never have been read.
  const isRejected = expected.outcome === 'rejected' && receipt.problems?.every(({ reason }) => reason !== undefined);
  const isKnown = isRejected === true && accepted !== undefined;
  tell(isKnown && revisionIn(pointer) !== accepted, 'what stays is not what was accepted last');
  tell(!mayStay && pointer !== expected.pointer, 'the pointer is not what a calm run gives');
  tell(!mayStay && page !== expected.page, 'the page is not what a calm run gives');
  return wrong;
}

const revisionIn = (pointer: string | undefined): string | undefined =>
  pointer && (JSON.parse(pointer) as ShowNotes).revision;

function hasAllFiles({ published }: World, pointer: string): boolean {
  const { base, files } = JSON.parse(pointer) as ShowNotes;
  return files.every(({ href, sha256 }) => {
    const stored = published.objects.get(`${base.slice(1)}${href}`);
    return stored !== undefined && hashOf(stored) === sha256;
  });
}

/** What the receipt says has changed is what differs from the publication that was shown before, while that is kept. */
async function wronglyReplaced(here: World, id: EpisodeId): Promise<string[]> {
  const receipt = receiptIn(here, id);
  const noted = await here.episodes.find(id);
  const [before, now] = [noted && shownBefore(noted), receipt.published?.publication].map((publication) =>
    publication === undefined ? undefined : readCompared(here, id, publication),
  );
  if (!before || !now) return [];
  const expected = { publication: before.showNotes.publication, changes: changesBetween(before, now) };
  const told = receipt.published?.replaced;
  if (JSON.stringify(told) === JSON.stringify(expected)) return [];
  return [`${id.episode}: the receipt says ${told?.publication} was replaced, it was ${expected.publication}`];
}

function readCompared(here: World, id: EpisodeId, publication: string): Compared | undefined {
  const folder = publicationPrefix(id, publication);
  const [showNotes, turns] = [SHOW_NOTES_FILE, TURNS_FILE].map((name) => textOf(here.published, `${folder}${name}`));
  return showNotes === undefined || turns === undefined
    ? undefined
    : { showNotes: JSON.parse(showNotes), turns: JSON.parse(turns) };
}

/** The catalogue holds exactly the episodes that are published, each as its pointer shows it. */
function wrongCatalogue(here: World, ids: readonly EpisodeId[]): string[] {
  const text = textOf(here.published, catalogueKey(SHOW));
  const listed = text === undefined ? [] : (JSON.parse(text) as Catalogue).episodes;
  const shown = ids.flatMap((id) => {
    const pointer = textOf(here.published, showNotesKey(id));
    return pointer === undefined ? [] : [`${id.episode} ${publicationIn(pointer)}`];
  });
  const told = listed.map(({ id, publication }) => `${id} ${publication}`).sort();
  const isRight = told.join() === shown.sort().join();
  return isRight ? wrongShowFiles(here, text) : [`the catalogue lists ${told.join()}, shown are ${shown.join()}`];
}

/** What search engines and podcast apps are told is what the catalogue says. */
function wrongShowFiles(here: World, text: string | undefined): string[] {
  if (text === undefined) return [];
  const catalogue = JSON.parse(text) as Catalogue;
  const { robots, sitemaps } = renderForSearchEngines([catalogue]);
  const expected = { [sitemapKey(SHOW)]: renderSitemap(catalogue), [ROBOTS_KEY]: robots, [SITEMAPS_KEY]: sitemaps };
  // A publication that was made without an address stays without an item where its transcript cannot be read any more.
  const inFeed = catalogue.episodes.filter(({ id: episode, publication }) =>
    here.published.objects.has(`${publicationPrefix({ show: SHOW, episode }, publication)}${FEED_ITEM_FILE}`),
  );
  const guids = catalogue.show.site && inFeed.map(({ id }) => `${SHOW}/${id}`).join();
  const feed = textOf(here.published, feedKey(SHOW));
  const told = feed && [...feed.matchAll(/<guid [^>]*>([^<]*)</gu)].map(([, guid]) => guid).join();
  if (told !== guids) return [`the feed has ${told}, publications with an item are of ${guids}`];
  return Object.entries(expected).flatMap(([key, file]) =>
    textOf(here.published, key) === file ? [] : [`${key} is not what the catalogue gives`],
  );
}
