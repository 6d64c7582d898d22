import { CATALOGUE_DELAY_SECONDS, MARKED_DELAY_SECONDS } from '../contract/hints';
import {
  type EpisodeId,
  episodePageKey,
  publicationPrefix,
  receiptKey,
  rootFrom,
  showNotesKey,
  showPageKey,
} from '../contract/object-keys';
import type { Receipt, ReceiptOutcome, Replaced } from '../contract/receipt';
import { isSameJson } from '../domain/canonical-json';
import {
  type Episode,
  isMarked,
  isSettledWithLatest,
  withAnnounced,
  withComing,
  withdrawnFrom,
  withoutCatalogue,
  withSettled,
  withShown,
  withStray,
  withWithdrawalTold,
} from '../domain/episode';
import { receiptOf } from '../domain/episode/receipt';
import { settle } from '../domain/episode/settle';
import { withFacts } from '../domain/errors';
import type { ObjectStore, StoredObject } from '../domain/ports';
import { json, SHOW_NOTES_FILE } from '../domain/publication';
import { catalogueNoteOf } from '../domain/show/catalogue';
import { type FilesBeside, fingerprintOf, readFilesBeside, versionsOf } from './inputs';
import type { PublishShowNotesPorts } from './ports';
import { putSiteFiles, themeFileOf } from './site-files';
import { isStored, replace } from './swap';
import { decideWhatIsWanted, publicationIn, readReplaced, type Showing, type Wanted } from './wanted';

/** What came of a hint, for the log. */
export interface EpisodeOutcome extends EpisodeId {
  /**
   * `unknown`: the table has no such episode; its own hint is still to come.
   * `marked`: the episode is being cleaned up; the hint comes again.
   */
  readonly outcome: ReceiptOutcome | 'unknown' | 'marked';
  readonly revision?: string;
  readonly publication?: string;
  /** The version of the upload, by which its receipt names it. */
  readonly trace?: string;
  /** From the upload until it is shown; present where it had not settled before. */
  readonly secondsToPublished?: number;
  /** Whether `show-notes.json` was moved or removed. */
  readonly moved: boolean;
  readonly restarts: number;
}

/** Shows what the episode's inputs give now, or nothing, in the order that docs/decisions/0001 explains. */
export const publishEpisode = (id: EpisodeId, ports: PublishShowNotesPorts): Promise<EpisodeOutcome> =>
  settle(`${id.show}/${id.episode}`, (restarts) => attempt(id, ports, restarts));

async function attempt(
  { show, episode: name }: EpisodeId,
  ports: PublishShowNotesPorts,
  restarts: number,
): Promise<EpisodeOutcome | undefined> {
  const id = { show, episode: name };
  const pointers = await readPointers(id, ports);
  const episode = await ports.episodes.find(id);
  if (!episode) return { ...id, outcome: 'unknown', moved: false, restarts };
  if (isMarked(episode, ports.clock())) {
    await ports.publications.send([{ kind: 'episode', show, episode: name }], MARKED_DELAY_SECONDS);
    return { ...id, outcome: 'marked', moved: false, restarts };
  }
  return await withFacts(knownOf(episode), () => settleEpisode(episode, pointers, ports, restarts));
}

/** What a failure's log line says of the episode as it was read. */
const knownOf = ({ current, shown, latest }: Episode): object => ({
  revision: current?.revision,
  publication: shown,
  trace: 'upload' in latest ? latest.upload.version : undefined,
});

