import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import {
  catalogueKey,
  type EpisodeId,
  episodePageKey,
  NOT_FOUND_PAGE_KEY,
  readUploadKey,
  receiptKey,
  showNotesKey,
  showPageKey,
} from '../../../lambdas/contract/object-keys';
import type { Catalogue, ShowNotes } from '../../../lambdas/contract/published';
import type { Receipt } from '../../../lambdas/contract/receipt';
import type { History } from '../../../lambdas/domain/episode/history';
import {
  endpoint,
  eventually,
  letSendInBatches,
  messagesIn,
  operator,
  outputs,
  policiesOf,
  producer,
  putPolicy,
  receiptFor,
  receiptOf,
  roleNamed,
  upload,
  type Visit,
  visit,
} from '../deployment';

jest.setTimeout(180_000);

const conversation = (topic: string): string =>
  [
    '# Low water',
    '',
    `**ROSA:** Welcome to Low Water. I'm Rosa Lindqvist, and today I talk to Amir Haddad, who repairs ${topic}.`,
    '',
    `**AMIR:** Thank you. I began with ${topic} when I was nineteen, in my uncle's yard in Bergen.`,
    '',
    '**ROSA:** What does a beginner get wrong most often?',
    '',
    '**AMIR:** They hurry. Wood tells you what it needs, but it tells you slowly, over two or three winters.',
    '',
  ].join('\n');

const json = <T>({ body }: Visit): T => JSON.parse(body.toString('utf8'));
const showNotesOf = (id: EpisodeId): Promise<Visit> => visit(`/${showNotesKey(id)}`);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Uploads a transcript and waits for its show notes. */
async function publish(key: string, topic: string): Promise<ShowNotes> {
  const { show, episode } = readUploadKey(key) as EpisodeId & { kind: 'transcript' };
  const version = await upload(key, conversation(topic));
  expect(await receiptFor({ show, episode }, version)).toMatchObject({ outcome: 'published', upload: { key } });
  const answer = await showNotesOf({ show, episode });
  expect(answer.status).toBe(200);
  return json(answer);
}

async function catalogueOnce(show: string, isWanted: (catalogue: Catalogue) => boolean): Promise<Catalogue> {
  const answer = await eventually(
    () => visit(`/${catalogueKey(show)}`),
    (seen) => seen.status === 200 && isWanted(json(seen)),
  );
  return json(answer);
}

/** What `npm run episode` answers to somebody with this profile, once it has taken effect; `retry` does not wait. */
async function episodeCommand<T>(profile: string, ...args: readonly string[]): Promise<T> {
  const wait = args[0] === 'retry' ? [] : ['--wait'];
  const command = ['run', '--silent', 'episode', '--', ...args, ...wait, '--json'];
  const { stdout } = await promisify(execFile)('npm', command, { env: { ...process.env, AWS_PROFILE: profile } });
  return JSON.parse(stdout);
}

/** Everything published for one episode: keys with tags. */
async function publishedObjects({ show, episode }: EpisodeId): Promise<Record<string, string>> {
  const list = new ListObjectsV2Command({ Bucket: outputs.PublishedBucket, Prefix: `shows/${show}/${episode}/` });
  const { Contents = [] } = await operator.s3.send(list);
  return Object.fromEntries(Contents.map(({ Key, ETag }) => [Key, ETag]));
}

beforeAll(letSendInBatches);

