/** Time as the laptop's machinery sees it; a test turns the hands itself. */
export interface Timers {
  /** Milliseconds since some moment. */
  now(): number;
  /** Calls `run` once, in `milliseconds`; the answer calls it off. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The machine's own time. */
export const systemTimers: Timers = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