async function settleEpisode(
  episode: Episode,
  pointers: Pointers,
  ports: PublishShowNotesPorts,
  restarts: number,
): Promise<EpisodeOutcome | undefined> {
  const { show, episode: name } = episode;
  const id = { show, episode: name };
  const beside = await readFilesBeside(ports.uploads, id);
  const wanted = await decideWhatIsWanted(episode, beside, pointers.pointer, ports);
  if (!wanted) return undefined;

  const settled = wanted.showing
    ? await bringUp(episode, wanted.showing, pointers, ports)
    : await takeDown(episode, pointers, ports);
  if (!settled) return undefined;
  const replaced = wanted.showing && (await readReplaced(settled.episode, wanted.showing, ports));
  const receipt = await moveReceipt(settled.episode, { ...wanted, replaced }, beside, pointers, ports);
  if (!receipt) return undefined;

  const inputs = fingerprintOf(episode, beside, ports.writer);
  const again = await ports.episodes.find(id);
  if (!again || fingerprintOf(again, await readFilesBeside(ports.uploads, id), ports.writer) !== inputs)
    return undefined;
  const told = await tell(settled.episode, receipt, ports);
  const stays = wanted.showing !== undefined && !wanted.showing.composed;
  if (!(await note(settled.episode, withSettled(told, inputs, stays), ports))) return undefined;
  // Not before the item is settled, for the show's receipt counts those that are.
  await ports.publications.send([{ kind: 'catalogue', show }], CATALOGUE_DELAY_SECONDS);
  if (!wanted.showing) await ports.reconciliations.send([{ kind: 'clean-up', ...id }]);
  return {
    ...id,
    outcome: receipt.outcome,
    ...(receipt.published && { revision: receipt.published.revision, publication: receipt.published.publication }),
    ...(receipt.upload && { trace: receipt.upload.version }),
    ...(receipt.outcome === 'published' && !isSettledWithLatest(episode) && ageOf(episode, ports)),
    moved: settled.moved,
    restarts,
  };
}

const ageOf = ({ latest }: Episode, { clock }: PublishShowNotesPorts) =>
  latest.outcome === 'accepted' && {
    secondsToPublished: Math.max(0, (Date.parse(clock()) - Date.parse(latest.uploadedAt)) / 1_000),
  };

/** The objects that are moved by compare-and-swap, as they are before the inputs are read. */
interface Pointers {
  readonly pointer?: StoredObject | undefined;
  readonly page?: StoredObject | undefined;
  readonly receipt?: StoredObject | undefined;
}

async function readPointers(id: EpisodeId, { published, uploads }: PublishShowNotesPorts): Promise<Pointers> {
  const [pointer, page, receipt] = await Promise.all([
    published.get(showNotesKey(id)),
    published.get(episodePageKey(id)),
    uploads.get(receiptKey(id)),
  ]);
  return { pointer, page, receipt };
}

interface Settled {
  readonly episode: Episode;
  readonly moved: boolean;
}

/** Files first, then the note that they are coming, then the pointer, the page, and the note of what is shown. */
async function bringUp(
  episode: Episode,
  showing: Showing,
  { pointer, page }: Pointers,
  ports: PublishShowNotesPorts,
): Promise<Settled | undefined> {
  const { published, clock } = ports;
  const { publication } = showing.showNotes;
  let noted: Episode | undefined = episode;
  // Also where the pointer is right already: a publisher that stalled may have put it after its files were removed.
  const moves = episode.shown !== publication || !isStored(pointer, showing.pointer);
  if (moves) {
    await putFiles(episode, showing, ports);
    noted = await note(noted, withComing(noted, publicationIn(pointer), publication, clock()), ports);
    if (!noted) return undefined;
    if (!(await published.head(`${publicationPrefix(episode, publication)}${SHOW_NOTES_FILE}`))) return undefined;
    if (!(await replace(published, showNotesKey(episode), pointer, showing.pointer))) return undefined;
  } else if (!(await hasAllFiles(episode, showing, published))) await putFiles(episode, showing, ports);
  const rendered = encoder.encode(pageOf(episode, showing, ports));
  if (!isStored(page, rendered)) await putSiteFiles(published, ports.site, showing.showNotes.show);
  if (!(await replace(published, episodePageKey(episode), page, rendered))) return undefined;
  noted = await note(noted, withShown(noted, publication, catalogueNoteOf(showing.showNotes), clock()), ports);
  return noted && { episode: noted, moved: moves };
}

/** Whether nobody has removed a file of what is shown; of a publication that is not composed nothing can be mended. */
async function hasAllFiles(id: EpisodeId, { composed }: Showing, published: ObjectStore): Promise<boolean> {
  if (!composed) return true;
  const folder = publicationPrefix(id, composed.id);
  const there = new Set((await published.list(folder)).map(({ key }) => key));
  return composed.files.every(({ name }) => there.has(`${folder}${name}`));
}

/** Writes all files of a publication again, whatever is there, for they may be about to be removed. */
async function putFiles(
  id: EpisodeId,
  { composed }: Showing,
  { published, episodes, clock }: PublishShowNotesPorts,
): Promise<void> {
  if (!composed) return;
  const folder = publicationPrefix(id, composed.id);
  await Promise.all(composed.files.map(({ name, body }) => published.put(`${folder}${name}`, body)));
  const { id: publication, files, showNotes } = composed;
  await episodes.savePublication(id, {
    publication,
    revision: showNotes.revision,
    files: files.map(({ name }) => name),
    savedAt: clock(),
  });
}

