import type { Hint } from '../contract/hints';
import type { EpisodeId } from '../contract/object-keys';
import type { FaceName } from '../contract/painter-files';
import type { Receipt, Replaced } from '../contract/receipt';
import type { Episode } from './episode';
import type { Transcript } from './transcript';

/** What the use cases need of the outside world. Each has an engine in AWS, one on a laptop, and one in memory. */

export interface StoredObject {
  readonly body: Uint8Array;
  /** A hash of the body: equal bytes, equal tag. */
  readonly etag: string;
  /** Differs between two uploads of the same bytes. */
  readonly version: string;
  /** ISO 8601; the same whether it is read or listed. */
  readonly writtenAt: string;
}

export type Precondition = { readonly ifMatch: string } | { readonly ifAbsent: true };

export interface ListedObject {
  readonly key: string;
  readonly etag: string;
  /** Bytes. */
  readonly size: number;
  readonly writtenAt: string;
}

/** A bucket, or a folder that keeps the same promises. Reads and lists see every write that was acknowledged. */
export interface ObjectStore {
  get(key: string): Promise<StoredObject | undefined>;
  /** What `get` would return, without the body. */
  head(key: string): Promise<Omit<StoredObject, 'body'> | undefined>;
  /** False where the precondition does not hold (S3: 412, and 409 on a race); then nothing is written. */
  put(key: string, body: Uint8Array, precondition?: Precondition): Promise<boolean>;
  /** False where `ifMatch` does not hold; removing what is not there is true. */
  remove(key: string, precondition?: { readonly ifMatch: string }): Promise<boolean>;
  /** All objects whose key begins with `prefix`, by key. */
  list(prefix: string): Promise<readonly ListedObject[]>;
  /** The distinct next segments below `prefix`, which ends in `/`: `shows/` → `['my-show', …]`. */
  folders(prefix: string): Promise<readonly string[]>;
}

/** The table. Every read is strongly consistent. */
export interface Episodes {
  find(id: EpisodeId): Promise<Episode | undefined>;
  /** All of a show's episodes, tombstones included, by episode id. */
  ofShow(show: string): Promise<readonly Episode[]>;
  /** The first of a show's episodes from the id `from` on, `most` of them at the most. */
  someOfShow(show: string, from: string, most: number): Promise<readonly Episode[]>;
  /** Writes `episode` if the stored version is `episode.version - 1` (0: none stored). False: the swap was lost. */
  swap(episode: Episode): Promise<boolean>;

  /** Writes the revision and each of its turns, whatever is there. */
  saveRevision(id: EpisodeId, revision: string, transcript: Transcript): Promise<void>;
  /** Undefined where the revision or one of its turns is not there. */
  loadRevision(id: EpisodeId, revision: string): Promise<Transcript | undefined>;
  /** Writes what a publication is: its inputs and files. */
  savePublication(id: EpisodeId, publication: PublicationNote): Promise<void>;
  /** The revisions and publications of an episode that are still kept. */
  kept(id: EpisodeId): Promise<Kept>;
  /** Removes the revision and all of its turns. */
  removeRevision(id: EpisodeId, revision: string): Promise<void>;
  removePublication(id: EpisodeId, publication: string): Promise<void>;
}

export interface Kept {
  readonly revisions: readonly string[];
  readonly publications: readonly PublicationNote[];
}

/** What is noted of a publication beside its files. */
export interface PublicationNote {
  readonly publication: string;
  readonly revision: string;
  /** When its files were written last, ISO 8601. */
  readonly savedAt: string;
  /** Bare names of its files. */
  readonly files: readonly string[];
}

/** A queue: what is sent comes out at least once, in any order. */
export interface Hints<Message = Hint> {
  /** `delaySeconds`: 0 to 900. */
  send(hints: readonly Message[], delaySeconds?: number): Promise<void>;
}

/** Tells whoever listens, at least once. */
export interface Announcements {
  announce(announcement: Announcement): Promise<void>;
}

/** What keeps copies of published objects near visitors. */
export interface Edge {
  /** Forgets whatever begins with `prefix`. False where it is busy: ask later, with the same `reference`. */
  forget(prefix: string, reference: string): Promise<boolean>;
}

/** Paints pictures, the same bytes on every machine. */
export interface Painter {
  /** The file of a typeface. */
  face(name: FaceName): Promise<Uint8Array>;
  /** An SVG as PNG, its texts in these typefaces: the first that has a character writes it. */
  paint(svg: string, faces: readonly Uint8Array[]): Promise<Uint8Array>;
}

export type Announcement =
  | {
      readonly kind: 'published';
      readonly id: EpisodeId;
      readonly publication: string;
      readonly page: string;
      readonly showNotes: string;
      /** What it replaces, and what has changed; see the receipt. */
      readonly replaced?: Replaced;
    }
  | {
      readonly kind: 'withdrawn';
      readonly id: EpisodeId;
      /** The one that was shown. */
      readonly publication: string;
    }
  | { readonly kind: 'rejected'; readonly receipt: Receipt };

/** The time now, ISO 8601. Never reaches a published file. */
export type Clock = () => string;

/** Lower-case hex SHA-256. */
export type Sha256 = (bytes: Uint8Array | string) => string;
