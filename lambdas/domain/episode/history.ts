import type { EpisodeId } from '../../contract/object-keys';
import type { Kept } from '../ports';
import type { Episode } from '.';

/** What of an episode is still kept, so that a producer can go back to it. */
export interface History extends EpisodeId {
  /** The publication that stays shown whatever is uploaded. */
  readonly pinned?: string;
  /** The one that is shown first, then the one superseded last, and so on; at the end those that never were shown. */
  readonly publications: readonly KeptPublication[];
  readonly revisions: readonly KeptRevision[];
}

export interface KeptPublication {
  readonly publication: string;
  /** The transcript it was made from. */
  readonly revision: string;
  readonly state: KeptState;
  readonly pinned: boolean;
  /** When its files were written last, ISO 8601. */
  readonly savedAt: string;
  /** ISO 8601. */
  readonly supersededAt?: string;
}

export interface KeptRevision {
  readonly revision: string;
  readonly state: KeptState;
  /** ISO 8601. */
  readonly supersededAt?: string;
}

/** `current`: shown, or what is shown is made from it. `unused`: it never came to that, or that is forgotten. */
export type KeptState = 'current' | 'superseded' | 'unused';

/** The revisions and publications of an episode that are still kept, the latest first. */
export function historyOf(episode: Episode, kept: Kept): History {
  const { show, episode: name, pin, shown, current } = episode;
  const supersededAt = new Map(episode.superseded.map(({ kind, id, at }) => [`${kind} ${id}`, at]));
  const place = (kind: 'publication' | 'revision', id: string, isCurrent: boolean) => {
    const at = supersededAt.get(`${kind} ${id}`);
    if (isCurrent) return { state: 'current' as const };
    return at === undefined ? { state: 'unused' as const } : { state: 'superseded' as const, supersededAt: at };
  };
  const publications = kept.publications.map(({ publication, revision, savedAt }) => ({
    publication,
    revision,
    ...place('publication', publication, publication === shown),
    pinned: publication === pin,
    savedAt,
  }));
  const revisions = kept.revisions.map((revision) => ({
    revision,
    ...place('revision', revision, revision === current?.revision),
  }));
  return {
    show,
    episode: name,
    ...(pin !== undefined && { pinned: pin }),
    publications: publications.sort(latestFirst),
    revisions: revisions.sort(latestFirst),
  };
}

const ORDER: Readonly<Record<KeptState, number>> = { current: 0, superseded: 1, unused: 2 };

function latestFirst(a: KeptRevision, b: KeptRevision): number {
  if (a.state !== b.state) return ORDER[a.state] - ORDER[b.state];
  return (a.supersededAt ?? '') < (b.supersededAt ?? '') ? 1 : -1;
}
