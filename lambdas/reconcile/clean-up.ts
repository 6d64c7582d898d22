import { EDGE_DELAY_SECONDS, MARKED_DELAY_SECONDS } from '../contract/hints';
import { type EpisodeId, publicationPrefix, showNotesKey } from '../contract/object-keys';
import type { ShowNotes } from '../contract/published';
import { type Episode, isMarked, keptOf, withMark, withoutMark } from '../domain/episode';
import { settle } from '../domain/episode/settle';
import type { Kept } from '../domain/ports';
import { hasAllFiles } from '../domain/publication';
import type { ReconcilePorts } from './ports';
import { shifted } from './time';

/** What came of a hint, for the log. */
export interface CleanUpOutcome extends EpisodeId {
  readonly outcome: 'cleaned-up' | 'nothing-to-clean-up' | 'marked' | 'unknown';
  readonly revisions: number;
  readonly publications: number;
}

/** Longer than any process that set a mark can live: a Lambda ends after 15 minutes. */
const MARK_MINUTES = 20;

/**
 * Removes what has been superseded for long enough, of a withdrawn episode everything. The episode is marked first, so
 * that nothing becomes current that is about to be removed; what is current, shown, coming or pinned is never removed,
 * nor what the pointer names: a publisher that stalled through a withdrawal may have put it since.
 */
export const cleanUp = (id: EpisodeId, ports: ReconcilePorts): Promise<CleanUpOutcome> =>
  settle(`${id.show}/${id.episode}`, () => attempt(id, ports));

async function attempt({ show, episode: name }: EpisodeId, ports: ReconcilePorts): Promise<CleanUpOutcome | undefined> {
  const id = { show, episode: name };
  const { episodes, clock, keptDays, reconciliations } = ports;
  const none = { ...id, revisions: 0, publications: 0 };
  const episode = await episodes.find(id);
  if (!episode) return { ...none, outcome: 'unknown' };
  if (isMarked(episode, clock())) {
    await reconciliations.send([{ kind: 'clean-up', ...id }], MARKED_DELAY_SECONDS);
    return { ...none, outcome: 'marked' };
  }
  const keptSince = shifted(clock(), -keptDays * 24 * 60);
  if (!(await isShownWhole(episode, ports))) await ports.publications.send([{ kind: 'episode', ...id }]);
  if (isClean(removable(episode, await episodes.kept(id), keptSince)) && !episode.mark) {
    return { ...none, outcome: 'nothing-to-clean-up' };
  }
  const marked = { ...withMark(episode, shifted(clock(), MARK_MINUTES)), version: episode.version + 1 };
  if (!(await episodes.swap(marked))) return undefined;
  const gone = removable(marked, await episodes.kept(id), keptSince, (await pointerOf(id, ports))?.publication);
  if (marked.latest.outcome === 'absent' && gone.publications.length > 0) {
    // Sent before, so that no crash loses it, and late enough for the files to be gone when the edge is asked.
    const reference = `${show}/${name}/${marked.version}`;
    await reconciliations.send([{ kind: 'forget', ...id, reference }], EDGE_DELAY_SECONDS);
  }
  for (const publication of gone.publications) await removeFiles(id, publication, ports);
  for (const publication of gone.publications) await episodes.removePublication(id, publication);
  for (const revision of gone.revisions) await episodes.removeRevision(id, revision);
  if (!(await episodes.swap({ ...withoutMark(marked, keptSince), version: marked.version + 1 }))) return undefined;
  const counts = { revisions: gone.revisions.length, publications: gone.publications.length };
  return { ...id, outcome: 'cleaned-up', ...counts };
}

/** Whether every file that the pointer names is there; one that somebody removed is written again by the publisher. */
async function isShownWhole(episode: Episode, ports: ReconcilePorts): Promise<boolean> {
  const pointer = episode.shown === undefined ? undefined : await pointerOf(episode, ports);
  return pointer === undefined || (await hasAllFiles(pointer, ports.published));
}

async function pointerOf(id: EpisodeId, { published }: ReconcilePorts): Promise<ShowNotes | undefined> {
  const stored = await published.get(showNotesKey(id));
  return stored && (JSON.parse(new TextDecoder().decode(stored.body)) as ShowNotes);
}

interface Removable {
  readonly revisions: readonly string[];
  readonly publications: readonly string[];
}

const isClean = ({ revisions, publications }: Removable): boolean => revisions.length + publications.length === 0;

/** What neither item nor pointer names, nor is kept as superseded. A publication written lately may be about to be pointed to. */
function removable(episode: Episode, kept: Kept, keptSince: string, pointed?: string): Removable {
  const { current, shown, coming, pin, latest } = episode;
  const superseded = keptOf(episode, keptSince).map(({ kind, id }) => `${kind} ${id}`);
  const named = new Set([
    ...[current?.revision].map((id) => `revision ${id}`),
    ...[shown, pin, pointed, ...coming].map((id) => `publication ${id}`),
    ...superseded,
  ]);
  const isRecent = (savedAt: string) => latest.outcome !== 'absent' && savedAt >= keptSince;
  return {
    revisions: kept.revisions.filter((revision) => !named.has(`revision ${revision}`)),
    publications: kept.publications
      .filter(({ publication, savedAt }) => !named.has(`publication ${publication}`) && !isRecent(savedAt))
      .map(({ publication }) => publication),
  };
}

/** The note of the publication goes after its files: a removal that was cut short is found again by it. */
async function removeFiles(id: EpisodeId, publication: string, { published }: ReconcilePorts): Promise<void> {
  const files = await published.list(publicationPrefix(id, publication));
  await Promise.all(files.map(({ key }) => published.remove(key)));
}
