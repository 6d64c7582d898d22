import type { Announcements, Clock, Episodes, Hints, ObjectStore } from '../domain/ports';
import type { Compose } from '../domain/publication';
import type { SiteFiles } from '../domain/site-files';

/** What publishing needs of the outside world. */
export interface PublishShowNotesPorts {
  readonly uploads: ObjectStore;
  readonly published: ObjectStore;
  readonly episodes: Episodes;
  /** The publications queue: the publisher's own, for the hints on catalogues. */
  readonly publications: Hints;
  readonly announcements: Announcements;
  readonly clock: Clock;
  readonly compose: Compose;
  readonly site: SiteFiles;
  /** Where the published bucket is served, such as `https://notes.example`; only receipts and announcements name it. */
  readonly siteAddress: string;
}
