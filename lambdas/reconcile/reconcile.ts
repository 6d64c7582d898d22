import { CATALOGUE_DELAY_SECONDS, type ReconcileHint } from '../contract/hints';
import {
  type EpisodeId,
  episodePageKey,
  RECEIPTS_PREFIX,
  SHOWS_PREFIX,
  showNotesKey,
  showPrefix,
} from '../contract/object-keys';
import { slugOf } from '../contract/slug';
import { unknownEpisode } from '../domain/episode';
import { secondsFor, sendPaced } from '../domain/paced';
import type { ObjectStore } from '../domain/ports';
import { uploadsOfShow } from '../domain/uploads';
import { type CleanUpOutcome, cleanUp } from './clean-up';
import { compare, type Difference, type Shown } from './differences';
import type { ReconcilePorts } from './ports';

export type ReconcileOutcome =
  | CleanUpOutcome
  | { readonly outcome: 'fanned-out'; readonly shows: number }
  | ({ readonly outcome: 'compared'; readonly show: string; readonly episodes: number } & Record<Difference, number>);

/** Episodes that one message compares. */
const CHUNK = 500;

/** Takes in a hint from reconcile's queue: compares all shows, one show, or cleans up one episode. */
export function reconcile(hint: ReconcileHint, ports: ReconcilePorts): Promise<ReconcileOutcome> {
  if (hint.kind === 'clean-up') return cleanUp(hint, ports);
  return hint.kind === 'one-show' ? compareShow(hint.show, hint.from, ports) : fanOut(ports);
}

/** One hint for each show that has uploads, that a receipt tells of, or that anything is published of. */
async function fanOut({ uploads, published, reconciliations }: ReconcilePorts): Promise<ReconcileOutcome> {
  const places = [uploads.folders(SHOWS_PREFIX), uploads.folders(RECEIPTS_PREFIX), published.folders(SHOWS_PREFIX)];
  const folders = await Promise.all(places);
  const shows = [...new Set(folders.flat().map(slugOf))].sort();
  await reconciliations.send(shows.map((show) => ({ kind: 'one-show', show, from: '' })));
  return { outcome: 'fanned-out', shows: shows.length };
}

/** Compares the show's episodes from `from` on; what differs gets a hint, and the rest of a long show another message. */
async function compareShow(show: string, from: string, ports: ReconcilePorts): Promise<ReconcileOutcome> {
  const { published, publications, uploadHints, reconciliations } = ports;
  const known = new Map((await ports.episodes.ofShow(show)).map((episode) => [episode.episode, episode]));
  const uploaded = await uploadsOfShow(ports.uploads, show);
  const folders = new Set(await published.folders(showPrefix(show)));
  const ids = new Set([
    ...known.keys(),
    ...folders,
    ...uploaded.flatMap((each) => (each.kind === 'show-file' ? [] : [each.episode])),
  ]);
  const waiting = [...ids].filter((id) => id >= from).sort();
  const chunk = waiting.slice(0, CHUNK);

  const found: Record<Difference, EpisodeId[]> = { upload: [], publication: [], 'clean-up': [] };
  for (const name of chunk) {
    const id = { show, episode: name };
    const episode = known.get(name) ?? unknownEpisode(id);
    const isShown = folders.has(name) ? await lookAt(id, published) : 'nothing';
    const difference = compare(episode, uploaded, isShown, ports);
    if (difference) found[difference].push(id);
  }
  await sendPaced(found.upload, uploadHints);
  await sendPaced(found.publication, publications);
  await reconciliations.send(found['clean-up'].map((id) => ({ kind: 'clean-up', ...id })));
  const delay = secondsFor(found.upload.length + found.publication.length);
  const next = waiting[CHUNK];
  if (next !== undefined) await reconciliations.send([{ kind: 'one-show', show, from: next }], delay);
  await publications.send([{ kind: 'catalogue', show }], Math.max(CATALOGUE_DELAY_SECONDS, delay));
  const counts = {
    upload: found.upload.length,
    publication: found.publication.length,
    'clean-up': found['clean-up'].length,
  };
  return { outcome: 'compared', show, episodes: chunk.length, ...counts };
}

/** What a visitor meets at the episode's two addresses that move. */
async function lookAt(id: EpisodeId, published: ObjectStore): Promise<Shown> {
  const [pointer, page] = await Promise.all([published.head(showNotesKey(id)), published.head(episodePageKey(id))]);
  if (pointer && page) return 'everything';
  return pointer || page ? 'a part' : 'nothing';
}
