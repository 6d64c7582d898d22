import type { Construct } from 'constructs';
import {
  RECEIPTS_PREFIX,
  ROBOTS_KEY,
  SCHEMAS_PREFIX,
  SHOWS_PREFIX,
  SITE_PREFIX,
  SITEMAPS_KEY,
} from '../../lambdas/contract/object-keys';
import { PAINTER_FILES, PAINTER_FOLDER } from '../../lambdas/contract/painter-files';
import { PipelineFunction } from '../constructs/pipeline-function';
import { FUNCTION_TIMEOUT, ONE_PROCESSOR, type Resources } from './resources';

/** Writes what the website fetches, and the receipt; tells producers and websites. */
export function addPublishShowNotes(
  scope: Construct,
  { stage, uploads, published, table, siteAddress, queues, notices, eventBus }: Resources,
): PipelineFunction<'publish-show-notes'> {
  const publish = new PipelineFunction(scope, 'PublishShowNotes', {
    lambda: 'publish-show-notes',
    environment: {
      STAGE: stage.name,
      TABLE: table.tableName,
      UPLOADS_BUCKET: uploads.bucketName,
      PUBLISHED_BUCKET: published.bucketName,
      PUBLICATIONS_QUEUE: queues.publications.queue.queueUrl,
      RECONCILE_QUEUE: queues.reconcile.queue.queueUrl,
      EVENT_BUS: eventBus.eventBusName,
      NOTICES_TOPIC: notices.topicArn,
      SITE_ADDRESS: siteAddress,
    },
    stage,
    timeout: FUNCTION_TIMEOUT,
    memorySize: ONE_PROCESSOR,
    folders: ['site', 'lambdas/contract/schemas'],
    packageFiles: { folder: PAINTER_FOLDER, files: PAINTER_FILES },
  });
  publish.worksOn(queues.publications.queue, 10);
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
  publish.maySendTo(queues.publications.queue);
  publish.maySendTo(queues.reconcile.queue);
  eventBus.grantPutEventsTo(publish);
  notices.grantPublish(publish);
  return publish;
}
