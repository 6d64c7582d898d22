import type { S3ClientConfig } from '@aws-sdk/client-s3';

/** Tries of one request, the first included. */
export const TRIES = 8;
/** Milliseconds before the second try, at the most; twice as many before each further one. */
const BASE_DELAY = 100;
const MAX_DELAY = 5_000;

/** What the SDK's clients take as a retry strategy. */
type RetryStrategy = Extract<S3ClientConfig['retryStrategy'], { acquireInitialRetryToken: unknown }>;

/**
 * Tries again what may pass, throttling and broken connections, after a random time that grows (full jitter). The SDK's
 * own strategy gives up for good once a process has had a few hundred failures, and a message has five tries only; here
 * the number of functions that work at once is what keeps a troubled service from being asked too often.
 */
const patience: RetryStrategy = {
  acquireInitialRetryToken: async () => tokenAfter(0),
  async refreshRetryTokenForRetry(token, { errorType }) {
    const retries = token.getRetryCount() + 1;
    if (errorType === 'CLIENT_ERROR' || retries === TRIES) throw new Error('another try would not help');
    return tokenAfter(retries);
  },
  recordSuccess: () => undefined,
};

/**
 * Milliseconds after which a request is given up and tried again: until it is connected, until it is answered, and
 * without a byte. The SDK waits for ever, so that one lost packet would hold a message until its Lambda is stopped.
 */
const limits = {
  connectionTimeout: 3_000,
  requestTimeout: 15_000,
  throwOnRequestTimeout: true,
  socketTimeout: 15_000,
} as const;

/** How each client of the SDK waits and tries again. */
export const patient = { retryStrategy: patience, requestHandler: limits } as const;

const tokenAfter = (retries: number) => ({
  getRetryCount: () => retries,
  getRetryDelay: () => (retries === 0 ? 0 : Math.random() * Math.min(MAX_DELAY, BASE_DELAY * 2 ** (retries - 1))),
  getRetryCost: () => 0,
});
