import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Receipt, ShowReceipt } from '../../lambdas/contract/receipt';
import { folderObjects } from '../../local/objects/folder-objects';
import { runCommand, startCommand } from '../support/commands';

jest.setTimeout(60_000);

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'episode-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const KEY = 'shows/Slow Tea/First pot.md';
const uploads = () => folderObjects(join(root, 'uploads'));
const run = (...args: readonly string[]) => runCommand('episode', ['status', '--data', root, ...args]);
const put = (key: string, document: Receipt | ShowReceipt) => uploads().put(key, Buffer.from(JSON.stringify(document)));

const receipt = (version: string): Receipt => ({
  schemaVersion: 1,
  show: 'slow-tea',
  episode: 'first-pot',
  outcome: 'published',
  message: 'The show notes are published.',
  upload: { key: KEY, version },
  beside: [],
  problems: [],
  told: [],
  warnings: [{ message: 'the link “kettle” leads nowhere', line: 12 }, { message: 'nobody is introduced' }],
  published: {
    revision: '0f1e2d3c4b5a6978',
    publication: '8899aabbccddeeff',
    page: 'https://tea.example/shows/slow-tea/first-pot/index.html',
    showNotes: 'https://tea.example/shows/slow-tea/first-pot/show-notes.json',
  },
});

async function putTranscript(text: string): Promise<string> {
  await uploads().put(KEY, Buffer.from(text));
  return `${(await uploads().head(KEY))?.version}`;
}

test('the receipt of an episode, named as it is uploaded or as it is published', async () => {
  await put('receipts/slow-tea/first-pot.json', receipt('1'));
  const expected = `slow-tea/first-pot: published. The show notes are published.
  warning, line 12: the link “kettle” leads nowhere
  warning: nobody is introduced
  page        https://tea.example/shows/slow-tea/first-pot/index.html
  show notes  https://tea.example/shows/slow-tea/first-pot/show-notes.json
`;
  expect(await run('slow-tea/first-pot')).toEqual({ code: 0, stdout: expected, stderr: '' });
  const json = await run('Slow Tea/First pot', '--json');
  expect(JSON.parse(json.stdout)).toEqual(receipt('1'));
});

test('a show is a table of its episodes', async () => {
  await put('receipts/slow-tea/first-pot.json', receipt('1'));
  const { upload: _, published: __, ...withdrawn } = receipt('1');
  await put('receipts/slow-tea/a-later-one.json', {
    ...withdrawn,
    episode: 'a-later-one',
    outcome: 'withdrawn',
    warnings: [],
  });
  const show: ShowReceipt = {
    schemaVersion: 1,
    show: 'slow-tea',
    outcome: 'read',
    message: 'The show file was read.',
    problems: [],
    warnings: [],
  };
  await put('receipts/slow-tea/show.json', show);
  expect((await run('Slow Tea')).stdout).toBe(`slow-tea: The show file was read.
episode      outcome    warnings  page
a-later-one  withdrawn  0
first-pot    published  2         https://tea.example/shows/slow-tea/first-pot/index.html
`);
  const status = JSON.parse((await run('slow-tea', '--json')).stdout);
  expect([status.show, status.episodes.length]).toEqual([show, 2]);
});

test('--wait waits for the receipt of what is uploaded now', async () => {
  const before = await putTranscript('MAJA: Tea?');
  await put('receipts/slow-tea/first-pot.json', receipt(before));
  expect((await run('slow-tea/first-pot', '--wait', '--timeout', '0')).code).toBe(0);

  await uploads().put('shows/Slow Tea/show.yaml', Buffer.from('title: Slow Tea'));
  expect((await run('slow-tea/first-pot', '--wait', '--timeout', '0')).code).toBe(1);
  const showFile = {
    key: 'shows/Slow Tea/show.yaml',
    version: `${(await uploads().head('shows/Slow Tea/show.yaml'))?.version}`,
  };
  await put('receipts/slow-tea/first-pot.json', { ...receipt(before), beside: [showFile] });
  expect((await run('slow-tea/first-pot', '--wait', '--timeout', '0')).code).toBe(0);

  const now = await putTranscript('MAJA: Tea!');
  expect(await run('slow-tea/first-pot', '--wait', '--timeout', '0')).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'waiting for the receipt of slow-tea/first-pot; is `npm start` running?\n' +
      'slow-tea/first-pot: after 0 seconds no receipt tells of it yet\n',
  });
  const waiting = startCommand('episode', ['status', '--data', root, '--wait', 'slow-tea/first-pot']);
  await put('receipts/slow-tea/first-pot.json', { ...receipt(now), beside: [showFile] });
  expect((await waiting.ended).code).toBe(0);
});

test('--wait exits with 1 where the upload is rejected or waits for more than its pin', async () => {
  const version = await putTranscript('No one speaks.');
  for (const outcome of ['rejected', 'waiting'] as const) {
    await put('receipts/slow-tea/first-pot.json', { ...receipt(version), outcome });
    expect((await run('slow-tea/first-pot', '--wait')).code).toBe(1);
    expect((await run('slow-tea/first-pot')).code).toBe(0);
  }
  const pinned = { ...receipt(version), outcome: 'waiting', pinned: 'f'.repeat(64) } as const;
  await put('receipts/slow-tea/first-pot.json', pinned);
  expect((await run('slow-tea/first-pot', '--wait')).code).toBe(0);
  const problems = [{ file: 'shows/slow-tea/first-pot.yaml', message: 'it is broken' }];
  await put('receipts/slow-tea/first-pot.json', { ...pinned, problems });
  expect((await run('slow-tea/first-pot', '--wait')).code).toBe(1);
});

