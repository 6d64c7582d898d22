import { type EpisodeId, RECEIPTS_PREFIX, receiptKey, showReceiptKey } from '../../lambdas/contract/object-keys';
import { isThrough, type Receipt, type ShowReceipt, type UploadReference } from '../../lambdas/contract/receipt';
import { isSameJson } from '../../lambdas/domain/canonical-json';
import {
  episodeFilesIn,
  showFilesIn,
  transcriptsIn,
  type Uploaded,
  uploadsOfShow,
} from '../../lambdas/domain/episode/uploads';
import type { ObjectStore } from '../../lambdas/domain/ports';

/** The receipt of an episode, if there is one. */
export const readReceipt = (uploads: ObjectStore, id: EpisodeId): Promise<Receipt | undefined> =>
  readJson<Receipt>(uploads, receiptKey(id));

/** What is told about a show: its show file, and each of its episodes by id. */
export interface ShowStatus {
  readonly show?: ShowReceipt;
  readonly episodes: readonly Receipt[];
}

/** Receipts that are read at the same time. */
const READS_AT_ONCE = 25;

/** Reads all of a show's receipts; `tell` hears how many of how many have been read. */
export async function readShowStatus(
  uploads: ObjectStore,
  show: string,
  tell: (read: number, all: number) => void = () => undefined,
): Promise<ShowStatus> {
  const listed = await uploads.list(`${RECEIPTS_PREFIX}${show}/`);
  const keys = listed.map(({ key }) => key).filter((key) => key !== showReceiptKey(show));
  const episodes: Receipt[] = [];
  for (let at = 0; at < keys.length; at += READS_AT_ONCE) {
    if (at > 0) tell(at, keys.length);
    const read = await Promise.all(keys.slice(at, at + READS_AT_ONCE).map((key) => readJson<Receipt>(uploads, key)));
    episodes.push(...read.filter((receipt) => receipt !== undefined));
  }
  const showReceipt = await readJson<ShowReceipt>(uploads, showReceiptKey(show));
  return { ...(showReceipt && { show: showReceipt }), episodes };
}

/** The keys of an episode's transcript and episode file, as they are uploaded now. */
export async function uploadedFor(uploads: ObjectStore, id: EpisodeId): Promise<readonly string[]> {
  const uploaded = await uploadsOfShow(uploads, id.show);
  return [...transcriptsIn(uploaded, id), ...episodeFilesIn(uploaded, id)].map(({ key }) => key);
}

/** Whether the receipt tells of the transcript, show file and episode file that are uploaded now, and of none before. */
export async function tellsOfLatest(
  uploads: ObjectStore,
  id: EpisodeId,
  receipt: Receipt | undefined,
): Promise<boolean> {
  if (!receipt) return false;
  return isOfLatest(uploads, await uploadsOfShow(uploads, id.show), id, receipt);
}

async function isOfLatest(
  uploads: ObjectStore,
  uploaded: readonly Uploaded[],
  id: EpisodeId,
  receipt: Receipt,
): Promise<boolean> {
  const [transcript, showFile, episodeFile] = await Promise.all(
    [transcriptsIn(uploaded, id), showFilesIn(uploaded), episodeFilesIn(uploaded, id)].map((found) =>
      onlyOne(uploads, found),
    ),
  );
  const now = { upload: transcript, beside: [showFile, episodeFile].filter((file) => file !== undefined) };
  return isSameJson(now, { upload: receipt.upload, beside: receipt.beside });
}

/** Whether the receipts tell of the show file and transcripts that are uploaded now, and every episode follows. */
export async function showTellsOfLatest(
  uploads: ObjectStore,
  show: string,
  { show: told, episodes }: ShowStatus,
): Promise<boolean> {
  const uploaded = await uploadsOfShow(uploads, show);
  const showFile = await onlyOne(uploads, showFilesIn(uploaded));
  if (!isSameJson(showFile, told?.upload)) return false;
  if (told?.progress && !isThrough(told.progress)) return false;
  const receipts = new Map(episodes.map((receipt) => [receipt.episode, receipt]));
  for (const upload of uploaded) {
    if (upload.kind !== 'transcript') continue;
    const receipt = receipts.get(upload.episode);
    if (!receipt || !(await isOfLatest(uploads, uploaded, { show, episode: upload.episode }, receipt))) return false;
  }
  return told !== undefined || episodes.length > 0;
}

/** The version of the one file there is; of several none is read. */
async function onlyOne(uploads: ObjectStore, found: readonly Uploaded[]): Promise<UploadReference | undefined> {
  const [first, ...others] = found;
  if (!first || others.length > 0) return undefined;
  const version = (await uploads.head(first.key))?.version;
  return version === undefined ? undefined : { key: first.key, version };
}

async function readJson<T>(objects: ObjectStore, key: string): Promise<T | undefined> {
  const stored = await objects.get(key);
  return stored && (JSON.parse(Buffer.from(stored.body).toString()) as T);
}
