import {
  catalogueKey,
  episodePageKey,
  feedKey,
  rootFrom,
  searchKey,
  showPageKey,
  sitemapKey,
} from '../../contract/object-keys';
import type { Catalogue, SearchEntry } from '../../contract/published';
import { json } from '../publication';
import { renderFeed, renderShowPage, renderSitemap } from '../render';
import { searchDocumentOf } from './search';
import type { SiteFiles } from './site-files';

/** What the files of a show are made of. */
export interface ShowFilesInputs {
  readonly catalogue: Catalogue;
  /** Of the episodes' publications, newest first: those that have one. */
  readonly feedItems: readonly string[];
  /** Likewise, as JSON. */
  readonly searchEntries: readonly string[];
  readonly site: Pick<SiteFiles, 'styleKey' | 'showScriptKey' | 'hasFrontPage'>;
  readonly themeKey: string | undefined;
  /** The feed's GUID by its address. */
  readonly feedGuid: (address: string) => string;
}

/** The text of each file of the show by its key; undefined where there is to be none. The catalogue is the last. */
export function showFilesOf(inputs: ShowFilesInputs): Readonly<Record<string, string | undefined>> {
  const { catalogue, feedItems, searchEntries, site, themeKey, feedGuid } = inputs;
  const show = catalogue.show.id;
  const toRoot = rootFrom(showPageKey(show));
  const hrefs = {
    style: `${toRoot}${site.styleKey}`,
    ...(themeKey !== undefined && { theme: `${toRoot}${themeKey}` }),
    script: `${toRoot}${site.showScriptKey}`,
    episode: (episode: string) => `${toRoot}${episodePageKey({ show, episode })}`,
    ...(site.hasFrontPage && { shows: toRoot }),
  };
  const found = searchEntries.flatMap((text) => JSON.parse(text) as SearchEntry[]);
  return {
    [searchKey(show)]: `${JSON.stringify(searchDocumentOf(catalogue, found))}\n`,
    [feedKey(show)]: renderFeed(catalogue, feedItems, feedGuid),
    [sitemapKey(show)]: renderSitemap(catalogue),
    [showPageKey(show)]: renderShowPage({ catalogue, hrefs }),
    [catalogueKey(show)]: json(catalogue),
  };
}
