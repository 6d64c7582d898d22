import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type EmbeddedTable, startEmbeddedTable } from '../../local/embedded-table';

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
  const { port } = await endpointOf(table);
  for (let count = 0; count < 5; count += 1) await sendHalfARequest(port);
  await write(table, 1);
  expect(await read(table)).toBe('1');
  expect(news).toEqual([]);
});

const endpointOf = async ({ client }: EmbeddedTable): Promise<{ readonly port: number }> => {
  const endpoint = await client.config.endpoint?.();
  return { port: Number(endpoint?.port) };
};

async function sendHalfARequest(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  await new Promise((resolve) =>
    socket.write('POST / HTTP/1.1\r\nHost: table\r\nContent-Length: 1000\r\n\r\n{"half', resolve),
  );
  socket.resetAndDestroy();
  await once(socket, 'close');
}

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
