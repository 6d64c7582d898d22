import type { Metrics } from '../contract/metrics';
import type { ReconcileOutcome } from './reconcile';

/** What of an outcome is counted: how much was compared, and what differed. */
export function metricsOf(outcome: ReconcileOutcome): Metrics {
  if (outcome.outcome !== 'compared') return {};
  return { EpisodesCompared: outcome.episodes, EpisodesDiffering: outcome.upload + outcome.publication };
}
