import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { AccountRootPrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { RECEIPTS_PREFIX, SHOWS_PREFIX } from '../../lambdas/contract/object-keys';
import { stackName } from '../../lambdas/contract/stack-names';
import { showPartition } from '../../lambdas/contract/table-keys';
import type { StageConfig } from '../config/stages';
import { grantListing, grantObjects } from './bucket-grants';
import { grantDescribing } from './stack-grants';

/** A role, for whoever the account lets assume it: changes what lies under `shows/`, reads receipts. */
export const addProducers = (scope: Construct, uploads: Bucket): Role =>
  roleOfProducers(scope, 'Producers', 'Uploads, corrects and deletes transcripts, reads receipts', uploads);

export interface EditorsProps {
  readonly stage: StageConfig;
  readonly uploads: Bucket;
  readonly table: TableV2;
  /** Where a hint of theirs goes that asks to look once more. */
  readonly queues: readonly IQueue[];
}

/** A role for producers who also pin: they read the table, and write the items of episodes and no others. */
export function addEditors(scope: Construct, { stage, uploads, table, queues }: EditorsProps): Role {
  const role = roleOfProducers(scope, 'Editors', 'A producer who also pins earlier publications and retries', uploads);
  table.grant(role, 'dynamodb:GetItem', 'dynamodb:Query');
  role.addToPolicy(
    new PolicyStatement({
      actions: ['dynamodb:PutItem'],
      resources: [table.tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [showPartition('*')] } },
    }),
  );
  for (const queue of queues)
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
  for (const part of ['Stateful', 'Pipeline'] as const) grantDescribing(role, stackName(stage.name, part));
  return role;
}

function roleOfProducers(scope: Construct, id: string, description: string, uploads: Bucket): Role {
  const role = new Role(scope, id, { description, assumedBy: new AccountRootPrincipal() });
  // All keys: who may list only some is answered 403, not 404, for a receipt that is not there yet (decision 6).
  grantListing(role, uploads);
  grantObjects(role, uploads, SHOWS_PREFIX, ['s3:GetObject', 's3:PutObject', 's3:DeleteObject']);
  grantObjects(role, uploads, RECEIPTS_PREFIX, ['s3:GetObject']);
  return role;
}
