import type { EpisodeId } from '../../lambdas/contract/object-keys';
import { type History, historyOf, type KeptPublication, type KeptRevision } from '../../lambdas/domain/episode/history';
import type { Episodes, ObjectStore } from '../../lambdas/domain/ports';
import { CommandError, say } from '../command';
import { type Values, whyNothing } from './place';
import { tableLines } from './receipt-text';

/** `history SHOW/EPISODE`. */
export async function sayHistory(
  uploads: ObjectStore,
  episodes: Episodes,
  id: EpisodeId,
  values: Values,
): Promise<void> {
  const history = await readHistory(episodes, id);
  if (!history) throw new CommandError(await whyNothing(uploads, id, values));
  say(...(values.json ? [JSON.stringify(history, null, 2)] : historyLines(history)));
}

/** What is still kept of an episode; undefined where the table does not know it. */
export async function readHistory(episodes: Episodes, id: EpisodeId): Promise<History | undefined> {
  const episode = await episodes.find(id);
  return episode && historyOf(episode, await episodes.kept(id));
}

/** A history as a person reads it at a terminal. */
export function historyLines({ show, episode, publications, revisions, pinned }: History): readonly string[] {
  const name = `${show}/${episode}`;
  if (publications.length + revisions.length === 0) return [`${name}: nothing is kept; it is withdrawn`];
  const summary = pinned === undefined ? 'the latest upload is shown' : `${pinned} is pinned`;
  return [
    `${name}: ${summary}`,
    ...tableLines(['publication', 'of revision', 'written', ''], publications.map(publicationRow)),
    ...tableLines(
      ['revision', ''],
      revisions.map((revision) => [revision.revision, stateOf(revision, 'current')]),
    ),
  ];
}

const publicationRow = (kept: KeptPublication): readonly string[] => [
  kept.publication,
  kept.revision,
  minuteOf(kept.savedAt),
  `${stateOf(kept, 'shown')}${kept.pinned ? ', pinned' : ''}`,
];

function stateOf({ state, supersededAt }: KeptRevision, current: string): string {
  if (state === 'current') return current;
  return supersededAt === undefined ? 'never used, or long ago' : `superseded ${minuteOf(supersededAt)}`;
}

/** `2026-11-23 07:41`, in UTC. */
const minuteOf = (time: string): string => time.slice(0, 16).replace('T', ' ');
