import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { S3Client } from '@aws-sdk/client-s3';
import { s3Objects } from '../lambdas/adapters/s3-objects';
import { stackName, UPLOADS_BUCKET_OUTPUT } from '../lambdas/contract/stack-names';
import type { ObjectStore } from '../lambdas/domain/ports';
import { CommandError } from './command';

/** The uploads bucket in AWS; the SDK finds account, region and endpoint as always. */
export const uploadsBucket = (bucket: string): ObjectStore =>
  // Emulators seldom answer to a bucket's own host name.
  s3Objects(bucket, new S3Client({ forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined }));

/** Name of a stage's uploads bucket, from the outputs of its stack. */
export async function uploadsBucketOf(stage: string): Promise<string> {
  const name = stackName(stage, 'Stateful');
  const { Stacks } = await new CloudFormationClient({}).send(new DescribeStacksCommand({ StackName: name }));
  const outputs = Stacks?.[0]?.Outputs ?? [];
  const bucket = outputs.find(({ OutputKey }) => OutputKey === UPLOADS_BUCKET_OUTPUT)?.OutputValue;
  if (bucket === undefined)
    throw new CommandError(`the stack ${name} does not name its uploads bucket; deploy it again`);
  return bucket;
}
