import type { ReconcileHint } from '../contract/hints';
import { type CleanUpOutcome, cleanUp } from './clean-up';
import { type ComparisonOutcome, compareShows } from './compare-shows';
import { type ForgetOutcome, forget } from './forget';
import type { ReconcilePorts } from './ports';

export type ReconcileOutcome = CleanUpOutcome | ForgetOutcome | ComparisonOutcome;

/** Takes in a hint from reconcile's queue: compares all shows, or those from one on, or cleans up or forgets one episode. */
export function reconcile(hint: ReconcileHint, ports: ReconcilePorts): Promise<ReconcileOutcome> {
  if (hint.kind === 'clean-up') return cleanUp(hint, ports);
  if (hint.kind === 'forget') return forget(hint, ports);
  return compareShows(hint.kind === 'compare' ? hint : { show: '', from: '', sent: 0 }, ports);
}
