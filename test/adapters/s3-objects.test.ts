import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { s3Objects } from '../../lambdas/adapters/s3-objects';

/** What an emulator does not do: S3's own refusals, by a server that answers as S3 does. */
let status = 200;
/** Answers that are still to break off half-way. */
let cutOff = 0;
let server: Server;
let s3: S3Client;

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      const code = {
        403: 'AccessDenied',
        404: 'NoSuchKey',
        409: 'ConditionalRequestConflict',
        412: 'PreconditionFailed',
      };
      const name = code[status as keyof typeof code];
      if (cutOff > 0) {
        cutOff -= 1;
        response.writeHead(200, { 'content-length': body.length });
        response.write(body.subarray(0, 2), () => response.destroy());
        return;
      }
      response.writeHead(status, { 'content-type': 'application/xml' });
      if (request.method === 'HEAD') response.end();
      else response.end(name ? `<Error><Code>${name}</Code><Message>${name}</Message></Error>` : body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  s3 = new S3Client({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    forcePathStyle: true,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  s3.destroy();
  await new Promise((resolve) => server.close(resolve));
});

const body = new TextEncoder().encode('tide');
const objects = () => s3Objects('bucket', s3);

test.each([404, 409, 412])('%i on a conditional write is a lost swap', async (answer) => {
  status = answer;
  expect(await objects().put('shows/a/b/show-notes.json', body, { ifMatch: '"1"' })).toBe(false);
});

test.each([409, 412])('%i on a conditional removal is a lost swap', async (answer) => {
  status = answer;
  expect(await objects().remove('shows/a/b/show-notes.json', { ifMatch: '"1"' })).toBe(false);
});

test('what is absent is undefined, and removing it is no failure', async () => {
  status = 404;
  expect(await objects().get('shows/a/b/show-notes.json')).toBeUndefined();
  expect(await objects().head('shows/a/b/show-notes.json')).toBeUndefined();
  expect(await objects().remove('shows/a/b/show-notes.json', { ifMatch: '"1"' })).toBe(true);
});

test('what may not be read is a failure, and never taken for absent', async () => {
  status = 403;
  await expect(objects().get('shows/a/b/show-notes.json')).rejects.toThrow('AccessDenied');
  await expect(objects().put('shows/a/b/show-notes.json', body, { ifAbsent: true })).rejects.toThrow('AccessDenied');
});

test('a refusal without a precondition is a failure', async () => {
  status = 409;
  await expect(objects().put('shows/a/b/turns.json', body)).rejects.toThrow('ConditionalRequestConflict');
});

test('an object whose bytes break off half-way is read again', async () => {
  status = 200;
  cutOff = 3;
  expect((await objects().get('shows/a/b/turns.json'))?.body).toEqual(body);
});

test('bytes that always break off are a failure', async () => {
  status = 200;
  cutOff = 8;
  await expect(objects().get('shows/a/b/turns.json')).rejects.toThrow('aborted');
});
