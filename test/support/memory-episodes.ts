import type { EpisodeId } from '../../lambdas/contract/object-keys';
import type { Episode } from '../../lambdas/domain/episode';
import type { Episodes, PublicationNote } from '../../lambdas/domain/ports';
import type { Transcript } from '../../lambdas/domain/transcript';

export interface MemoryEpisodes extends Episodes {
  /** Successful swaps, saved revisions and publications so far. */
  writes(): number;
}

const nameOf = ({ show, episode }: EpisodeId): string => `${show}/${episode}`;

/** The episodes port in memory. What goes in and out is copied, as over a wire. */
export function memoryEpisodes(): MemoryEpisodes {
  const episodes = new Map<string, Episode>();
  const revisions = new Map<string, Transcript>();
  const publications = new Map<string, PublicationNote>();
  let writes = 0;
  const copy = <Value>(value: Value): Value =>
    value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value);
  return {
    writes: () => writes,
    async find(id) {
      return copy(episodes.get(nameOf(id)));
    },
    async ofShow(show) {
      const found = [...episodes.values()].filter((episode) => episode.show === show);
      return copy(found.sort((a, b) => (a.episode < b.episode ? -1 : 1)));
    },
    async swap(episode) {
      if ((episodes.get(nameOf(episode))?.version ?? 0) !== episode.version - 1) return false;
      writes += 1;
      episodes.set(nameOf(episode), copy(episode));
      return true;
    },
    async saveRevision(id, revision, transcript) {
      writes += 1;
      revisions.set(`${nameOf(id)}#${revision}`, copy(transcript));
    },
    async loadRevision(id, revision) {
      return copy(revisions.get(`${nameOf(id)}#${revision}`));
    },
    async savePublication(id, publication) {
      writes += 1;
      publications.set(`${nameOf(id)}#${publication.publication}`, copy(publication));
    },
    async kept(id) {
      const own = `${nameOf(id)}#`;
      const keys = [...revisions.keys()].filter((key) => key.startsWith(own)).sort();
      const noted = [...publications].filter(([key]) => key.startsWith(own)).sort();
      return {
        revisions: keys.map((key) => key.slice(own.length)),
        publications: noted.map(([, publication]) => copy(publication)),
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
