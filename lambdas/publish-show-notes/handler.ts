import { basename, join } from 'node:path';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { awsAnnouncements } from '../adapters/announcements';
import { dynamodbEpisodes } from '../adapters/dynamodb-episodes';
import { resvgPainter } from '../adapters/resvg-painter';
import { s3Objects } from '../adapters/s3-objects';
import { readSiteFiles, sha256 } from '../adapters/site-files';
import { handleEach, hintIn, sqsHints } from '../adapters/sqs-hints';
import { readEnvironment } from '../contract/environment';
import { PAINTER_FOLDER } from '../contract/painter-files';
import { derivation } from '../domain/derive';
import { publisherVersionOf } from '../domain/publication';
import { metricsOf } from './metrics';
import type { PublishShowNotesPorts } from './ports';
import { publishShowNotes } from './publish-show-notes';
import { MOST_REMEMBERED, rememberedFiles } from './show/remembered-files';

const environment = readEnvironment('publish-show-notes', process.env);
const site = readSiteFiles(join(__dirname, 'site'), join(__dirname, 'schemas'));
const painter = resvgPainter((file) => join(__dirname, PAINTER_FOLDER, basename(file)));
const published = s3Objects(environment.PUBLISHED_BUCKET);
const ports: PublishShowNotesPorts = {
  uploads: s3Objects(environment.UPLOADS_BUCKET),
  published,
  files: rememberedFiles(published, MOST_REMEMBERED),
  episodes: dynamodbEpisodes(environment.TABLE),
  publications: sqsHints(environment.PUBLICATIONS_QUEUE),
  reconciliations: sqsHints(environment.RECONCILE_QUEUE),
  announcements: awsAnnouncements({ eventBus: environment.EVENT_BUS, noticesTopic: environment.NOTICES_TOPIC }),
  clock: () => new Date().toISOString(),
  derive: derivation(sha256, process.versions.icu, painter),
  writer: publisherVersionOf(process.versions.icu, site),
  site,
  siteAddress: environment.SITE_ADDRESS,
};

/** Lambda entry: hints in; publications, pages, receipts and ready events out. */
export const handler = (event: SQSEvent): Promise<SQSBatchResponse> =>
  handleEach(event, {
    stage: environment.STAGE,
    read: hintIn,
    handle: (hint) => publishShowNotes(hint, ports),
    measure: metricsOf,
  });
