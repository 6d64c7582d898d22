import { generateRssFeed } from 'feedsmith';
import { SUBCATEGORIES } from '../../../contract/categories';
import { feedKey, showPageKey } from '../../../contract/object-keys';
import type { Catalogue, PublishedFile, ShowNotes } from '../../../contract/published';
import { addressUnder } from '../../show/addresses';
import type { Turn } from '../../transcript';
import { audioOf } from '../audio';
import { visible } from '../escaping/invisible';
import { feedDescription } from './feed-description';
import { soundbitesOf } from './soundbites';

/** The name of an episode's `<item>` in its publication. */
export const FEED_ITEM_FILE = 'feed-item.xml';

/** Roles of the files that podcast apps know as transcripts, the best first. */
const TRANSCRIPTS = ['transcript-vtt', 'transcript-srt', 'transcript-json', 'transcript-html'] as const;
/** Characters of a name or a title in Podcasting 2.0. */
const LONGEST_NAME = 128;

/** The `<item>` of an episode; undefined where no `site` says under which address its files are served. */
export function renderFeedItem(showNotes: ShowNotes, turns: readonly Turn[]): string | undefined {
  const { show, episode, people, quotes, files } = showNotes;
  if (show.site === undefined) return undefined;
  const under = ({ href }: PublishedFile): string => `${show.site}${showNotes.base}${href}`;
  const withRole = (role: PublishedFile['role']) => files.filter((file) => file.role === role);
  const audio = enclosureOf(showNotes);
  const date = dateOf(episode.publishedAt);
  const [chapters] = withRole('chapters');
  const feed = generateRssFeed({
    title: '',
    description: '',
    items: [
      {
        title: visible(episode.title),
        ...(episode.canonical !== undefined && { link: episode.canonical }),
        description: feedDescription(showNotes),
        guid: { value: visible(episode.guid ?? `${show.id}/${episode.id}`), isPermaLink: false },
        ...(date && { pubDate: date }),
        ...(audio && { enclosures: [audio] }),
        podcast: {
          transcripts: TRANSCRIPTS.flatMap(withRole).map((file) => ({
            url: under(file),
            type: essenceOf(file.type),
            language: episode.language,
            ...(file.role === 'transcript-html' ? {} : { rel: 'captions' }),
          })),
          ...(chapters && { chapters: { url: under(chapters), type: chapters.type } }),
          ...(audio && {
            soundbites: soundbitesOf(quotes, turns).map(({ title, ...stretch }) => ({
              ...stretch,
              display: short(title),
            })),
          }),
          persons: people
            .filter(({ role }) => role !== 'other')
            .map(({ name, role }) => ({ display: short(name), role, group: 'cast' })),
          ...(episode.number !== undefined && { episode: { number: episode.number } }),
          ...(episode.aiContent !== undefined && {
            txts: [{ purpose: 'ai-content', display: String(episode.aiContent) }],
          }),
        },
      },
    ],
  });
  return `${between(feed, '<item>', '</item>')}\n`;
}

/**
 * `feed.xml` of a show around the `<item>`s of its episodes; undefined where no `site` says where anything is.
 * `guidOf` gives the `podcast:guid` of a feed at an address.
 */
export function renderFeed(
  { show, episodes }: Catalogue,
  items: readonly string[],
  guidOf: (address: string) => string,
): string | undefined {
  const { site } = show;
  if (site === undefined) return undefined;
  const languages = new Set(show.language === undefined ? episodes.map(({ language }) => language) : [show.language]);
  const [language] = languages.size === 1 ? languages : [];
  const address = `${site}/${feedKey(show.id)}`;
  const link = show.canonical ?? addressUnder(site, showPageKey(show.id));
  const channel = generateRssFeed({
    title: visible(show.title),
    link,
    description: visible(show.description ?? show.title),
    ...(language !== undefined && { language }),
    ...(show.image !== undefined && { image: { url: show.image, title: visible(show.title), link } }),
    atom: { links: [{ href: address, rel: 'self', type: 'application/rss+xml' }] },
    itunes: directoryDetailsOf(show),
    podcast: { guid: show.feed?.guid ?? guidOf(address), medium: 'podcast' },
  });
  const end = channel.lastIndexOf('</channel>');
  return `${channel.slice(0, end).trimEnd()}\n${items.join('')}  ${channel.slice(end).trimEnd()}\n`;
}

/** What podcast directories ask for, as far as the show file says it. */
function directoryDetailsOf({ image, feed: { author, categories, explicit, owner } = {} }: Catalogue['show']) {
  return {
    ...(image !== undefined && { image }),
    ...(categories && { categories: categories.map(categoryOf) }),
    ...(explicit !== undefined && { explicit }),
    ...(author !== undefined && { author: visible(author) }),
    ...(owner && {
      owner: {
        ...(owner.name !== undefined && { name: visible(owner.name) }),
        ...(owner.email !== undefined && { email: visible(owner.email) }),
      },
    }),
  };
}

/** A subcategory stands in its category. */
function categoryOf(name: string) {
  const category = new Map<string, string>(Object.entries(SUBCATEGORIES)).get(name);
  return category === undefined ? { text: name } : { text: category, categories: [{ text: name }] };
}

/** The part of `text` from the line of the first `start` to the last `end`. */
function between(text: string, start: string, end: string): string {
  const from = text.lastIndexOf('\n', text.indexOf(start)) + 1;
  return text.slice(from, text.lastIndexOf(end) + end.length);
}

/** The audio as a podcast app downloads it; undefined where its media type is not known. 0: nobody said how long it is. */
function enclosureOf(showNotes: ShowNotes) {
  const { audioType, audioBytes = 0 } = showNotes.episode;
  const url = audioOf(showNotes);
  return url === undefined || audioType === undefined ? undefined : { url, type: audioType, length: audioBytes };
}

/** A date as the producer wrote it: without a time midnight, without a time zone UTC. */
function dateOf(publishedAt = ''): Date | undefined {
  const [, day, time = '00:00', zone = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/u.exec(publishedAt) ?? [];
  const date = new Date(`${day}T${time}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

const essenceOf = (type: string): string => type.split(';', 1).join('');

const short = (text: string): string => [...visible(text)].slice(0, LONGEST_NAME).join('');
