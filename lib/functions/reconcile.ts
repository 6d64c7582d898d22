import type { Construct } from 'constructs';
import { SHOWS_PREFIX } from '../../lambdas/contract/object-keys';
import { PipelineFunction } from '../constructs/pipeline-function';
import { FUNCTION_TIMEOUT, type Resources } from './resources';

/** Compares uploads, table and published bucket, and removes what was superseded or withdrawn. */
export function addReconcile(
  scope: Construct,
  { stage, uploads, published, table, distribution, queues }: Resources,
): PipelineFunction<'reconcile'> {
  const reconcile = new PipelineFunction(scope, 'ReconcileShows', {
    lambda: 'reconcile',
    environment: {
      STAGE: stage.name,
      TABLE: table.tableName,
      UPLOADS_BUCKET: uploads.bucketName,
      PUBLISHED_BUCKET: published.bucketName,
      UPLOADS_QUEUE: queues.uploads.queue.queueUrl,
      PUBLICATIONS_QUEUE: queues.publications.queue.queueUrl,
      RECONCILE_QUEUE: queues.reconcile.queue.queueUrl,
      KEPT_DAYS: String(stage.keptDays),
      DISTRIBUTION_ID: distribution.distributionId,
    },
    stage,
    timeout: FUNCTION_TIMEOUT,
    memorySize: 512,
    folders: ['site', 'lambdas/contract/schemas'],
  });
  reconcile.worksOn(queues.reconcile.queue, 2);
  reconcile.mayList(uploads);
  reconcile.mayList(published);
  reconcile.mayTouch(published, SHOWS_PREFIX, 's3:GetObject', 's3:DeleteObject');
  reconcile.mayKeepEpisodesIn(table, 'GetItem', 'Query', 'PutItem', 'BatchWriteItem');
  distribution.grantCreateInvalidation(reconcile);
  reconcile.maySendTo(queues.uploads.queue);
  reconcile.maySendTo(queues.publications.queue);
  reconcile.maySendTo(queues.reconcile.queue);
  return reconcile;
}
