import { slugOf } from './slug';

/** Where objects live in the two buckets. The only file that spells a key. */

/** In both buckets: what producers upload, what the website fetches. */
export const SHOWS_PREFIX = 'shows/';
/** In the uploads bucket: what producers are told. */
export const RECEIPTS_PREFIX = 'receipts/';
/** In the published bucket: style sheet and scripts of the pages, each named by its content. */
export const SITE_PREFIX = 'site/';
/** The style sheet of a theme, by the hash of its content: shows of one look share it. */
export const themeKey = (hash: string): string => `${SITE_PREFIX}theme.${hash}.css`;
/** What visitors are shown, with the status 404, where there is nothing; the one name below `site/` that never changes. */
export const NOT_FOUND_PAGE_KEY = `${SITE_PREFIX}not-found.html`;
/** In the published bucket: the JSON Schemas of the published documents, and their types. */
export const SCHEMAS_PREFIX = 'schemas/';
/** At the root of the published bucket, for search engines: what they may read, and the sitemaps of all shows. */
export const ROBOTS_KEY = 'robots.txt';
export const SITEMAPS_KEY = 'sitemap.xml';

/** A transcript over this many bytes is rejected without being read. */
export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024;
/** A show or episode file over this many bytes is told of without being read. */
export const MAX_YAML_BYTES = 512 * 1024;

export interface EpisodeId {
  readonly show: string;
  readonly episode: string;
}

/** What an object under `shows/` of the uploads bucket is to the pipeline. `folder` is the show's folder as spelt. */
export type UploadKey =
  | { readonly kind: 'show-file'; readonly key: string; readonly folder: string; readonly show: string }
  | {
      readonly kind: 'transcript' | 'episode-file';
      readonly key: string;
      readonly folder: string;
      readonly show: string;
      readonly episode: string;
    };

/**
 * Reads `shows/<show>/<name>.<ext>`; undefined for folder markers, keys with fewer or more segments, and files that
 * are nobody's upload: dot files, backups and half copies (`<name>.md~`, `.bak`, `.tmp`), what Windows leaves behind.
 * `show.yaml` is the show file, `<name>.yaml` (or `.yml`) an episode file, everything else a transcript.
 */
export function readUploadKey(key: string): UploadKey | undefined {
  const [root, folder, file, ...deeper] = key.split('/');
  if (`${root}/` !== SHOWS_PREFIX || !folder || !file || deeper.length > 0) return undefined;
  if (folder.startsWith('.') || file.startsWith('.') || file.endsWith('~')) return undefined;
  if (/^(?:desktop\.ini|thumbs\.db)$|\.(?:bak|tmp|temp|old|orig|swp|part|crdownload|download)$/iu.test(file))
    return undefined;
  const dot = file.lastIndexOf('.');
  const name = dot > 0 ? file.slice(0, dot) : file;
  const isYaml = dot > 0 && /^\.ya?ml$/iu.test(file.slice(dot));
  const show = slugOf(folder);
  if (isYaml && name.toLowerCase() === 'show') return { kind: 'show-file', key, folder, show };
  return { kind: isYaml ? 'episode-file' : 'transcript', key, folder, show, episode: slugOf(name) };
}

/** `shows/<show>/` in the published bucket, and, with the folder's own spelling, in the uploads bucket. */
export const showPrefix = (folder: string): string => `${SHOWS_PREFIX}${folder}/`;

/** Everything that is published of one episode. */
export const episodePrefix = ({ show, episode }: EpisodeId): string => `${showPrefix(show)}${episode}/`;

/** The folder of one publication's immutable files. */
export const publicationPrefix = (id: EpisodeId, publication: string): string => `${episodePrefix(id)}${publication}/`;

/** The pointer of an episode: names the publication that is shown. */
export const showNotesKey = (id: EpisodeId): string => `${episodePrefix(id)}show-notes.json`;
export const episodePageKey = (id: EpisodeId): string => `${episodePrefix(id)}index.html`;

export const catalogueKey = (show: string): string => `${showPrefix(show)}index.json`;
export const showPageKey = (show: string): string => `${showPrefix(show)}index.html`;
export const feedKey = (show: string): string => `${showPrefix(show)}feed.xml`;
export const searchKey = (show: string): string => `${showPrefix(show)}search.json`;
export const sitemapKey = (show: string): string => `${showPrefix(show)}sitemap.xml`;

/** The receipt of an episode's latest upload. */
export const receiptKey = ({ show, episode }: EpisodeId): string => `${RECEIPTS_PREFIX}${show}/${episode}.json`;
/** What is told about the show file; `show` is no possible episode id. */
export const showReceiptKey = (show: string): string => `${RECEIPTS_PREFIX}${show}/show.json`;

/** From the page at `key` up to the root of the published bucket: `../../` for a show's page. */
export const rootFrom = (key: string): string => '../'.repeat(key.split('/').length - 1);

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  srt: 'application/x-subrip; charset=utf-8',
  ts: 'text/plain; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
};

/** What podcast apps know by a media type of its own. */
const FILE_TYPES: Readonly<Record<string, string>> = {
  'chapters.json': 'application/json+chapters',
  'feed.xml': 'application/rss+xml; charset=utf-8',
};

/** The media type that an object is served with: a pure function of its key. */
export const contentTypeOf = (key: string): string =>
  FILE_TYPES[key.slice(key.lastIndexOf('/') + 1)] ??
  CONTENT_TYPES[key.slice(key.lastIndexOf('.') + 1)] ??
  'application/octet-stream';

/** Files of a publication and of the site never change under their key; pointers, pages and receipts do. */
export function cacheControlOf(key: string): string {
  if (key === NOT_FOUND_PAGE_KEY) return 'no-cache';
  const isPublicationFile = key.startsWith(SHOWS_PREFIX) && key.split('/').length === 5;
  return isPublicationFile || key.startsWith(SITE_PREFIX) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