test('status SHOW --wait waits until every episode follows the latest show file', async () => {
  await uploads().put('shows/Slow Tea/show.yaml', Buffer.from('title: Slow Tea'));
  const key = 'shows/Slow Tea/show.yaml';
  const upload = { key, version: `${(await uploads().head(key))?.version}` };
  const told = {
    schemaVersion: 1,
    show: 'slow-tea',
    outcome: 'read',
    message: 'Read.',
    problems: [],
    warnings: [],
  } as const;
  const follow = (following: number, staying?: number) =>
    put('receipts/slow-tea/show.json', { ...told, upload, progress: { following, staying, episodes: 1 } });
  await follow(0);
  expect((await run('slow-tea', '--wait', '--timeout', '0')).code).toBe(1);
  for (const [following, staying] of [
    [1, undefined],
    [0, 1],
  ] as const) {
    await follow(following, staying);
    expect((await run('slow-tea', '--wait', '--timeout', '0')).code).toBe(0);
  }
});

test('a name may have the extension of its file', async () => {
  await put('receipts/slow-tea/first-pot.json', receipt('1'));
  expect((await run('Slow Tea/First pot.md')).code).toBe(0);
});

test('what is uploaded but has no receipt, or is not uploaded at all, is told apart', async () => {
  await putTranscript('MAJA: Tea?');
  expect((await run('slow-tea/first-pot')).stderr).toBe(
    `slow-tea/first-pot: ${KEY} has no receipt yet; is \`npm start\` running?\n`,
  );
  await put('receipts/slow-tea/first-pot.json', receipt('1'));
  expect((await run('slow-tea/frist-pot')).stderr).toBe(
    `slow-tea/frist-pot: nothing is uploaded under this name in ${join(root, 'uploads')}; of slow-tea there is first-pot\n`,
  );
  expect((await run('slow-tea/frist-pot', '--wait', '--timeout', '0')).stderr).toMatch(
    /^waiting for an upload of slow-tea\/frist-pot in \S+; is `npm start` running\?\n/u,
  );
});

describe('in AWS', () => {
  const asked: string[] = [];
  const aws = createServer(({ method, url, headers }, response) => {
    asked.push(`${method} ${url?.split('?')[0]} ${headers.authorization?.match(/us-\w+-1\/(\w+)/u)?.[1]}`);
    if (method === 'POST') return response.end(stacks);
    if (url?.startsWith('/tea-uploads/receipts/slow-tea/first-pot.json'))
      return response.end(JSON.stringify(receipt('1')));
    if (url?.includes('list-type=2')) return response.end('<ListBucketResult></ListBucketResult>');
    response.statusCode = 404;
    return response.end('<Error><Code>NoSuchKey</Code><Message>none</Message></Error>');
  });
  const stacks = `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult>
    <Stacks><member><StackName>ShowNotes-dev-Stateful</StackName><StackStatus>CREATE_COMPLETE</StackStatus><Outputs><member>
    <OutputKey>UploadsBucket</OutputKey><OutputValue>tea-uploads</OutputValue></member></Outputs></member></Stacks>
    </DescribeStacksResult></DescribeStacksResponse>`;

  beforeAll(async () => {
    await once(aws.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => aws.close());
  const runInAws = (...args: readonly string[]) =>
    runCommand('episode', ['status', ...args], {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${(aws.address() as AddressInfo).port}`,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    });

  test('the bucket is found by its stage, and what is not there is told in one line', async () => {
    const found = await runInAws('slow-tea/first-pot', '--stage', 'dev', '--json');
    expect([found.stderr, JSON.parse(found.stdout)]).toEqual(['', receipt('1')]);
    expect(asked).toEqual(['POST / cloudformation', 'GET /tea-uploads/receipts/slow-tea/first-pot.json s3']);
    const absent = await runInAws('slow-tea/second-pot', '--uploads-bucket', 'tea-uploads');
    expect([absent.code, absent.stderr]).toEqual([1, 'slow-tea/second-pot: nothing is uploaded under this name\n']);
  });

  test('without region or credentials it is told what to set', async () => {
    const none = {
      AWS_PROFILE: undefined,
      AWS_REGION: undefined,
      AWS_DEFAULT_REGION: undefined,
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_SESSION_TOKEN: undefined,
      AWS_CONFIG_FILE: join(root, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(root, 'credentials'),
      AWS_EC2_METADATA_DISABLED: 'true',
    };
    const args = ['status', 'slow-tea/first-pot', '--stage', 'dev'];
    expect((await runCommand('episode', args, none)).stderr).toMatch(
      /^AWS: there is no region; set AWS_REGION[^\n]*\n$/u,
    );
    const { stderr } = await runCommand('episode', args, { ...none, AWS_REGION: 'us-east-1' });
    expect(stderr).toMatch(/^AWS: there are no credentials; set AWS_PROFILE[^\n]*\n$/u);
  });
});

test.each([[['a/b/c'], 'a/b/c is neither SHOW/EPISODE nor SHOW\n']])('%j is told in one line', async (args, line) => {
  expect(await run(...args)).toEqual({ code: 1, stdout: '', stderr: line });
});
