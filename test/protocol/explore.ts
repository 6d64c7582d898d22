import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { AN_UPLOAD, endingOf } from './crash-sweep';
import { explore } from './explorer';
import { type ProfileName, profiles } from './profiles';
import { honest, sabotages } from './sabotage';

/** What one process found out about some of the seeds of one profile. */
interface Found {
  readonly wrong: number;
  readonly first?: { readonly seed: number; readonly fault: string };
}

/** Seeds `from`, `from + every`, … up to `to`; with a sabotage, only until it is caught. */
interface Share {
  readonly profile: ProfileName;
  readonly sabotage?: string;
  readonly from: number;
  readonly to: number;
  readonly every: number;
}

async function look({ profile, sabotage, from, to, every }: Share): Promise<Found> {
  const [how, what] = [profiles[profile], sabotage === undefined ? honest : sabotages[sabotage]];
  if (!what) throw new Error(`there is no sabotage ${sabotage}`);
  let found: Found = { wrong: 0 };
  for (let seed = from; seed <= to; seed += every) {
    const [fault] = await explore(seed, how, what);
    if (fault !== undefined) found = { wrong: found.wrong + 1, first: found.first ?? { seed, fault } };
    if (fault !== undefined && sabotage !== undefined) return found;
  }
  return found;
}

/** Lets every core look at its share. */
async function shared(share: Omit<Share, 'from' | 'every'>): Promise<Found> {
  const every = availableParallelism();
  const shares = Array.from({ length: every }, (_, index) => ({ ...share, from: index + 1, every }));
  const all = await Promise.all(shares.map(elsewhere));
  const first = all.flatMap((found) => found.first ?? []).sort((a, b) => a.seed - b.seed)[0];
  return { wrong: all.reduce((sum, { wrong }) => sum + wrong, 0), ...(first && { first }) };
}

const elsewhere = (share: Share): Promise<Found> =>
  new Promise((resolve, reject) => {
    const child = fork(__filename, [JSON.stringify(share)]);
    child.once('message', (found) => resolve(found as Found));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`exploring ${share.profile} ended with ${code}`)));
  });

/**
 * `npm run explore [-- SEEDS]`: every profile over so many schedules, every two crashes, every broken rule until it is caught.
 * Exits 1 where an honest run ended wrong, or a broken rule was not caught.
 */
async function main(seeds: number): Promise<void> {
  for (const profile of PROFILES) {
    const started = Date.now();
    const { wrong, first } = await shared({ profile, to: seeds });
    say(`${profile}: ${wrong} of ${seeds} wrong (${Math.round((Date.now() - started) / 1000)} s)`);
    if (first) say(`  seed ${first.seed}: ${first.fault}`);
    if (wrong > 0) process.exitCode = 1;
  }
  await crashTwice();
  for (const sabotage of Object.keys(sabotages)) {
    const caught = await caughtBy(sabotage, seeds);
    say(`${sabotage}: ${caught ?? `not caught in ${seeds} seeds of each profile`}`);
    if (caught === undefined) process.exitCode = 1;
  }
}

/** A hundred seeds of each profile, then the next hundred, until one catches it. */
async function caughtBy(sabotage: string, seeds: number): Promise<string | undefined> {
  for (let from = 1; from <= seeds; from += 100) {
    for (const profile of PROFILES) {
      const to = Math.min(seeds, from + 99);
      const { first } = await look({ profile, sabotage, from, to, every: 1 });
      if (first) return `caught by ${profile}, seed ${first.seed}: ${first.fault}`;
    }
  }
  return undefined;
}

const PROFILES = Object.keys(profiles) as readonly ProfileName[];

/** Kills the process at two points of an upload, for every two. */
async function crashTwice(): Promise<void> {
  const calm = await endingOf(AN_UPLOAD);
  let [runs, wrong] = [0, 0];
  for (let first = 0; first < calm.points; first += 1) {
    // The message comes again and takes its own way, which has as many points once more.
    for (let second = first + 1; second < 2 * calm.points; second += 1) {
      runs += 1;
      if ((await endingOf(AN_UPLOAD, [first, second])).state !== calm.state) wrong += 1;
    }
  }
  say(`crashes at two points of an upload: ${wrong} of ${runs} wrong`);
  if (wrong > 0) process.exitCode = 1;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const [given] = process.argv.slice(2);
if (process.send && given) void look(JSON.parse(given) as Share).then((found) => process.send?.(found));
else void main(Number(given ?? 10_000));