function pageOf(id: EpisodeId, { showNotes, turns }: Showing, { site, derive }: PublishShowNotesPorts): string {
  const theme = themeFileOf(showNotes.show);
  const toRoot = rootFrom(episodePageKey(id));
  const hrefs = {
    base: `${showNotes.publication}/`,
    style: `${toRoot}${site.styleKey}`,
    ...(theme && { theme: `${toRoot}${theme.key}` }),
    script: `${toRoot}${site.episodeScriptKey}`,
    show: `${toRoot}${showPageKey(id.show)}`,
  };
  return derive.episodePage({ showNotes, turns, hrefs });
}

/** Pointer and page go; the item forgets what was shown, named by it or not, only once that has been told. */
async function takeDown(
  episode: Episode,
  { pointer, page }: Pointers,
  ports: PublishShowNotesPorts,
): Promise<Settled | undefined> {
  const { published } = ports;
  const pointed = publicationIn(pointer);
  const isNamed = pointed === undefined || [episode.shown, ...episode.coming].includes(pointed);
  const owing = isNamed ? episode : await note(episode, withStray(episode, pointed), ports);
  if (!owing) return undefined;
  if (pointer && !(await published.remove(showNotesKey(episode), { ifMatch: pointer.etag }))) return undefined;
  if (page && !(await published.remove(episodePageKey(episode), { ifMatch: page.etag }))) return undefined;
  const noted = await note(owing, withoutCatalogue(owing), ports);
  return noted && { episode: noted, moved: pointer !== undefined };
}

/** The receipt says what became of the upload; a rejection is told before it is noted, so that it is told at least once. */
async function moveReceipt(
  episode: Episode,
  { showing, replaced, problems }: Wanted & { readonly replaced: Replaced | undefined },
  beside: FilesBeside,
  { receipt: before }: Pointers,
  { uploads, announcements, siteAddress }: PublishShowNotesPorts,
): Promise<Receipt | undefined> {
  const receipt = receiptOf({
    episode,
    ...(showing && { showing: showing.showNotes }),
    ...(replaced && { replaced }),
    problems,
    hasEpisodeFile: beside.episodeFile.state !== 'absent',
    beside: versionsOf(beside),
    siteAddress,
  });
  const body = encoder.encode(json(receipt));
  if (receipt.outcome === 'rejected' && !isToldOf(receipt, before))
    await announcements.announce({ kind: 'rejected', receipt });
  return (await replace(uploads, receiptKey(episode), before, body)) ? receipt : undefined;
}

/** Whether the receipt before told of the same rejected upload: a changed show file is no news about it. */
function isToldOf({ upload }: Receipt, before: StoredObject | undefined): boolean {
  if (!before) return false;
  const told = JSON.parse(new TextDecoder().decode(before.body)) as Receipt;
  return told.outcome === 'rejected' && told.upload?.key === upload?.key && told.upload?.version === upload?.version;
}

/** Sends the event that is owed, if one is; answers the episode that is to be noted once it is sent. */
async function tell(
  episode: Episode,
  receipt: Receipt,
  { announcements, clock }: PublishShowNotesPorts,
): Promise<Episode> {
  const { show, episode: name, shown, announced } = episode;
  const id = { show, episode: name };
  if (receipt.published && shown !== announced) {
    const { publication, page, showNotes, replaced } = receipt.published;
    await announcements.announce({
      ...{ kind: 'published', id, publication, page, showNotes },
      ...(replaced && { replaced }),
    });
    return withAnnounced(episode, publication);
  }
  const withdrawn = withdrawnFrom(episode);
  if (withdrawn !== undefined) {
    await announcements.announce({ kind: 'withdrawn', id, publication: withdrawn });
    return withWithdrawalTold(episode, clock());
  }
  return episode;
}

/** Swaps the episode's item if there is anything to change; undefined where the swap was lost. */
async function note(
  before: Episode,
  after: Episode,
  { episodes }: PublishShowNotesPorts,
): Promise<Episode | undefined> {
  if (isSameJson(before, after)) return before;
  const next = { ...after, version: before.version + 1 };
  return (await episodes.swap(next)) ? next : undefined;
}

const encoder = new TextEncoder();
