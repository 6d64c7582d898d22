import type { Construct } from 'constructs';
import { SHOWS_PREFIX } from '../../lambdas/contract/object-keys';
import { PipelineFunction } from '../constructs/pipeline-function';
import { FUNCTION_TIMEOUT, ONE_PROCESSOR, type Resources } from './resources';

/** Reads what was uploaded into the table, and sends a hint to publish it. */
export function addParseTranscript(
  scope: Construct,
  { stage, uploads, table, queues }: Resources,
): PipelineFunction<'parse-transcript'> {
  const parse = new PipelineFunction(scope, 'ParseTranscript', {
    lambda: 'parse-transcript',
    environment: {
      STAGE: stage.name,
      TABLE: table.tableName,
      UPLOADS_BUCKET: uploads.bucketName,
      UPLOADS_QUEUE: queues.uploads.queue.queueUrl,
      PUBLICATIONS_QUEUE: queues.publications.queue.queueUrl,
    },
    stage,
    timeout: FUNCTION_TIMEOUT,
    memorySize: ONE_PROCESSOR,
  });
  parse.worksOn(queues.uploads.queue, 5);
  parse.mayList(uploads);
  parse.mayTouch(uploads, SHOWS_PREFIX, 's3:GetObject');
  parse.mayKeepEpisodesIn(table, 'GetItem', 'Query', 'PutItem', 'BatchWriteItem');
  parse.maySendTo(queues.uploads.queue);
  parse.maySendTo(queues.publications.queue);
  return parse;
}
