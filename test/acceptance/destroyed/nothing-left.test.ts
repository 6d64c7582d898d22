import { ListStacksCommand } from '@aws-sdk/client-cloudformation';
import { HeadBucketCommand } from '@aws-sdk/client-s3';
import { operator, outputs } from '../deployment';

test('the stacks of a dev stage take everything with them', async () => {
  const { StackSummaries = [] } = await operator.cloudFormation.send(new ListStacksCommand({}));
  const left = StackSummaries.filter(
    ({ StackName, StackStatus }) => StackName?.startsWith('ShowNotes-') && StackStatus !== 'DELETE_COMPLETE',
  );
  expect(left).toEqual([]);
  for (const Bucket of [outputs.UploadsBucket, outputs.PublishedBucket]) {
    await expect(operator.s3.send(new HeadBucketCommand({ Bucket }))).rejects.toThrow();
  }
});
