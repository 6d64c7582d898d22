import { explore, profiles } from './explorer';
import { sabotages } from './sabotage';

/**
 * `npm run explore [-- SEEDS]`: every profile over so many schedules, and every broken rule until it is caught.
 * Exits 1 where an honest run ended wrong.
 */
async function main(seeds: number): Promise<void> {
  let wrong = 0;
  for (const [name, profile] of Object.entries(profiles)) {
    const started = Date.now();
    let bad = 0;
    for (let seed = 1; seed <= seeds; seed += 1) {
      const faults = await explore(seed, profile);
      if (faults.length > 0) bad += 1;
      if (faults.length > 0 && bad <= 3) say(`  seed ${seed}: ${faults[0]}`);
    }
    wrong += bad;
    say(`${name}: ${bad} of ${seeds} wrong (${Math.round((Date.now() - started) / 1000)} s)`);
  }
  for (const [name, sabotage] of Object.entries(sabotages)) say(`${name}: ${await caughtBy(sabotage, seeds)}`);
  process.exitCode = wrong === 0 ? 0 : 1;
}

async function caughtBy(sabotage: (typeof sabotages)[string], seeds: number): Promise<string> {
  for (let seed = 1; seed <= seeds; seed += 1) {
    for (const [name, profile] of Object.entries(profiles)) {
      const [fault] = await explore(seed, profile, sabotage);
      if (fault !== undefined) return `caught by ${name}, seed ${seed}: ${fault}`;
    }
  }
  return `not caught in ${seeds} seeds of each profile`;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

void main(Number(process.argv[2] ?? 10_000));
