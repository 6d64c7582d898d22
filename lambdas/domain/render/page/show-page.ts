import type { Catalogue, CatalogueEpisode } from '../../../contract/published';
import { type Html, html } from '../escaping/html';
import { byline, particularsOf, wordingFor } from '../wording';
import { headOf, machineReadableShow } from './head';
import { inLanguage, inWording } from './language';
import { renderPage } from './page-template';

/** What a show's page needs to know. */
export interface ShowPage {
  readonly catalogue: Catalogue;
  readonly hrefs: {
    readonly style: string;
    /** The style sheet of the show's theme, where it has one. */
    readonly theme?: string;
    readonly script: string;
    /** From the show's page to an episode's. */
    readonly episode: (id: string) => string;
    /** The page that lists all shows, where there is one. */
    readonly shows?: string;
  };
}

/** `index.html` of a show: its episodes, newest first. */
export function renderShowPage({ catalogue, hrefs }: ShowPage): string {
  const { show, episodes } = catalogue;
  const language = show.language ?? episodes[0]?.language ?? 'en';
  const words = wordingFor(language);
  const description = show.description ?? words.episodesOf(show.title);
  return renderPage({
    kind: 'catalogue',
    language,
    head: headOf({
      title: show.title,
      description,
      style: hrefs.style,
      theme: hrefs.theme,
      script: hrefs.script,
      json: 'index.json',
      feed: show.site === undefined ? undefined : 'feed.xml',
      canonical: show.canonical ?? './',
      more: machineReadableShow(catalogue, description),
    }),
    skip: episodes.length === 0 ? undefined : words.skipToEpisodes,
    header: html`${hrefs.shows === undefined ? '' : wayUp(hrefs.shows, language)}<h1>${show.title}</h1>${
      show.description === undefined
        ? ''
        : html`
<p class="description">${show.description}</p>`
    }
`,
    beside: episodes.length === 0 ? undefined : searchBox(language),
    main: {
      id: 'episodes',
      content:
        episodes.length === 0
          ? nothingYet(language)
          : html`${episodes.map((episode) => entryOf(episode, hrefs.episode(episode.id)))}`,
    },
  });
}

const wayUp = (
  shows: string,
  language: string,
): Html => html`<p class="show"${inWording(language)}><a href="${shows}">${wordingFor(language).shows}</a></p>
`;

/** Filled by the page's script, and shown only where scripts run. */
const searchBox = (
  language: string,
): Html => html`<search data-index="search.json" data-nothing="${wordingFor(language).nothingFound}"${inWording(language)}>
<label>${wordingFor(language).search} <input type="search" autocomplete="off"></label>
<p class="found" role="status"></p>
<ol class="results"></ol>
</search>
`;

const nothingYet = (language: string): Html => html`<p>${wordingFor(language).noEpisodes}</p>
`;

function entryOf(episode: CatalogueEpisode, href: string): Html {
  const words = wordingFor(episode.language);
  const particulars = particularsOf(episode, words);
  const people = byline(episode.people, words);
  return html`<article class="entry"${inLanguage(episode.language)}>
${
  particulars.length === 0
    ? ''
    : html`<p class="particulars">${particulars.map((part) => html`<span>${part}</span> `)}</p>
`
}<h2><a href="${href}">${episode.title}</a></h2>
${
  people === ''
    ? ''
    : html`<p class="byline">${people}</p>
`
}<p class="summary">${episode.summary}</p>
</article>
`;
}
