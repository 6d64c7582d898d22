import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { METRICS_NAMESPACE, type MetricName } from '../../lambdas/contract/metrics';
import type { StageConfig } from '../config/stages';
import type { WorkQueue } from './work-queue';

const EVERY_MINUTE = { period: Duration.minutes(1) };
const PER_FIVE_MINUTES = { period: Duration.minutes(5), statistic: 'sum' };

/** How old the oldest waiting message may become: a message that failed once comes again after eighteen minutes. */
const OLDEST_MESSAGE = Duration.minutes(45);

/** Defines the dashboard, and the alarms that call somebody through one topic. */
export class Operations extends Construct {
  /** Subscribe to be called. */
  readonly alarms: Topic;
  private readonly dashboard: Dashboard;

  constructor(scope: Construct, id: string, { stage }: { readonly stage: StageConfig }) {
    super(scope, id);
    this.alarms = new Topic(this, 'Alarms', { displayName: `Show notes ${stage.name}: alarms`, enforceSSL: true });
    // A topic with a policy of its own lacks the one by which alarms may publish.
    this.alarms.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.alarms.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    this.dashboard = new Dashboard(this, 'Dashboard', { defaultInterval: Duration.days(1) });
    this.dashboard.addWidgets(...this.ofThePipeline(stage.name));
  }

  /** What the Lambdas' log lines measure, see `lambdas/contract/metrics.ts`. */
  private ofThePipeline(Stage: string): readonly GraphWidget[] {
    const metric = (metricName: MetricName, statistic: string): Metric =>
      new Metric({
        namespace: METRICS_NAMESPACE,
        metricName,
        dimensionsMap: { Stage },
        ...PER_FIVE_MINUTES,
        statistic,
      });
    const sums = (...names: readonly MetricName[]): Metric[] => names.map((name) => metric(name, 'sum'));
    return [
      new GraphWidget({
        title: 'uploads',
        width: 8,
        left: sums('Uploads', 'Rejections', 'Publications', 'Withdrawals'),
      }),
      new GraphWidget({
        title: 'seconds from upload to published, and swap conflicts',
        width: 8,
        left: ['p50', 'p99'].map((statistic) => metric('SecondsToPublished', statistic)),
        right: sums('SwapConflicts'),
      }),
      new GraphWidget({
        title: 'compared',
        width: 8,
        left: sums('EpisodesCompared'),
        right: sums('EpisodesDiffering'),
      }),
    ];
  }

  /** Watches a function together with the queue it works on. */
  watch(name: string, lambda: IFunction, { queue, deadLetters }: WorkQueue): void {
    const waiting = queue.metricApproximateNumberOfMessagesVisible(EVERY_MINUTE);
    const oldest = queue.metricApproximateAgeOfOldestMessage(EVERY_MINUTE);
    const dead = deadLetters.metricApproximateNumberOfMessagesVisible(EVERY_MINUTE);
    const errors = lambda.metricErrors(PER_FIVE_MINUTES);
    const throttles = lambda.metricThrottles(PER_FIVE_MINUTES);

    this.alarm(name, 'Dead letters', dead, 0, 'hints failed every time they were tried');
    this.alarm(name, 'Age', oldest, OLDEST_MESSAGE.toSeconds(), 'uploads wait longer than three quarters of an hour');
    this.alarm(name, 'Errors', errors, 0, 'the Lambda crashed or ran out of time or memory');
    this.alarm(name, 'Throttles', throttles, 0, "the account's concurrent Lambdas are used up");

    this.dashboard.addWidgets(
      new GraphWidget({ title: `${name}: messages`, width: 8, left: [waiting, dead], right: [oldest] }),
      new GraphWidget({
        title: `${name}: calls`,
        width: 8,
        left: [lambda.metricInvocations(PER_FIVE_MINUTES), errors, throttles],
      }),
      new GraphWidget({
        title: `${name}: time`,
        width: 8,
        left: ['p50', 'p99'].map((statistic) => lambda.metricDuration({ statistic })),
      }),
    );
  }

  /** Watches whether the rule's events reach its target; `chapter` as in `alarm`. */
  watchRule(rule: Rule, chapter: string, meaning: string): void {
    const failed = new Metric({
      namespace: 'AWS/Events',
      metricName: 'FailedInvocations',
      dimensionsMap: { RuleName: rule.ruleName },
      ...PER_FIVE_MINUTES,
    });
    this.alarm('eventbridge', chapter, failed, 0, meaning);
  }

  /** `chapter` is the one of docs/operations.md that says what to do. */
  private alarm(about: string, chapter: string, metric: IMetric, threshold: number, meaning: string): void {
    const alarm = new Alarm(this, `${about} ${chapter}`.toLowerCase().replace(/[^a-z]/gu, '-'), {
      metric,
      threshold,
      alarmDescription: `${about}: ${meaning}; see "${chapter}" in docs/operations.md`,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.alarms));
  }
}
