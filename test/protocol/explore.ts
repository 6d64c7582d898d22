import { AN_UPLOAD, endingOf } from './crash-sweep';
import { startLookers } from './elsewhere';
import { type ProfileName, profiles } from './profiles';
import { sabotages } from './sabotage';

const lookers = startLookers();

/**
 * `npm run explore [-- SEEDS]`: every profile over so many schedules, every two crashes, every broken rule until it is caught.
 * Exits 1 where an honest run ended wrong, or a broken rule was not caught.
 */
async function main(seeds: number): Promise<void> {
  for (const profile of PROFILES) {
    const started = Date.now();
    const { wrong, first } = await (await lookers).look({ profile, from: 1, to: seeds });
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
      const { first } = await (await lookers).look({ profile, sabotage, from, to });
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
