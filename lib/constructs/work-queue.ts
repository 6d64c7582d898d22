import { Duration } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { MAX_TRIES } from '../../lambdas/contract/limits';
import { acknowledge } from './acknowledge';

export interface WorkQueueProps {
  /** Of the function that works on the queue; a message is hidden six times as long, as AWS asks for. */
  readonly functionTimeout: Duration;
}

/** Defines a queue of hints and, beside it, where those end that failed every time. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { functionTimeout }: WorkQueueProps) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', { enforceSSL: true, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'Queue', {
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      visibilityTimeout: Duration.seconds(6 * functionTimeout.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_TRIES },
    });
    acknowledge(this.deadLetters, 'SQS3', 'it is itself the dead-letter queue of the queue beside it');
  }
}
