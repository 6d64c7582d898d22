import type { ObjectStore } from '../domain/ports';
import type { SiteFiles } from '../domain/site-files';
import { isStored } from './swap';

/** Puts what is not there, or differs, before a page that needs it goes out. */
export async function putSiteFiles(published: ObjectStore, { files }: SiteFiles): Promise<void> {
  for (const { key, body } of files) {
    if (!isStored(await published.get(key), body)) await published.put(key, body);
  }
}
