import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deadLettersIn } from '../../local/dead-letters';
import { folderObjects } from '../../local/objects/folder-objects';
import { type Queue, startQueue } from '../../local/queue';
import { type ManualTimers, manualTimers } from '../support/memory/manual-timers';

let root = '';
let timers: ManualTimers;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'queue-'));
  timers = manualTimers();
});
afterEach(() => rmSync(root, { recursive: true }));

const objects = () => folderObjects(root);
const failures: string[] = [];
beforeEach(() => failures.splice(0));

function queue(handle: (message: string) => Promise<void>, concurrency = 2): Queue<string> {
  return startQueue({
    handle,
    concurrency,
    attempts: 3,
    backOff: 1_000,
    deadLetters: deadLettersIn(objects(), 'uploads'),
    timers,
    clock: () => '2026-03-01T09:30:00.000Z',
    onFailure: (message, error, isLast) => failures.push(`${message}: ${(error as Error).message}${isLast ? '!' : ''}`),
  });
}

test('a message is handled at once, a delayed one when its time has come', async () => {
  const handled: string[] = [];
  const { send, idle } = queue(async (message) => void handled.push(message));
  send('tea/two', 5);
  send('tea/one');
  await timers.pass(4_999);
  expect(handled).toEqual(['tea/one']);
  await timers.pass(1);
  expect(handled).toEqual(['tea/one', 'tea/two']);
  await idle();
});

test('a message that waits already is not queued twice; one in hand is', async () => {
  const handled: string[] = [];
  let finish = (): void => undefined;
  const { send } = queue((message) => {
    handled.push(message);
    return new Promise((resolve) => {
      finish = resolve;
    });
  }, 1);
  send('tea/one');
  send('tea/one');
  send('tea/one');
  await timers.pass(0);
  expect(handled).toHaveLength(1);
  finish();
  await timers.pass(0);
  expect(handled).toHaveLength(2);
  finish();
  await timers.pass(60_000);
  expect(handled).toHaveLength(2);
});

test('a message sent again for sooner is handled sooner', async () => {
  const handled: string[] = [];
  const { send } = queue(async (message) => void handled.push(message));
  send('tea/one', 60);
  send('tea/one', 1);
  await timers.pass(1_000);
  expect(handled).toEqual(['tea/one']);
  await timers.pass(100_000);
  expect(handled).toEqual(['tea/one']);
});

test('no more are in hand at once than the queue allows', async () => {
  let inHand = 0;
  let most = 0;
  const { send, idle } = queue(async () => {
    inHand += 1;
    most = Math.max(most, inHand);
    await new Promise((resolve) => setImmediate(resolve));
    inHand -= 1;
  }, 3);
  for (let number = 0; number < 50; number += 1) send(`tea/${number}`);
  await idle();
  expect([most, inHand]).toEqual([3, 0]);
});

test('what fails is tried again, later each time, and others are not held up', async () => {
  const tried: string[] = [];
  const { send } = queue(async (message) => {
    tried.push(`${message} ${timers.now()}`);
    if (message === 'bad' && tried.length < 5) throw new Error('the table is away');
  });
  send('bad');
  send('good');
  await timers.pass(1_000);
  send('late');
  await timers.pass(10_000);
  expect(tried).toEqual(['bad 0', 'good 0', 'bad 1000', 'late 1000', 'bad 3000']);
  expect(failures).toEqual(['bad: the table is away', 'bad: the table is away']);
  expect(await objects().list('')).toEqual([]);
});

test('what keeps failing becomes a dead letter that a person can read, and redriving sends it again', async () => {
  let isBroken = true;
  const handled: string[] = [];
  const { send, idle } = queue(async (message) => {
    if (isBroken) throw new Error('the table is away');
    handled.push(message);
  });
  send('tea/one');
  await timers.pass(3_000);
  await idle();
  expect(failures.at(-1)).toBe('tea/one: the table is away!');
  const [letter] = await objects().list('uploads/');
  expect(letter?.key).toBe('uploads/2026-03-01T09-30-00.000Z-0001.json');
  expect(JSON.parse(Buffer.from((await objects().get(`${letter?.key}`))?.body ?? []).toString())).toEqual({
    queue: 'uploads',
    message: 'tea/one',
    attempts: 3,
    failedAt: '2026-03-01T09:30:00.000Z',
    error: expect.stringContaining('the table is away'),
  });

  isBroken = false;
  expect(await deadLettersIn(objects(), 'uploads').redrive((message) => send(`${message}`))).toBe(1);
  await idle();
  expect(handled).toEqual(['tea/one']);
  expect(await objects().list('')).toEqual([]);
});

test('a stopped queue finishes what is in hand and takes nothing more', async () => {
  const handled: string[] = [];
  const { send, stop } = queue(async (message) => {
    await new Promise((resolve) => setImmediate(resolve));
    handled.push(message);
  }, 1);
  send('in hand');
  send('waiting');
  send('later', 10);
  await stop();
  send('too late');
  await timers.pass(60_000);
  expect(handled).toEqual(['in hand']);
});
