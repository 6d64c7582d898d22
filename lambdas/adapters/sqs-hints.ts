import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { type Hint, hintOf, type ReconcileHint, readHint, readReconcileHint } from '../contract/hints';
import type { Metrics } from '../contract/metrics';
import { factsOf } from '../domain/errors';
import type { Hints } from '../domain/ports';
import { log } from './log';
import { patient } from './patience';

/** Messages that one SendMessageBatch takes. */
const BATCH = 10;

/** A queue as the hints port. */
export const sqsHints = <Message>(queueUrl: string, sqs: SQSClient = new SQSClient(patient)): Hints<Message> => ({
  async send(hints, delaySeconds = 0) {
    for (let from = 0; from < hints.length; from += BATCH) {
      const Entries = hints
        .slice(from, from + BATCH)
        .map((hint, index) => ({ Id: String(index), MessageBody: JSON.stringify(hint), DelaySeconds: delaySeconds }));
      const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
      if (Failed.length > 0) throw new Error(`${Failed.length} hints were not sent: ${Failed[0]?.Message}`);
    }
  },
});

/** What a Lambda does with its messages. */
export interface Handling<Message, Outcome extends object> {
  readonly stage: string;
  /** Undefined for a message that is nothing to it. */
  readonly read: (body: unknown) => Message | undefined;
  readonly handle: (message: Message) => Promise<Outcome>;
  readonly measure: (outcome: Outcome) => Metrics;
}

/** Handles each message on its own: one that fails is reported back to the queue, the others are done. */
export async function handleEach<Message extends object, Outcome extends object>(
  event: SQSEvent,
  { stage, read, handle, measure }: Handling<Message, Outcome>,
): Promise<SQSBatchResponse> {
  const batchItemFailures = [];
  for (const record of event.Records) {
    const line = { attempt: attemptOf(record), show: undefined, episode: undefined };
    try {
      const body: unknown = JSON.parse(record.body);
      const message = read(body);
      Object.assign(line, traceIn(body), aboutOf(message));
      if (!message) log('hint-ignored', { ...line, body: record.body });
      else {
        const outcome = await handle(message);
        log('hint-settled', { ...line, ...outcome }, { stage, metrics: measure(outcome) });
      }
    } catch (error) {
      log('hint-failed', { ...line, ...factsOf(error), body: record.body, error: describe(error) });
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
}

const aboutOf = (message: object | undefined): object => {
  const { show, episode } = (message ?? {}) as Readonly<Record<string, unknown>>;
  return { show, episode };
};

/** The version of the upload that an event is about: what a receipt names as `upload.version`. */
function traceIn(body: unknown): object {
  const { detail } = (body ?? {}) as { readonly detail?: { readonly object?: { readonly 'version-id'?: string } } };
  return { trace: detail?.object?.['version-id'] };
}

/** A hint of the pipeline's own, or what an EventBridge event about an upload hints at. Its keys are not form-encoded. */
export function hintIn(body: unknown): Hint | undefined {
  const hint = readHint(body);
  if (hint) return hint;
  const { detail } = body as { readonly detail?: { readonly object?: { readonly key?: string } } };
  if (detail?.object?.key === undefined) throw new Error('neither a hint nor an event about an object');
  return hintOf(detail.object.key);
}

/** A message of reconcile's own queue, which nothing else is sent to. */
export function reconcileHintIn(body: unknown): ReconcileHint {
  const hint = readReconcileHint(body);
  if (!hint) throw new Error('no hint for reconcile');
  return hint;
}

const attemptOf = ({ attributes }: SQSRecord): number => Number(attributes.ApproximateReceiveCount);

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
