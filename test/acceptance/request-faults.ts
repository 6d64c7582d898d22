import type { IncomingMessage, ServerResponse } from 'node:http';
import { seeded } from '../support/memory/schedule';

/** What becomes of a request. */
type Fate = 'passed' | 'throttled' | 'unavailable' | 'reset before' | 'reset after' | 'cut off' | 'late';

/** How often each happens, beside being passed. */
const RATES: readonly (readonly [Fate, number])[] = [
  ['throttled', 0.3],
  ['unavailable', 0.1],
  ['reset before', 0.025],
  ['reset after', 0.025],
  ['cut off', 0.02],
  ['late', 0.02],
];

/** How long a late request waits, in milliseconds. */
export const LATE = 2_000;

export interface RequestFaults {
  areOn: boolean;
  readonly counts: Record<string, number>;
  /** Decides what becomes of a request. */
  fateOf(request: IncomingMessage): Fate;
}

/** Faults for the requests to the three services that the pipeline keeps its state in, once they are switched on. */
export function requestFaults(seed: number): RequestFaults {
  const random = seeded(seed);
  const counts: Record<string, number> = {};
  const draw = (): Fate => {
    const drawn = random();
    const upTo = (index: number) => RATES.slice(0, index + 1).reduce((sum, [, rate]) => sum + rate, 0);
    return RATES.find((_, index) => drawn < upTo(index))?.[0] ?? 'passed';
  };
  const faults: RequestFaults = {
    areOn: false,
    counts,
    fateOf(request) {
      if (!faults.areOn || serviceOf(request) === undefined) return 'passed';
      const fate = draw();
      counts[fate] = (counts[fate] ?? 0) + 1;
      return fate;
    },
  };
  return faults;
}

type Service = 's3' | 'dynamodb' | 'sqs';

/** The service that a signed request is for, as its signature says. */
function serviceOf({ headers: { authorization = '' } }: IncomingMessage): Service | undefined {
  return (['s3', 'dynamodb', 'sqs'] as const).find((service) => authorization.includes(`/${service}/aws4_request`));
}

/** What each service answers to a caller who asks too often. */
export function throttle(request: IncomingMessage, answer: ServerResponse): void {
  const service = serviceOf(request);
  if (service === 's3') {
    answer.writeHead(503, { 'content-type': 'application/xml' });
    answer.end('<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>');
    return;
  }
  const name = service === 'sqs' ? 'RequestThrottled' : 'ProvisionedThroughputExceededException';
  answer.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
  answer.end(JSON.stringify({ __type: `com.amazonaws.${service}#${name}`, message: 'too many requests' }));
}
