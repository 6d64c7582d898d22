import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PARTITION_KEY, SORT_KEY } from '../../lambdas/contract/table-keys';

/** Where a table answers on this machine, and to whom. */
export interface TableAccess {
  readonly port: number;
  /** The access key id that a request must carry; made anew at each start. */
  readonly accessKey: string;
}

/** DynamoDB's API over a folder, in a process of its own. */
export interface EmbeddedTable {
  readonly table: string;
  readonly client: DynamoDBClient;
  readonly access: TableAccess;
  readonly processId: () => number | undefined;
  stop(): Promise<void>;
}

/** Another process has the folder open; two would lose each other's writes. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

const TABLE = 'episodes';
const SCRIPT = join(__dirname, 'dynalite-process.js');
const SLOWEST_START = 15_000;
/** A table that was being created when its process was killed is so for ever. */
const SLOWEST_CREATION = 2_000;

type Report =
  | { readonly state: 'ready'; readonly port: number }
  | { readonly state: 'in-use'; readonly reason: string }
  | { readonly state: 'broken'; readonly reason: string };

/**
 * Opens the table in `folder`, making it where there is none. A broken one is moved aside: all that it holds can be
 * made again from the uploads. `tell` hears of that, and of a table process that died and was started again.
 */
export async function startEmbeddedTable(folder: string, tell: (news: string) => void): Promise<EmbeddedTable> {
  const opened = await openTable(folder);
  if (typeof opened !== 'string') return keepRunning(folder, opened, tell);
  const aside = `${folder}-broken-${Date.now()}`;
  await rename(folder, aside);
  tell(
    `The table in ${folder} is broken (${opened}); it is now in ${aside}, and a new one is filled from the uploads.`,
  );
  const reopened = await openTable(folder);
  if (typeof reopened === 'string') throw new Error(`cannot make a table in ${folder}: ${reopened}`);
  return keepRunning(folder, reopened, tell);
}

/** The table that another process has open; `stop` ends the connection alone. */
export function connectTable(access: TableAccess): Pick<EmbeddedTable, 'table' | 'client' | 'stop'> {
  const client = clientOf(access);
  return { table: TABLE, client, stop: async () => client.destroy() };
}

interface Running {
  readonly child: ChildProcess;
  readonly access: TableAccess;
  readonly client: DynamoDBClient;
}

/** The running table, or what is wrong with its folder. */
async function openTable(folder: string): Promise<Running | string> {
  await mkdir(folder, { recursive: true });
  const accessKey = randomUUID();
  const { child, report } = await forkTable(folder, { port: 0, accessKey });
  if (report.state === 'in-use') throw new FolderInUseError(`${folder} is in use by another process`);
  if (report.state === 'broken') return report.reason;
  const access = { port: report.port, accessKey };
  const client = clientOf(access);
  const fault = await faultOfTable(client);
  if (fault === undefined) return { child, access, client };
  client.destroy();
  await end(child);
  return fault;
}

async function forkTable(
  folder: string,
  { port, accessKey }: TableAccess,
): Promise<{ readonly child: ChildProcess; readonly report: Report }> {
  const child = fork(SCRIPT, [folder, String(port)], {
    execArgv: [],
    // Not among the arguments, which every user of the machine may list.
    env: { ...process.env, TABLE_ACCESS_KEY: accessKey },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const giveUp = setTimeout(() => child.kill('SIGKILL'), SLOWEST_START);
  try {
    const report = await new Promise<Report>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Report));
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`the table in ${folder} did not start`)));
    });
    return { child, report };
  } finally {
    clearTimeout(giveUp);
  }
}

const clientOf = ({ port, accessKey }: TableAccess): DynamoDBClient =>
  new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: accessKey, secretAccessKey: 'laptop' },
    // Long enough for a table that died to be running again.
    maxAttempts: 9,
  });

async function faultOfTable(client: DynamoDBClient): Promise<string | undefined> {
  const end = Date.now() + SLOWEST_CREATION;
  while (Date.now() < end) {
    const state = await stateOfTable(client);
    if (state === 'ACTIVE') return undefined;
    if (state === undefined) await createTable(client, TABLE);
    await pause(20);
  }
  return 'its creation was cut off';
}

async function stateOfTable(client: DynamoDBClient): Promise<string | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: TABLE }));
    return Table?.TableStatus;
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

/** Makes the table that the pipeline keeps its episodes in. */
export const createTable = (client: DynamoDBClient, table: string) =>
  client.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: PARTITION_KEY, KeyType: 'HASH' },
        { AttributeName: SORT_KEY, KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: PARTITION_KEY, AttributeType: 'S' },
        { AttributeName: SORT_KEY, AttributeType: 'S' },
      ],
    }),
  );

function keepRunning(folder: string, running: Running, tell: (news: string) => void): EmbeddedTable {
  const { client, access } = running;
  let { child } = running;
  let isStopped = false;

  function watch(): void {
    child.once('exit', () => {
      if (isStopped) return;
      tell('The table stopped; starting it again.');
      restart().catch((error: unknown) => tell(`The table cannot be started again: ${(error as Error).message}`));
    });
  }

  async function restart(): Promise<void> {
    const { child: next, report } = await forkTable(folder, access);
    if (report.state !== 'ready') throw new Error(report.reason);
    child = next;
    if (isStopped) await end(child);
    else watch();
  }

  watch();
  return {
    table: TABLE,
    client,
    access,
    processId: () => child.pid,
    async stop() {
      isStopped = true;
      client.destroy();
      await end(child);
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.connected) child.disconnect();
  await gone;
}
