import {
  type EpisodeId,
  MAX_YAML_BYTES,
  readUploadKey,
  SHOWS_PREFIX,
  showPrefix,
  type UploadKey,
} from '../../contract/object-keys';
import type { UploadReference } from '../../contract/receipt';
import { slugOf } from '../../contract/slug';
import { UnreadableFileError } from '../errors';
import type { ListedObject, ObjectStore } from '../ports';
import type { SourceFile } from '../publication';

/** One object that producers uploaded, and what it is to the pipeline. */
export type Uploaded = ListedObject & UploadKey;

/** Everything uploaded for a show, whatever the spelling of its folder's name. */
export async function uploadsOfShow(uploads: ObjectStore, show: string): Promise<readonly Uploaded[]> {
  const folders = (await uploads.folders(SHOWS_PREFIX)).filter((folder) => slugOf(folder) === show);
  const listed = await Promise.all(folders.map((folder) => uploads.list(showPrefix(folder))));
  return listed.flat().flatMap((object) => {
    const upload = readUploadKey(object.key);
    const { etag, size, writtenAt } = object;
    return upload === undefined ? [] : [{ etag, size, writtenAt, ...upload }];
  });
}

/** The uploads that are, or claim to be, the transcript of one episode. */
export const transcriptsIn = (uploaded: readonly Uploaded[], { episode }: EpisodeId): readonly Uploaded[] =>
  uploaded.filter((upload) => upload.kind === 'transcript' && upload.episode === episode);

/** The uploads that are, or claim to be, the episode file of one episode. */
export const episodeFilesIn = (uploaded: readonly Uploaded[], { episode }: EpisodeId): readonly Uploaded[] =>
  uploaded.filter((upload) => upload.kind === 'episode-file' && upload.episode === episode);

/** The uploads that are, or claim to be, the show file. */
export const showFilesIn = (uploaded: readonly Uploaded[]): readonly Uploaded[] =>
  uploaded.filter((upload) => upload.kind === 'show-file');

/** A show or episode file as it was read. */
export type FileRead =
  | { readonly state: 'absent' }
  | { readonly state: 'read'; readonly etag: string; readonly file: SourceFile; readonly version: string }
  | {
      readonly state: 'unreadable';
      readonly etag: string;
      readonly error: UnreadableFileError;
      /** Absent where there are several files, none of which was opened. */
      readonly upload?: UploadReference;
    };

/** The one upload that was looked at. */
export function uploadIn(read: FileRead): UploadReference | undefined {
  if (read.state === 'read') return { key: read.file.key, version: read.version };
  return read.state === 'unreadable' ? read.upload : undefined;
}

/** What tells one state of `found` from another. */
export const etagOf = (found: readonly Uploaded[]): string | undefined =>
  found.length === 0 ? undefined : found.map(({ key, etag }) => `${key} ${etag}`).join('\n');

/** Reads the one file among `found`; several, or bytes that are no UTF-8 text, are unreadable. */
export async function readSourceFile(uploads: ObjectStore, found: readonly Uploaded[]): Promise<FileRead> {
  const [first, ...others] = found;
  if (!first) return { state: 'absent' };
  const { key } = first;
  if (others.length > 0) {
    const keys = found.map((upload) => upload.key).join(' and ');
    const message = `${keys} are one and the same file; delete all but one of them`;
    const error = new UnreadableFileError([{ file: key, message, reason: 'several-files' }]);
    return { state: 'unreadable', etag: etagOf(found) ?? '', error };
  }
  if (first.size > MAX_YAML_BYTES) {
    const message = `${key} is over 512 KB long: this seems to be no show or episode file`;
    const error = new UnreadableFileError([{ file: key, message }]);
    const version = (await uploads.head(key))?.version;
    return { state: 'unreadable', etag: etagOf(found) ?? '', error, ...(version && { upload: { key, version } }) };
  }
  const stored = await uploads.get(key);
  if (!stored) return { state: 'absent' };
  const etag = etagOf([{ ...first, etag: stored.etag }]) ?? '';
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(stored.body);
    return { state: 'read', etag, file: { key, text }, version: stored.version };
  } catch (cause) {
    const error = new UnreadableFileError([{ file: key, message: `${key} is no UTF-8 text; save it as UTF-8` }], {
      cause,
    });
    return { state: 'unreadable', etag, error, upload: { key, version: stored.version } };
  }
}
