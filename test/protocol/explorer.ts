import type { Hint, ReconcileHint } from '../../lambdas/contract/hints';
import { Crash, disturbed } from '../support/memory/faults';
import { type Schedule, schedule } from '../support/memory/schedule';
import { parse, publish, reconciled, settleAll, type World, type Wrap, world } from '../support/memory/world';
import { wrongAtTheEnd } from './end-state';
import { episodesOf, type Made, produce } from './producers';
import type { Profile } from './profiles';
import { honest, type QueueName, type Sabotage } from './sabotage';
import { followPointer, neverBack, pinBoard, website, withdrawals } from './witnesses';

const WORKERS = 8;
/** Of a producer's commands: whoever gives them sees what fails, and gives them again. */
const FAULTLESS = { crashBefore: 0, crashAfter: 0, answerLost: 0, sentTwice: 0 };
/** Minutes that pass with each message, and that a process lives at the most: less than a mark holds. */
const MINUTES_A_MESSAGE = 0.05;
const LIFETIME = 15;
/** Where superseded publications are removed, they are kept a little longer than a process lives, and no longer. */
const KEPT_DAYS = 16 / 24 / 60;

/** One run: producers change uploads while eight workers handle what comes; answers what is wrong. */
export async function explore(seed: number, profile: Profile, sabotage: Sabotage = honest): Promise<readonly string[]> {
  const plan = schedule(seed);
  const ids = episodesOf(profile);
  const faults: string[] = [];
  const tell = (fault: string) => void faults.push(fault);
  const history: Made[] = [];
  const site = website(ids);
  const pins = pinBoard();
  const order = neverBack(tell);
  const withdrawn = withdrawals();
  const here: World = world(KEPT_DAYS, {
    swapped: (after, before) => {
      pins.swapped(after, before);
      withdrawn.swapped(after, before);
    },
    published: (key, after, before) => {
      withdrawn.published(key, after, before);
      if (!profile.returns) order.published(key, after, before);
    },
    uploaded: (key, after, before) => {
      if (!profile.returns) order.uploaded(key, after, before);
    },
    announced: (announcement) => site.hear(here, announcement),
  });
  const changed = (change: Made) => {
    history.push(change);
    order.changed(change);
  };

  let busy = ids.length;
  const isDone = () => faults.length > 0 || (busy === 0 && QUEUES.every((queue) => here[queue].messages.length === 0));
  const work = async (actor: number) => {
    const broken = sabotage(here);
    while (!isDone()) {
      await plan.step(actor);
      busy += 1;
      await handleOne(here, plan, profile, actor, broken, tell);
      busy -= 1;
    }
  };
  const read = async (actor: number) => {
    while (!isDone())
      for (const id of ids) await followPointer(here, id, () => plan.step(actor), withdrawn.isWithdrawn, tell);
  };
  const producers = ids.map(async (id, index) => {
    const wrap: Wrap = (port) => disturbed(port, index, plan, FAULTLESS, () => false);
    await produce(here, id, profile, plan, () => plan.step(index), changed, wrap);
    busy -= 1;
  });
  const actors = [...producers, ...Array.from({ length: WORKERS }, (_, index) => work(100 + index)), read(200)];
  await plan.run();
  await Promise.all(actors);
  if (faults.length > 0) return faults;
  if (profile.lostEvent > 0) {
    await here.reconciliationsQueue.send([{ kind: 'all-shows' }]);
    await settleAll(here);
  }
  // A calm run of the whole show costs as much as a schedule.
  const isWhole = seed % 5 === 0;
  return await wrongAtTheEnd(here, ids, { history, site, pins }, isWhole);
}

const QUEUES = ['uploadsQueue', 'publicationsQueue', 'reconciliationsQueue'] as const satisfies readonly QueueName[];

/** Takes any message of any queue; puts it back where handling it failed, or where it is to come twice. */
export async function handleOne(
  here: World,
  plan: Schedule,
  profile: Profile,
  actor: number,
  sabotage: ReturnType<Sabotage>,
  tell: (fault: string) => void,
): Promise<void> {
  const filled = QUEUES.filter((name) => here[name].messages.length > 0);
  const name = filled[Math.floor(plan.random() * filled.length)];
  if (!name) return;
  const queue: { readonly messages: unknown[] } = here[name];
  const [hint] = queue.messages.splice(Math.floor(plan.random() * queue.messages.length), 1);
  here.time.minutes += MINUTES_A_MESSAGE;
  const end = here.time.minutes + LIFETIME;
  const isTimeUp = () => profile.cleansUp && here.time.minutes > end;
  const disturb: Wrap = (port) => disturbed(port, actor, plan, profile, isTimeUp);
  const wrap = sabotage({ disturb, random: plan.random, queue: name });
  try {
    if (name === 'reconciliationsQueue') await reconciled(here, hint as ReconcileHint, wrap);
    else await (name === 'uploadsQueue' ? parse : publish)(here, hint as Hint, wrap);
    if (plan.random() < profile.duplicate) queue.messages.push(hint);
  } catch (error) {
    queue.messages.push(hint);
    const isExpected = error instanceof Crash || (error instanceof Error && error.message.endsWith('was lost'));
    if (!isExpected) tell(`a message failed: ${error}`);
  }
}
