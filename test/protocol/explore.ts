import { availableParallelism } from 'node:os';
import { AN_UPLOAD, endingOf } from './crash-sweep';
import { startLookers } from './elsewhere';
import type { Found, Share } from './look';
import { type ProfileName, profiles } from './profiles';
import { sabotages } from './sabotage';

/** Lets every core look at its share. */
async function shared({ from, ...share }: Omit<Share, 'every'>): Promise<Found> {
  const { looks } = await lookers;
  const every = looks.length;
  const all = await Promise.all(looks.map((look, index) => look({ ...share, from: from + index, every })));
  const first = all.flatMap((found) => found.first ?? []).sort((a, b) => a.seed - b.seed)[0];
  return { wrong: all.reduce((sum, { wrong }) => sum + wrong, 0), ...(first && { first }) };
}

const lookers = startLookers(availableParallelism());

/**
 * `npm run explore [-- SEEDS]`: every profile over so many schedules, every two crashes, every broken rule until it is caught.
 * Exits 1 where an honest run ended wrong, or a broken rule was not caught.
 */
async function main(seeds: number): Promise<void> {
  for (const profile of PROFILES) {
    const started = Date.now();
    const { wrong, first } = await shared({ profile, from: 1, to: seeds });
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
      const { first } = await shared({ profile, sabotage, from, to });
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
void main(Number(given ?? 10_000))
  .then(() => lookers)
  .then(({ stop }) => stop());
