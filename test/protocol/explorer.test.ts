import { explore } from './explorer';
import { profiles } from './profiles';

const SEEDS = 30;

test.each(Object.entries(profiles))(
  '%s: every schedule ends in the state of a calm run',
  async (_, profile) => {
    const wrong: string[] = [];
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      for (const fault of await explore(seed, profile)) wrong.push(`seed ${seed}: ${fault}`);
    }
    expect(wrong).toEqual([]);
  },
  120_000,
);
