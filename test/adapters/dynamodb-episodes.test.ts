import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { dynamodbEpisodes } from '../../lambdas/adapters/dynamodb-episodes';
import type { Transcript } from '../../lambdas/domain/transcript';
import { createTable, type EmbeddedTable, startEmbeddedTable } from '../../local/table/embedded-table';
import { describeEpisodes } from '../support/episodes-contract';

const root = mkdtempSync(join(tmpdir(), 'dynamodb-episodes-'));
let embedded: EmbeddedTable;
let tables = 0;
beforeAll(async () => {
  embedded = await startEmbeddedTable(join(root, 'table'), () => undefined);
});
afterAll(async () => {
  await embedded.stop();
  rmSync(root, { recursive: true });
});

describeEpisodes('the table', async () => {
  const { client } = embedded;
  tables += 1;
  const table = `episodes-${tables}`;
  await createTable(client, table);
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1, maxDelay: 1 }, { TableName: table });
  return dynamodbEpisodes(table, client);
});

describe('what goes over the wire', () => {
  interface Call {
    readonly operation: string;
    readonly body: Readonly<Record<string, unknown>>;
  }
  let calls: Call[] = [];
  let server: Server;
  let client: DynamoDBClient;
  let answer: (call: Call) => unknown = () => ({});

  beforeEach(async () => {
    calls = [];
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const operation = `${request.headers['x-amz-target']}`.replace('DynamoDB_20120810.', '');
        const call = { operation, body: JSON.parse(Buffer.concat(chunks).toString()) };
        calls.push(call);
        response.setHeader('content-type', 'application/x-amz-json-1.0').end(JSON.stringify(answer(call)));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    client = new DynamoDBClient({
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
  });
  afterEach(async () => {
    client.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const id = { show: 'tea-time', episode: 'first-pot' };

  test('every read is strongly consistent', async () => {
    answer = () => ({ Items: [], Count: 0 });
    const episodes = dynamodbEpisodes('episodes', client);
    await episodes.find(id);
    await episodes.ofShow('tea-time');
    await episodes.loadRevision(id, '0f1e2d3c4b5a6978');
    expect(calls.map(({ operation, body }) => [operation, body.ConsistentRead])).toEqual([
      ['GetItem', true],
      ['Query', true],
      ['Query', true],
    ]);
  });

  test('what DynamoDB leaves unprocessed is sent again, and only that', async () => {
    const transcript: Transcript = {
      format: 'labelled-text',
      turns: Array.from({ length: 9 }, (_, index) => ({
        speaker: 'ADA',
        text: `Pot ${index}.`,
        line: index,
        spans: [],
      })),
      warnings: [],
      headings: [],
      preface: [],
      events: [],
    };
    const written: unknown[] = [];
    answer = ({ body }) => {
      const requests = (body.RequestItems as { episodes: unknown[] }).episodes;
      const left = requests.slice(Math.ceil(requests.length / 2));
      written.push(...requests.slice(0, Math.ceil(requests.length / 2)));
      return { UnprocessedItems: left.length > 0 ? { episodes: left } : {} };
    };
    await dynamodbEpisodes('episodes', client).saveRevision(id, '0f1e2d3c4b5a6978', transcript);
    expect(written).toHaveLength(10);
    expect(new Set(written.map((request) => JSON.stringify(request))).size).toBe(10);
    expect(calls.map(({ operation }) => operation)).toEqual(Array(4).fill('BatchWriteItem'));
  });
});
