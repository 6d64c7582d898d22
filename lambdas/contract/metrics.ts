/** Where the pipeline's metrics are found; each has one dimension, `Stage`. */
export const METRICS_NAMESPACE = 'ShowNotes';

/** What is measured, and in which of CloudWatch's units. A count of none is not sent. */
export const METRIC_UNITS = {
  /** Uploads that were new to the table, rejected ones among them. */
  Uploads: 'Count',
  Rejections: 'Count',
  /** Pointers that moved to another publication. */
  Publications: 'Count',
  Withdrawals: 'Count',
  /** How often a handler started over because something had moved meanwhile. */
  SwapConflicts: 'Count',
  /** From an upload until the website shows it. */
  SecondsToPublished: 'Seconds',
  EpisodesCompared: 'Count',
  /** Episodes that the comparison had read or published again. */
  EpisodesDiffering: 'Count',
} as const;

export type MetricName = keyof typeof METRIC_UNITS;
export type Metrics = { readonly [Name in MetricName]?: number };
