import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { patient } from '../../../lambdas/adapters/patience';
import { catalogueKey, receiptKey, showNotesKey } from '../../../lambdas/contract/object-keys';
import type { Catalogue } from '../../../lambdas/contract/published';
import type { Receipt } from '../../../lambdas/contract/receipt';
import { endpoint, eventually, letSendInBatches, messagesIn, operator, outputs, receiptOf, visit } from '../deployment';

jest.setTimeout(1_200_000);

const EPISODES = 200;
/** Among which the episodes are shared out, so that the emulator, one process, is not busy with one long catalogue. */
const SHOWS = Array.from({ length: 10 }, (_, number) => `storm-warnings-${number}`);
const AT_ONCE = 10;
const ids = Array.from({ length: EPISODES }, (_, number) => ({
  show: `${SHOWS[number % SHOWS.length]}`,
  episode: `storm-${String(number).padStart(3, '0')}`,
}));

const conversation = (number: number): string =>
  `**IDA:** I'm Ida Sandvik, and this is Storm Warnings, part ${number}.\n\n**TOR:** The wind turned at ${number} past.\n`;

const s3 = new S3Client(patient);

/** The test's own requests meet the same faults. */
async function untilDone<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await send();
    } catch {}
  }
}

interface Told {
  readonly counts: Readonly<Record<string, number>>;
  /** By the pointer's address: how often it was written. */
  readonly moves: Readonly<Record<string, number>>;
}

const faults = async (path: '' | '/on' | '/off'): Promise<Told> => {
  const answer = await fetch(new URL(`/_faults${path}`, endpoint), { method: path ? 'PUT' : 'GET' });
  return (await answer.json()) as Told;
};

beforeAll(letSendInBatches);
afterAll(() => faults('/off'));

test('of 200 uploads none is lost and none is published twice while every second request goes wrong', async () => {
  for (const QueueUrl of [outputs.UploadsQueueUrl, outputs.PublicationsQueueUrl]) {
    const retrySoon = { QueueUrl, Attributes: { VisibilityTimeout: '20' } };
    await operator.sqs.send(new SetQueueAttributesCommand(retrySoon));
  }
  await faults('/on');
  const waiting = [...ids.entries()];
  const upload = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [number, { show, episode }] = next;
      const Key = `shows/${show}/${episode}.md`;
      const Body = conversation(number);
      await untilDone(() => s3.send(new PutObjectCommand({ Bucket: outputs.UploadsBucket, Key, Body })));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, upload));
  await eventually(receipts, (keys) => keys.length === EPISODES, 900);
  const { counts } = await faults('/off');
  expect(Object.keys(counts).sort()).toEqual(
    ['cut off', 'late', 'passed', 'reset after', 'reset before', 'throttled', 'unavailable'].sort(),
  );

  for (const show of SHOWS) {
    const expected = ids.flatMap((id) => (id.show === show ? [id.episode] : []));
    const catalogue = await eventually(
      async () => JSON.parse((await visit(`/${catalogueKey(show)}`)).body.toString('utf8')) as Catalogue,
      ({ episodes }) => episodes.length === expected.length,
      120,
    );
    expect(catalogue.episodes.map(({ id }) => id).sort()).toEqual(expected);
  }
  const told = await Promise.all(ids.map((id) => receiptOf(id)));
  // An upload whose answer was lost is made again, and that one is unchanged.
  const isOut = (receipt: Receipt | undefined) => ['published', 'unchanged'].includes(receipt?.outcome ?? '');
  expect(told.filter((receipt) => !isOut(receipt))).toEqual([]);
  const { moves } = await faults('');
  const often = ids.map((id) => Object.entries(moves).find(([path]) => path.includes(`/${showNotesKey(id)}`))?.[1]);
  expect(often).toEqual(ids.map(() => 1));
  expect(await messagesIn(outputs.UploadsDeadLettersUrl)).toBe(0);
  expect(await messagesIn(outputs.PublicationsDeadLettersUrl)).toBe(0);
});

/** The keys of all receipts of episodes. */
async function receipts(): Promise<readonly string[]> {
  const listed = SHOWS.map(async (show) => {
    const Prefix = receiptKey({ show, episode: 'storm-' }).replace(/\.json$/u, '');
    const list = new ListObjectsV2Command({ Bucket: outputs.UploadsBucket, Prefix });
    const { Contents = [] } = await untilDone(() => s3.send(list));
    return Contents.flatMap(({ Key }) => Key ?? []);
  });
  return (await Promise.all(listed)).flat();
}
