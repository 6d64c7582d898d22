import type { Metrics } from '../contract/metrics';
import type { ParseOutcome } from './parse-transcript';

/** What of an outcome is counted: uploads that were new, and those of them that could not be read. */
export function metricsOf(outcome: ParseOutcome): Metrics {
  if (outcome.outcome === 'fanned-out') return {};
  const isUpload = outcome.isNew && (outcome.outcome === 'accepted' || outcome.outcome === 'rejected');
  return {
    Uploads: isUpload ? 1 : 0,
    Rejections: isUpload && outcome.outcome === 'rejected' ? 1 : 0,
    SwapConflicts: outcome.restarts,
  };
}
