import { episodePageKey, feedKey } from '../../../contract/object-keys';
import type { Catalogue, PublishedTurn, ShowNotes } from '../../../contract/published';
import { addressUnder } from '../../show/addresses';
import { audioOf } from '../audio';
import { type Html, html, jsonScript } from '../escaping/html';
import { timedChapters } from '../timed-chapters';
import { ICON } from './icon';

/** What the head of a page says of it. */
export interface Head {
  readonly title: string;
  /** What search engines and link previews show. */
  readonly description: string;
  /** Addresses from the page. */
  readonly style: string;
  /** The style sheet of the show's theme. */
  readonly theme?: string | undefined;
  /** Adds to the page what it can do without. */
  readonly script?: string | undefined;
  /** The document that the page was made from. */
  readonly json: string;
  readonly feed?: string | undefined;
  /** Where the page is to be found, if it may be found at several addresses. */
  readonly canonical: string;
  /** What else machines read. */
  readonly more?: Html;
}

/** The head of a page, as content of its `<head>`. */
export const headOf = ({
  title,
  description,
  style,
  theme,
  script,
  json,
  feed,
  canonical,
  more,
}: Head): Html => html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${description}">
<link rel="canonical" href="${canonical}">
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="${style}">${
  theme === undefined
    ? ''
    : html`
<link rel="stylesheet" href="${theme}">`
}
<link rel="alternate" type="application/json" href="${json}">${
  feed === undefined
    ? ''
    : html`
<link rel="alternate" type="application/rss+xml" href="${feed}">`
}${
  script === undefined
    ? ''
    : html`
<script type="module" src="${script}"></script>`
}${more}`;

/** The blurb for search engines, or the summary where there is none. */
export const descriptionOf = ({ blurbs, summary }: ShowNotes): string =>
  blurbs.find(({ channel }) => channel === 'search-snippet')?.text ?? summary.text;

/** For link previews (Open Graph) and search engines (JSON-LD, schema.org): nothing that the page does not say. */
export function machineReadable(showNotes: ShowNotes, turns: readonly PublishedTurn[]): Html {
  const { show, episode } = showNotes;
  const publishedAt = dateOf(episode.publishedAt);
  const properties = {
    'og:type': 'article',
    'og:site_name': show.title,
    'og:title': episode.title,
    'og:description': descriptionOf(showNotes),
    'og:url': episode.canonical,
    'article:published_time': publishedAt,
    'og:audio': audioOf(showNotes),
    ...pictureProperties(showNotes),
  };
  return previewed(properties, podcastEpisode(showNotes, turns, publishedAt), 'summary_large_image');
}

/** The same of a show. */
export function machineReadableShow({ show, episodes }: Catalogue, description: string): Html {
  const properties = {
    'og:type': 'website',
    'og:title': show.title,
    'og:description': description,
    'og:url': show.canonical,
    'og:image': show.image,
  };
  const series = {
    '@context': 'https://schema.org',
    '@type': 'PodcastSeries',
    url: show.canonical ?? './',
    name: show.title,
    description: show.description,
    image: show.image,
    inLanguage: show.language ?? episodes[0]?.language,
    webFeed: show.site === undefined ? undefined : `${show.site}/${feedKey(show.id)}`,
  };
  return previewed(properties, series, 'summary');
}

/** `card`: how large a picture is shown, where there is one. */
function previewed(properties: Readonly<Record<string, string | undefined>>, structured: object, card: string): Html {
  const said = Object.entries(properties).filter(([, content]) => content !== undefined);
  return html`
${said.map(
  ([property, content = '']) => html`<meta property="${property}" content="${content}">
`,
)}<meta name="twitter:card" content="${properties['og:image'] === undefined ? 'summary' : card}">
${jsonScript('application/ld+json', structured)}`;
}

/** Who fetches a picture for a preview knows no page that its address could be relative to. */
function pictureProperties(showNotes: ShowNotes): Readonly<Record<string, string | undefined>> {
  const { picture, address } = pictureOf(showNotes);
  if (!picture || address === undefined) return {};
  return {
    'og:image': address,
    'og:image:type': picture.type,
    'og:image:width': picture.width?.toString(),
    'og:image:height': picture.height?.toString(),
    'og:image:alt': picture.alt,
  };
}

function pictureOf({ show, base, files }: ShowNotes) {
  const picture = files.find(({ role }) => role === 'picture');
  return { picture, address: picture && show.site && `${show.site}${base}${picture.href}` };
}

/** Where the transcript is served: its text would double the page. */
function transcriptOf({ show, base, files }: ShowNotes): string | undefined {
  const transcript = files.find(({ role }) => role === 'transcript-html');
  return transcript && show.site && `${show.site}${base}${transcript.href}`;
}

function podcastEpisode(showNotes: ShowNotes, turns: readonly PublishedTurn[], datePublished: string | undefined) {
  const { show, episode, people, chapters, summary } = showNotes;
  const contentUrl = audioOf(showNotes);
  const page =
    show.site === undefined ? '' : addressUnder(show.site, episodePageKey({ show: show.id, episode: episode.id }));
  const clips = timedChapters(chapters).map(({ title, startTime }, index) => {
    return { '@type': 'Clip', name: title, startOffset: startTime, url: `${page}#chapter-${index + 1}` };
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'PodcastEpisode',
    url: episode.canonical ?? './',
    name: episode.title,
    episodeNumber: episode.number,
    datePublished,
    timeRequired: durationOf(turns),
    inLanguage: episode.language,
    description: summary.text,
    image: pictureOf(showNotes).address,
    partOfSeries: { '@type': 'PodcastSeries', name: show.title, url: show.canonical },
    contributor: people.map(({ name }) => ({ '@type': 'Person', name })),
    associatedMedia: contentUrl && {
      '@type': 'AudioObject',
      contentUrl,
      encodingFormat: episode.audioType,
      contentSize: episode.audioBytes?.toString(),
      transcript: transcriptOf(showNotes),
    },
    hasPart: clips.length > 0 ? clips : undefined,
  };
}

/** How long it takes to listen, where the last turn says when it ends; when it begins tells nothing of its length. */
function durationOf(turns: readonly PublishedTurn[]): string | undefined {
  const end = turns.at(-1)?.endTime;
  return end === undefined || end <= 0 ? undefined : `PT${Math.round(end)}S`;
}

/** A date as the standards want it; whatever else the producer wrote is for readers only. */
const dateOf = (publishedAt: string | undefined): string | undefined =>
  publishedAt && /^\d{4}-\d{2}-\d{2}(?:T|$)/u.test(publishedAt) ? publishedAt : undefined;
