import { join } from 'node:path';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { cloudfrontEdge } from '../adapters/cloudfront-edge';
import { dynamodbEpisodes } from '../adapters/dynamodb-episodes';
import { s3Objects } from '../adapters/s3-objects';
import { readSiteFiles } from '../adapters/site-files';
import { handleEach, reconcileHintIn, sqsHints } from '../adapters/sqs-hints';
import { readEnvironment } from '../contract/environment';
import { daysIn } from '../contract/limits';
import { PARSER_VERSION } from '../domain/formats';
import { publisherVersionOf } from '../domain/publication';
import { metricsOf } from './metrics';
import type { ReconcilePorts } from './ports';
import { reconcile } from './reconcile';

const environment = readEnvironment('reconcile', process.env);
const site = readSiteFiles(join(__dirname, 'site'), join(__dirname, 'schemas'));
const ports: ReconcilePorts = {
  uploads: s3Objects(environment.UPLOADS_BUCKET),
  published: s3Objects(environment.PUBLISHED_BUCKET),
  episodes: dynamodbEpisodes(environment.TABLE),
  uploadHints: sqsHints(environment.UPLOADS_QUEUE),
  publications: sqsHints(environment.PUBLICATIONS_QUEUE),
  reconciliations: sqsHints(environment.RECONCILE_QUEUE),
  edge: cloudfrontEdge(environment.DISTRIBUTION_ID),
  clock: () => new Date().toISOString(),
  keptDays: daysIn(environment.KEPT_DAYS),
  versions: { parser: PARSER_VERSION, writer: publisherVersionOf(process.versions.icu, site) },
};

/** Lambda entry: the hourly hint, a show to compare or an episode to clean up in; hints and removals out. */
export const handler = (event: SQSEvent): Promise<SQSBatchResponse> =>
  handleEach(event, {
    stage: environment.STAGE,
    read: reconcileHintIn,
    handle: (hint) => reconcile(hint, ports),
    measure: metricsOf,
  });
