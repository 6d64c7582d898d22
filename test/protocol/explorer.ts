import { sha256 } from '../../lambdas/adapters/site-files';
import type { Hint, ReconcileHint } from '../../lambdas/contract/hints';
import {
  catalogueKey,
  type EpisodeId,
  episodePageKey,
  publicationPrefix,
  ROBOTS_KEY,
  receiptKey,
  SHOWS_PREFIX,
  SITEMAPS_KEY,
  showNotesKey,
  sitemapKey,
} from '../../lambdas/contract/object-keys';
import type { Catalogue, ShowNotes } from '../../lambdas/contract/published';
import type { Receipt } from '../../lambdas/contract/receipt';
import { type Compared, changesBetween } from '../../lambdas/domain/changes';
import { shownBefore } from '../../lambdas/domain/episode';
import { SHOW_NOTES_FILE, TURNS_FILE } from '../../lambdas/domain/publication';
import { renderForSearchEngines, renderSitemap } from '../../lambdas/domain/render';
import { Crash, disturbed, type Faults } from '../support/faults';
import { type Schedule, schedule } from '../support/schedule';
import {
  parse,
  pin,
  publish,
  reconciled,
  SITE_ADDRESS,
  settleAll,
  textOf,
  upload,
  type World,
  type Wrap,
  world,
} from '../support/world';
import { honest, type Sabotage } from './sabotage';

/** What may go wrong in a run beside reordering. */
export interface Profile extends Faults {
  /** How likely a message is delivered once more although it was handled. */
  readonly duplicate: number;
  /** How likely an event about an upload never comes; reconcile has to find out. */
  readonly lostEvent: number;
  /** Whether superseded revisions and publications are kept for no time at all, and removed all the while. */
  readonly cleansUp: boolean;
}

const nothing = { crashBefore: 0, crashAfter: 0, answerLost: 0, duplicate: 0, lostEvent: 0, cleansUp: false };

export const profiles: Readonly<Record<string, Profile>> = {
  reordering: nothing,
  duplicates: { ...nothing, duplicate: 0.3 },
  crashes: { ...nothing, crashBefore: 0.01, crashAfter: 0.01 },
  'lost answers': { ...nothing, answerLost: 0.02 },
  everything: { ...nothing, crashBefore: 0.006, crashAfter: 0.006, answerLost: 0.008, duplicate: 0.2 },
  'clean-up': { ...nothing, cleansUp: true, crashBefore: 0.003, crashAfter: 0.003 },
  'lost events': { ...nothing, lostEvent: 0.2 },
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
  return {
    key: key('show.yaml'),
    text: one('title: Tide Tables\n', `title: The Tide Tables\nsite: ${SITE_ADDRESS}\n`, undefined),
  };
}

/** Pins what is shown just now, or unpins. */
async function changePin(here: World, episode: string, isPinned: boolean): Promise<void> {
  const id = { show: SHOW, episode };
  const shown = (await here.episodes.find(id))?.shown;
  if (shown !== undefined || !isPinned) await pin(here, id, isPinned ? shown : undefined);
}

/** Minutes that pass with each message, and that a process lives at the most: less than a mark holds. */
const MINUTES_A_MESSAGE = 0.05;
const LIFETIME = 15;
/** Superseded publications are kept a little longer than a process lives, and no longer. */
const KEPT_DAYS = 16 / 24 / 60;

