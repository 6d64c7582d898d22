import type { BlurbUnit, Channel } from '../../../contract/published';
import { lengthIn } from '../../text/channel-length';

interface Limit {
  readonly limit: number;
  readonly unit: BlurbUnit;
}

/** What each channel takes, and how it counts. */
export const LIMITS: Readonly<Record<Channel, Limit>> = {
  x: { limit: 280, unit: 'x-weighted' },
  bluesky: { limit: 300, unit: 'graphemes' },
  mastodon: { limit: 500, unit: 'mastodon' },
  threads: { limit: 500, unit: 'threads' },
  linkedin: { limit: 3000, unit: 'characters' },
  instagram: { limit: 2200, unit: 'characters' },
  'youtube-title': { limit: 100, unit: 'characters' },
  'youtube-description': { limit: 5000, unit: 'utf-8-bytes' },
  'podcast-directory': { limit: 4000, unit: 'utf-8-bytes' },
  newsletter: { limit: 600, unit: 'characters' },
  'search-snippet': { limit: 160, unit: 'characters' },
  'feed-line': { limit: 140, unit: 'characters' },
};

/** Counts that a channel limits besides: three hundred families of four are 7,500 bytes. */
const LIMITS_BESIDES: Partial<Readonly<Record<Channel, readonly Limit[]>>> = {
  bluesky: [{ limit: 3000, unit: 'utf-8-bytes' }],
};

/** The first of the channel's limits that a text does not keep, with its length; undefined where it keeps them all. */
export function brokenLimit(channel: Channel, text: string): (Limit & { readonly length: number }) | undefined {
  return [LIMITS[channel], ...(LIMITS_BESIDES[channel] ?? [])]
    .map((limit) => ({ ...limit, length: lengthIn(limit.unit, text) }))
    .find(({ limit, length }) => length > limit);
}
