import type { Blurb, Channel } from '../../../contract/published';
import { lengthIn } from '../../text/channel-length';
import { wordingOf } from '../fixed-words';
import { compose, type Part, type PointerTo, textOfParts } from '../grounded';
import { phraseFinder } from '../reading/subject-matter';
import { brokenLimit, LIMITS } from './channels';
import { directory } from './directory';
import { type Ingredients, lastResorts, linkOf, slot, tagsOf, type Variants } from './ingredients';
import { chapterEntries, isForYouTube, joined, listedLinks } from './lists';
import { caption, hookFirst, longPost, post, postOfTwo, titledPost } from './posts';

export { hooksOf } from './ingredients';

const MANNERS: Readonly<Record<Channel, Variants>> = {
  x: hookFirst,
  bluesky: post,
  mastodon: titledPost,
  threads: postOfTwo,
  linkedin: longPost,
  instagram: caption,
  'youtube-title': title,
  'youtube-description': description,
  'podcast-directory': directory,
  newsletter: paragraph,
  'search-snippet': line,
  'feed-line': line,
};

/** One text a channel, within its limit as the channel itself counts; all channels where the show file names none. */
export function blurbsOf(ingredients: Ingredients, pointerTo: PointerTo): readonly Blurb[] {
  const { channels, neverSay } = ingredients.details.show;
  const wanted = channels?.map(({ channel }) => channel) ?? (Object.keys(MANNERS) as Channel[]);
  const isUnwanted = phraseFinder(neverSay.map(({ value }) => value));
  return wanted.flatMap((channel) => {
    const { limit, unit } = LIMITS[channel];
    for (const parts of MANNERS[channel](ingredients, channel)) {
      const written = isMarkup(channel) ? escapeHtml : undefined;
      const { text, composition } = compose(parts, pointerTo, written);
      const isAllowed = channel.startsWith('youtube') ? !/[<>]/u.test(text) : true;
      if (text === '' || brokenLimit(channel, text) || !isAllowed || isUnwanted(text)) continue;
      return [{ channel, text, length: lengthIn(unit, text), limit, unit, composition }];
    }
    return [];
  });
}

/** Channels whose text is HTML. */
export const isMarkup = (channel: Channel): boolean => channel === 'podcast-directory';

/** A slot's text inside HTML. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The title, with the guest or both guests that it does not name, where there is room; of more than two, nobody. */
function title(ingredients: Ingredients): readonly (readonly Part[])[] {
  const { details, standfirst } = ingredients;
  const { value } = details.episode.title;
  const guests = ingredients.guests.filter((guest) => !value.includes(textOfParts([guest])));
  const heading = slot('title', details.episode.title);
  const [first, second] = guests;
  const named: readonly Part[] = first && second ? [first, wordingOf(ingredients.language).and, second] : guests;
  const withGuests: readonly (readonly Part[])[] =
    guests.length === 1 || guests.length === 2 ? [[heading, ' – ', ...named]] : [];
  return [...withGuests, [heading], standfirst, ...lastResorts(ingredients)];
}

/** The summary and the page, then chapters with their times, and the links of the episode file. */
function description(ingredients: Ingredients, channel: Channel): readonly (readonly Part[])[] {
  const { details, summary } = ingredients;
  const [page, tags] = [linkOf(details.episode), tagsOf(ingredients, channel)];
  const below = (lines: readonly Part[]): readonly Part[] => (lines.length > 0 ? ['\n\n', ...lines] : []);
  const listed = isForYouTube(ingredients.chapters) ? chapterEntries(ingredients.chapters) : [];
  const chapters = below(joined(listed, ['\n']));
  const sites = details.episode.links.filter(
    ({ text, url }) => !url.value.startsWith('mailto:') && !/[<>]/u.test(text.value + url.value),
  );
  const lines = listedLinks(sites).map(({ text, url }): readonly Part[] => [text, ': ', url]);
  const links = below(joined(lines, ['\n']));
  return [
    [...summary, ...page, ...chapters, ...links, ...tags],
    [...summary, ...page, ...chapters, ...tags],
    [...summary, ...page],
    ...longPost(ingredients, channel),
  ];
}

/** A newsletter's paragraph: the summary, and the link. */
function paragraph(ingredients: Ingredients, channel: Channel): readonly (readonly Part[])[] {
  const { details, summary } = ingredients;
  const link: readonly Part[] = details.episode.page ? [' ', slot('link', details.episode.page)] : [];
  return [[...summary, ...link], summary, ...post(ingredients, channel)];
}

/** One line: what the producer wrote, be it only a summary; else the standfirst. */
function line(ingredients: Ingredients): readonly (readonly Part[])[] {
  const { details, standfirst, summary } = ingredients;
  const { edits } = details.episode;
  const wished = edits.summary && !edits.standfirst ? [summary] : [];
  const short = textOfParts(standfirst) === '' ? [] : [standfirst];
  return [...wished, ...short, [slot('title', details.episode.title)], ...lastResorts(ingredients)];
}
