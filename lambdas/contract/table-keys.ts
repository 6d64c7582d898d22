import type { EpisodeId } from './object-keys';

/** Key names of the one table; below them the keys of its items. */
export const PARTITION_KEY = 'pk';
export const SORT_KEY = 'sk';

export interface TableKey {
  readonly [PARTITION_KEY]: string;
  readonly [SORT_KEY]: string;
}

/** Every episode item of a show, and nothing else, begins with this sort key in the show's partition. */
export const EPISODE_SORT_PREFIX = 'EPISODE#';

export const showPartition = (show: string): string => `SHOW#${show}`;
export const episodePartition = ({ show, episode }: EpisodeId): string => `EPISODE#${show}/${episode}`;

export const episodeKey = (id: EpisodeId): TableKey => ({
  pk: showPartition(id.show),
  sk: `${EPISODE_SORT_PREFIX}${id.episode}`,
});
export const revisionKey = (id: EpisodeId, revision: string): TableKey => ({
  pk: episodePartition(id),
  sk: `REVISION#${revision}`,
});
/** A transcript of more turns is rejected: five digits keep no more of them in order. */
export const MAX_TURNS = 99_999;

/** Turns are numbered from 1. */
export const turnKey = (id: EpisodeId, revision: string, turn: number): TableKey => ({
  pk: episodePartition(id),
  sk: `REVISION#${revision}#TURN#${String(turn).padStart(5, '0')}`,
});
export const publicationKey = (id: EpisodeId, publication: string): TableKey => ({
  pk: episodePartition(id),
  sk: `PUBLICATION#${publication}`,
});
