import { createHash } from 'node:crypto';
import { themeKey } from '../contract/object-keys';
import type { PublishedShow } from '../contract/published';
import type { ObjectStore } from '../domain/ports';
import { renderThemeStyle } from '../domain/render';
import type { SiteFiles } from '../domain/site-files';
import { isStored } from './swap';

/** Puts what is not there, or differs, before a page of the show that needs it goes out. */
export async function putSiteFiles(published: ObjectStore, { files }: SiteFiles, show: PublishedShow): Promise<void> {
  for (const { key, body } of [...files, themeFileOf(show) ?? []].flat()) {
    if (!isStored(await published.get(key), body)) await published.put(key, body);
  }
}

/** The style sheet of the show's theme, if it has one, by a key that holds the hash of its content. */
export function themeFileOf({ theme }: PublishedShow): SiteFiles['files'][number] | undefined {
  if (!theme) return undefined;
  const body = new TextEncoder().encode(renderThemeStyle(theme));
  return { key: themeKey(createHash('sha256').update(body).digest('hex').slice(0, 16)), body };
}
