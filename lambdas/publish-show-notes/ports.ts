import type { ReconcileHint } from '../contract/hints';
import type { Derive } from '../domain/derive';
import type { Announcements, Clock, Episodes, Hints, ObjectStore } from '../domain/ports';
import type { SiteFiles } from '../domain/show/site-files';

/** What publishing needs of the outside world. */
export interface PublishShowNotesPorts {
  readonly uploads: ObjectStore;
  readonly published: ObjectStore;
  /** The published bucket for files of publications, which never change: what was read may be remembered. */
  readonly files: Pick<ObjectStore, 'get'>;
  readonly episodes: Episodes;
  /** The publications queue: this use case's own, for hints on catalogues and for one that has to wait. */
  readonly publications: Hints;
  readonly reconciliations: Hints<ReconcileHint>;
  readonly announcements: Announcements;
  readonly clock: Clock;
  readonly derive: Derive;
  /** What publications and pages depend on besides their inputs: the versions of writer and style sheet. */
  readonly writer: string;
  readonly site: SiteFiles;
  /** Where the published bucket is served, such as `https://notes.example`; only receipts and announcements name it. */
  readonly siteAddress: string;
}
