import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { AccountRootPrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { ReconcileHint } from '../lambdas/contract/hints';
import {
  RECEIPTS_PREFIX,
  ROBOTS_KEY,
  SCHEMAS_PREFIX,
  SHOWS_PREFIX,
  SITE_PREFIX,
  SITEMAPS_KEY,
} from '../lambdas/contract/object-keys';
import {
  PUBLICATIONS_QUEUE_OUTPUT,
  RECONCILE_QUEUE_OUTPUT,
  stackName,
  UPLOADS_QUEUE_OUTPUT,
} from '../lambdas/contract/stack-names';
import { showPartition } from '../lambdas/contract/table-keys';
import type { StageConfig } from './config/stages';
import { grantListing, grantObjects } from './constructs/bucket-grants';
import { Operations } from './constructs/operations';
import { PipelineFunction } from './constructs/pipeline-function';
import { grantDescribing } from './constructs/stack-grants';
import { WorkQueue } from './constructs/work-queue';

/** MB with which a Lambda has one whole processor: a transcript of 2 MB takes it several seconds. */
const ONE_PROCESSOR = 1769;

export interface PipelineStackProps extends StackProps {
  readonly stage: StageConfig;
  readonly uploads: Bucket;
  readonly published: Bucket;
  readonly table: TableV2;
  readonly distribution: Distribution;
  /** Where the published bucket is served, without a slash at the end. */
  readonly siteAddress: string;
}

/** From an upload to published show notes: three queues, a Lambda on each, and what watches over them. */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, props: PipelineStackProps) {
    const { stage, uploads, published, table, distribution, siteAddress, ...stackProps } = props;
    super(scope, id, stackProps);

    // The largest transcript that is taken in needs more than a minute.
    const timeout = Duration.minutes(3);
    const uploadsQueue = new WorkQueue(this, 'Uploads', { functionTimeout: timeout });
    const publicationsQueue = new WorkQueue(this, 'Publications', { functionTimeout: timeout });
    const reconcileQueue = new WorkQueue(this, 'Reconcile', { functionTimeout: timeout });
    const notices = new Topic(this, 'Notices', { displayName: 'Rejected transcripts', enforceSSL: true });
    const eventBus = EventBus.fromEventBusName(this, 'DefaultBus', 'default');

    const parse = new PipelineFunction(this, 'ParseTranscript', {
      lambda: 'parse-transcript',
      environment: {
        STAGE: stage.name,
        TABLE: table.tableName,
        UPLOADS_BUCKET: uploads.bucketName,
        UPLOADS_QUEUE: uploadsQueue.queue.queueUrl,
        PUBLICATIONS_QUEUE: publicationsQueue.queue.queueUrl,
      },
      stage,
      timeout,
      memorySize: ONE_PROCESSOR,
    });
    parse.worksOn(uploadsQueue.queue, 5);
    parse.mayList(uploads);
    parse.mayTouch(uploads, SHOWS_PREFIX, 's3:GetObject');
    parse.mayKeepEpisodesIn(table, 'GetItem', 'Query', 'PutItem', 'BatchWriteItem');
    parse.maySendTo(uploadsQueue.queue);
    parse.maySendTo(publicationsQueue.queue);

    const publish = new PipelineFunction(this, 'PublishShowNotes', {
      lambda: 'publish-show-notes',
      environment: {
        STAGE: stage.name,
        TABLE: table.tableName,
        UPLOADS_BUCKET: uploads.bucketName,
        PUBLISHED_BUCKET: published.bucketName,
        PUBLICATIONS_QUEUE: publicationsQueue.queue.queueUrl,
        RECONCILE_QUEUE: reconcileQueue.queue.queueUrl,
        EVENT_BUS: eventBus.eventBusName,
        NOTICES_TOPIC: notices.topicArn,
        SITE_ADDRESS: siteAddress,
      },
      stage,
      timeout,
      memorySize: ONE_PROCESSOR,
      folders: ['site', 'lambdas/contract/schemas'],
    });
    publish.worksOn(publicationsQueue.queue, 10);
    publish.mayList(uploads);
    publish.mayTouch(uploads, SHOWS_PREFIX, 's3:GetObject');
    publish.mayTouch(uploads, RECEIPTS_PREFIX, 's3:GetObject', 's3:PutObject');
    publish.mayList(published);
    publish.mayTouch(published, SHOWS_PREFIX, 's3:GetObject', 's3:PutObject', 's3:DeleteObject');
    publish.mayTouch(published, SITE_PREFIX, 's3:GetObject', 's3:PutObject');
    publish.mayTouch(published, SCHEMAS_PREFIX, 's3:GetObject', 's3:PutObject');
    publish.mayTouch(published, ROBOTS_KEY, 's3:GetObject', 's3:PutObject');
    publish.mayTouch(published, SITEMAPS_KEY, 's3:GetObject', 's3:PutObject', 's3:DeleteObject');
    publish.mayKeepEpisodesIn(table, 'GetItem', 'Query', 'PutItem');
    publish.maySendTo(publicationsQueue.queue);
    publish.maySendTo(reconcileQueue.queue);
    eventBus.grantPutEventsTo(publish);
    notices.grantPublish(publish);

    const reconcile = new PipelineFunction(this, 'ReconcileShows', {
      lambda: 'reconcile',
      environment: {
        STAGE: stage.name,
        TABLE: table.tableName,
        UPLOADS_BUCKET: uploads.bucketName,
        PUBLISHED_BUCKET: published.bucketName,
        UPLOADS_QUEUE: uploadsQueue.queue.queueUrl,
        PUBLICATIONS_QUEUE: publicationsQueue.queue.queueUrl,
        RECONCILE_QUEUE: reconcileQueue.queue.queueUrl,
        KEPT_DAYS: String(stage.keptDays),
        DISTRIBUTION_ID: distribution.distributionId,
      },
      stage,
      timeout,
      memorySize: 512,
      folders: ['site', 'lambdas/contract/schemas'],
    });
    reconcile.worksOn(reconcileQueue.queue, 2);
    reconcile.mayList(uploads);
    reconcile.mayList(published);
    reconcile.mayTouch(published, SHOWS_PREFIX, 's3:GetObject', 's3:DeleteObject');
    reconcile.mayKeepEpisodesIn(table, 'GetItem', 'Query', 'PutItem', 'BatchWriteItem');
    distribution.grantCreateInvalidation(reconcile);
    reconcile.maySendTo(uploadsQueue.queue);
    reconcile.maySendTo(publicationsQueue.queue);
    reconcile.maySendTo(reconcileQueue.queue);

    const allShows: ReconcileHint = { kind: 'all-shows' };
    const everyHour = new Rule(this, 'EveryHour', {
      description: 'Compares uploads, table and published bucket, so that a lost event is no lost upload',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [
        new SqsQueue(reconcileQueue.queue, {
          message: RuleTargetInput.fromObject(allShows),
          deadLetterQueue: reconcileQueue.deadLetters,
        }),
      ],
    });

    const uploadEvents = new Rule(this, 'UploadEvents', {
      description: 'Every change below shows/ of the uploads bucket becomes a hint for parse-transcript',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created', 'Object Deleted'],
        detail: { bucket: { name: [uploads.bucketName] }, object: { key: [{ prefix: SHOWS_PREFIX }] } },
      },
      targets: [new SqsQueue(uploadsQueue.queue, { deadLetterQueue: uploadsQueue.deadLetters })],
    });

    const operations = new Operations(this, 'Operations', { stage });
    operations.watchRule(uploadEvents, 'Upload events', 'events of the uploads bucket do not reach the queue');
    operations.watchRule(everyHour, 'Hourly comparison', 'the hourly hint to compare does not reach the queue');
    operations.watch('parse-transcript', parse.function, uploadsQueue);
    operations.watch('publish-show-notes', publish.function, publicationsQueue);
    operations.watch('reconcile', reconcile.function, reconcileQueue);

    const producers = this.producers('Producers', 'Uploads, corrects and deletes transcripts, reads receipts', uploads);
    const editors = this.producers('Editors', 'A producer who also pins earlier publications and retries', uploads);
    table.grant(editors, 'dynamodb:GetItem', 'dynamodb:Query');
    editors.addToPolicy(
      new PolicyStatement({
        actions: ['dynamodb:PutItem'],
        resources: [table.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [showPartition('*')] } },
      }),
    );
    for (const { queue } of [uploadsQueue, publicationsQueue]) {
      editors.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
    }
    for (const part of ['Stateful', 'Pipeline'] as const) grantDescribing(editors, stackName(stage.name, part));

    const outputs = {
      ProducersRoleArn: producers.roleArn,
      EditorsRoleArn: editors.roleArn,
      [UPLOADS_QUEUE_OUTPUT]: uploadsQueue.queue.queueUrl,
      UploadsDeadLettersUrl: uploadsQueue.deadLetters.queueUrl,
      [PUBLICATIONS_QUEUE_OUTPUT]: publicationsQueue.queue.queueUrl,
      PublicationsDeadLettersUrl: publicationsQueue.deadLetters.queueUrl,
      [RECONCILE_QUEUE_OUTPUT]: reconcileQueue.queue.queueUrl,
      ReconcileDeadLettersUrl: reconcileQueue.deadLetters.queueUrl,
      NoticesTopicArn: notices.topicArn,
      AlarmsTopicArn: operations.alarms.topicArn,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }

  /** A role for whoever the account lets assume it: changes what lies under `shows/`, reads receipts. */
  private producers(id: string, description: string, uploads: Bucket): Role {
    const role = new Role(this, id, { description, assumedBy: new AccountRootPrincipal() });
    grantListing(role, uploads, SHOWS_PREFIX);
    grantListing(role, uploads, RECEIPTS_PREFIX);
    grantObjects(role, uploads, SHOWS_PREFIX, ['s3:GetObject', 's3:PutObject', 's3:DeleteObject']);
    grantObjects(role, uploads, RECEIPTS_PREFIX, ['s3:GetObject']);
    return role;
  }
}
