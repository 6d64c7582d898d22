import type { Catalogue, CatalogueEpisode } from '../../contract/published';
import { headOf } from './head';
import { type Html, html, textOf } from './html';
import { inLanguage } from './language';
import { byline, particularsOf } from './wording';

/** What a show's page needs to know. */
export interface ShowPage {
  readonly catalogue: Catalogue;
  readonly hrefs: {
    readonly style: string;
    /** From the show's page to an episode's. */
    readonly episode: (id: string) => string;
  };
}

/** `index.html` of a show: its episodes, newest first. */
export function renderShowPage({ catalogue: { show, episodes }, hrefs }: ShowPage): string {
  const language = episodes[0]?.language ?? 'en';
  return textOf(html`<!doctype html>
<html${inLanguage(language)}>
<head>
${headOf({
  title: show.title,
  description: show.description ?? `Episodes of ${show.title}`,
  style: hrefs.style,
  json: 'index.json',
})}
</head>
<body class="catalogue">
<a class="skip" href="#episodes">Skip to the episodes</a>
<header class="masthead">
<h1>${show.title}</h1>${
    show.description === undefined
      ? ''
      : html`
<p class="description">${show.description}</p>`
  }
</header>
<main id="episodes" tabindex="-1">
${episodes.map((episode) => entryOf(episode, hrefs.episode(episode.id)))}</main>
</body>
</html>
`);
}

const entryOf = (
  episode: CatalogueEpisode,
  href: string,
): Html => html`<article class="entry"${inLanguage(episode.language)}>
<p class="particulars">${particularsOf(episode).map((part) => html`<span>${part}</span> `)}</p>
<h2><a class="quiet" href="${href}">${episode.title}</a></h2>
<p class="byline">${byline(episode.people)}</p>
<p class="summary">${episode.summary}</p>
</article>
`;
