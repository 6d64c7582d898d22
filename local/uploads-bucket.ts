import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { S3Client } from '@aws-sdk/client-s3';
import { s3Objects } from '../lambdas/adapters/s3-objects';
import { stackName, UPLOADS_BUCKET_OUTPUT } from '../lambdas/contract/stack-names';
import type { ObjectStore } from '../lambdas/domain/ports';
import { CommandError } from './command';

/** The uploads bucket in AWS. `isEmulated`: emulators seldom answer to a bucket's own host name. */
export const uploadsBucket = (bucket: string, isEmulated: boolean): ObjectStore =>
  s3Objects(bucket, new S3Client({ forcePathStyle: isEmulated }));

/** Name of a stage's uploads bucket, from the outputs of its stack; the SDK finds account and region as always. */
export async function uploadsBucketOf(stage: string): Promise<string> {
  const name = stackName(stage, 'Stateful');
  const { Stacks } = await new CloudFormationClient({}).send(new DescribeStacksCommand({ StackName: name }));
  const outputs = Stacks?.[0]?.Outputs ?? [];
  const bucket = outputs.find(({ OutputKey }) => OutputKey === UPLOADS_BUCKET_OUTPUT)?.OutputValue;
  if (bucket === undefined)
    throw new CommandError(`the stack ${name} does not name its uploads bucket; deploy it again`);
  return bucket;
}
