import type { Hint } from '../contract/hints';
import type { EpisodeId } from '../contract/object-keys';
import type { Hints } from './ports';

/** Hints a second that go out about many episodes at once, so that fresh uploads never wait behind an archive. */
const PACE = 10;
/** SQS delays messages by 15 minutes at most. */
const MAX_DELAY_SECONDS = 900;

/** Sends a second's worth of hints with no delay, the next with one second, and so on. */
export async function sendPaced(ids: readonly EpisodeId[], queue: Hints): Promise<void> {
  for (let from = 0; from < ids.length; from += PACE) {
    const second = ids.slice(from, from + PACE).map(({ show, episode }): Hint => ({ kind: 'episode', show, episode }));
    await queue.send(second, secondsFor(from));
  }
}

/** Seconds after which so many hints have been let through. */
export const secondsFor = (hints: number): number => Math.min(MAX_DELAY_SECONDS, Math.floor(hints / PACE));
