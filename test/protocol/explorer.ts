import { sha256 } from '../../lambdas/adapters/site-files';
import {
  catalogueKey,
  episodePageKey,
  publicationPrefix,
  receiptKey,
  SHOWS_PREFIX,
  showNotesKey,
} from '../../lambdas/contract/object-keys';
import type { Catalogue, ShowNotes } from '../../lambdas/contract/published';
import type { Receipt } from '../../lambdas/contract/receipt';
import { Crash, disturbed, type Faults } from '../support/faults';
import { type Schedule, schedule } from '../support/schedule';
import { parse, publish, settleAll, textOf, upload, type World, type Wrap, world } from '../support/world';

/** What may go wrong in a run beside reordering. */
export interface Profile extends Faults {
  /** How likely a message is delivered once more although it was handled. */
  readonly duplicate: number;
}

const nothing = { crashBefore: 0, crashAfter: 0, answerLost: 0, duplicate: 0 };

export const profiles: Readonly<Record<string, Profile>> = {
  reordering: nothing,
  duplicates: { ...nothing, duplicate: 0.3 },
  crashes: { ...nothing, crashBefore: 0.01, crashAfter: 0.01 },
  'lost answers': { ...nothing, answerLost: 0.02 },
  everything: { crashBefore: 0.006, crashAfter: 0.006, answerLost: 0.008, duplicate: 0.2 },
};

const SHOW = 'tide-tables';
const EPISODES = ['ebb', 'flow', 'neap', 'spring'];
const WORKERS = 8;
const UPLOADS = 6;

/** One change of one upload; no text: removed. */
interface Change {
  readonly key: string;
  readonly text: string | undefined;
}

const transcript = (take: string): string =>
  `**MIRA:** Hello, I'm Mira Odell and this is Tide Tables, take ${take}.\n\n**JONAS:** The tide comes in at noon, ${take}.\n`;

const key = (name: string): string => `${SHOWS_PREFIX}${SHOW}/${name}`;

/** Contents come back again and again: A, B, A, removed, A. Some cannot be read, some are a second transcript. */
function changeOf(episode: string, random: () => number): Change {
  const one = <Choice>(...choices: readonly Choice[]): Choice =>
    choices[Math.floor(random() * choices.length)] as Choice;
  const kind = random();
  if (kind < 0.5) return { key: key(`${episode}.md`), text: transcript(one('A', 'B', 'C')) };
  if (kind < 0.65) return { key: key(`${episode}.md`), text: undefined };
  if (kind < 0.72) return { key: key(`${episode}.md`), text: ' \n' };
  if (kind < 0.78) return { key: key(`${episode}.txt`), text: one(transcript('D'), undefined) };
  if (kind < 0.9) return { key: key(`${episode}.yaml`), text: one('title: One\n', 'title: Two\n', undefined) };
  return { key: key('show.yaml'), text: one('title: Tide Tables\n', 'title: The Tide Tables\n', undefined) };
}

/** One run: producers change uploads while eight workers handle what comes; answers what is wrong at the end. */
export async function explore(seed: number, profile: Profile): Promise<readonly string[]> {
  const plan = schedule(seed);
  const here = world();
  const faults: string[] = [];
  const history: Change[] = [];
  let busy = EPISODES.length;

  const produce = async (episode: string, actor: number) => {
    for (let count = 0; count < UPLOADS; count += 1) {
      await plan.step(actor);
      const change = changeOf(episode, plan.random);
      history.push(change);
      await upload(here, change.key, change.text);
    }
    busy -= 1;
  };
  const isDone = () => busy === 0 && here.uploadsQueue.messages.length + here.publicationsQueue.messages.length === 0;
  const work = async (actor: number) => {
    while (!isDone()) {
      await plan.step(actor);
      busy += 1;
      await handleOne(here, plan, profile, actor);
      busy -= 1;
    }
  };
  const read = async (actor: number) => {
    while (!isDone()) {
      for (const episode of EPISODES) faults.push(...(await followPointer(here, episode, () => plan.step(actor))));
    }
  };
  const actors = [
    ...EPISODES.map((episode, index) => produce(episode, index)),
    ...Array.from({ length: WORKERS }, (_, index) => work(100 + index)),
    read(200),
  ];
  await plan.run();
  await Promise.all(actors);
  return [...faults, ...(await wrongAtTheEnd(here, history))];
}

/** Takes any message of either queue; puts it back where handling it failed, or where it is to come twice. */
async function handleOne(here: World, plan: Schedule, profile: Profile, actor: number): Promise<void> {
  const queues = [here.uploadsQueue, here.publicationsQueue].filter(({ messages }) => messages.length > 0);
  const queue = queues[Math.floor(plan.random() * queues.length)];
  const hint = queue?.messages.splice(Math.floor(plan.random() * queue.messages.length), 1)[0];
  if (!queue || !hint) return;
  const wrap: Wrap = (port) => disturbed(port, actor, plan, profile);
  try {
    await (queue === here.uploadsQueue ? parse(here, hint, wrap) : publish(here, hint, wrap));
    if (plan.random() < profile.duplicate) queue.messages.push(hint);
  } catch (error) {
    const isExpected = error instanceof Crash || (error instanceof Error && error.message.endsWith('was lost'));
    if (!isExpected) throw error;
    queue.messages.push(hint);
  }
}

