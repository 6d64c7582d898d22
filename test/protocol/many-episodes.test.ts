import { catalogueKey } from '../../lambdas/contract/object-keys';
import type { Catalogue } from '../../lambdas/contract/published';
import { schedule } from '../support/memory/schedule';
import { textOf, upload, world } from '../support/memory/world';
import { handleOne } from './explorer';
import { profiles } from './profiles';
import { honest } from './sabotage';

const EPISODES = 200;
const WORKERS = 8;

test('of 200 episodes of one show, uploaded at once, the catalogue holds all 200', async () => {
  const here = world();
  const plan = schedule(1);
  const names = Array.from({ length: EPISODES }, (_, number) => `tide-${String(number).padStart(3, '0')}`);
  for (const name of names) {
    await upload(
      here,
      `shows/tide-tables/${name}.md`,
      '**MIRA:** This is Tide Tables.\n\n**JONAS:** Noon, every day.\n',
    );
  }
  const faults: string[] = [];
  let busy = 0;
  const work = async (actor: number) => {
    do {
      await plan.step(actor);
      busy += 1;
      await handleOne(here, plan, profiles.duplicates, actor, honest(here), (fault) => faults.push(fault));
      busy -= 1;
    } while (busy > 0 || here.uploadsQueue.messages.length + here.publicationsQueue.messages.length > 0);
  };
  const workers = Array.from({ length: WORKERS }, (_, actor) => work(actor));
  await plan.run();
  await Promise.all(workers);
  expect(faults).toEqual([]);
  const { episodes } = JSON.parse(textOf(here.published, catalogueKey('tide-tables')) ?? '{}') as Catalogue;
  expect(episodes.map(({ id }) => id).sort()).toEqual(names);
}, 60_000);
