import { type EpisodeId, RECEIPTS_PREFIX, receiptKey, showReceiptKey } from '../lambdas/contract/object-keys';
import type { Receipt, ShowReceipt, UploadReference } from '../lambdas/contract/receipt';
import type { ObjectStore } from '../lambdas/domain/ports';
import { transcriptsIn, uploadsOfShow } from '../lambdas/domain/uploads';

/** The receipt of an episode, if there is one. */
export const readReceipt = (uploads: ObjectStore, id: EpisodeId): Promise<Receipt | undefined> =>
  readJson<Receipt>(uploads, receiptKey(id));

/** What is told about a show: its show file, and each of its episodes by id. */
export interface ShowStatus {
  readonly show?: ShowReceipt;
  readonly episodes: readonly Receipt[];
}

export async function readShowStatus(uploads: ObjectStore, show: string): Promise<ShowStatus> {
  const listed = await uploads.list(`${RECEIPTS_PREFIX}${show}/`);
  const keys = listed.map(({ key }) => key).filter((key) => key !== showReceiptKey(show));
  const episodes = await Promise.all(keys.map((key) => readJson<Receipt>(uploads, key)));
  const showReceipt = await readJson<ShowReceipt>(uploads, showReceiptKey(show));
  return { ...(showReceipt && { show: showReceipt }), episodes: episodes.filter((receipt) => receipt !== undefined) };
}

/** Whether the receipt tells of what is uploaded now, and not of something before it. */
export async function tellsOfLatest(
  uploads: ObjectStore,
  id: EpisodeId,
  receipt: Receipt | undefined,
): Promise<boolean> {
  if (!receipt) return false;
  const [first, ...others] = transcriptsIn(await uploadsOfShow(uploads, id.show), id);
  if (!first || others.length > 0) return receipt.upload === undefined;
  return isSame(receipt.upload, first.key, (await uploads.head(first.key))?.version);
}

const isSame = (told: UploadReference | undefined, key: string, version: string | undefined): boolean =>
  told?.key === key && told.version === version;

async function readJson<T>(objects: ObjectStore, key: string): Promise<T | undefined> {
  const stored = await objects.get(key);
  return stored && (JSON.parse(Buffer.from(stored.body).toString()) as T);
}
