import type { Clock } from '../lambdas/domain/ports';
import type { DeadLetters } from './dead-letters';
import type { Timers } from './timers';

export interface QueueOptions<M> {
  /** Throws to have the message again later. */
  readonly handle: (message: M) => Promise<void>;
  /** How many messages are handled at the same time. */
  readonly concurrency: number;
  /** After so many a message becomes a dead letter. */
  readonly attempts: number;
  /** Milliseconds until the second attempt; doubled for each one after it. */
  readonly backOff: number;
  readonly deadLetters: DeadLetters;
  readonly timers: Timers;
  readonly clock: Clock;
  /** Told of each attempt that failed, and whether it was the last. */
  readonly onFailure: (message: M, error: unknown, isLast: boolean) => void;
}

/** A queue within this process: at least once, in no order, with retries and dead letters. */
export interface Queue<M> {
  send(message: M, delaySeconds?: number): void;
  /** Once nothing waits, runs or is due later, retries and delays included. */
  idle(): Promise<void>;
  /** Takes no more messages in hand and waits for those that are. */
  stop(): Promise<void>;
}

interface Waiting<M> {
  readonly message: M;
  readonly attempt: number;
  readonly due: number;
}

const LONGEST_BACK_OFF = 30_000;

/** Starts a queue. A message equal to one that still waits is not queued again: it would say the same. */
export function startQueue<M>(options: QueueOptions<M>): Queue<M> {
  const { concurrency, timers } = options;
  const attempt = attempter(options);
  const waiting = new Map<string, Waiting<M>>();
  const running = new Set<Promise<void>>();
  let onceIdle: (() => void)[] = [];
  let callOff = (): void => undefined;
  let isStopped = false;

  function enqueue(coming: Waiting<M>): void {
    const name = JSON.stringify(coming.message);
    const there = waiting.get(name);
    waiting.set(name, there === undefined || coming.due < there.due ? coming : there);
    advance();
  }

  function advance(): void {
    callOff();
    if (isStopped) return;
    const now = timers.now();
    let soonest = Number.POSITIVE_INFINITY;
    for (const [name, next] of waiting) {
      if (running.size >= concurrency) return;
      if (next.due <= now) start(name, next);
      else soonest = Math.min(soonest, next.due);
    }
    if (Number.isFinite(soonest)) callOff = timers.after(Math.max(0, soonest - now), advance);
    else if (running.size === 0) settleIdle();
  }

  function start(name: string, next: Waiting<M>): void {
    waiting.delete(name);
    const work = attempt(next).then((again) => {
      running.delete(work);
      if (again) enqueue(again);
      else advance();
    });
    running.add(work);
  }

  function settleIdle(): void {
    for (const tell of onceIdle) tell();
    onceIdle = [];
  }

  return {
    send: (message, delaySeconds = 0) => enqueue({ message, attempt: 1, due: timers.now() + delaySeconds * 1_000 }),
    idle: () =>
      new Promise((resolve) => {
        onceIdle.push(resolve);
        advance();
      }),
    async stop() {
      isStopped = true;
      callOff();
      await Promise.all(running);
    },
  };
}

/** Handles a message once; answers what is to be tried again, and buries what has been tried often enough. */
function attempter<M>({ handle, attempts, backOff, deadLetters, timers, clock, onFailure }: QueueOptions<M>) {
  async function bury(message: M, attempt: number, error: unknown): Promise<void> {
    try {
      await deadLetters.keep({ message, attempts: attempt, failedAt: clock(), error: reasonOf(error) });
    } catch (cause) {
      onFailure(message, new Error('its dead letter could not be kept', { cause }), true);
    }
  }

  return async ({ message, attempt }: Waiting<M>): Promise<Waiting<M> | undefined> => {
    try {
      await handle(message);
      return undefined;
    } catch (error) {
      const isLast = attempt >= attempts;
      onFailure(message, error, isLast);
      if (isLast) await bury(message, attempt, error);
      const pause = Math.min(backOff * 2 ** (attempt - 1), LONGEST_BACK_OFF);
      return isLast ? undefined : { message, attempt: attempt + 1, due: timers.now() + pause };
    }
  };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
