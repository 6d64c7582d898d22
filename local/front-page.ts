import { catalogueKey, SHOWS_PREFIX, showPageKey } from '../lambdas/contract/object-keys';
import type { Catalogue } from '../lambdas/contract/published';
import type { ObjectStore } from '../lambdas/domain/ports';
import { html } from '../lambdas/domain/render/escaping/html';
import { ICON } from '../lambdas/domain/render/page/icon';
import { renderPage } from '../lambdas/domain/render/page/page-template';

/** The page at `/` of a laptop's site: the shows with an episode that is published. */
export async function frontPage(published: ObjectStore, styleKey: string): Promise<string> {
  const found = (await cataloguesIn(published)).filter(({ episodes }) => episodes.length > 0);
  return renderPage({
    kind: 'catalogue',
    language: 'en',
    head: html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Shows</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="/${styleKey}">`,
    header: html`<h1>Shows</h1>
`,
    main: {
      id: 'shows',
      content: html`${found.length === 0 ? html`<p>Nothing is published yet.</p>` : found.map(entryOf)}
`,
    },
  });
}

/** The catalogue of each show. */
export async function cataloguesIn(published: ObjectStore): Promise<readonly Catalogue[]> {
  const shows = await published.folders(SHOWS_PREFIX);
  const catalogues = await Promise.all(shows.map((show) => catalogueIn(published, show)));
  return catalogues.filter((catalogue) => catalogue !== undefined);
}

async function catalogueIn(published: ObjectStore, show: string): Promise<Catalogue | undefined> {
  const stored = await published.get(catalogueKey(show));
  return stored && (JSON.parse(Buffer.from(stored.body).toString()) as Catalogue);
}

const entryOf = ({ show, episodes }: Catalogue) => html`<article class="entry">
<p class="particulars"><span>${episodes.length === 1 ? '1 episode' : `${episodes.length} episodes`}</span></p>
<h2><a href="/${showPageKey(show.id)}">${show.title}</a></h2>
${
  show.description === undefined
    ? ''
    : html`<p class="summary">${show.description}</p>
`
}</article>
`;
