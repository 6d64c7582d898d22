import { CreateBucketCommand, PutBucketVersioningCommand } from '@aws-sdk/client-s3';
import { s3Objects } from '../../../lambdas/adapters/s3-objects';
import { describeObjectStore } from '../../support/object-store-contract';
import { operator } from '../deployment';

jest.setTimeout(60_000);

let buckets = 0;

describeObjectStore(
  'S3, as the emulator does it,',
  async () => {
    buckets += 1;
    const Bucket = `contract-suite-${buckets}`;
    await operator.s3.send(new CreateBucketCommand({ Bucket }));
    const VersioningConfiguration = { Status: 'Enabled' } as const;
    await operator.s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
    return s3Objects(Bucket, operator.s3);
  },
  { longestKey: 1_000, manyKeys: 1_050 },
);
