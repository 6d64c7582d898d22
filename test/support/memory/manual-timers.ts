import type { Timers } from '../../../local/timers';

/** Time that stands still until the test turns it on. */
export interface ManualTimers extends Timers {
  /** Lets `milliseconds` go by, calling what is due in its order, and all that it leads to. */
  pass(milliseconds: number): Promise<void>;
}

/** A clock at 0 with nothing due. */
export function manualTimers(): ManualTimers {
  let now = 0;
  let due: { readonly at: number; readonly run: () => void }[] = [];
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    now: () => now,
    after(milliseconds, run) {
      const entry = { at: now + milliseconds, run };
      due.push(entry);
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
    async pass(milliseconds) {
      const end = now + milliseconds;
      await settle();
      for (;;) {
        const next = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        due = due.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.run();
        await settle();
      }
      now = end;
    },
  };
}
