import { patience } from '../../lambdas/adapters/patience';

const error = { name: 'SlowDown', message: 'please reduce your request rate' };
const failed = { error, errorType: 'THROTTLING' } as const;

test('what may pass is tried eight times, after times that grow at random', async () => {
  let token = await patience.acquireInitialRetryToken('');
  expect(token.getRetryDelay()).toBe(0);
  for (let retries = 1; retries < 8; retries += 1) {
    token = await patience.refreshRetryTokenForRetry(token, failed);
    expect(token.getRetryCount()).toBe(retries);
    expect(token.getRetryDelay()).toBeLessThanOrEqual(100 * 2 ** (retries - 1));
  }
  await expect(patience.refreshRetryTokenForRetry(token, failed)).rejects.toThrow('would not help');
});

test('what the service refuses is not asked again', async () => {
  const token = await patience.acquireInitialRetryToken('');
  const refused = patience.refreshRetryTokenForRetry(token, { error, errorType: 'CLIENT_ERROR' });
  await expect(refused).rejects.toThrow('would not help');
});

test('a process that has met a thousand failures is as patient as a new one', async () => {
  for (let count = 0; count < 1_000; count += 1) {
    await patience.refreshRetryTokenForRetry(await patience.acquireInitialRetryToken(''), failed);
  }
  const token = await patience.refreshRetryTokenForRetry(await patience.acquireInitialRetryToken(''), failed);
  expect(token.getRetryCount()).toBe(1);
});
