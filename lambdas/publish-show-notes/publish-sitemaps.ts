import { catalogueKey, ROBOTS_KEY, SHOWS_PREFIX, SITEMAPS_KEY } from '../contract/object-keys';
import type { Catalogue } from '../contract/published';
import type { ObjectStore, StoredObject } from '../domain/ports';
import { renderForSearchEngines } from '../domain/render';
import { settle } from '../domain/settle';
import { replace } from './swap';

/** Renews what search engines are told of all shows, from the shows' catalogues. */
export const publishSitemaps = (published: ObjectStore): Promise<true> =>
  settle('what search engines are told', () => attempt(published));

async function attempt(published: ObjectStore): Promise<true | undefined> {
  const [robots, sitemaps] = await Promise.all([published.get(ROBOTS_KEY), published.get(SITEMAPS_KEY)]);
  const catalogues = await cataloguesIn(published);
  const wanted = renderForSearchEngines(catalogues.map(parsed));
  if (!(await replace(published, ROBOTS_KEY, robots, encoder.encode(wanted.robots)))) return undefined;
  const index = wanted.sitemaps === undefined ? undefined : encoder.encode(wanted.sitemaps);
  if (!(await replace(published, SITEMAPS_KEY, sitemaps, index))) return undefined;
  return tagsOf(await cataloguesIn(published)) === tagsOf(catalogues) ? true : undefined;
}

/** The catalogue of each show that has one, by the show's id. */
async function cataloguesIn(published: ObjectStore): Promise<readonly StoredObject[]> {
  const shows = await published.folders(SHOWS_PREFIX);
  const catalogues = await Promise.all(shows.map((show) => published.get(catalogueKey(show))));
  return catalogues.filter((catalogue) => catalogue !== undefined);
}

const parsed = ({ body }: StoredObject): Catalogue => JSON.parse(new TextDecoder().decode(body)) as Catalogue;
const tagsOf = (catalogues: readonly StoredObject[]): string => catalogues.map(({ etag }) => etag).join();

const encoder = new TextEncoder();