describe('an episode, from upload to withdrawal', () => {
  const id: EpisodeId = { show: 'low-water', episode: 'wooden-boats' };
  const key = 'shows/low-water/wooden-boats.md';
  let first: ShowNotes;

  test('an uploaded transcript becomes show notes that anybody can fetch', async () => {
    first = await publish(key, 'wooden boats');
    expect(first).toMatchObject({ schemaVersion: 1, show: { id: id.show }, episode: { id: id.episode } });

    const pointer = await visit(`/${showNotesKey(id)}`, { origin: 'https://podcast.example' });
    expect(pointer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
      etag: expect.any(String),
    });
    expect(first.files.length).toBeGreaterThan(0);
    for (const { href, type, bytes, sha256: expected } of first.files) {
      const file = await visit(`/${first.base}${href}`.replace(/^\/\//u, '/'));
      expect(file.status).toBe(200);
      expect(file.headers['content-type']).toBe(type);
      expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect([file.body.length, sha256(file.body)]).toEqual([bytes, expected]);
    }
  });

  test('its page, and the list of the show, are there for people and machines', async () => {
    const page = await visit(`/${episodePageKey(id)}`);
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.body.toString()).toContain('Amir');
    const style = /href="([^"]+\.css)"/u.exec(page.body.toString())?.[1];
    const address = new URL(`${style}`, `https://site/${episodePageKey(id)}`).pathname;
    expect((await visit(address)).headers['content-type']).toBe('text/css; charset=utf-8');

    const catalogue = await catalogueOnce(id.show, ({ episodes }) => episodes.length === 1);
    expect(catalogue.episodes[0]).toMatchObject({ id: id.episode, publication: first.publication });
    const list = await eventually(
      () => visit(`/${showPageKey(id.show)}`),
      ({ status }) => status === 200,
    );
    expect(list.body.toString()).toContain(first.episode.title);
  });

  test('a producer asks for the receipt with the command', async () => {
    const wanted = ['status', `${id.show}/${id.episode}`, '--uploads-bucket', outputs.UploadsBucket];
    expect(await episodeCommand('producer', ...wanted)).toEqual(await receiptOf(id));
  });

  test('the same bytes again change nothing, and the receipt says so', async () => {
    const before = await publishedObjects(id);
    const version = await upload(key, conversation('wooden boats'));
    expect(await receiptFor(id, version)).toMatchObject({ outcome: 'unchanged' });
    expect(await publishedObjects(id)).toEqual(before);
  });

  test('a corrected transcript moves the pointer; the earlier files stay', async () => {
    const second = await publish(key, 'clinker-built boats');
    const replaced = (await receiptOf(id))?.published?.replaced;
    expect(replaced?.publication).toBe(first.publication);
    expect(replaced?.changes.map(({ part }) => part)).toEqual(expect.arrayContaining(['turns']));
    expect(second.revision).not.toBe(first.revision);
    expect(second.publication).not.toBe(first.publication);
    expect((await visit(`/${episodePageKey(id)}`)).body.toString()).toContain('clinker-built');
    expect((await visit(`/${first.base}turns.json`.replace(/^\/\//u, '/'))).status).toBe(200);
  });

  test('a show file changes what every episode of the show says', async () => {
    await upload('shows/low-water/show.yaml', 'title: Low Water, the boatyard podcast\n');
    const title = 'Low Water, the boatyard podcast';
    const answer = await eventually(
      () => showNotesOf(id),
      (seen) => json<ShowNotes>(seen).show.title === title,
    );
    expect(json<ShowNotes>(answer).show).toEqual({ id: id.show, title });
    expect((await catalogueOnce(id.show, ({ show }) => show.title === title)).episodes).toHaveLength(1);
  });

  test('deleting the transcript withdraws the episode', async () => {
    await producer.send(new DeleteObjectCommand({ Bucket: outputs.UploadsBucket, Key: key }));
    await eventually(
      () => receiptOf(id),
      (receipt) => receipt?.outcome === 'withdrawn',
    );
    for (const path of [showNotesKey(id), episodePageKey(id)]) expect((await visit(`/${path}`)).status).toBe(404);
    expect((await catalogueOnce(id.show, ({ episodes }) => episodes.length === 0)).episodes).toEqual([]);
  });
});

describe('a file that is no transcript', () => {
  const id: EpisodeId = { show: 'low-water', episode: 'poison' };

  test('is rejected: with a receipt, with a notice, without a dead letter', async () => {
    const notices = await queueOfNotices();
    const version = await upload(
      'shows/low-water/poison.md',
      Uint8Array.from({ length: 4_096 }, (_, i) => (i * 7) % 256),
    );
    expect(await receiptFor(id, version)).toMatchObject({
      outcome: 'rejected',
      problems: [{ reason: expect.any(String) }],
    });
    expect((await showNotesOf(id)).status).toBe(404);
    const told = await eventually(
      () => operator.sqs.send(new ReceiveMessageCommand({ QueueUrl: notices })),
      ({ Messages = [] }) => Messages.length > 0,
    );
    expect(told.Messages?.[0]?.Body).toContain('shows/low-water/poison.md');
    expect(await messagesIn(outputs.UploadsDeadLettersUrl)).toBe(0);
    expect(await messagesIn(outputs.PublicationsDeadLettersUrl)).toBe(0);
  });
});

/** A queue that is sent whatever the topic of notices says. */
async function queueOfNotices(): Promise<string> {
  const { QueueUrl } = await operator.sqs.send(new CreateQueueCommand({ QueueName: 'notices-seen' }));
  const Endpoint = `arn:aws:sqs:us-east-1:000000000000:notices-seen`;
  const statement = {
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: Endpoint,
  };
  const Attributes = { Policy: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }) };
  await operator.sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
  await new SNSClient({}).send(new SubscribeCommand({ TopicArn: outputs.NoticesTopicArn, Protocol: 'sqs', Endpoint }));
  return `${QueueUrl}`;
}

