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

/** Broken rules that many schedules show; the others take hundreds of seeds of every profile, as `npm run explore` does. */
const SOON_CAUGHT = [
  'the pointer moves before the files are there',
  'the tombstone is forgotten',
  'no tombstone when nobody saw the upload',
  'cleaning up without a mark',
  'the catalogue is read, changed and written',
];

test.each(SOON_CAUGHT)(
  '%s: is caught',
  async (sabotage) => {
    const { first } = await lookers.look({ profile: 'contention', sabotage, from: 1, to: 200 });
    expect(first).toBeDefined();
  },
  240_000,
);

test.each(Object.keys(profiles) as ProfileName[])(
  '%s: every schedule ends in the state of a calm run',
  async (profile) => {
    expect(await lookers.look({ profile, from: 1, to: seedsOf(profile) })).toEqual({ wrong: 0 });
  },
  240_000,
);
