import { type Looker, startLooker } from './elsewhere';
import { type ProfileName, profiles } from './profiles';

const SEEDS = 300;

let looker: Looker;
beforeAll(() => {
  looker = startLooker();
});
afterAll(() => looker.stop());

test.each(Object.keys(profiles) as ProfileName[])(
  '%s: every schedule ends in the state of a calm run',
  async (profile) => {
    expect(await looker.look({ profile, from: 1, to: SEEDS, every: 1 })).toEqual({ wrong: 0 });
  },
  240_000,
);
