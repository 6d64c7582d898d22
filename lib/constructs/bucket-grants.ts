import { Stack } from 'aws-cdk-lib';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { acknowledge } from './acknowledge';

export type ObjectAction = 's3:GetObject' | 's3:PutObject' | 's3:DeleteObject';

/** Grants a role actions on one object of another stack's bucket, or on all under a prefix, which ends with `/`. */
export function grantObjects(role: IRole, bucket: Bucket, place: string, actions: readonly ObjectAction[]): void {
  const keys = place.endsWith('/') ? `${place}*` : place;
  role.addToPrincipalPolicy(new PolicyStatement({ actions: [...actions], resources: [bucket.arnForObjects(keys)] }));
  if (keys === place) return;
  const finding = `IAM5[Resource::${exportedArn(bucket)}/${keys}]`;
  acknowledge(
    role,
    finding,
    `the objects under ${place} are what the role is for, and their names are not known before`,
  );
}

/** Grants a role listing the keys of another stack's bucket. */
export function grantListing(role: IRole, bucket: Bucket): void {
  role.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }));
}

/** The name under which the bucket's stack exports its ARN: cdk-nag spells the bucket so in other stacks. */
function exportedArn(bucket: Bucket): string {
  const stack = Stack.of(bucket);
  return stack.resolve(stack.exportValue(bucket.bucketArn))['Fn::ImportValue'];
}
