import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { dynamodbEpisodes } from '../../lambdas/adapters/dynamodb-episodes';
import { episodeKey } from '../../lambdas/contract/table-keys';
import { type Episode, unknownEpisode } from '../../lambdas/domain/episode';

const episode: Episode = { ...unknownEpisode({ show: 'tide-tables', episode: 'ebb' }), version: 2, shown: 'a1' };
let stored: Episode = episode;
let asked: unknown;
let server: Server;
let client: DynamoDBClient;

/** A table in which the condition never holds; it says what is stored instead. */
beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked = JSON.parse(Buffer.concat(chunks).toString()).ReturnValuesOnConditionCheckFailure;
      const Item = marshall({ ...stored, ...episodeKey(stored) });
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify({ __type: 'ConditionalCheckFailedException', message: 'failed', Item }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
});
afterAll(async () => {
  client.destroy();
  await new Promise((resolve) => server.close(resolve));
});

test.each([
  ['just what was to be written is there: the first answer was lost', episode, true],
  ['another one is there', { ...episode, shown: 'b2' }, false],
  ['another version is there', { ...episode, version: 3 }, false],
])('a refused swap where %s', async (_, there, isMade) => {
  stored = there;
  expect(await dynamodbEpisodes('episodes', client).swap(episode)).toBe(isMade);
  expect(asked).toBe('ALL_OLD');
});
