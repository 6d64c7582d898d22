import { createHash } from 'node:crypto';
import { type EpisodeId, MAX_UPLOAD_BYTES } from '../contract/object-keys';
import type { UploadReference } from '../contract/receipt';
import type { LatestUpload, ReadUpload } from '../domain/episode';
import { transcriptsIn, type Uploaded, uploadsOfShow } from '../domain/episode/uploads';
import { RejectedTranscriptError } from '../domain/errors';
import { PARSER_VERSION } from '../domain/formats';
import type { ObjectStore } from '../domain/ports';
import type { Transcript } from '../domain/transcript';

/** What lies in the uploads bucket as the transcript of one episode. */
export type FoundUpload =
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly keys: readonly string[] }
  | {
      readonly kind: 'one';
      readonly upload: UploadReference;
      readonly etag: string;
      readonly writtenAt: string;
      readonly size: number;
      /** Absent where the upload is too large to be read. */
      readonly body?: Uint8Array;
    };

/** Finds the episode's transcript; undefined where it went away between being listed and being read. */
export async function findUpload(uploads: ObjectStore, id: EpisodeId): Promise<FoundUpload | undefined> {
  const found = await claimants(uploads, id);
  const [first, ...others] = found;
  if (!first) return { kind: 'none' };
  if (others.length > 0) return { kind: 'several', keys: found.map(({ key }) => key) };
  const { key, size } = first;
  if (size > MAX_UPLOAD_BYTES) {
    const stored = await uploads.head(key);
    return stored && { kind: 'one', upload: { key, version: stored.version }, ...stored, size };
  }
  const stored = await uploads.get(key);
  if (!stored) return undefined;
  return { kind: 'one', upload: { key, version: stored.version }, ...stored, size };
}

/** Whether the same is still there: a new version of the same bytes is not the same. */
export async function isStillThere(uploads: ObjectStore, id: EpisodeId, before: FoundUpload): Promise<boolean> {
  const found = await claimants(uploads, id);
  if (before.kind === 'none') return found.length === 0;
  const keys = before.kind === 'one' ? [before.upload.key] : before.keys;
  if (found.length !== keys.length || found.some(({ key }, index) => key !== keys[index])) return false;
  return before.kind === 'several' || (await uploads.head(before.upload.key))?.version === before.upload.version;
}

const claimants = async (uploads: ObjectStore, id: EpisodeId): Promise<readonly Uploaded[]> =>
  transcriptsIn(await uploadsOfShow(uploads, id.show), id);

/** Reads a transcript, or throws `RejectedTranscriptError`; pure, so that what was read may be remembered. */
export type ReadTranscript = (body: Uint8Array) => Transcript;

/** What becomes of the found upload. The transcript is absent where it is not accepted, or `current` already. */
export function judgeUpload(
  found: FoundUpload,
  current: string | undefined,
  read: ReadTranscript,
): { readonly latest: LatestUpload; readonly transcript?: Transcript } {
  if (found.kind === 'none') return { latest: { outcome: 'absent' } };
  if (found.kind === 'several') return { latest: { outcome: 'ambiguous', keys: found.keys } };
  const uploaded: ReadUpload = {
    upload: found.upload,
    etag: found.etag,
    uploadedAt: found.writtenAt,
    parser: PARSER_VERSION,
  };
  try {
    const body = bodyOf(found);
    const revision = revisionOf(body);
    if (revision === current) return { latest: { ...uploaded, outcome: 'accepted', revision } };
    return { latest: { ...uploaded, outcome: 'accepted', revision }, transcript: read(body) };
  } catch (error) {
    if (!(error instanceof RejectedTranscriptError)) throw error;
    const { reason, message, line } = error;
    return { latest: { ...uploaded, outcome: 'rejected', reason, message, ...(line !== undefined && { line }) } };
  }
}

function bodyOf({ body, size }: FoundUpload & { readonly kind: 'one' }): Uint8Array {
  if (body) return body;
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`;
  const limit = megabytes(MAX_UPLOAD_BYTES);
  throw new RejectedTranscriptError(
    'too-large',
    `the file has ${megabytes(size)}; a transcript may have ${limit} at most: is this the audio, or several episodes?`,
  );
}

/** 16 hex digits over the parser's version and the bytes: another parser makes another revision of the same upload. */
export const revisionOf = (body: Uint8Array): string =>
  createHash('sha256').update(`${PARSER_VERSION}\n`).update(body).digest('hex').slice(0, 16);
