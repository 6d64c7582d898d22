import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { patient } from '../../lambdas/adapters/patience';
import { s3Objects } from '../../lambdas/adapters/s3-objects';

const { retryStrategy: patience } = patient;

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

test('a request that nobody answers is given up and made again', async () => {
  let asked = 0;
  const server = createServer((_, answer) => {
    asked += 1;
    if (asked > 1) answer.end('tide');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const s3 = new S3Client({
    ...patient,
    requestHandler: { ...patient.requestHandler, requestTimeout: 100 },
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    forcePathStyle: true,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const found = await s3Objects('bucket', s3).get('shows/a/b/show-notes.json');
  expect([new TextDecoder().decode(found?.body), asked]).toEqual(['tide', 2]);
  s3.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
