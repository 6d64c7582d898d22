import { METRIC_UNITS, METRICS_NAMESPACE, type MetricName, type Metrics } from '../contract/metrics';

/** Measurements of one line, and the stage they belong to. */
export interface Measured {
  readonly stage: string;
  readonly metrics: Metrics;
}

/** One JSON object a line, which CloudWatch Logs Insights queries, and of which CloudWatch takes the metrics. */
export function log(event: string, fields: object = {}, measured?: Measured): void {
  process.stdout.write(`${JSON.stringify({ event, ...fields, ...(measured && embedded(measured)) })}\n`);
}

/** CloudWatch's embedded metric format: beside the values their names, units and dimensions. */
function embedded({ stage, metrics }: Measured): object {
  const names = (Object.keys(METRIC_UNITS) as MetricName[]).filter((name) => metrics[name]);
  if (names.length === 0) return {};
  const Metrics = names.map((Name) => ({ Name, Unit: METRIC_UNITS[Name] }));
  return {
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [{ Namespace: METRICS_NAMESPACE, Dimensions: [['Stage']], Metrics }],
    },
    Stage: stage,
    ...Object.fromEntries(names.map((name) => [name, metrics[name]])),
  };
}
