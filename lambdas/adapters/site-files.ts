import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOT_FOUND_PAGE_KEY, SCHEMAS_PREFIX, SITE_PREFIX } from '../contract/object-keys';
import type { SiteFiles } from '../domain/show/site-files';

/** Lower-case hex SHA-256. */
export const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** Reads style sheet, scripts, not-found page, JSON Schemas and types. Style sheet and scripts have the hash of their content
 * in their keys; the not-found page, shown at any address, names the style sheet from the root of the site. */
export function readSiteFiles(siteFolder: string, schemasFolder: string): SiteFiles {
  const named = (name: string, extension: string) => {
    const body = readFileSync(join(siteFolder, `${name}.${extension}`));
    return { key: `${SITE_PREFIX}${name}.${sha256(body).slice(0, 16)}.${extension}`, body };
  };
  const style = named('style', 'css');
  const [episodeScript, showScript] = [named('episode', 'js'), named('show', 'js')];
  const schemas = readdirSync(schemasFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json') || path.endsWith('.d.ts'))
    .sort()
    .map((path) => ({
      key: `${SCHEMAS_PREFIX}${path.replaceAll('\\', '/')}`,
      body: readFileSync(join(schemasFolder, path)),
    }));
  const notFoundPage = readFileSync(join(siteFolder, 'not-found.html'), 'utf8').replace('style.css', `/${style.key}`);
  const notFound = { key: NOT_FOUND_PAGE_KEY, body: Buffer.from(notFoundPage) };
  return {
    styleKey: style.key,
    episodeScriptKey: episodeScript.key,
    showScriptKey: showScript.key,
    files: [style, episodeScript, showScript, notFound, ...schemas],
  };
}
