import type { EpisodeId } from '../../../lambdas/contract/object-keys';
import type { Episode } from '../../../lambdas/domain/episode';
import type { Episodes, PublicationNote } from '../../../lambdas/domain/ports';
import type { Transcript } from '../../../lambdas/domain/transcript';

export interface MemoryEpisodes extends Episodes {
  /** Successful swaps, saved revisions and publications so far. */
  writes(): number;
}

const nameOf = ({ show, episode }: EpisodeId): string => `${show}/${episode}`;

/** Told of each swap that was made. */
export type WatchSwap = (after: Episode, before: Episode | undefined) => void;

/** The episodes port in memory. What goes in is copied, as over a wire, and frozen, so that it may be handed out. */
export function memoryEpisodes(watch: WatchSwap = () => undefined): MemoryEpisodes {
  const episodes = new Map<string, Episode>();
  const revisions = new Map<string, Transcript>();
  const publications = new Map<string, PublicationNote>();
  let writes = 0;
  return {
    writes: () => writes,
    async find(id) {
      return episodes.get(nameOf(id));
    },
    async ofShow(show) {
      const found = [...episodes.values()].filter((episode) => episode.show === show);
      return found.sort((a, b) => (a.episode < b.episode ? -1 : 1));
    },
    async someOfShow(show, from, most) {
      const found = [...episodes.values()].filter((each) => each.show === show && each.episode >= from);
      return found.sort((a, b) => (a.episode < b.episode ? -1 : 1)).slice(0, most);
    },
    async swap(episode) {
      const before = episodes.get(nameOf(episode));
      if ((before?.version ?? 0) !== episode.version - 1) return false;
      writes += 1;
      const after = frozenCopy(episode);
      episodes.set(nameOf(episode), after);
      watch(after, before);
      return true;
    },
    async saveRevision(id, revision, transcript) {
      writes += 1;
      revisions.set(`${nameOf(id)}#${revision}`, frozenCopy(transcript));
    },
    async loadRevision(id, revision) {
      return revisions.get(`${nameOf(id)}#${revision}`);
    },
    async savePublication(id, publication) {
      writes += 1;
      publications.set(`${nameOf(id)}#${publication.publication}`, frozenCopy(publication));
    },
    async kept(id) {
      const own = `${nameOf(id)}#`;
      const keys = [...revisions.keys()].filter((key) => key.startsWith(own)).sort();
      const noted = [...publications].filter(([key]) => key.startsWith(own)).sort();
      return {
        revisions: keys.map((key) => key.slice(own.length)),
        publications: noted.map(([, publication]) => publication),
      };
    },
    async removeRevision(id, revision) {
      writes += 1;
      revisions.delete(`${nameOf(id)}#${revision}`);
    },
    async removePublication(id, publication) {
      writes += 1;
      publications.delete(`${nameOf(id)}#${publication}`);
    },
  };
}

/** Equal to `value` without what is undefined; nobody can change it, nor `value` through it. */
function frozenCopy<Value>(value: Value): Value {
  if (value === null || typeof value !== 'object') return value;
  const copied = Array.isArray(value)
    ? value.map(frozenCopy)
    : Object.fromEntries(
        Object.entries(value).flatMap(([name, inner]) => (inner === undefined ? [] : [[name, frozenCopy(inner)]])),
      );
  return Object.freeze(copied) as Value;
}
