import { type Lookers, startLookers } from './elsewhere';
import { type ProfileName, profiles } from './profiles';

/** The profiles that every change is tried with; the others are mixtures for `npm run explore`, of which a few will do. */
const FIRST: readonly ProfileName[] = ['reordering', 'duplicates', 'crashes', 'lost answers', 'everything'];
const seedsOf = (profile: ProfileName): number => (FIRST.includes(profile) ? 300 : 30);

let lookers: Lookers;
beforeAll(async () => {
  lookers = await startLookers();
});
afterAll(() => lookers.stop());

test.each(Object.keys(profiles) as ProfileName[])(
  '%s: every schedule ends in the state of a calm run',
  async (profile) => {
    expect(await lookers.look({ profile, from: 1, to: seedsOf(profile) })).toEqual({ wrong: 0 });
  },
  240_000,
);
