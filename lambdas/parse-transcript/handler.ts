import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { dynamodbEpisodes } from '../adapters/dynamodb-episodes';
import { s3Objects } from '../adapters/s3-objects';
import { handleEach, hintIn, sqsHints } from '../adapters/sqs-hints';
import { readEnvironment } from '../contract/environment';
import { readTranscript } from '../domain/formats';
import { metricsOf } from './metrics';
import { type ParseTranscriptPorts, parseTranscript } from './parse-transcript';

const environment = readEnvironment('parse-transcript', process.env);
const ports: ParseTranscriptPorts = {
  uploads: s3Objects(environment.UPLOADS_BUCKET),
  episodes: dynamodbEpisodes(environment.TABLE),
  uploadHints: sqsHints(environment.UPLOADS_QUEUE),
  publications: sqsHints(environment.PUBLICATIONS_QUEUE),
  clock: () => new Date().toISOString(),
  read: readTranscript,
};

/** Lambda entry: events about uploads in; stored turns, moved episode items and hints to publish out. */
export const handler = (event: SQSEvent): Promise<SQSBatchResponse> =>
  handleEach(event, {
    stage: environment.STAGE,
    read: hintIn,
    handle: (hint) => parseTranscript(hint, ports),
    measure: metricsOf,
  });
