import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Found, Share } from './look';

/** A process that looks at one share of schedules after the other: outside of jest a schedule takes a third of the time. */
export interface Looker {
  look(share: Share): Promise<Found>;
  stop(): void;
}

export function startLooker(): Looker {
  const child = fork(join(__dirname, 'look.ts'), { execArgv: ['--import', 'tsx'] });
  return {
    look: (share) =>
      new Promise((resolve, reject) => {
        const fail = (why: unknown) => reject(new Error(`exploring ${share.profile} ended with ${why}`));
        child.once('error', fail).once('exit', fail);
        child.once('message', (found) => {
          child.off('error', fail).off('exit', fail);
          resolve(found as Found);
        });
        child.send(share);
      }),
    stop: () => void child.kill(),
  };
}
