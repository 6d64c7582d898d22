import { extractUrlsWithIndices, parseTweet } from 'twitter-text';
import { isEmojiPresentation } from 'unicode-segmenter/emoji';
import { countGraphemes, splitGraphemes } from 'unicode-segmenter/grapheme';
import type { BlurbUnit, Channel } from '../../lambdas/contract/published';

/** How long channels find a text, counted with the libraries of X and Bluesky and by Node, with nothing of ours. */
export const independentLength: Readonly<Record<BlurbUnit, (text: string) => number>> = {
  'x-weighted': (text) => parseTweet(text).weightedLength,
  graphemes: countGraphemes,
  mastodon: (text) => countGraphemes(withShortAddresses(text)),
  threads: (text) => Array.from(splitGraphemes(text), lengthOnThreads).reduce((sum, length) => sum + length, 0),
  characters: (text) => text.length,
  'utf-8-bytes': (text) => Buffer.byteLength(text),
};

/** What each channel allows, as its documentation has it. */
export const allowed: Readonly<Record<Channel, Partial<Record<BlurbUnit, number>>>> = {
  x: { 'x-weighted': 280 },
  bluesky: { graphemes: 300, 'utf-8-bytes': 3000 },
  mastodon: { mastodon: 500 },
  threads: { threads: 500 },
  linkedin: { characters: 3000 },
  instagram: { characters: 2200 },
  'youtube-title': { characters: 100 },
  'youtube-description': { 'utf-8-bytes': 5000 },
  'podcast-directory': { 'utf-8-bytes': 4000 },
  newsletter: { characters: 600 },
  'search-snippet': { characters: 160 },
  'feed-line': { characters: 140 },
};

/** Mastodon counts each address with a scheme as 23 characters, and finds them as X does. */
function withShortAddresses(text: string): string {
  const addresses = extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: false });
  return addresses.reduceRight(
    (short, { indices: [from, to] }) => short.slice(0, from) + 'a'.repeat(23) + short.slice(to),
    text,
  );
}

/** Threads counts an emoji by its UTF-8 bytes, anything else by its characters. */
function lengthOnThreads(grapheme: string): number {
  const points = Array.from(grapheme);
  const isEmoji = grapheme.includes('\ufe0f') || points.some((point) => isEmojiPresentation(point.codePointAt(0) ?? 0));
  return isEmoji ? Buffer.byteLength(grapheme) : points.length;
}

/** Words of posts that channels count in different ways. */
export const postWords: readonly string[] = [
  ...['tide', 'moon,', 'M2', '…', '—', '“so”', '2.0', '#tides', '@nora', '<b>', '&', '©', '™', '\n\n'],
  ...[
    'café',
    'cafe\u0301',
    'ȃ\u0323\u0308\u0301',
    '\u1112\u1161\u11ab',
    '한글',
    '潮汐',
    '潮の満ち引き',
    'नमस्ते',
    'مرحبا',
    'กำลัง',
  ],
  ...[
    '🌊',
    '👍🏽',
    '👩‍💻',
    '👨‍👩‍👧‍👦',
    '🧑🏻‍❤️‍💋‍🧑🏿',
    '🇩🇪',
    '🇩🇪🇫🇷',
    '🇩🇪🇫',
    '🧑‍🎄',
    '🏳️‍🌈',
    '🏳️‍⚧️',
    '⚧️',
    '🫱🏻',
    '🏃🏽‍♀️',
    '🧔‍♂️',
    '👩🏽‍🚀',
    '👩‍❤️‍👨',
    '⛓️‍💥',
    '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    '1️⃣',
    '❤️',
    '❤',
    '☺\ufe0e',
  ],
  ...[
    'https://harbour.ai/a?b=c',
    'http://tides.org.',
    'https://tides.org/潮汐',
    'https://harbour.example/a',
    '(https://tides.org)',
  ],
  ...['harbour.ai', 'low-tide.fm,', 'Node.js', 'tides.org/潮汐', 'nora@tides.org'],
];
