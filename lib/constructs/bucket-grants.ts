import { Stack } from 'aws-cdk-lib';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { acknowledge } from './acknowledge';

export type ObjectAction = 's3:GetObject' | 's3:PutObject' | 's3:DeleteObject';

/**
 * Grants a role actions on the objects under one prefix of another stack's bucket, and listing that prefix: S3 answers
 * 403 instead of 404 for an absent key to those who may not list it.
 */
export function grantObjects(role: IRole, bucket: Bucket, prefix: string, actions: readonly ObjectAction[]): void {
  role.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': `${prefix}*` } },
    }),
  );
  if (actions.length === 0) return;
  const resources = [bucket.arnForObjects(`${prefix}*`)];
  role.addToPrincipalPolicy(new PolicyStatement({ actions: [...actions], resources }));
  const finding = `IAM5[Resource::${exportedArn(bucket)}/${prefix}*]`;
  acknowledge(role, finding, `the objects under ${prefix} are what the role is for, and there is one for each upload`);
}

/** The name under which the bucket's stack exports its ARN: cdk-nag spells the bucket so in other stacks. */
function exportedArn(bucket: Bucket): string {
  const stack = Stack.of(bucket);
  return stack.resolve(stack.exportValue(bucket.bucketArn))['Fn::ImportValue'];
}
