import { type ChildProcess, fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../support/bundle';
import type { Found, Share } from './look';

/** Processes, each of which looks at one share of schedules after the other: within jest a schedule takes many times as long. */
export interface Lookers {
  readonly looks: readonly ((share: Share) => Promise<Found>)[];
  stop(): void;
}

export async function startLookers(count: number): Promise<Lookers> {
  const folder = await bundle([join(__dirname, 'look.ts')]);
  const children = Array.from({ length: count }, () => fork(join(folder, 'look.js')));
  return {
    looks: children.map((child) => (share) => answerOf(child, share)),
    stop() {
      for (const child of children) child.kill();
      rmSync(folder, { recursive: true });
    },
  };
}

function answerOf(child: ChildProcess, share: Share): Promise<Found> {
  return new Promise((resolve, reject) => {
    const fail = (why: unknown) => reject(new Error(`exploring ${share.profile} ended with ${why}`));
    child.once('error', fail).once('exit', fail);
    child.once('message', (found) => {
      child.off('error', fail).off('exit', fail);
      resolve(found as Found);
    });
    child.send(share);
  });
}
