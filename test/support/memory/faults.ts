import type { Schedule } from './schedule';

/** A process that was killed: thrown through the use case, which must not catch it. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** How likely each port call is to go wrong. */
export interface Faults {
  /** The process dies before the call has any effect. */
  readonly crashBefore: number;
  /** The process dies after the call had its effect. */
  readonly crashAfter: number;
  /** The call has its effect, but its answer is an error. */
  readonly answerLost: number;
  /** The call has its effect, its answer is lost, and the SDK sends it again: the second answer counts. */
  readonly sentTwice: number;
}

/** The port with an await point before every call, and faults by the schedule's dice. A process whose time is up dies. */
export function disturbed<Port extends object>(
  port: Port,
  actor: number,
  { step, random }: Schedule,
  faults: Faults,
  isTimeUp: () => boolean,
): Port {
  return new Proxy(port, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...given: unknown[]) => {
        await step(actor);
        if (isTimeUp() || random() < faults.crashBefore) throw new Crash(`before ${String(name)}`);
        const answer: unknown = await method.apply(target, given);
        if (random() < faults.crashAfter) throw new Crash(`after ${String(name)}`);
        if (random() < faults.answerLost) throw new Error(`the answer to ${String(name)} was lost`);
        if (random() >= faults.sentTwice) return answer;
        const second: unknown = await method.apply(target, given);
        // The table's adapter knows its own write by its content.
        return name === 'swap' ? answer : second;
      };
    },
  });
}
