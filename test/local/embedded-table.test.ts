import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type EmbeddedTable, startEmbeddedTable } from '../../local/table/embedded-table';

let root = '';
let running: EmbeddedTable[] = [];
let news: string[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'embedded-table-'));
  running = [];
  news = [];
});
afterEach(async () => {
  await Promise.all(running.map((table) => table.stop()));
  rmSync(root, { recursive: true });
});

async function start(): Promise<EmbeddedTable> {
  const table = await startEmbeddedTable(join(root, 'table'), (told) => news.push(told));
  running.push(table);
  return table;
}

const key = { pk: { S: 'SHOW#tea' }, sk: { S: 'EPISODE#one' } };
const write = ({ client, table }: EmbeddedTable, version: number) =>
  client.send(new PutItemCommand({ TableName: table, Item: { ...key, version: { N: String(version) } } }));
const read = async ({ client, table }: EmbeddedTable): Promise<string | undefined> =>
  (await client.send(new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item?.version?.N;

test('what was written is there after a stop, and after its process was killed', async () => {
  const first = await start();
  await write(first, 1);
  await first.stop();
  const second = await start();
  expect(await read(second)).toBe('1');
  await write(second, 2);
  process.kill(Number(second.processId()), 'SIGKILL');
  await pause(1);
  expect(await read(second)).toBe('2');
  expect(news).toEqual(['The table stopped; starting it again.']);
});

test('a client that goes away in the middle of its request takes nothing with it', async () => {
  const table = await start();
  for (let count = 0; count < 5; count += 1) await sendHalfARequest(table);
  await write(table, 1);
  expect(await read(table)).toBe('1');
  expect(news).toEqual([]);
});

const credential = (accessKey: string): string => `AWS4-HMAC-SHA256 Credential=${accessKey}/20260101/us-east-1`;

async function sendHalfARequest({ access: { port, accessKey } }: EmbeddedTable): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  await new Promise((resolve) =>
    socket.write(
      `POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: ${credential(accessKey)}\r\nContent-Length: 1000\r\n\r\n{"half`,
      resolve,
    ),
  );
  socket.resetAndDestroy();
  await once(socket, 'close');
}

test('what a web page may send, and whoever does not know the access key, is refused', async () => {
  const table = await start();
  await write(table, 1);
  const { port, accessKey } = table.access;
  const ours = { host: `127.0.0.1:${port}`, authorization: credential(accessKey) };
  const answers = async (headers: OutgoingHttpHeaders, method = 'POST') => {
    const sent = request({ host: '127.0.0.1', port, method, headers: { 'x-amz-target': LIST, ...headers } });
    sent.end('{}');
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    return [response.statusCode, response.headers['access-control-allow-origin']];
  };
  const refused = [403, undefined];
  expect(await answers({ ...ours, 'content-type': 'application/x-amz-json-1.0' })).not.toEqual(refused);
  expect(await answers({ ...ours, origin: 'https://tea.example' })).toEqual(refused);
  expect(await answers({ ...ours, origin: 'null' })).toEqual(refused);
  expect(await answers(ours, 'OPTIONS')).toEqual(refused);
  expect(await answers({ ...ours, host: `tea.example:${port}` })).toEqual(refused);
  expect(await answers({ host: ours.host })).toEqual(refused);
  expect(await answers({ ...ours, authorization: credential('laptop') })).toEqual(refused);
  expect(await read(table)).toBe('1');
});

const LIST = 'DynamoDB_20120810.ListTables';

test('a folder that is in use is refused at once, and its owner goes on', async () => {
  const owner = await start();
  const started = Date.now();
  await expect(start()).rejects.toThrow(expect.objectContaining({ name: 'FolderInUseError' }));
  expect(Date.now() - started).toBeLessThan(5_000);
  await write(owner, 1);
  expect(await read(owner)).toBe('1');
});

test('a broken table is moved aside and a new one begun', async () => {
  const first = await start();
  await write(first, 1);
  await first.stop();
  const manifest = readFileSync(join(root, 'table', 'CURRENT'), 'utf8').trim();
  writeFileSync(join(root, 'table', manifest), 'not a manifest');
  const second = await start();
  expect(await read(second)).toBeUndefined();
  expect(news).toEqual([expect.stringMatching(/broken .*filled from the uploads/u)]);
  expect(readdirSync(root)).toEqual(['table', expect.stringMatching(/^table-broken-\d+$/u)]);
});
