import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOT_FOUND_PAGE_KEY, SCHEMAS_PREFIX, SITE_PREFIX } from '../contract/object-keys';
import type { SiteFiles } from '../domain/site-files';

/** Lower-case hex SHA-256. */
export const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** Reads style sheet, not-found page and JSON Schemas. The style sheet's key holds the hash of its content; the
 * not-found page, shown at any address, names it from the root of the site. */
export function readSiteFiles(siteFolder: string, schemasFolder: string): SiteFiles {
  const style = readFileSync(join(siteFolder, 'style.css'));
  const styleKey = `${SITE_PREFIX}style.${sha256(style).slice(0, 16)}.css`;
  const schemas = readdirSync(schemasFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => ({
      key: `${SCHEMAS_PREFIX}${path.replaceAll('\\', '/')}`,
      body: readFileSync(join(schemasFolder, path)),
    }));
  const notFoundPage = readFileSync(join(siteFolder, 'not-found.html'), 'utf8').replace('style.css', `/${styleKey}`);
  const notFound = { key: NOT_FOUND_PAGE_KEY, body: Buffer.from(notFoundPage) };
  return { styleKey, files: [{ key: styleKey, body: style }, notFound, ...schemas] };
}
