import type { Blurb, BlurbUnit, Channel } from '../../contract/published';
import type { Details } from '../details';
import { lengthIn } from '../text/channel-length';
import { compose, type Grounded, groundedDetail, type Part, type PointerTo } from './grounded';

/** What blurbs are made of. */
export interface Ingredients {
  readonly details: Details;
  readonly standfirst: readonly Part[];
  readonly summary: readonly Part[];
  /** Short enough for any channel. */
  readonly quote?: Grounded;
  readonly quoted?: Grounded;
  /** The first words of the episode: what is left when nothing else fits. */
  readonly firstWords: Grounded;
}

interface ChannelRule {
  readonly limit: number;
  readonly unit: BlurbUnit;
  /** From the richest to the leanest; the first that fits is taken. */
  readonly variants: (ingredients: Ingredients) => readonly (readonly Part[])[];
}

const RULES: Readonly<Partial<Record<Channel, ChannelRule>>> = {
  x: { limit: 280, unit: 'x-weighted', variants: post },
  bluesky: { limit: 300, unit: 'graphemes', variants: post },
  'search-snippet': { limit: 160, unit: 'characters', variants: snippet },
};

/** One text a channel, within its limit as the channel itself counts. */
export function blurbsOf(ingredients: Ingredients, pointerTo: PointerTo): readonly Blurb[] {
  const wanted = ingredients.details.show.channels?.map(({ channel }) => channel);
  const channels = Object.keys(RULES) as Channel[];
  return channels.flatMap((channel) => {
    const rule = RULES[channel];
    if (!rule || (wanted && !wanted.includes(channel))) return [];
    const { limit, unit } = rule;
    for (const parts of rule.variants(ingredients)) {
      const { text, composition } = compose(parts, pointerTo);
      const length = lengthIn(unit, text);
      if (text !== '' && length <= limit) return [{ channel, text, length, limit, unit, composition }];
    }
    return [];
  });
}

/** Who is on, one hook from a real quote, the link. */
function post({ details, standfirst, quote, quoted, firstWords }: Ingredients): readonly (readonly Part[])[] {
  const { page, title } = details.episode;
  const link: readonly Part[] = page ? ['\n\n', { slot: 'link', is: groundedDetail(page) }] : [];
  const hook: readonly Part[] =
    quote && quoted ? ['\n\n', '“', { slot: 'quote', is: quote }, '” – ', { slot: 'speaker', is: quoted }] : [];
  const heading: readonly Part[] = [{ slot: 'title', is: groundedDetail(title) }];
  return [
    [...heading, '\n\n', ...standfirst, ...hook, ...link],
    [...standfirst, ...hook, ...link],
    [...heading, '\n\n', ...standfirst, ...link],
    [...standfirst, ...link],
    [...heading, ...link],
    heading,
    shortened(firstWords),
  ];
}

function snippet({ details, standfirst, firstWords }: Ingredients): readonly (readonly Part[])[] {
  return [standfirst, [{ slot: 'title', is: groundedDetail(details.episode.title) }], shortened(firstWords)];
}

const shortened = (words: Grounded): readonly Part[] => [{ slot: 'words', is: words }, '…'];
