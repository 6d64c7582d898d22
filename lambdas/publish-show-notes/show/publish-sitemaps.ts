import { catalogueKey, ROBOTS_KEY, SHOWS_PREFIX, SITEMAPS_KEY } from '../../contract/object-keys';
import type { Catalogue } from '../../contract/published';
import { settle } from '../../domain/episode/settle';
import type { ObjectStore, StoredObject } from '../../domain/ports';
import { renderForSearchEngines } from '../../domain/render';
import { readEach } from '../bounded';
import { replace } from '../swap';

/** Renews what search engines are told of all shows, from the shows' catalogues. */
export const publishSitemaps = (published: ObjectStore): Promise<true> =>
  settle('what search engines are told', () => attempt(published));

async function attempt(published: ObjectStore): Promise<true | undefined> {
  const [robots, sitemaps] = await Promise.all([published.get(ROBOTS_KEY), published.get(SITEMAPS_KEY)]);
  const catalogues = await eachCatalogue(published, (key) => published.get(key));
  const wanted = renderForSearchEngines(catalogues.map(parsed));
  if (!(await replace(published, ROBOTS_KEY, robots, encoder.encode(wanted.robots)))) return undefined;
  const index = wanted.sitemaps === undefined ? undefined : encoder.encode(wanted.sitemaps);
  if (!(await replace(published, SITEMAPS_KEY, sitemaps, index))) return undefined;
  const now = await eachCatalogue(published, (key) => published.head(key));
  return tagsOf(now) === tagsOf(catalogues) ? true : undefined;
}

/** What `read` gives for the catalogue of each show that has one, by the show's id. */
async function eachCatalogue<Found>(
  published: ObjectStore,
  read: (key: string) => Promise<Found | undefined>,
): Promise<readonly Found[]> {
  const shows = await published.folders(SHOWS_PREFIX);
  const found = await readEach(shows, (show) => read(catalogueKey(show)));
  return found.filter((catalogue) => catalogue !== undefined);
}

const parsed = ({ body }: StoredObject): Catalogue => JSON.parse(new TextDecoder().decode(body)) as Catalogue;
const tagsOf = (catalogues: readonly Pick<StoredObject, 'etag'>[]): string => catalogues.map(({ etag }) => etag).join();

const encoder = new TextEncoder();
