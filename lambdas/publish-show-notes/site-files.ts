import { createHash } from 'node:crypto';
import { themeKey } from '../contract/object-keys';
import type { PublishedShow } from '../contract/published';
import type { ObjectStore } from '../domain/ports';
import { renderThemeStyle } from '../domain/render';
import type { SiteFiles } from '../domain/show/site-files';
import { isStored } from './swap';

/**
 * Of each store, the files that this process found there or put there. Nothing removes them, and what a process of an
 * earlier release puts over one, while it is still at work, the next process mends.
 */
const seen = new WeakMap<ObjectStore, Set<string>>();

/** Puts what is not there, or differs, before a page of the show that needs it goes out; looks at each file once. */
export async function putSiteFiles(published: ObjectStore, { files }: SiteFiles, show: PublishedShow): Promise<void> {
  const known = seen.get(published) ?? new Set();
  seen.set(published, known);
  const unknown = [...files, themeFileOf(show) ?? []].flat().filter(({ key }) => !known.has(key));
  for (const { key, body } of unknown) {
    if (!isStored(await published.get(key), body)) await published.put(key, body);
    known.add(key);
  }
}

/** The style sheet of the show's theme, if it has one, by a key that holds the hash of its content. */
export function themeFileOf({ theme }: PublishedShow): SiteFiles['files'][number] | undefined {
  if (!theme) return undefined;
  const body = new TextEncoder().encode(renderThemeStyle(theme));
  return { key: themeKey(createHash('sha256').update(body).digest('hex').slice(0, 16)), body };
}