describe('going back to an earlier publication', () => {
  const id: EpisodeId = { show: 'low-water', episode: 'harbour-seals' };
  const key = 'shows/low-water/harbour-seals.md';
  const name = `${id.show}/${id.episode}`;
  const editor = <T>(...args: readonly string[]): Promise<T> => episodeCommand('editor', ...args, '--stage', 'dev');
  const shown = async () => json<ShowNotes>(await showNotesOf(id)).publication;

  test('history, pin, an upload that changes nothing shown, unpin, retry', async () => {
    const first = await publish(key, 'harbour seals');
    const second = await publish(key, 'grey seals');
    const { publications } = await editor<History>('history', name);
    expect(publications.map(({ publication, state }) => [publication, state])).toEqual([
      [second.publication, 'current'],
      [first.publication, 'superseded'],
    ]);
    const pinned = await editor<Receipt>('pin', name, first.publication);
    expect([pinned.pinned, await shown()]).toEqual([first.publication, first.publication]);

    const version = await upload(key, conversation('ringed seals'));
    expect(await receiptFor(id, version)).toMatchObject({ outcome: 'waiting', pinned: first.publication });
    expect(await shown()).toBe(first.publication);

    const unpinned = await editor<Receipt>('unpin', name);
    expect([unpinned.outcome, unpinned.pinned]).toEqual(['published', undefined]);
    expect(await shown()).toBe(unpinned.published?.publication);

    await operator.s3.send(new DeleteObjectCommand({ Bucket: outputs.UploadsBucket, Key: receiptKey(id) }));
    await editor('retry', name);
    expect(await receiptFor(id, version)).toEqual(unpinned);
  });

  test('a producer who may only upload can do none of it', async () => {
    await expect(episodeCommand('producer', 'pin', name, '--stage', 'dev')).rejects.toThrow(
      /AWS answers|not authorized/u,
    );
  });
});

describe('a handler that cannot work', () => {
  const id: EpisodeId = { show: 'low-water', episode: 'engines' };

  test('ends in dead letters when a grant is taken away; given back, a redrive heals it, and a retry does no harm', async () => {
    const QueueUrl = outputs.PublicationsQueueUrl;
    const asking = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['VisibilityTimeout'] });
    const { Attributes } = await operator.sqs.send(asking);
    // Whatever else is on its way, such as another show's catalogue, would die too, and later than the first.
    const isDone = () =>
      eventually(
        () => messagesIn(QueueUrl),
        (count) => count === 0,
      );
    await isDone();
    const atOnce = { VisibilityTimeout: '1' };
    await operator.sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: atOnce }));
    const giveBack = await takeGrantsAway(await roleNamed('PublishShowNotesRole'), 's3:PutObject');

    const version = await upload('shows/low-water/engines.md', conversation('old engines'));
    const dead = () => messagesIn(outputs.PublicationsDeadLettersUrl);
    await eventually(dead, (count) => count > 0);
    await isDone();
    expect((await showNotesOf(id)).status).toBe(404);
    expect(await receiptOf(id)).toBeUndefined();

    await giveBack();
    // A handler that works takes longer than a second where much else runs, and its message would come again and again.
    await operator.sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
    await redrive(outputs.PublicationsDeadLettersUrl, outputs.PublicationsQueueUrl);
    expect(await receiptFor(id, version)).toMatchObject({ outcome: 'published' });
    await episodeCommand('editor', 'retry', `${id.show}/${id.episode}`, '--stage', 'dev');
    expect(await receiptFor(id, version)).toMatchObject({ outcome: 'published' });
    expect((await showNotesOf(id)).status).toBe(200);
    expect(await dead()).toBe(0);
  });
});

/** Takes one action out of what a role may do; what it returns gives it back. */
async function takeGrantsAway(role: string, action: string): Promise<() => Promise<void>> {
  const before = await policiesOf(role);
  for (const { name, statements } of before) {
    const rest = statements.map((statement) => ({
      ...statement,
      Action: [statement.Action].flat().filter((granted) => granted !== action),
    }));
    await putPolicy(
      role,
      name,
      rest.filter(({ Action }) => Action.length > 0),
    );
  }
  return async () => {
    for (const { name, statements } of before) await putPolicy(role, name, statements);
  };
}

/** What SQS's StartMessageMoveTask does, which the emulator lacks: every dead letter goes back to its queue. */
async function redrive(from: string, to: string): Promise<void> {
  for (;;) {
    const { Messages = [] } = await operator.sqs.send(
      new ReceiveMessageCommand({ QueueUrl: from, MaxNumberOfMessages: 10 }),
    );
    if (Messages.length === 0) return;
    for (const { Body, ReceiptHandle } of Messages) {
      await operator.sqs.send(new SendMessageCommand({ QueueUrl: to, MessageBody: `${Body}` }));
      await operator.sqs.send(new DeleteMessageCommand({ QueueUrl: from, ReceiptHandle }));
    }
  }
}

