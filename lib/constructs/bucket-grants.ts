import { Stack } from 'aws-cdk-lib';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { acknowledge } from './acknowledge';

export type ObjectAction = 's3:GetObject' | 's3:PutObject' | 's3:DeleteObject';

/** Grants a role actions on the objects under one prefix of another stack's bucket. */
export function grantObjects(role: IRole, bucket: Bucket, prefix: string, actions: readonly ObjectAction[]): void {
  const resources = [bucket.arnForObjects(`${prefix}*`)];
  role.addToPrincipalPolicy(new PolicyStatement({ actions: [...actions], resources }));
  const finding = `IAM5[Resource::${exportedArn(bucket)}/${prefix}*]`;
  acknowledge(role, finding, `the objects under ${prefix} are what the role is for, and there is one for each upload`);
}

/** Grants a role listing the keys under one prefix of another stack's bucket, or all of them. */
export function grantListing(role: IRole, bucket: Bucket, prefix?: string): void {
  const actions = ['s3:ListBucket'];
  const resources = [bucket.bucketArn];
  const conditions = prefix === undefined ? {} : { StringLike: { 's3:prefix': `${prefix}*` } };
  role.addToPrincipalPolicy(new PolicyStatement({ actions, resources, conditions }));
}

/** The name under which the bucket's stack exports its ARN: cdk-nag spells the bucket so in other stacks. */
function exportedArn(bucket: Bucket): string {
  const stack = Stack.of(bucket);
  return stack.resolve(stack.exportValue(bucket.bucketArn))['Fn::ImportValue'];
}
