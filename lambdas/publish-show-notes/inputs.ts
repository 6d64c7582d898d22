import type { EpisodeId } from '../contract/object-keys';
import type { Problem, UploadReference } from '../contract/receipt';
import type { Derive } from '../domain/derive';
import { type Episode, inputsOf } from '../domain/episode';
import {
  episodeFilesIn,
  type FileRead,
  readSourceFile,
  showFilesIn,
  uploadIn,
  uploadsOfShow,
} from '../domain/episode/uploads';
import type { ObjectStore } from '../domain/ports';

/** The show file and the episode file, as they lie there now. */
export interface FilesBeside {
  readonly showFile: FileRead;
  readonly episodeFile: FileRead;
}

export async function readFilesBeside(uploads: ObjectStore, id: EpisodeId): Promise<FilesBeside> {
  const uploaded = await uploadsOfShow(uploads, id.show);
  const [showFile, episodeFile] = await Promise.all([
    readSourceFile(uploads, showFilesIn(uploaded)),
    readSourceFile(uploads, episodeFilesIn(uploaded, id)),
  ]);
  return { showFile, episodeFile };
}

/** All that keeps them from being read. */
export function problemsOf({ showFile, episodeFile }: FilesBeside, { faults }: Derive): readonly Problem[] {
  const faultsOfRead = (read: FileRead, as: 'showFile' | 'episodeFile'): readonly Problem[] => {
    if (read.state === 'absent') return [];
    return read.state === 'unreadable' ? read.error.faults : faults({ [as]: read.file });
  };
  return [...faultsOfRead(showFile, 'showFile'), ...faultsOfRead(episodeFile, 'episodeFile')];
}

/** The versions of the files that were looked at, the show file first. */
export const versionsOf = ({ showFile, episodeFile }: FilesBeside): readonly UploadReference[] =>
  [showFile, episodeFile].map(uploadIn).filter((upload) => upload !== undefined);

/** Equal for two readings of the same inputs. */
export const fingerprintOf = (episode: Episode, { showFile, episodeFile }: FilesBeside, writer: string): string =>
  inputsOf(episode, etagIn(showFile), etagIn(episodeFile), writer);

const etagIn = (read: FileRead): string | undefined => (read.state === 'absent' ? undefined : read.etag);
