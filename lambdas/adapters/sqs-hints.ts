import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { type Hint, hintOf, readHint } from '../contract/hints';
import type { Hints } from '../domain/ports';
import { log } from './log';

/** Messages that one SendMessageBatch takes. */
const BATCH = 10;

/** A queue as the hints port. */
export const sqsHints = (queueUrl: string, sqs: SQSClient = new SQSClient({})): Hints => ({
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

/** Handles each message on its own: one that fails is reported back to the queue, the others are done. */
export async function handleEach(event: SQSEvent, handle: (hint: Hint) => Promise<unknown>): Promise<SQSBatchResponse> {
  const batchItemFailures = [];
  for (const record of event.Records) {
    try {
      const hint = hintIn(record);
      log('hint-settled', {
        attempt: attemptOf(record),
        ...((hint && (await handle(hint))) ?? { ignored: record.body }),
      });
    } catch (error) {
      log('hint-failed', { attempt: attemptOf(record), body: record.body, error: describe(error) });
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
}

/** A hint of the pipeline's own, or what an EventBridge event about an upload hints at. Its keys are not form-encoded. */
function hintIn({ body }: SQSRecord): Hint | undefined {
  const message = JSON.parse(body) as { readonly detail?: { readonly object?: { readonly key?: string } } };
  const hint = readHint(message);
  if (hint) return hint;
  const key = message.detail?.object?.key;
  if (key === undefined) throw new Error(`neither a hint nor an event about an object: ${body.slice(0, 500)}`);
  return hintOf(key);
}

const attemptOf = ({ attributes }: SQSRecord): number => Number(attributes.ApproximateReceiveCount);

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