/** One run: producers change uploads while eight workers handle what comes; answers what is wrong at the end. */
export async function explore(seed: number, profile: Profile, sabotage: Sabotage = honest): Promise<readonly string[]> {
  const plan = schedule(seed);
  const here = world(KEPT_DAYS);
  const faults: string[] = [];
  const history: Change[] = [];
  let busy = EPISODES.length;

  const produce = async (episode: string, actor: number) => {
    for (let count = 0; count < UPLOADS; count += 1) {
      await plan.step(actor);
      const change = changeOf(episode, plan.random);
      history.push(change);
      await upload(here, change.key, change.text, plan.random() < profile.lostEvent);
      if (plan.random() < 0.1) await changePin(here, episode, plan.random() < 0.5);
      if (profile.cleansUp) await here.reconciliationsQueue.send([{ kind: 'clean-up', show: SHOW, episode }]);
    }
    busy -= 1;
  };
  const isDone = () =>
    faults.length > 0 || (busy === 0 && queuesOf(here).every(({ messages }) => messages.length === 0));
  const work = async (actor: number) => {
    while (!isDone()) {
      await plan.step(actor);
      busy += 1;
      const fault = await handleOne(here, plan, profile, actor, sabotage);
      if (fault) faults.push(fault);
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
  if (faults.length > 0) return faults;
  if (profile.lostEvent > 0) {
    await here.reconciliationsQueue.send([{ kind: 'all-shows' }]);
    await settleAll(here);
  }
  return [...faults, ...(await wrongAtTheEnd(here, history))];
}

const queuesOf = (here: World) => [here.uploadsQueue, here.publicationsQueue, here.reconciliationsQueue] as const;

/** Takes any message of any queue; puts it back where handling it failed, or where it is to come twice. */
async function handleOne(
  here: World,
  plan: Schedule,
  profile: Profile,
  actor: number,
  sabotage: Sabotage,
): Promise<string | undefined> {
  const kinds = ['uploadsQueue', 'publicationsQueue', 'reconciliationsQueue'] as const;
  const filled = kinds.filter((kind) => here[kind].messages.length > 0);
  const kind = filled[Math.floor(plan.random() * filled.length)];
  if (!kind) return undefined;
  const queue: { readonly messages: unknown[] } = here[kind];
  const [hint] = queue.messages.splice(Math.floor(plan.random() * queue.messages.length), 1);
  here.time.minutes += MINUTES_A_MESSAGE;
  const end = here.time.minutes + LIFETIME;
  const isTimeUp = () => profile.cleansUp && here.time.minutes > end;
  const disturb: Wrap = (port) => disturbed(port, actor, plan, profile, isTimeUp);
  const wrap = sabotage(here, disturb, plan.random);
  try {
    if (kind === 'reconciliationsQueue') await reconciled(here, hint as ReconcileHint, wrap);
    else await (kind === 'uploadsQueue' ? parse : publish)(here, hint as Hint, wrap);
    if (plan.random() < profile.duplicate) queue.messages.push(hint);
    return undefined;
  } catch (error) {
    queue.messages.push(hint);
    const isExpected = error instanceof Crash || (error instanceof Error && error.message.endsWith('was lost'));
    return isExpected ? undefined : `a message failed: ${error}`;
  }
}

/**
 * A reader who follows the pointer finds every file it names, with the bytes it names. One who is slower than a
 * withdrawal may not: the pointer has gone by then, or names another publication.
 */
async function followPointer(here: World, episode: string, step: () => Promise<void>): Promise<string[]> {
  await step();
  const id = { show: SHOW, episode };
  const pointer = textOf(here.published, showNotesKey(id));
  if (pointer === undefined) return [];
  const { base, files } = JSON.parse(pointer) as ShowNotes;
  const wrong: string[] = [];
  for (const { href, sha256: expected } of files) {
    await step();
    const stored = here.published.objects.get(`${base.slice(1)}${href}`);
    const isRight = stored !== undefined && sha256(stored.body) === expected;
    const isStillShown = textOf(here.published, showNotesKey(id)) === pointer;
    if (!isRight && isStillShown) wrong.push(`${base}${href} is missing or mixed`);
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
  const told = await Promise.all(EPISODES.map((episode) => wronglyReplaced(here, episode)));
  return [...wrong, ...told.flat(), ...wrongCatalogue(here)];
}

/** What the receipt says has changed is what differs from the publication that was shown before, while that is kept. */
async function wronglyReplaced(here: World, episode: string): Promise<string[]> {
  const id = { show: SHOW, episode };
  const receipt = JSON.parse(textOf(here.uploads, receiptKey(id)) ?? '{}') as Partial<Receipt>;
  const noted = await here.episodes.find(id);
  const [before, now] = [noted && shownBefore(noted), receipt.published?.publication].map((publication) =>
    publication === undefined ? undefined : readCompared(here, id, publication),
  );
  if (!before || !now) return [];
  const expected = { publication: before.showNotes.publication, changes: changesBetween(before, now) };
  const told = receipt.published?.replaced;
  if (JSON.stringify(told) === JSON.stringify(expected)) return [];
  return [`${episode}: the receipt says ${told?.publication} was replaced, shown before was ${expected.publication}`];
}

function readCompared(here: World, id: EpisodeId, publication: string): Compared | undefined {
  const folder = publicationPrefix(id, publication);
  const [showNotes, turns] = [SHOW_NOTES_FILE, TURNS_FILE].map((name) => textOf(here.published, `${folder}${name}`));
  return showNotes === undefined || turns === undefined
    ? undefined
    : { showNotes: JSON.parse(showNotes), turns: JSON.parse(turns) };
}

function wrongEpisode(here: World, calm: World, episode: string, history: readonly Change[]): string[] {
  const id = { show: SHOW, episode };
  const [pointer, expected] = [here, calm].map(({ published }) => textOf(published, showNotesKey(id)));
  const receipt = JSON.parse(textOf(here.uploads, receiptKey(id)) ?? '{}') as Partial<Receipt>;
  const calmReceipt = JSON.parse(textOf(calm.uploads, receiptKey(id)) ?? '{}') as Partial<Receipt>;
  const outcome = receipt.outcome === 'unchanged' ? 'published' : receipt.outcome;
  const wrong: string[] = [];
  const pinned = receipt.pinned;
  if (pinned !== undefined) {
    const shown = pointer && (JSON.parse(pointer) as ShowNotes).publication;
    return shown === pinned ? [] : [`${episode}: ${pinned} is pinned, but ${shown} is shown`];
  }
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
  const isRight = told.join() === shown.sort().join();
  return isRight ? wrongSitemaps(here, text) : [`the catalogue lists ${told.join()}, shown are ${shown.join()}`];
}

/** What search engines are told is what the catalogue says. */
function wrongSitemaps(here: World, text: string | undefined): string[] {
  if (text === undefined) return [];
  const catalogue = JSON.parse(text) as Catalogue;
  const { robots, sitemaps } = renderForSearchEngines([catalogue]);
  const expected = { [sitemapKey(SHOW)]: renderSitemap(catalogue), [ROBOTS_KEY]: robots, [SITEMAPS_KEY]: sitemaps };
  return Object.entries(expected).flatMap(([key, file]) =>
    textOf(here.published, key) === file ? [] : [`${key} is not what the catalogue gives`],
  );
}
