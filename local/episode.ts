import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EpisodeId } from '../lambdas/contract/object-keys';
import type { Receipt } from '../lambdas/contract/receipt';
import { slugOf } from '../lambdas/contract/slug';
import type { ObjectStore } from '../lambdas/domain/ports';
import { CommandError, readArguments, runCommand, say } from './command';
import { readReceipt, readShowStatus, tellsOfLatest } from './episode-status';
import { folderObjects } from './folder-objects';
import { receiptLines, receiptTable, showReceiptLines } from './receipt-text';

const DATA = join(__dirname, '..', 'data');
const WAIT_SECONDS = 60;
const LOOK_EVERY_MS = 500;

const HELP = `npm run episode -- status SHOW/EPISODE [--wait] [--json]
npm run episode -- status SHOW [--json]

Prints what became of the latest upload of an episode, or of each episode of a show. Names may be written as in
the uploads folder or as in the site's addresses.

  --wait                 wait until the receipt tells of what is uploaded now
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
    throw new CommandError(`AWS answers: ${(error as Error).message}`, { cause: error });
  }
}

const isInAws = ({ stage, 'uploads-bucket': bucket }: Values): boolean => stage !== undefined || bucket !== undefined;

async function run(values: Values, positionals: readonly string[]): Promise<void> {
  const [command, name, ...more] = positionals;
  if (command !== 'status') throw new CommandError(`${command ?? 'nothing'} is no command; there is: status`);
  if (name === undefined || more.length > 0) throw new CommandError('name one SHOW/EPISODE, or one SHOW');
  const uploads = await openUploads(values);
  const [show, episode] = readName(name);
  if (episode === undefined) return sayShow(uploads, show, values.json === true);
  const id = { show, episode };
  const receipt = values.wait
    ? await waitForReceipt(uploads, id, secondsOf(values.timeout))
    : await readReceipt(uploads, id);
  if (!receipt) throw new CommandError(`${show}/${episode}: there is no receipt; was a transcript uploaded?`);
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
  return episode === undefined ? [slugOf(show)] : [slugOf(show), slugOf(episode)];
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!(seconds >= 0)) throw new CommandError(`--timeout ${text}: a number of seconds is expected`);
  return seconds;
}

async function waitForReceipt(uploads: ObjectStore, id: EpisodeId, seconds: number): Promise<Receipt | undefined> {
  const end = performance.now() + seconds * 1_000;
  for (;;) {
    const receipt = await readReceipt(uploads, id);
    if (await tellsOfLatest(uploads, id, receipt)) return receipt;
    if (performance.now() >= end) {
      throw new CommandError(`${id.show}/${id.episode}: after ${seconds} seconds the latest upload has no receipt yet`);
    }
    await pause(LOOK_EVERY_MS);
  }
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
