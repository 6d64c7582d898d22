/** Restarts before an attempt is left to the queue: far more than contention on one episode was seen to need. */
const MAX_RESTARTS = 30;

/**
 * Repeats `attempt` until it settles: undefined means that a swap was lost or an input changed meanwhile, and that it
 * starts over. Throws when it keeps starting over, so that the queue tries again later.
 */
export async function settle<T>(what: string, attempt: (restarts: number) => Promise<T | undefined>): Promise<T> {
  for (let restarts = 0; restarts <= MAX_RESTARTS; restarts += 1) {
    const settled = await attempt(restarts);
    if (settled !== undefined) return settled;
  }
  throw new Error(`${what} kept changing: gave up after ${MAX_RESTARTS} restarts; the queue tries again`);
}
