import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type EpisodeId, readUploadKey, showPrefix } from '../lambdas/contract/object-keys';
import type { Receipt } from '../lambdas/contract/receipt';
import { slugOf } from '../lambdas/contract/slug';
import type { ObjectStore } from '../lambdas/domain/ports';
import { CommandError, complain, readArguments, runCommand, say } from './command';
import { readReceipt, readShowStatus, tellsOfLatest, uploadedFor } from './episode-status';
import { folderObjects } from './folder-objects';
import { receiptLines, receiptTable, showReceiptLines } from './receipt-text';

const DATA = join(__dirname, '..', 'data');
const WAIT_SECONDS = 60;
const LOOK_EVERY_MS = 500;

const HELP = `npm run episode -- status SHOW/EPISODE [--wait] [--json]
npm run episode -- status SHOW [--json]

Prints what became of the latest upload of an episode, or of each episode of a show. Names may be written as in
the uploads folder, with or without extension, or as in the site's addresses.

  --wait                 wait until the receipt tells of what is uploaded now, its show and episode file too;
                         exit 1 where that is rejected or waiting for something
  --timeout SECONDS      but no longer than this (default: ${WAIT_SECONDS})
  --json                 the receipts as they are
  --data DIR             where a laptop keeps everything (default: data in this project)
  --stage STAGE          in AWS: the stage that was deployed, such as dev
  --uploads-bucket NAME  in AWS: the bucket itself`;

const OPTIONS = {
  wait: { type: 'boolean' },
  timeout: { type: 'string', default: String(WAIT_SECONDS) },
  json: { type: 'boolean' },
  data: { type: 'string', default: DATA },
  stage: { type: 'string' },
  'uploads-bucket': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof readArguments<typeof OPTIONS>>['values'];

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (values.help) return say(HELP);
  try {
    await run(values, positionals);
  } catch (error) {
    if (error instanceof CommandError || !isInAws(values)) throw error;
    throw new CommandError(inAwsWords(error as Error), { cause: error });
  }
}

function inAwsWords({ name, message }: Error): string {
  if (message.startsWith('Region is missing')) return 'AWS: there is no region; set AWS_REGION, or AWS_PROFILE';
  if (name !== 'CredentialsProviderError') return `AWS answers: ${message}`;
  return 'AWS: there are no credentials; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run `aws sso login`';
}

const isInAws = ({ stage, 'uploads-bucket': bucket }: Values): boolean => stage !== undefined || bucket !== undefined;

async function run(values: Values, positionals: readonly string[]): Promise<void> {
  const [command, name, ...more] = positionals;
  if (command !== 'status') throw new CommandError(`${command ?? 'nothing'} is no command; there is: status`);
  if (name === undefined || more.length > 0) throw new CommandError('name one SHOW/EPISODE, or one SHOW');
  const uploads = await openUploads(values);
  const [show, episode] = readName(name);
  if (episode === undefined) return sayShow(uploads, show, values.json === true);
  const id = await idOf(uploads, show, episode);
  const receipt = values.wait ? await waitForReceipt(uploads, id, values) : await readReceipt(uploads, id);
  if (!receipt) throw new CommandError(await withoutReceipt(uploads, id, values));
  if (values.wait && (receipt.outcome === 'rejected' || receipt.outcome === 'waiting')) process.exitCode = 1;
  say(...(values.json ? [JSON.stringify(receipt, null, 2)] : receiptLines(receipt)));
}

async function openUploads(values: Values): Promise<ObjectStore> {
  const { data, stage, 'uploads-bucket': bucket } = values;
  if (!isInAws(values)) return folderObjects(join(data, 'uploads'));
  // Loaded only where it is asked for: a laptop's command starts in half the time without it.
  const { uploadsBucket, uploadsBucketOf } = await import('./uploads-bucket');
  const isEmulated = process.env.AWS_ENDPOINT_URL !== undefined;
  return uploadsBucket(bucket ?? (await uploadsBucketOf(`${stage}`)), isEmulated);
}

function readName(name: string): readonly [show: string, episode?: string] {
  const [show, episode, ...deeper] = name.split('/');
  if (!show || episode === '' || deeper.length > 0) throw new CommandError(`${name} is neither SHOW/EPISODE nor SHOW`);
  return episode === undefined ? [slugOf(show)] : [slugOf(show), episode];
}

/** The episode of a name that may have a file's extension, or a dot of its own. */
async function idOf(uploads: ObjectStore, show: string, name: string): Promise<EpisodeId> {
  const whole = { show, episode: slugOf(name) };
  const file = readUploadKey(`${showPrefix(show)}${name}`);
  if (!file || file.kind === 'show-file' || file.episode === whole.episode) return whole;
  const isKnown = (await readReceipt(uploads, whole)) !== undefined || (await uploadedFor(uploads, whole)).length > 0;
  return isKnown ? whole : { show, episode: file.episode };
}

/** What to look at where there is no receipt. */
async function withoutReceipt(uploads: ObjectStore, id: EpisodeId, values: Values): Promise<string> {
  const name = `${id.show}/${id.episode}`;
  const uploaded = await uploadedFor(uploads, id);
  if (uploaded.length > 0) return `${name}: ${uploaded.join(' and ')} has no receipt yet${isRunning(values)}`;
  const known = (await readShowStatus(uploads, id.show)).episodes.map(({ episode }) => episode);
  const others = known.length === 0 ? '' : `; of ${id.show} there is ${known.join(', ')}`;
  return `${name}: nothing is uploaded under this name${placeOf(values)}${others}`;
}

const isRunning = (values: Values): string => (isInAws(values) ? '' : '; is `npm start` running?');
const placeOf = (values: Values): string => (isInAws(values) ? '' : ` in ${join(values.data, 'uploads')}`);

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!(seconds >= 0)) throw new CommandError(`--timeout ${text}: a number of seconds is expected`);
  return seconds;
}

async function waitForReceipt(uploads: ObjectStore, id: EpisodeId, values: Values): Promise<Receipt | undefined> {
  const seconds = secondsOf(values.timeout);
  let hasTold = false;
  const end = performance.now() + seconds * 1_000;
  for (;;) {
    const receipt = await readReceipt(uploads, id);
    if (await tellsOfLatest(uploads, id, receipt)) return receipt;
    if (!hasTold) complain(await waitingFor(uploads, id, values));
    hasTold = true;
    if (performance.now() >= end) {
      throw new CommandError(`${id.show}/${id.episode}: after ${seconds} seconds the latest upload has no receipt yet`);
    }
    await pause(LOOK_EVERY_MS);
  }
}

async function waitingFor(uploads: ObjectStore, id: EpisodeId, values: Values): Promise<string> {
  const uploaded = await uploadedFor(uploads, id);
  const name = `${id.show}/${id.episode}`;
  if (uploaded.length === 0) return `waiting for an upload of ${name}${placeOf(values)}${isRunning(values)}`;
  return `waiting for the receipt of ${name}${isRunning(values)}`;
}

async function sayShow(uploads: ObjectStore, name: string, isJson: boolean): Promise<void> {
  const status = await readShowStatus(uploads, name);
  if (!status.show && status.episodes.length === 0) throw new CommandError(`${name}: there are no receipts`);
  if (isJson) return say(JSON.stringify(status, null, 2));
  say(...(status.show ? showReceiptLines(status.show) : []), ...receiptTable(status.episodes));
}

// Said by the AWS SDK at every start on Node 20, where the producer can do nothing about it.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
runCommand(main);
