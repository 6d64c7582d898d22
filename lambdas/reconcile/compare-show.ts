import { type EpisodeId, episodePageKey, showNotesKey, showPrefix } from '../contract/object-keys';
import { unknownEpisode } from '../domain/episode';
import { showFilesIn, type Uploaded, uploadsOfShow } from '../domain/episode/uploads';
import type { ObjectStore } from '../domain/ports';
import { compare, type Difference, type Shown } from './differences';
import type { ReconcilePorts } from './ports';

/** An episode that differs, and in what. */
export interface Differing {
  readonly id: EpisodeId;
  readonly difference: Difference;
}

/** Some episodes of a show, compared. */
export interface Compared {
  readonly episodes: number;
  readonly differing: readonly Differing[];
  /** The episode with which to go on; absent where all of the show have been compared. */
  readonly next?: string;
}

/** Episode items that are read at once; a page of the table holds a few hundred. */
const CHUNK = 500;
/** Episodes whose published objects are looked at at the same time. */
const LOOKS_AT_ONCE = 25;

/** Lists a show's uploads and folders once; each call of what it returns compares some hundred episodes from one on. */
export async function showComparison(
  show: string,
  ports: ReconcilePorts,
): Promise<(from: string) => Promise<Compared>> {
  const { published, episodes } = ports;
  const [uploaded, folders] = await Promise.all([
    uploadsOfShow(ports.uploads, show),
    published.folders(showPrefix(show)),
  ]);
  const showFiles = showFilesIn(uploaded);
  const byEpisode = new Map<string, Uploaded[]>();
  for (const upload of uploaded) {
    if (upload.kind !== 'show-file') byEpisode.set(upload.episode, [...(byEpisode.get(upload.episode) ?? []), upload]);
  }
  const isPublished = new Set(folders);
  const seen = [...new Set([...byEpisode.keys(), ...folders])].sort();
  return async (from) => {
    const known = await episodes.someOfShow(show, from, CHUNK);
    const items = new Map(known.map((episode) => [episode.episode, episode]));
    const isLastPage = known.length < CHUNK;
    const end = known.at(-1)?.episode ?? '';
    const isInPage = (id: string) => id >= from && (isLastPage || id <= end);
    const ids = [...new Set([...items.keys(), ...seen.filter(isInPage)])].sort();
    const chunk = ids.slice(0, CHUNK);
    const differing: Differing[] = [];
    for (let at = 0; at < chunk.length; at += LOOKS_AT_ONCE) {
      const compared = chunk.slice(at, at + LOOKS_AT_ONCE).map(async (episode) => {
        const id = { show, episode };
        const shown = isPublished.has(episode) ? await lookAt(id, published) : 'nothing';
        const own = [...showFiles, ...(byEpisode.get(episode) ?? [])];
        const difference = compare(items.get(episode) ?? unknownEpisode(id), own, shown, ports);
        return difference ? [{ id, difference }] : [];
      });
      differing.push(...(await Promise.all(compared)).flat());
    }
    const next = ids[CHUNK] ?? (isLastPage ? undefined : after(end));
    return { episodes: chunk.length, differing, ...(next !== undefined && { next }) };
  };
}

/** No id stands between one and this: a hyphen comes before whatever else an id may hold. */
const after = (id: string): string => `${id}-`;

/** What a visitor meets at the episode's two addresses that move. */
async function lookAt(id: EpisodeId, published: ObjectStore): Promise<Shown> {
  const [pointer, page] = await Promise.all([published.head(showNotesKey(id)), published.head(episodePageKey(id))]);
  if (pointer && page) return 'everything';
  return pointer || page ? 'a part' : 'nothing';
}