/** A reader who follows the pointer finds every file it names, with the bytes it names. */
async function followPointer(here: World, episode: string, step: () => Promise<void>): Promise<string[]> {
  await step();
  const pointer = textOf(here.published, showNotesKey({ show: SHOW, episode }));
  if (pointer === undefined) return [];
  const { base, files } = JSON.parse(pointer) as ShowNotes;
  const wrong: string[] = [];
  for (const { href, sha256: expected } of files) {
    await step();
    const stored = here.published.objects.get(`${base.slice(1)}${href}`);
    if (!stored || sha256(stored.body) !== expected) wrong.push(`${base}${href} is missing or mixed`);
  }
  return wrong;
}

/** Compares with a run in which nothing but the last state of the uploads was ever there. */
async function wrongAtTheEnd(here: World, history: readonly Change[]): Promise<string[]> {
  const calm = world();
  for (const [key, { body }] of here.uploads.objects) {
    if (key.startsWith(SHOWS_PREFIX)) await upload(calm, key, new TextDecoder().decode(body));
  }
  await settleAll(calm);
  const wrong = EPISODES.flatMap((episode) => wrongEpisode(here, calm, episode, history));
  return [...wrong, ...wrongCatalogue(here)];
}

function wrongEpisode(here: World, calm: World, episode: string, history: readonly Change[]): string[] {
  const id = { show: SHOW, episode };
  const [pointer, expected] = [here, calm].map(({ published }) => textOf(published, showNotesKey(id)));
  const receipt = JSON.parse(textOf(here.uploads, receiptKey(id)) ?? '{}') as Partial<Receipt>;
  const calmReceipt = JSON.parse(textOf(calm.uploads, receiptKey(id)) ?? '{}') as Partial<Receipt>;
  const outcome = receipt.outcome === 'unchanged' ? 'published' : receipt.outcome;
  const wrong: string[] = [];
  const wasTouched = history.some(({ key: changed }) => changed.includes(`/${episode}.`));
  if (wasTouched && outcome !== (calmReceipt.outcome ?? 'withdrawn')) {
    wrong.push(`${episode}: receipt says ${receipt.outcome}, expected ${calmReceipt.outcome}`);
  }
  if (receipt.published?.publication !== (pointer && (JSON.parse(pointer) as ShowNotes).publication)) {
    wrong.push(`${episode}: the receipt names ${receipt.published?.publication}, the pointer another publication`);
  }
  const latest = here.uploads.objects.get(key(`${episode}.md`)) ?? here.uploads.objects.get(key(`${episode}.txt`));
  if (receipt.upload && receipt.upload.version !== latest?.version) {
    wrong.push(`${episode}: the receipt tells of ${receipt.upload.version}, the latest upload is ${latest?.version}`);
  }
  const mayStay = calmReceipt.outcome === 'rejected' || (calmReceipt.outcome === 'waiting' && latest !== undefined);
  if (!mayStay && pointer !== expected) wrong.push(`${episode}: the pointer is not what a calm run gives`);
  const [page, expectedPage] = [here, calm].map(({ published }) => textOf(published, episodePageKey(id)));
  if (!mayStay && page !== expectedPage) wrong.push(`${episode}: the page is not what a calm run gives`);
  if ((page === undefined) !== (pointer === undefined)) wrong.push(`${episode}: page without pointer, or the reverse`);
  if (pointer !== undefined) {
    const { publication } = JSON.parse(pointer) as ShowNotes;
    const copy = textOf(here.published, `${publicationPrefix(id, publication)}show-notes.json`);
    if (copy !== pointer) wrong.push(`${episode}: the pointer differs from the copy in its publication's folder`);
    const isAnnounced = here.announced.some((told) => told.kind === 'published' && told.publication === publication);
    if (!isAnnounced) wrong.push(`${episode}: publication ${publication} was never announced`);
  }
  return wrong;
}

/** The catalogue holds exactly the episodes that are published, each as its pointer shows it. */
function wrongCatalogue(here: World): string[] {
  const text = textOf(here.published, catalogueKey(SHOW));
  const listed = text === undefined ? [] : (JSON.parse(text) as Catalogue).episodes;
  const shown = EPISODES.flatMap((episode) => {
    const pointer = textOf(here.published, showNotesKey({ show: SHOW, episode }));
    return pointer === undefined ? [] : [`${episode} ${(JSON.parse(pointer) as ShowNotes).publication}`];
  });
  const told = listed.map(({ id, publication }) => `${id} ${publication}`).sort();
  return told.join() === shown.sort().join() ? [] : [`the catalogue lists ${told.join()}, shown are ${shown.join()}`];
}
