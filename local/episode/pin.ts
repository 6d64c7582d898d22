import type { EpisodeId } from '../../lambdas/contract/object-keys';
import type { Receipt } from '../../lambdas/contract/receipt';
import { type PinOutcome, setPin } from '../../lambdas/domain/episode/pin';
import { uploadsOfShow } from '../../lambdas/domain/episode/uploads';
import type { ObjectStore } from '../../lambdas/domain/ports';
import { CommandError, say } from '../command';
import type { OpenTable } from '../table/open-table';
import { readHistory } from './history';
import { type Values, whyNothing } from './place';
import { waitForReceipt } from './receipt';
import { receiptLines } from './receipt-text';
import { uploadedFor } from './status';

/** An episode, and where it is. */
export interface Found {
  readonly id: EpisodeId;
  readonly uploads: ObjectStore;
  readonly table: OpenTable;
}

/** `pin SHOW/EPISODE [PUBLICATION]`: by its id or how that begins; without one, what is shown now. */
export async function pin(found: Found, named: string | undefined, values: Values): Promise<void> {
  const publication = await keptPublication(found, named, values);
  await change(found, publication);
  const isPinned = ({ pinned, published }: Receipt) => pinned === publication && published?.publication === publication;
  const told = `${publication} is pinned: it stays on the website whatever is uploaded, until \`unpin\``;
  await sayWhatFollows(found, { told, document: { pinned: publication }, isWanted: isPinned }, values);
}

/** `unpin SHOW/EPISODE`. */
export async function unpin(found: Found, values: Values): Promise<void> {
  await change(found, undefined);
  const told = 'nothing is pinned: the website follows the latest upload';
  const isUnpinned = ({ pinned }: Receipt) => pinned === undefined;
  await sayWhatFollows(found, { told, document: { pinned: null }, isWanted: isUnpinned }, values);
}

/** `retry SHOW/EPISODE`: the same hint as the upload's own, once more. */
export async function retry(found: Found, values: Values): Promise<void> {
  const { id, uploads, table } = found;
  const isThere = (await table.episodes.find(id)) !== undefined || (await uploadedFor(uploads, id)).length > 0;
  if (!isThere) throw new CommandError(await whyNothing(uploads, id, values));
  await table.uploadHints.send([{ kind: 'episode', ...id }]);
  if (values.json) return say(JSON.stringify({ ...id, working: table.isRunning }, null, 2));
  say(`${id.show}/${id.episode}: it is looked at once more; ${whenOf(table)}`);
}

/** `retry SHOW`: the same hint as the show file's own, which concerns every episode. */
export async function retryShow(show: string, uploads: ObjectStore, table: OpenTable, values: Values): Promise<void> {
  const uploaded = await uploadsOfShow(uploads, show);
  const known = await table.episodes.ofShow(show);
  if (uploaded.length + known.length === 0) throw new CommandError(`${show}: nothing is uploaded for this show`);
  await table.uploadHints.send([{ kind: 'show-file', show }]);
  if (values.json) return say(JSON.stringify({ show, episodes: known.length, working: table.isRunning }, null, 2));
  const episodes = known.length === 1 ? 'its episode is' : `its ${known.length} episodes are`;
  say(`${show}: ${episodes} looked at once more; ${whenOf(table)}`);
}

async function keptPublication(
  { id, uploads, table }: Found,
  named: string | undefined,
  values: Values,
): Promise<string> {
  const history = await readHistory(table.episodes, id);
  if (!history) throw new CommandError(await whyNothing(uploads, id, values));
  const matching = history.publications.filter(({ publication, state }) =>
    named === undefined ? state === 'current' : publication.startsWith(named),
  );
  const [first, ...others] = matching;
  const name = `${id.show}/${id.episode}`;
  if (first && others.length === 0) return first.publication;
  if (first) throw new CommandError(`${name}: ${matching.length} publications begin with ${named}; write more of it`);
  const what = named === undefined ? 'nothing is shown' : `there is no publication ${named}, or it is no longer kept`;
  throw new CommandError(`${name}: ${what}; \`history ${name}\` lists what is kept`);
}

async function change({ id, table }: Found, publication: string | undefined): Promise<void> {
  const { episodes, publications } = table;
  const outcome = await setPin(id, publication, { episodes, publications });
  if (outcome !== 'set') throw new CommandError(`${id.show}/${id.episode}: ${REFUSALS[outcome]}`);
}

const REFUSALS: Readonly<Record<Exclude<PinOutcome, 'set'>, string>> = {
  'no-transcript': 'there is no transcript, so nothing is published; upload one first',
  'not-kept': 'this publication is no longer kept; `history` lists what is',
  busy: 'what is superseded is being removed just now; try again in a minute',
};

interface Following {
  /** What was done. */
  readonly told: string;
  readonly document: object;
  /** Whether a receipt tells that it took effect. */
  readonly isWanted: (receipt: Receipt) => boolean;
}

async function sayWhatFollows(
  { id, uploads, table }: Found,
  { told, document, isWanted }: Following,
  values: Values,
): Promise<void> {
  if (values.wait && table.isRunning) {
    const receipt = await waitForReceipt(uploads, id, values, isWanted);
    return say(...(values.json ? [JSON.stringify(receipt, null, 2)] : receiptLines(receipt)));
  }
  if (values.wait) process.exitCode = 1;
  if (values.json) return say(JSON.stringify({ ...id, ...document, working: table.isRunning }, null, 2));
  say(`${id.show}/${id.episode}: ${told}; ${whenOf(table)}`);
}

const whenOf = ({ isRunning }: OpenTable): string =>
  isRunning ? 'it takes effect within seconds' : 'it takes effect at the next `npm start`';
