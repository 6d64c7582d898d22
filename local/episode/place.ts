import { type EpisodeId, readUploadKey, showPrefix } from '../../lambdas/contract/object-keys';
import { slugOf } from '../../lambdas/contract/slug';
import type { ObjectStore } from '../../lambdas/domain/ports';
import { CommandError, HELP_OPTION, type readArguments } from '../command';
import { folderObjects } from '../objects/folder-objects';
import { DEFAULT_DATA } from '../project';
import { type OpenTable, openLaptopTable, placesIn } from '../table/open-table';
import { readReceipt, readShowStatus, uploadedFor } from './status';

/** Seconds that `--wait` waits. */
export const WAIT_SECONDS = 60;

/** What may be said to `npm run episode`. */
export const OPTIONS = {
  wait: { type: 'boolean' },
  timeout: { type: 'string', default: String(WAIT_SECONDS) },
  json: { type: 'boolean' },
  data: { type: 'string', default: DEFAULT_DATA },
  stage: { type: 'string' },
  'uploads-bucket': { type: 'string' },
  ...HELP_OPTION,
} as const;

export type Values = ReturnType<typeof readArguments<typeof OPTIONS>>['values'];

/** Whether it is about a stage in AWS and not about a folder of this machine. */
export const isInAws = ({ stage, 'uploads-bucket': bucket }: Values): boolean =>
  stage !== undefined || bucket !== undefined;

/** The uploads, with their receipts. */
export async function openUploads(values: Values): Promise<ObjectStore> {
  const { data, stage, 'uploads-bucket': bucket } = values;
  if (!isInAws(values)) return folderObjects(placesIn(data).uploads);
  // Loaded only where it is asked for: a laptop's command starts in half the time without it.
  const { uploadsBucket, uploadsBucketOf } = await import('../deployment');
  const isEmulated = process.env.AWS_ENDPOINT_URL !== undefined;
  return uploadsBucket(bucket ?? (await uploadsBucketOf(`${stage}`)), isEmulated);
}

/** The table and the queues. */
export async function openTable(values: Values): Promise<OpenTable> {
  if (!isInAws(values)) return openLaptopTable(values.data);
  if (values.stage === undefined) throw new CommandError('the table is asked for too: name the --stage');
  const { openDeployedTable } = await import('../deployment');
  return openDeployedTable(values.stage);
}

/** Reads SHOW/EPISODE, or SHOW; the show as its slug, the episode as it is written. */
export function readName(name: string): readonly [show: string, episode?: string] {
  const [show, episode, ...deeper] = name.split('/');
  if (!show || episode === '' || deeper.length > 0) throw new CommandError(`${name} is neither SHOW/EPISODE nor SHOW`);
  return episode === undefined ? [slugOf(show)] : [slugOf(show), episode];
}

/** The episode of a name that may have a file's extension, or a dot of its own. */
export async function idOf(uploads: ObjectStore, show: string, name: string): Promise<EpisodeId> {
  const whole = { show, episode: slugOf(name) };
  const file = readUploadKey(`${showPrefix(show)}${name}`);
  if (!file || file.kind === 'show-file' || file.episode === whole.episode) return whole;
  const isKnown = (await readReceipt(uploads, whole)) !== undefined || (await uploadedFor(uploads, whole)).length > 0;
  return isKnown ? whole : { show, episode: file.episode };
}

/** What to look at where there is nothing about an episode. */
export async function whyNothing(uploads: ObjectStore, id: EpisodeId, values: Values): Promise<string> {
  const name = `${id.show}/${id.episode}`;
  const uploaded = await uploadedFor(uploads, id);
  if (uploaded.length > 0) return `${name}: ${uploaded.join(' and ')} has no receipt yet${askWhetherRunning(values)}`;
  const known = (await readShowStatus(uploads, id.show)).episodes.map(({ episode }) => episode);
  const others = known.length === 0 ? '' : `; of ${id.show} there is ${known.join(', ')}`;
  return `${name}: nothing is uploaded under this name${placeOf(values)}${others}`;
}

export const askWhetherRunning = (values: Values): string => (isInAws(values) ? '' : '; is `npm start` running?');
export const placeOf = (values: Values): string => (isInAws(values) ? '' : ` in ${placesIn(values.data).uploads}`);
