import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config/stages';
import { acknowledge } from './acknowledge';

export interface PrivateBucketProps {
  readonly stage: StageConfig;
  readonly versioned?: boolean;
  /** Whether every change of an object is told to the account's default event bus. */
  readonly tellsEventBridge?: boolean;
  /** The stack that writes the bucket's only policy, and demands TLS in it; by default the bucket brings its own. */
  readonly policyElsewhere?: string;
}

/** Defines a bucket that nobody reaches without TLS and a grant. Nothing in it expires but abandoned upload parts. */
export class PrivateBucket extends Bucket {
  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: props.policyElsewhere === undefined,
      versioned: props.versioned ?? false,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }],
      removalPolicy: props.stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    if (props.tellsEventBridge) {
      // Not `eventBridgeEnabled`, which brings a Lambda with a managed policy to set this one property.
      const bucket = this.node.defaultChild as CfnBucket;
      bucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    }
    acknowledge(this, 'S1', 'what became of an upload stands in its receipt; CloudTrail can record who did it');
    if (props.policyElsewhere) {
      acknowledge(this, 'S10', `its policy, which demands TLS, is in ${props.policyElsewhere}`);
    }
  }
}
