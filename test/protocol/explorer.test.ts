import { type Lookers, startLookers } from './elsewhere';
import type { Found, Share } from './look';
import { type ProfileName, profiles } from './profiles';

let lookers: Lookers;
beforeAll(async () => {
  lookers = await startLookers(1);
});
afterAll(() => lookers.stop());

const look = (share: Share): Promise<Found> | undefined => lookers.looks[0]?.(share);

test.each(Object.keys(profiles) as ProfileName[])(
  '%s: every schedule ends in the state of a calm run',
  async (profile) => {
    expect(await look({ profile, from: 1, to: 300, every: 1 })).toEqual({ wrong: 0 });
  },
  240_000,
);
