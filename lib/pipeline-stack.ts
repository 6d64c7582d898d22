import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { ReconcileHint } from '../lambdas/contract/hints';
import { SHOWS_PREFIX } from '../lambdas/contract/object-keys';
import {
  PUBLICATIONS_QUEUE_OUTPUT,
  RECONCILE_QUEUE_OUTPUT,
  UPLOADS_QUEUE_OUTPUT,
} from '../lambdas/contract/stack-names';
import { Operations } from './constructs/operations';
import { addEditors, addProducers } from './constructs/people';
import { WorkQueue } from './constructs/work-queue';
import { addParseTranscript } from './functions/parse-transcript';
import { addPublishShowNotes } from './functions/publish-show-notes';
import { addReconcile } from './functions/reconcile';
import { FUNCTION_TIMEOUT, type Resources } from './functions/resources';

export type PipelineStackProps = StackProps & Omit<Resources, 'queues' | 'notices' | 'eventBus'>;

/** From an upload to published show notes: three queues, a Lambda on each, and what watches over them. */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, props: PipelineStackProps) {
    const { stage, uploads, published, table, distribution, siteAddress, ...stackProps } = props;
    super(scope, id, stackProps);

    const queues = {
      uploads: new WorkQueue(this, 'Uploads', { functionTimeout: FUNCTION_TIMEOUT }),
      publications: new WorkQueue(this, 'Publications', { functionTimeout: FUNCTION_TIMEOUT }),
      reconcile: new WorkQueue(this, 'Reconcile', { functionTimeout: FUNCTION_TIMEOUT }),
    };
    const notices = new Topic(this, 'Notices', { displayName: 'Rejected transcripts', enforceSSL: true });
    const eventBus = EventBus.fromEventBusName(this, 'DefaultBus', 'default');
    const resources = { stage, uploads, published, table, distribution, siteAddress, queues, notices, eventBus };

    const parse = addParseTranscript(this, resources);
    const publish = addPublishShowNotes(this, resources);
    const reconcile = addReconcile(this, resources);
    const everyHour = this.compareEveryHour(queues.reconcile);
    const uploadEvents = this.takeInEventsOf(uploads, queues.uploads);

    const operations = new Operations(this, 'Operations', { stage });
    operations.watchRule(uploadEvents, 'Upload events', 'events of the uploads bucket do not reach the queue');
    operations.watchRule(everyHour, 'Hourly comparison', 'the hourly hint to compare does not reach the queue');
    operations.watch('parse-transcript', parse.function, queues.uploads);
    operations.watch('publish-show-notes', publish.function, queues.publications);
    operations.watch('reconcile', reconcile.function, queues.reconcile);

    const producers = addProducers(this, uploads);
    const retried = [queues.uploads.queue, queues.publications.queue];
    const editors = addEditors(this, { stage, uploads, table, queues: retried });

    const outputs = {
      ProducersRoleArn: producers.roleArn,
      EditorsRoleArn: editors.roleArn,
      [UPLOADS_QUEUE_OUTPUT]: queues.uploads.queue.queueUrl,
      UploadsDeadLettersUrl: queues.uploads.deadLetters.queueUrl,
      [PUBLICATIONS_QUEUE_OUTPUT]: queues.publications.queue.queueUrl,
      PublicationsDeadLettersUrl: queues.publications.deadLetters.queueUrl,
      [RECONCILE_QUEUE_OUTPUT]: queues.reconcile.queue.queueUrl,
      ReconcileDeadLettersUrl: queues.reconcile.deadLetters.queueUrl,
      NoticesTopicArn: notices.topicArn,
      AlarmsTopicArn: operations.alarms.topicArn,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }

  private compareEveryHour({ queue, deadLetters }: WorkQueue): Rule {
    const allShows: ReconcileHint = { kind: 'all-shows' };
    return new Rule(this, 'EveryHour', {
      description: 'Compares uploads, table and published bucket, so that a lost event is no lost upload',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [new SqsQueue(queue, { message: RuleTargetInput.fromObject(allShows), deadLetterQueue: deadLetters })],
    });
  }

  private takeInEventsOf(uploads: Bucket, { queue, deadLetters }: WorkQueue): Rule {
    return new Rule(this, 'UploadEvents', {
      description: 'Every change below shows/ of the uploads bucket becomes a hint for parse-transcript',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created', 'Object Deleted'],
        detail: { bucket: { name: [uploads.bucketName] }, object: { key: [{ prefix: SHOWS_PREFIX }] } },
      },
      targets: [new SqsQueue(queue, { deadLetterQueue: deadLetters })],
    });
  }
}
