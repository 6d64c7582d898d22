import type { SQSEvent } from 'aws-lambda';
import { handleEach, hintIn, reconcileHintIn } from '../../lambdas/adapters/sqs-hints';
import { withFacts } from '../../lambdas/domain/errors';

const uploaded = (key: string) => ({
  'detail-type': 'Object Created',
  source: 'aws.s3',
  detail: { bucket: { name: 'uploads' }, object: { key, 'version-id': 'v8' } },
});

test.each([
  ['shows/tide-tables/ebb.md', { kind: 'episode', show: 'tide-tables', episode: 'ebb' }],
  ['shows/tide-tables/show.yaml', { kind: 'show-file', show: 'tide-tables' }],
  ['shows/tide tables/50%25+1.md', { kind: 'episode', show: 'tide-tables', episode: '50-25-1' }],
  ['shows/tide-tables/.DS_Store', undefined],
])('an event about %s is a hint; its key is not form-encoded', (key, hint) => {
  expect(hintIn(uploaded(key))).toEqual(hint);
});

test('a hint of the pipeline’s own is itself', () => {
  const hint = { kind: 'episode', show: 'tide-tables', episode: 'ebb' };
  expect(hintIn(hint)).toEqual(hint);
});

describe('a batch', () => {
  const written: string[] = [];
  const write = process.stdout.write;
  beforeAll(() => {
    process.stdout.write = ((line: string) => written.push(line) > 0) as typeof write;
  });
  afterAll(() => {
    process.stdout.write = write;
  });

  test('a hint of one of many shows stays one', () => {
    const hint = { kind: 'catalogue', show: 'tide-tables', isOneOfMany: true };
    expect(hintIn(hint)).toEqual(hint);
  });

  test('a message on reconcile’s queue that it does not know is no message to pass over', () => {
    expect(reconcileHintIn({ kind: 'all-shows' })).toEqual({ kind: 'all-shows' });
    expect(() => reconcileHintIn({ kind: 'all-show' })).toThrow('no hint for reconcile');
  });

  test('reports just the messages that failed, and logs each with its attempt', async () => {
    const bodies = [
      JSON.stringify(uploaded('shows/a/fine.md')),
      'no JSON',
      '{"detail":{}}',
      JSON.stringify(uploaded('shows/a/broken.md')),
    ];
    const Records = bodies.map((body, index) => ({
      messageId: `m${index}`,
      body,
      attributes: { ApproximateReceiveCount: '2' },
    }));
    const answer = await handleEach({ Records } as unknown as SQSEvent, {
      stage: 'dev',
      read: hintIn,
      async handle(hint) {
        if (hint.kind === 'episode' && hint.episode === 'broken')
          await withFacts({ revision: 'b2', publication: 'p1' }, () => Promise.reject(new Error('the table is away')));
        return { outcome: 'accepted', revision: 'a1', trace: 'v7' };
      },
      measure: () => ({ Uploads: 1, Rejections: 0, SecondsToPublished: 2.5 }),
    });
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m1', 'm2', 'm3']);
    const logged = written.map((line) => JSON.parse(line) as { event: string; attempt: number; show?: string });
    expect(logged.map(({ event, attempt }) => `${event} ${attempt}`)).toEqual([
      'hint-settled 2',
      'hint-failed 2',
      'hint-failed 2',
      'hint-failed 2',
    ]);
    expect(logged[0]).toMatchObject({ show: 'a', episode: 'fine', revision: 'a1', trace: 'v7' });
    expect(logged[3]).toMatchObject({ show: 'a', episode: 'broken', trace: 'v8', error: expect.any(String) });
    expect(logged[3]).toMatchObject({ revision: 'b2', publication: 'p1' });
    expect(logged[0]).toMatchObject({
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: 'ShowNotes',
            Dimensions: [['Stage']],
            Metrics: [
              { Name: 'Uploads', Unit: 'Count' },
              { Name: 'SecondsToPublished', Unit: 'Seconds' },
            ],
          },
        ],
      },
      Stage: 'dev',
      Uploads: 1,
      SecondsToPublished: 2.5,
    });
    expect(logged[0]).not.toHaveProperty('Rejections');
  });
});
