import type { PublishedShow } from '../../contract/published';
import type { ShowFile } from '../details';
import { safeAddress } from '../render/escaping/links';
import { showAddresses } from './addresses';

/** What the show file says of a show wherever one of its episodes is. */
export function publishedShowOf(id: string, file: Omit<ShowFile, 'title'>): Omit<PublishedShow, 'title'> {
  const { language, theme, feed } = file;
  const image = file.image && safeAddress(file.image.value);
  return {
    id,
    ...showAddresses(id, file),
    ...(language && { language: language.value }),
    ...(image !== undefined && { image }),
    ...(theme && { theme: theme.theme }),
    ...(feed && { feed: feed.feed }),
  };
}
