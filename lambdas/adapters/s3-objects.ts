import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { cacheControlOf, contentTypeOf } from '../contract/object-keys';
import type { ObjectStore, Precondition } from '../domain/ports';
import { patient, TRIES } from './patience';

/** A bucket as the object port. S3 keys listings by UTF-8 bytes; an unversioned bucket's version is the ETag. */
export const s3Objects = (bucket: string, s3: S3Client = new S3Client(patient)): ObjectStore => ({
  async get(key) {
    for (let tries = 1; ; tries += 1) {
      const found = await unlessStatus([404], () => s3.send(new GetObjectCommand({ Bucket: bucket, Key: key })));
      if (!found?.Body) return undefined;
      try {
        return { body: await found.Body.transformToByteArray(), ...tagsOf(found) };
      } catch (error) {
        // The SDK's retries are over once an answer has begun.
        if (tries === TRIES) throw error;
      }
    }
  },

  async head(key) {
    const found = await unlessStatus([404], () => s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key })));
    return found && tagsOf(found);
  },

  async put(key, body, precondition) {
    const put = new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: body,
      ContentType: contentTypeOf(key),
      CacheControl: cacheControlOf(key),
      ...headersOf(precondition),
    });
    // 409: another conditional write is under way; 404: `ifMatch` on a key that has gone. Both are lost swaps.
    const lost = precondition ? [404, 409, 412] : [];
    return (await unlessStatus(lost, () => s3.send(put))) !== undefined;
  },

  async remove(key, precondition) {
    const remove = new DeleteObjectCommand({ Bucket: bucket, Key: key, IfMatch: precondition?.ifMatch });
    const lost = precondition ? [409, 412] : [];
    return (await unlessStatus(lost, () => unlessAbsent(() => s3.send(remove)))) !== undefined;
  },

  async list(prefix) {
    const listed = [];
    const input = { Bucket: bucket, Prefix: prefix, EncodingType };
    for await (const page of paginateListObjectsV2({ client: s3 }, input)) {
      for (const { Key, ETag, Size, LastModified } of page.Contents ?? []) {
        if (Key === undefined) continue;
        listed.push({ key: keyIn(page, Key), etag: ETag ?? '', size: Size ?? 0, writtenAt: secondOf(LastModified) });
      }
    }
    return listed;
  },

  async folders(prefix) {
    const found = [];
    const input = { Bucket: bucket, Prefix: prefix, Delimiter: '/', EncodingType };
    for await (const page of paginateListObjectsV2({ client: s3 }, input)) {
      for (const { Prefix } of page.CommonPrefixes ?? []) {
        if (Prefix !== undefined) found.push(keyIn(page, Prefix).slice(prefix.length, -1));
      }
    }
    return found;
  },
});

const headersOf = (precondition: Precondition | undefined): { IfMatch?: string; IfNoneMatch?: string } => {
  if (!precondition) return {};
  return 'ifMatch' in precondition ? { IfMatch: precondition.ifMatch } : { IfNoneMatch: '*' };
};

/** Keys may hold characters that XML cannot; without this such a listing is no XML. */
const EncodingType = 'url' as const;
const keyIn = ({ EncodingType }: { readonly EncodingType?: string }, key: string): string =>
  EncodingType === 'url' ? decodeURIComponent(key.replaceAll('+', ' ')) : key;

interface Tags {
  readonly ETag?: string;
  readonly VersionId?: string;
  readonly LastModified?: Date;
}

const tagsOf = ({ ETag = '', VersionId = ETag, LastModified }: Tags) => ({
  etag: ETag,
  version: VersionId,
  writtenAt: secondOf(LastModified),
});

/** To the second, which is all that a header tells. */
const secondOf = (time: Date | undefined): string =>
  new Date(1_000 * Math.floor((time?.getTime() ?? 0) / 1_000)).toISOString();

const unlessAbsent = async <Answer>(send: () => Promise<Answer>): Promise<Answer | 'absent'> =>
  (await unlessStatus([404], send)) ?? 'absent';

/** The answer, or undefined where the service answers with one of these HTTP statuses. */
async function unlessStatus<Answer>(
  statuses: readonly number[],
  send: () => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await send();
  } catch (error) {
    const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
    if (status !== undefined && statuses.includes(status)) return undefined;
    throw error;
  }
}
