import {
  CloudFrontClient,
  CreateInvalidationCommand,
  TooManyInvalidationsInProgress,
} from '@aws-sdk/client-cloudfront';
import type { Edge } from '../domain/ports';
import { patient } from './patience';

/** A distribution's copies. CloudFront takes fifteen patterns at a time and answers a repeated `reference` as before. */
export const cloudfrontEdge = (
  distributionId: string,
  cloudfront: CloudFrontClient = new CloudFrontClient(patient),
): Edge => ({
  async forget(prefix, reference) {
    const Paths = { Quantity: 1, Items: [`/${prefix}*`] };
    const InvalidationBatch = { CallerReference: reference, Paths };
    try {
      await cloudfront.send(new CreateInvalidationCommand({ DistributionId: distributionId, InvalidationBatch }));
      return true;
    } catch (error) {
      if (error instanceof TooManyInvalidationsInProgress) return false;
      throw error;
    }
  },
});
