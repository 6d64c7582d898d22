import { type EpisodeId, SHOWS_PREFIX } from '../../lambdas/contract/object-keys';
import type { Schedule } from '../support/memory/schedule';
import { pin, SITE_ADDRESS, upload, type World, type Wrap } from '../support/memory/world';
import type { Profile } from './profiles';

export const SHOW = 'tide-tables';

export const episodesOf = ({ episodes }: Profile): readonly EpisodeId[] =>
  ['ebb', 'flow', 'neap', 'spring'].slice(0, episodes).map((episode) => ({ show: SHOW, episode }));

/** One change of one upload; no text: removed. */
export interface Change {
  readonly key: string;
  readonly text: string | undefined;
}

/** A change that was made. */
export interface Made extends Change {
  /** Whether the event about it never comes. */
  readonly isLost: boolean;
}

export const uploadKey = (name: string): string => `${SHOWS_PREFIX}${SHOW}/${name}`;

const transcript = (take: string): string =>
  `**MIRA:** Hello, I'm Mira Odell and this is Tide Tables, take ${take}.\n\n**JONAS:** The tide comes in at noon, ${take}.\n`;

/** A producer of one episode: changes its uploads one after the other, at the schedule's pace or with pauses. */
export async function produce(
  here: World,
  { episode }: EpisodeId,
  profile: Profile,
  { random }: Schedule,
  step: () => Promise<void>,
  changed: (change: Made) => void,
  wrap: Wrap,
): Promise<void> {
  const pause = random() < 0.5 ? 0 : profile.pause;
  for (let count = 1; count <= profile.changes; count += 1) {
    await step();
    for (let steps = random() * pause; steps >= 1; steps -= 1) await step();
    const change = profile.returns ? changeOf(episode, random) : newChangeOf(episode, count, random);
    const isLost = random() < profile.lostEvent;
    changed({ ...change, isLost });
    await upload(here, change.key, change.text, isLost);
    if (random() < profile.pins) await changePin(here, { show: SHOW, episode }, random, wrap);
    if (profile.cleansUp) await here.reconciliationsQueue.send([{ kind: 'clean-up', show: SHOW, episode }]);
  }
}

/** Contents come back again and again: A, B, A, removed, A. Some cannot be read, some are a second transcript. */
function changeOf(episode: string, random: () => number): Change {
  const one = <Choice>(...choices: readonly Choice[]): Choice =>
    choices[Math.floor(random() * choices.length)] as Choice;
  const kind = random();
  if (kind < 0.5) return { key: uploadKey(`${episode}.md`), text: transcript(one('A', 'B', 'C')) };
  if (kind < 0.65) return { key: uploadKey(`${episode}.md`), text: undefined };
  if (kind < 0.72) return { key: uploadKey(`${episode}.md`), text: ' \n' };
  if (kind < 0.78) return { key: uploadKey(`${episode}.txt`), text: one(transcript('D'), undefined) };
  if (kind < 0.9) return { key: uploadKey(`${episode}.yaml`), text: one('title: One\n', 'title: Two\n', undefined) };
  return {
    key: uploadKey('show.yaml'),
    text: one('title: Tide Tables\n', `title: The Tide Tables\nsite: ${SITE_ADDRESS}\n`, undefined),
  };
}

/** Nothing that was there before ever comes back; some cannot be read. */
function newChangeOf(episode: string, count: number, random: () => number): Change {
  const kind = random();
  if (kind < 0.55) return { key: uploadKey(`${episode}.md`), text: transcript(`${episode} ${count}`) };
  if (kind < 0.75) return { key: uploadKey(`${episode}.md`), text: ' \n'.repeat(count) };
  if (kind < 0.9) return { key: uploadKey(`${episode}.md`), text: undefined };
  return { key: uploadKey(`${episode}.yaml`), text: `title: Number ${count}\n` };
}

/** Pins what is shown just now or something older that is still kept, or unpins; others are at work meanwhile. */
async function changePin(here: World, id: EpisodeId, random: () => number, wrap: Wrap): Promise<void> {
  const isPinned = random() < 0.6;
  const kept = (await here.episodes.kept(id)).publications.map(({ publication }) => publication);
  const shown = (await here.episodes.find(id))?.shown;
  const chosen = random() < 0.5 ? shown : kept[Math.floor(random() * kept.length)];
  if (isPinned && chosen === undefined) return;
  // What was kept when the producer looked may be gone, or the episode be withdrawn: the command says so.
  await pin(here, id, isPinned ? chosen : undefined, wrap);
}
