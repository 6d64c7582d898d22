import type { Metrics } from '../contract/metrics';
import type { PublishOutcome } from './publish-show-notes';

/** What of an outcome is counted: pointers that moved or went, and how long an upload took to be shown. */
export function metricsOf(outcome: PublishOutcome): Metrics {
  if (outcome.outcome === 'catalogue') return { SwapConflicts: outcome.restarts };
  const { moved, publication, restarts, secondsToPublished } = outcome;
  return {
    Publications: moved && publication !== undefined ? 1 : 0,
    Withdrawals: moved && publication === undefined ? 1 : 0,
    SwapConflicts: restarts,
    ...(secondsToPublished !== undefined && { SecondsToPublished: secondsToPublished }),
  };
}
