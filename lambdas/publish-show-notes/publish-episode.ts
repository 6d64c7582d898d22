import { CATALOGUE_DELAY_SECONDS, MARKED_DELAY_SECONDS } from '../contract/hints';
import type { EpisodeId } from '../contract/object-keys';
import type { ReceiptOutcome } from '../contract/receipt';
import { type Episode, isMarked, isSettledWithLatest, withSettled } from '../domain/episode';
import { settle } from '../domain/episode/settle';
import { withFacts } from '../domain/errors';
import { fingerprintOf, readFilesBeside } from './inputs';
import { bringUp, isBack, type Pointers, type Removed, readPointers, takeDown } from './pointers';
import type { PublishShowNotesPorts } from './ports';
import { note } from './swap';
import { moveReceipt, tell } from './telling';
import { decideWhatIsWanted, readReplaced } from './wanted';

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
export function publishEpisode(id: EpisodeId, ports: PublishShowNotesPorts): Promise<EpisodeOutcome> {
  const removed: Removed = {};
  return settle(`${id.show}/${id.episode}`, (restarts) => attempt(id, removed, ports, restarts));
}

async function attempt(
  { show, episode: name }: EpisodeId,
  removed: Removed,
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
  return await withFacts(knownOf(episode), () => settleEpisode(episode, pointers, removed, ports, restarts));
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
  removed: Removed,
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
    : await takeDown(episode, pointers, removed, ports);
  if (!settled) return undefined;
  const replaced = wanted.showing && (await readReplaced(settled.episode, wanted.showing, ports));
  const receipt = await moveReceipt(settled.episode, { ...wanted, replaced }, beside, pointers, ports);
  if (!receipt) return undefined;

  const inputs = fingerprintOf(episode, beside, ports.writer);
  const again = await ports.episodes.find(id);
  if (!again || fingerprintOf(again, await readFilesBeside(ports.uploads, id), ports.writer) !== inputs)
    return undefined;
  const told = await tell(settled.episode, receipt, ports);
  if (!wanted.showing && (await isBack(id, ports))) return undefined;
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
