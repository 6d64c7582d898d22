import { EDGE_DELAY_SECONDS, type ReconcileHint } from '../contract/hints';
import { type EpisodeId, episodePrefix } from '../contract/object-keys';
import type { ReconcilePorts } from './ports';

/** What came of asking the edge, for the log. `edge-busy`: it takes no more for now; the hint comes again. */
export interface ForgetOutcome extends EpisodeId {
  readonly outcome: 'forgotten' | 'edge-busy';
}

type ForgetHint = Extract<ReconcileHint, { readonly kind: 'forget' }>;

/** Has visitors' copies of an episode forgotten at the edge, whatever has become of the episode since. */
export async function forget(
  { show, episode, reference }: ForgetHint,
  { edge, reconciliations }: Pick<ReconcilePorts, 'edge' | 'reconciliations'>,
): Promise<ForgetOutcome> {
  if (await edge.forget(episodePrefix({ show, episode }), reference)) return { show, episode, outcome: 'forgotten' };
  await reconciliations.send([{ kind: 'forget', show, episode, reference }], EDGE_DELAY_SECONDS);
  return { show, episode, outcome: 'edge-busy' };
}
