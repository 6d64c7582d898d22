import type { EpisodeId } from '../contract/object-keys';
import type { PublishedWarning, ShowNotes } from '../contract/published';
import type { Transcript } from './transcript';

/** Everything a publication is made of: same inputs, same bytes. */
export interface PublicationInputs {
  readonly id: EpisodeId;
  readonly revision: string;
  readonly transcript: Transcript;
  /** The transcript's key or path, for its file name and for messages. */
  readonly transcriptKey: string;
  /** Text of `show.yaml` and `<episode>.yaml`, where there are any. */
  readonly showFile?: SourceFile;
  readonly episodeFile?: SourceFile;
  /** The writer's version, the ICU version and the site's own hash: whatever else the output depends on. */
  readonly writerVersion: string;
}

export interface SourceFile {
  readonly key: string;
  readonly text: string;
}

export interface Publication {
  readonly id: string;
  readonly showNotes: ShowNotes;
  /** All files by bare name, `show-notes.json` included. */
  readonly files: readonly { readonly name: string; readonly body: Uint8Array }[];
  readonly warnings: readonly PublishedWarning[];
}
