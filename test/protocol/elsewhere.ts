import { type ChildProcess, fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../support/bundle';
import type { Found, Share } from './look';

/** A process for each core, outside of jest, where a schedule takes many times as long. */
export interface Lookers {
  /** Lets every core look at its share of the seeds. */
  look(seeds: Omit<Share, 'every'>): Promise<Found>;
  stop(): void;
}

export async function startLookers(): Promise<Lookers> {
  const folder = await bundle([join(__dirname, 'look.ts')]);
  const children = Array.from({ length: availableParallelism() }, () =>
    fork(join(folder, 'look.js'), { execArgv: [] }),
  );
  return {
    async look({ from, ...seeds }) {
      const every = children.length;
      const all = await Promise.all(
        children.map((child, index) => answerOf(child, { ...seeds, from: from + index, every })),
      );
      const first = all.flatMap((found) => found.first ?? []).sort((a, b) => a.seed - b.seed)[0];
      return { wrong: all.reduce((sum, { wrong }) => sum + wrong, 0), ...(first && { first }) };
    },
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
