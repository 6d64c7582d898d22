import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { S3Client } from '@aws-sdk/client-s3';
import { dynamodbEpisodes } from '../lambdas/adapters/dynamodb-episodes';
import { patient } from '../lambdas/adapters/patience';
import { s3Objects } from '../lambdas/adapters/s3-objects';
import { sqsHints } from '../lambdas/adapters/sqs-hints';
import type { ReconcileHint } from '../lambdas/contract/hints';
import {
  PUBLICATIONS_QUEUE_OUTPUT,
  RECONCILE_QUEUE_OUTPUT,
  type StackPart,
  stackName,
  TABLE_OUTPUT,
  UPLOADS_BUCKET_OUTPUT,
  UPLOADS_QUEUE_OUTPUT,
} from '../lambdas/contract/stack-names';
import type { Hints, ObjectStore } from '../lambdas/domain/ports';
import { CommandError } from './command';
import type { OpenTable } from './table/open-table';

/** The uploads bucket in AWS. `isEmulated`: emulators seldom answer to a bucket's own host name. */
export const uploadsBucket = (bucket: string, isEmulated: boolean): ObjectStore =>
  s3Objects(bucket, new S3Client({ ...patient, forcePathStyle: isEmulated }));

/** Name of a stage's uploads bucket, from the outputs of its stack; the SDK finds account and region as always. */
export const uploadsBucketOf = async (stage: string): Promise<string> =>
  (await outputsOf(stage, 'Stateful', [UPLOADS_BUCKET_OUTPUT]))[UPLOADS_BUCKET_OUTPUT];

/** A stage's table and queues. */
export async function openDeployedTable(stage: string): Promise<OpenTable> {
  const [{ [TABLE_OUTPUT]: table }, queues] = await Promise.all([
    outputsOf(stage, 'Stateful', [TABLE_OUTPUT]),
    outputsOf(stage, 'Pipeline', [UPLOADS_QUEUE_OUTPUT, PUBLICATIONS_QUEUE_OUTPUT]),
  ]);
  return {
    episodes: dynamodbEpisodes(table),
    uploadHints: sqsHints(queues[UPLOADS_QUEUE_OUTPUT]),
    publications: sqsHints(queues[PUBLICATIONS_QUEUE_OUTPUT]),
    isRunning: true,
    close: async () => undefined,
  };
}

/** A stage's queue of comparisons. */
export async function openReconcileQueue(stage: string): Promise<Hints<ReconcileHint>> {
  const outputs = await outputsOf(stage, 'Pipeline', [RECONCILE_QUEUE_OUTPUT]);
  return sqsHints(outputs[RECONCILE_QUEUE_OUTPUT]);
}

async function outputsOf<Name extends string>(
  stage: string,
  part: StackPart,
  wanted: readonly Name[],
): Promise<Readonly<Record<Name, string>>> {
  const name = stackName(stage, part);
  const { Stacks } = await new CloudFormationClient({}).send(new DescribeStacksCommand({ StackName: name }));
  const outputs = new Map((Stacks?.[0]?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]));
  const missing = wanted.filter((output) => !outputs.get(output));
  if (missing.length > 0)
    throw new CommandError(`the stack ${name} does not name ${missing.join(' and ')}; deploy it again`);
  return Object.fromEntries(wanted.map((output) => [output, outputs.get(output)])) as Record<Name, string>;
}

/** Runs what asks AWS; what goes wrong there is told in one line. */
export async function askingAws(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    throw error instanceof CommandError ? error : new CommandError(inOneLine(error as Error), { cause: error });
  }
}

function inOneLine({ name, message }: Error): string {
  if (message.startsWith('Region is missing')) return 'AWS: there is no region; set AWS_REGION, or AWS_PROFILE';
  if (name !== 'CredentialsProviderError') return `AWS answers: ${message}`;
  return 'AWS: there are no credentials; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run `aws sso login`';
}
