import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { TABLE_OUTPUT, UPLOADS_BUCKET_OUTPUT } from '../lambdas/contract/stack-names';
import { PARTITION_KEY, SORT_KEY } from '../lambdas/contract/table-keys';
import type { StageConfig } from './config/stages';
import { PrivateBucket } from './constructs/private-bucket';

export interface StatefulStackProps extends StackProps {
  readonly stage: StageConfig;
}

/** Everything that cannot be made again by deploying again. */
export class StatefulStack extends Stack {
  readonly uploads: Bucket;
  readonly published: Bucket;
  readonly table: TableV2;

  constructor(scope: Construct, id: string, { stage, ...props }: StatefulStackProps) {
    super(scope, id, props);
    this.uploads = new PrivateBucket(this, 'Uploads', { stage, versioned: true, tellsEventBridge: true });
    // Without versions, so that what is withdrawn is gone; the uploads and the table can publish all of it again.
    this.published = new PrivateBucket(this, 'Published', { stage, policyElsewhere: 'DeliveryStack' });
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: PARTITION_KEY, type: AttributeType.STRING },
      sortKey: { name: SORT_KEY, type: AttributeType.STRING },
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: stage.retain,
      removalPolicy: stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    new CfnOutput(this, UPLOADS_BUCKET_OUTPUT, { value: this.uploads.bucketName });
    new CfnOutput(this, 'PublishedBucket', { value: this.published.bucketName });
    new CfnOutput(this, TABLE_OUTPUT, { value: this.table.tableName });
  }
}
