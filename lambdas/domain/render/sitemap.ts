import { SITEMAPS_KEY, showPageKey, sitemapKey } from '../../contract/object-keys';
import type { Catalogue } from '../../contract/published';
import { addressUnder } from '../show/addresses';
import { type Xml, xml, xmlTextOf } from './escaping/xml';

/**
 * `sitemap.xml` of a show: its page and its episodes', where no other page of theirs is the one to be found. Undefined
 * where no `site` says under which address, or where there is nothing to list.
 */
export function renderSitemap({ show, episodes }: Catalogue): string | undefined {
  const { site } = show;
  if (site === undefined || episodes.length === 0) return undefined;
  const pages = [
    { key: showPageKey(show.id), canonical: show.canonical },
    ...episodes.map(({ page, canonical }) => ({ key: page.slice(1), canonical })),
  ];
  const ours = pages.map(({ key, canonical }) => ({ address: addressUnder(site, key), canonical }));
  const listed = ours.filter(({ address, canonical }) => canonical === address);
  if (listed.length === 0) return undefined;
  return documentOf(xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${listed.map(
    ({ address }) => xml`
<url><loc>${address}</loc></url>`,
  )}
</urlset>`);
}

/** What search engines are told of all shows. */
export interface ForSearchEngines {
  /** `robots.txt`: everything may be read, and where the sitemaps are. */
  readonly robots: string;
  /** `sitemap.xml`: the sitemaps of all shows; undefined where there is none. */
  readonly sitemaps: string | undefined;
}

/** Tells search engines of the shows that have a sitemap. */
export function renderForSearchEngines(catalogues: readonly Catalogue[]): ForSearchEngines {
  const listed = catalogues.filter((catalogue) => renderSitemap(catalogue) !== undefined).map(({ show }) => show);
  const sites = [...new Set(listed.map(({ site }) => site))];
  const lines = sites.map((site) => `Sitemap: ${site}/${SITEMAPS_KEY}\n`);
  return {
    robots: ['User-agent: *\nAllow: /\n', ...lines].join('\n'),
    sitemaps:
      listed.length === 0
        ? undefined
        : documentOf(xml`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${listed.map(
            ({ site, id }) => xml`
<sitemap><loc>${site}/${sitemapKey(id)}</loc></sitemap>`,
          )}
</sitemapindex>`),
  };
}

const documentOf = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${xmlTextOf(root)}\n`;
