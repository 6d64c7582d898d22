import type { Blurb, Channel, Chapter } from '../../../contract/published';
import { lengthIn } from '../../text/channel-length';
import { type FixedWords, wordingOf } from '../fixed-words';
import { compose, type Grounded, type Part, type PointerTo, textOfParts } from '../grounded';
import { phraseFinder } from '../reading/subject-matter';
import { brokenLimit, LIMITS } from './channels';
import { clock } from './clock';
import { hookOf, type Ingredients, lastResorts, linkOf, slot, tagsOf, type Variants } from './ingredients';
import { hookFirst, longPost, post, postOfTwo, titledPost } from './posts';

export { hooksOf } from './ingredients';

const MANNERS: Readonly<Record<Channel, Variants>> = {
  x: hookFirst,
  bluesky: post,
  mastodon: titledPost,
  threads: postOfTwo,
  linkedin: longPost,
  instagram: longPost,
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

/** The title, with the guest or both guests where there is room; of more than two, nobody. */
function title(ingredients: Ingredients): readonly (readonly Part[])[] {
  const { details, standfirst, guests } = ingredients;
  const heading = slot('title', details.episode.title);
  const [first, second] = guests;
  const named: readonly Part[] = first && second ? [first, wordingOf(ingredients.language).and, second] : guests;
  const withGuests: readonly (readonly Part[])[] =
    guests.length === 1 || guests.length === 2 ? [[heading, ' – ', ...named]] : [];
  return [...withGuests, [heading], standfirst, ...lastResorts(ingredients)];
}

/** YouTube lists chapters with their times where the first is at 0:00, there are three, and each lasts ten seconds. */
function description(ingredients: Ingredients, channel: Channel): readonly (readonly Part[])[] {
  const { details, summary } = ingredients;
  const [link, tags] = [linkOf(details.episode), tagsOf(ingredients, channel)];
  const chapters = timedChapters(ingredients.chapters);
  const list: readonly Part[] = chapters.length > 0 ? ['\n\n', ...chapters] : [];
  return [[...summary, ...link, ...list, ...tags], [...summary, ...link], ...longPost(ingredients, channel)];
}

function timedChapters(chapters: readonly Chapter[]): readonly Part[] {
  const times = chapters.map(({ startTime }) => startTime ?? -1);
  const isLong = times.every((time, index) => index === 0 || time - (times[index - 1] ?? 0) >= 10);
  if (chapters.length < 3 || times[0] !== 0 || !isLong) return [];
  return chapters.flatMap(({ title: name, turn, startTime = 0 }, index): readonly Part[] => {
    const [time, chapter]: readonly Grounded[] = [
      { text: clock(startTime), source: { kind: 'time', turn } },
      { text: name, source: { kind: 'chapter', turn } },
    ];
    const lineEnd: readonly FixedWords[] = index > 0 ? ['\n'] : [];
    return [
      ...lineEnd,
      { slot: `time${index + 1}`, is: time as Grounded },
      ' ',
      { slot: `chapter${index + 1}`, is: chapter as Grounded },
    ];
  });
}

/** HTML of the elements that directories allow. */
function directory(ingredients: Ingredients): readonly (readonly Part[])[] {
  const { details, summary, standfirst, hooks } = ingredients;
  const link: readonly Part[] = details.episode.page ? ['<p>', slot('link', details.episode.page), '</p>'] : [];
  const withHooks = hooks.map((hook): readonly Part[] => [
    '<p>',
    ...summary,
    '</p>',
    '<p>',
    ...hookOf(hook),
    '</p>',
    ...link,
  ]);
  const plain: readonly (readonly Part[])[] = [
    ['<p>', ...summary, '</p>', ...link],
    ['<p>', ...standfirst, '</p>'],
  ];
  return [...withHooks, ...plain.filter((parts) => parts.length > 2), ...lastResorts(ingredients)];
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
