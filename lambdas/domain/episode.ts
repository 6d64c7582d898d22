import type { EpisodeId } from '../contract/object-keys';
import type { CatalogueEpisode } from '../contract/published';
import type { UploadReference } from '../contract/receipt';
import type { RejectionReason } from './errors';

/** The episode's item in the table: the pointer that parse-transcript moves, and what publish-show-notes notes down. */
export interface Episode extends EpisodeId {
  /** Raised by one with each write; every write is a compare-and-swap on it. 0: not in the table yet. */
  readonly version: number;
  /** What became of the latest upload. */
  readonly latest: LatestUpload;
  /** The last accepted revision, and the upload that made it current. Absent once withdrawn. */
  readonly current?: CurrentRevision;
  /** The publication about to be pointed to: its files may already lie there. */
  readonly coming?: string;
  /** The publication that `show-notes.json` points to, as far as the publisher got. */
  readonly shown?: string;
  /** The publication for which a ready event has been sent. */
  readonly announced?: string;
  /** What the catalogue says of the episode; present exactly while something is shown. */
  readonly catalogue?: CatalogueEpisode;
}

export interface CurrentRevision {
  readonly revision: string;
  readonly upload: UploadReference;
}

export type LatestUpload =
  | { readonly outcome: 'accepted'; readonly revision: string; readonly upload: UploadReference }
  | {
      readonly outcome: 'rejected';
      readonly upload: UploadReference;
      readonly reason: RejectionReason;
      readonly message: string;
      readonly line?: number;
    }
  /** Several transcripts claim the episode; none is read. */
  | { readonly outcome: 'ambiguous'; readonly keys: readonly string[] }
  | { readonly outcome: 'absent' };
