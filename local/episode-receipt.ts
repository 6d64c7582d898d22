import { setTimeout as pause } from 'node:timers/promises';
import type { EpisodeId } from '../lambdas/contract/object-keys';
import type { Receipt } from '../lambdas/contract/receipt';
import type { ObjectStore } from '../lambdas/domain/ports';
import { CommandError, complain, say } from './command';
import { askWhetherRunning, placeOf, type Values, whyNothing } from './episode-place';
import { readReceipt, readShowStatus, tellsOfLatest, uploadedFor } from './episode-status';
import { receiptLines, receiptTable, showReceiptLines } from './receipt-text';

const LOOK_EVERY_MS = 500;

/** `status SHOW/EPISODE`. */
export async function sayReceipt(uploads: ObjectStore, id: EpisodeId, values: Values): Promise<void> {
  const receipt = values.wait ? await waitForReceipt(uploads, id, values) : await readReceipt(uploads, id);
  if (!receipt) throw new CommandError(await whyNothing(uploads, id, values));
  if (values.wait && (receipt.outcome === 'rejected' || receipt.outcome === 'waiting')) process.exitCode = 1;
  say(...(values.json ? [JSON.stringify(receipt, null, 2)] : receiptLines(receipt)));
}

/** `status SHOW`. */
export async function sayShow(uploads: ObjectStore, show: string, { json }: Values): Promise<void> {
  const status = await readShowStatus(uploads, show, progressTeller());
  if (!status.show && status.episodes.length === 0) throw new CommandError(`${show}: there are no receipts`);
  if (json) return say(JSON.stringify(status, null, 2));
  say(...(status.show ? showReceiptLines(status.show) : []), ...receiptTable(status.episodes));
}

/** Seconds between two lines about work that takes long. */
const TELL_EVERY_SECONDS = 2;

function progressTeller(): (read: number, all: number) => void {
  let next = performance.now() + TELL_EVERY_SECONDS * 1_000;
  return (read, all) => {
    if (performance.now() < next) return;
    next += TELL_EVERY_SECONDS * 1_000;
    complain(`${read} of ${all} receipts read`);
  };
}

/** Waits until the receipt tells of what is uploaded now, and is as wanted. */
export async function waitForReceipt(
  uploads: ObjectStore,
  id: EpisodeId,
  values: Values,
  isWanted: (receipt: Receipt) => boolean = () => true,
): Promise<Receipt> {
  const seconds = secondsOf(values.timeout);
  let hasTold = false;
  const end = performance.now() + seconds * 1_000;
  for (;;) {
    const receipt = await readReceipt(uploads, id);
    if (receipt && isWanted(receipt) && (await tellsOfLatest(uploads, id, receipt))) return receipt;
    if (!hasTold) complain(await waitingFor(uploads, id, values));
    hasTold = true;
    if (performance.now() >= end) {
      throw new CommandError(`${id.show}/${id.episode}: after ${seconds} seconds the latest upload has no receipt yet`);
    }
    await pause(LOOK_EVERY_MS);
  }
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!(seconds >= 0)) throw new CommandError(`--timeout ${text}: a number of seconds is expected`);
  return seconds;
}

async function waitingFor(uploads: ObjectStore, id: EpisodeId, values: Values): Promise<string> {
  const uploaded = await uploadedFor(uploads, id);
  const name = `${id.show}/${id.episode}`;
  if (uploaded.length === 0) return `waiting for an upload of ${name}${placeOf(values)}${askWhetherRunning(values)}`;
  return `waiting for the receipt of ${name}${askWhetherRunning(values)}`;
}
