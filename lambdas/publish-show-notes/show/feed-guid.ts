import { createHash } from 'node:crypto';

/** The namespace of podcasts, by the Podcasting 2.0 namespace. */
const NAMESPACE = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6';

/** The `podcast:guid` of a feed: a version 5 UUID of its address without scheme and slashes at the end. */
export function feedGuid(address: string): string {
  const name = address.replace(/^[a-z]+:\/\//u, '').replace(/\/+$/u, '');
  const namespace = Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex');
  const hash = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
