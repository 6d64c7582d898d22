import type { Hints } from '../ports';

/** Hints a second about episodes that somebody waits for: those of a show whose show file has changed. */
export const PACE_OF_A_SHOW = 10;
/** Hints a second about episodes that nobody waits for: half of what the Lambdas get through, the rest is for uploads. */
export const BACKGROUND_PACE = 5;
/** SQS delays messages by 15 minutes at most. */
const MAX_DELAY_SECONDS = 900;

/** Sends a second's worth of hints after the seconds that `before` others take, the next a second later, and so on. */
export async function sendPaced<Message>(
  hints: readonly Message[],
  queue: Hints<Message>,
  pace: number,
  before = 0,
): Promise<void> {
  for (let at = 0; at < hints.length; ) {
    const second = hints.slice(at, at + pace - ((before + at) % pace));
    await queue.send(second, secondsFor(before + at, pace));
    at += second.length;
  }
}

/** Seconds after which so many hints have been let through. */
export const secondsFor = (hints: number, pace: number): number =>
  Math.min(MAX_DELAY_SECONDS, Math.floor(hints / pace));
