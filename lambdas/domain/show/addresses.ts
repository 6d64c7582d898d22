import { episodePageKey, showPageKey } from '../../contract/object-keys';
import type { EpisodeDetails, PublishedShow } from '../../contract/published';
import type { Details } from '../details';
import type { ShowFile } from '../details/show-file';
import { safeAddress } from '../render/escaping/links';

/** Where the page at `key` is to be found under `site`: pages of folders end in a slash. */
export const addressUnder = (site: string, key: string): string =>
  `${site}/${key.replace(/(^|\/)index\.html$/u, '$1')}`;

/** The addresses that the show file gives the show; nothing where it names none. */
export function showAddresses(
  show: string,
  file: Pick<ShowFile, 'site' | 'page'>,
): Pick<PublishedShow, 'site' | 'canonical'> {
  const site = siteIn(file.site?.value);
  const canonical = addressIn(file.page?.value) ?? (site && addressUnder(site, showPageKey(show)));
  return { ...(site !== undefined && { site }), ...(canonical !== undefined && { canonical }) };
}

/** The address that the episode's file, or the show's `site`, gives the episode. */
export function episodeAddress(episode: string, details: Details): Pick<EpisodeDetails, 'canonical'> {
  const site = siteIn(details.show.site?.value);
  const own = site && addressUnder(site, episodePageKey({ show: details.show.id, episode }));
  const canonical = addressIn(details.episode.page?.value) ?? own;
  return canonical === undefined ? {} : { canonical };
}

/** The root that keys are appended to: without a slash at the end, a query or a fragment. */
function siteIn(address: string | undefined): string | undefined {
  const safe = addressIn(address);
  if (safe === undefined) return undefined;
  const { origin, pathname } = new URL(safe);
  return `${origin}${pathname.endsWith('/') ? pathname.slice(0, -1) : pathname}`;
}

const addressIn = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : safeAddress(address);