describe('a page that somebody removed', () => {
  const id: EpisodeId = { show: 'low-water', episode: 'lost-page' };

  test('comes back when the operator has everything compared', async () => {
    await publish('shows/low-water/lost-page.md', 'tide mills');
    const Key = episodePageKey(id);
    await operator.s3.send(new DeleteObjectCommand({ Bucket: outputs.PublishedBucket, Key }));
    const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'reconcile', '--', '--stage', 'dev']);
    expect(stdout).toBe('dev: begun; the counts are in the log of reconcile\n');
    const page = await eventually(
      () => visit(`/${Key}`),
      ({ status }) => status === 200,
    );
    expect(page.body.toString()).toContain('Amir');
  });
});

describe('odd keys', () => {
  const thousandBytes = `shows/low-water/${'a very long name '.repeat(60)}`.slice(0, 997).concat('.md');

  test.each([
    ['a space', 'shows/Low Tide/first catch.md'],
    ['a plus', 'shows/low-tide/nets+lines.md'],
    ['a percent sign', 'shows/low-tide/100% salt.md'],
    ['what looks encoded', 'shows/low-tide/salt%20and+pepper.md'],
    ['accents', 'shows/low-tide/Fiskesuppe på Værøy.md'],
    ['upper case', 'shows/low-tide/HERRING.MD'],
    ['another script', 'shows/low-tide/北の海.md'],
    ['1,000 bytes', thousandBytes],
  ])('%s', async (_name, key) => {
    expect(Buffer.byteLength(key)).toBeLessThanOrEqual(1_000);
    const { show } = await publish(key, 'herring nets');
    expect(show.id).toBe(readUploadKey(key)?.show);
  });
});

describe('who may not', () => {
  const withoutAccount = (bucket: string, key: string, method = 'GET'): Promise<number> =>
    fetch(new URL(`/${bucket}/${key}`, endpoint), { method }).then(({ status }) => status);
  const refusal = (attempt: Promise<unknown>): Promise<string> =>
    attempt.then(
      () => 'allowed',
      (error: Error) => error.name,
    );

  test('anonymous access to either bucket is refused', async () => {
    const there = [
      [outputs.UploadsBucket, 'shows/low-water/engines.md'],
      [outputs.UploadsBucket, ''],
      [outputs.PublishedBucket, showNotesKey({ show: 'low-water', episode: 'engines' })],
      [outputs.PublishedBucket, ''],
    ] as const;
    for (const [bucket, key] of there) {
      if (key) await operator.s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      expect([bucket, key, await withoutAccount(bucket, key)]).toEqual([bucket, key, 403]);
    }
    expect(await withoutAccount(outputs.UploadsBucket, 'shows/low-water/theirs.md', 'PUT')).toBe(403);
    expect(await withoutAccount(outputs.PublishedBucket, 'shows/low-water/theirs.json', 'PUT')).toBe(403);
  });

  test('producers change nothing but transcripts and what lies beside them', async () => {
    const { UploadsBucket, PublishedBucket } = outputs;
    const Key = receiptKey({ show: 'low-water', episode: 'engines' });
    const attempts = [
      producer.send(new PutObjectCommand({ Bucket: UploadsBucket, Key, Body: '{}' })),
      producer.send(new DeleteObjectCommand({ Bucket: UploadsBucket, Key })),
      producer.send(new ListObjectsV2Command({ Bucket: PublishedBucket })),
      producer.send(new PutObjectCommand({ Bucket: PublishedBucket, Key: 'shows/low-water/index.html', Body: 'x' })),
      producer.send(new GetObjectCommand({ Bucket: PublishedBucket, Key: NOT_FOUND_PAGE_KEY })),
    ];
    expect(await Promise.all(attempts.map(refusal))).toEqual(attempts.map(() => 'AccessDenied'));
    const listing = producer.send(new ListObjectsV2Command({ Bucket: UploadsBucket, Prefix: 'shows/' }));
    expect(await refusal(listing)).toBe('allowed');
    const notYet = receiptKey({ show: 'low-water', episode: 'not-yet' });
    expect(await refusal(producer.send(new GetObjectCommand({ Bucket: UploadsBucket, Key: notYet })))).toBe(
      'NoSuchKey',
    );
  });

  test('visitors are shown one plain page for whatever is not there', async () => {
    for (const path of ['/', '/shows/', '/shows/low-water/never.json', '/nowhere.html']) {
      const { status, headers, body } = await visit(path);
      expect([path, status, headers['content-type']]).toEqual([path, 404, 'text/html; charset=utf-8']);
      expect(body.toString()).not.toContain(outputs.PublishedBucket);
    }
  });
});
