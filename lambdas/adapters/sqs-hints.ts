import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { type Hint, hintOf, readHint } from '../contract/hints';
import type { Hints } from '../domain/ports';
import { log } from './log';

/** Messages that one SendMessageBatch takes. */
const BATCH = 10;

/** A queue as the hints port. */
export const sqsHints = <Message>(queueUrl: string, sqs: SQSClient = new SQSClient({})): Hints<Message> => ({
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
export async function handleEach<Message>(
  event: SQSEvent,
  read: (body: unknown) => Message | undefined,
  handle: (message: Message) => Promise<object>,
): Promise<SQSBatchResponse> {
  const batchItemFailures = [];
  for (const record of event.Records) {
    const attempt = attemptOf(record);
    try {
      const message = read(JSON.parse(record.body));
      log('hint-settled', { attempt, ...(message ? await handle(message) : { ignored: record.body }) });
    } catch (error) {
      log('hint-failed', { attempt, body: record.body, error: describe(error) });
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
}

/** A hint of the pipeline's own, or what an EventBridge event about an upload hints at. Its keys are not form-encoded. */
export function hintIn(body: unknown): Hint | undefined {
  const hint = readHint(body);
  if (hint) return hint;
  const { detail } = body as { readonly detail?: { readonly object?: { readonly key?: string } } };
  if (detail?.object?.key === undefined) throw new Error('neither a hint nor an event about an object');
  return hintOf(detail.object.key);
}

const attemptOf = ({ attributes }: SQSRecord): number => Number(attributes.ApproximateReceiveCount);

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
