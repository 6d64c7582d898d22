import { Duration } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { StageConfig } from '../config/stages';
import type { WorkQueue } from '../constructs/work-queue';

/** What the functions work on, each with grants of its own. */
export interface Resources {
  readonly stage: StageConfig;
  readonly uploads: Bucket;
  readonly published: Bucket;
  readonly table: TableV2;
  readonly distribution: Distribution;
  /** Where the published bucket is served, without a slash at the end. */
  readonly siteAddress: string;
  readonly queues: Queues;
  /** Tells producers of rejections. */
  readonly notices: Topic;
  readonly eventBus: IEventBus;
}

/** The queue of each function. */
export interface Queues {
  readonly uploads: WorkQueue;
  readonly publications: WorkQueue;
  readonly reconcile: WorkQueue;
}

/** The largest transcript that is taken in needs more than a minute. */
export const FUNCTION_TIMEOUT = Duration.minutes(3);

/** MB with which a Lambda has one whole processor: a transcript of 2 MB takes it several seconds. */
export const ONE_PROCESSOR = 1769;
