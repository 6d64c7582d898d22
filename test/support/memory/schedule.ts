/** A pseudo-random generator (mulberry32): the same seed, the same numbers from 0 up to 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Waiting {
  readonly actor: number;
  readonly go: () => void;
}

/** Decides, by its seed alone, which of the actors that wait goes on next. */
export interface Schedule {
  readonly random: () => number;
  /** An await point of `actor`: goes on when the schedule says so. */
  step(actor: number): Promise<void>;
  /** Runs until nobody waits any more. */
  run(): Promise<void>;
}

/**
 * Each actor has a pace that changes now and then, so that some stall between two of their steps: in some schedules for
 * a few steps of the others, in some for hundreds.
 */
export function schedule(seed: number): Schedule {
  const random = seeded(seed);
  const changesPace = random() < 0.5 ? 0.02 : 0.003;
  const waiting: Waiting[] = [];
  const paces = new Map<number, number>();
  const paceOf = (actor: number): number => {
    if (!paces.has(actor) || random() < changesPace) paces.set(actor, random() < 0.3 ? 0.01 : 0.2 + random());
    return paces.get(actor) ?? 1;
  };
  const weights: number[] = [];
  const pick = (): Waiting | undefined => {
    let sum = 0;
    for (let index = 0; index < waiting.length; index += 1) {
      const weight = paceOf(waiting[index]?.actor ?? 0);
      weights[index] = weight;
      sum += weight;
    }
    let left = random() * sum;
    const index = waiting.findIndex((_, at) => {
      left -= weights[at] ?? 0;
      return left <= 0;
    });
    return waiting.splice(Math.max(0, index), 1)[0];
  };
  return {
    random,
    step: (actor) => new Promise((go) => waiting.push({ actor, go })),
    async run() {
      for (;;) {
        // A tick comes once nobody can go on without a step any more, and much sooner than an immediate does.
        await new Promise(process.nextTick);
        const next = pick();
        if (!next) return;
        next.go();
      }
    },
  };
}
