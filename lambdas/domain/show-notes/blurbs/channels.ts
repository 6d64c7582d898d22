import type { BlurbUnit, Channel } from '../../../contract/published';

/** What each channel takes, and how it counts. */
export const LIMITS: Readonly<Record<Channel, { readonly limit: number; readonly unit: BlurbUnit }>> = {
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
