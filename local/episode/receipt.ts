import { setTimeout as pause } from 'node:timers/promises';
import type { EpisodeId } from '../../lambdas/contract/object-keys';
import type { Receipt } from '../../lambdas/contract/receipt';
import type { ObjectStore } from '../../lambdas/domain/ports';
import { CommandError, complain, say } from '../command';
import { askWhetherRunning, placeOf, type Values, whyNothing } from './place';
import { receiptLines, receiptTable, showReceiptLines } from './receipt-text';
import { readReceipt, readShowStatus, type ShowStatus, showTellsOfLatest, tellsOfLatest, uploadedFor } from './status';

const LOOK_EVERY_MS = 500;

/** `status SHOW/EPISODE`. */
export async function sayReceipt(uploads: ObjectStore, id: EpisodeId, values: Values): Promise<void> {
  const receipt = values.wait ? await waitForReceipt(uploads, id, values) : await readReceipt(uploads, id);
  if (!receipt) throw new CommandError(await whyNothing(uploads, id, values));
  if (values.wait && isHeldUp(receipt)) process.exitCode = 1;
  say(...(values.json ? [JSON.stringify(receipt, null, 2)] : receiptLines(receipt)));
}

/** `status SHOW`. */
export async function sayShow(uploads: ObjectStore, show: string, values: Values): Promise<void> {
  const { json, wait } = values;
  const status = wait
    ? await waitForShow(uploads, show, values)
    : await readShowStatus(uploads, show, progressTeller());
  if (!status.show && status.episodes.length === 0)
    throw new CommandError(`${show}: there are no receipts${placeOf(values)}`);
  if (wait && (status.show?.outcome === 'unreadable' || status.episodes.some(isHeldUp))) process.exitCode = 1;
  if (json) return say(JSON.stringify(status, null, 2));
  say(...(status.show ? showReceiptLines(status.show) : []), ...receiptTable(status.episodes));
}

/** A pinned episode waits because the producer wants it to, unless something is wrong as well. */
const isHeldUp = ({ outcome, pinned, problems }: Receipt): boolean =>
  outcome === 'rejected' || (outcome === 'waiting' && (pinned === undefined || problems.length > 0));

async function waitForShow(uploads: ObjectStore, show: string, values: Values): Promise<ShowStatus> {
  const seconds = secondsOf(values.timeout);
  const end = performance.now() + seconds * 1_000;
  const tellProgress = everyFewSeconds();
  for (let hasTold = false; ; hasTold = true) {
    const status = await readShowStatus(uploads, show, progressTeller());
    if (await showTellsOfLatest(uploads, show, status)) return status;
    if (!hasTold) complain(`waiting for the receipts of ${show}${placeOf(values)}${askWhetherRunning(values)}`);
    const { following = 0, staying = 0, episodes = 0 } = status.show?.progress ?? {};
    tellProgress(`${following + staying} of ${episodes} episodes have been through with the show file`);
    if (performance.now() >= end) {
      throw new CommandError(`${show}: after ${seconds} seconds not every receipt tells of what is uploaded now`);
    }
    await pause(LOOK_EVERY_MS);
  }
}

/** Seconds between two lines about work that takes long. */
const TELL_EVERY_SECONDS = 2;

function progressTeller(): (read: number, all: number) => void {
  const tell = everyFewSeconds();
  return (read, all) => tell(`${read} of ${all} receipts read`);
}

function everyFewSeconds(): (line: string) => void {
  let next = performance.now() + TELL_EVERY_SECONDS * 1_000;
  return (line) => {
    if (performance.now() < next) return;
    next += TELL_EVERY_SECONDS * 1_000;
    complain(line);
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
      throw new CommandError(`${id.show}/${id.episode}: after ${seconds} seconds no receipt tells of it yet`);
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
