import type { ObjectStore } from '../lambdas/domain/ports';

/** A message that was given up, kept as a JSON file that a person can read. */
export interface DeadLetter {
  readonly queue: string;
  readonly message: unknown;
  readonly attempts: number;
  /** ISO 8601. */
  readonly failedAt: string;
  readonly error: string;
}

/** A drawer for the messages that one queue has given up. */
export interface DeadLetters {
  keep(letter: Omit<DeadLetter, 'queue'>): Promise<void>;
  /** Hands each letter's message to `send`, oldest first, and drops the letter; returns how many there were. */
  redrive(send: (message: unknown) => void): Promise<number>;
}

/** Keeps the dead letters of `queue` in a folder of its own, `<queue>/<time>-<number>.json`. */
export function deadLettersIn(objects: ObjectStore, queue: string): DeadLetters {
  let kept = 0;
  return {
    async keep(letter) {
      kept += 1;
      const key = `${queue}/${letter.failedAt.replaceAll(':', '-')}-${String(kept).padStart(4, '0')}.json`;
      await objects.put(key, Buffer.from(`${JSON.stringify({ queue, ...letter }, null, 2)}\n`));
    },

    async redrive(send) {
      const letters = (await objects.list(`${queue}/`)).filter(({ key }) => key.endsWith('.json'));
      for (const { key } of letters) {
        const stored = await objects.get(key);
        if (stored) send((JSON.parse(Buffer.from(stored.body).toString()) as DeadLetter).message);
        await objects.remove(key);
      }
      return letters.length;
    },
  };
}
