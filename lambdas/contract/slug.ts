const MAX_LENGTH = 64;

/** Names that would collide with the pipeline's own objects beside the episodes. */
const RESERVED: ReadonlySet<string> = new Set(['show']);

/**
 * The id of a show or an episode: `My Show №1` → `my-show-1`. Lower case, runs outside `a–z0–9` become `-`.
 * An id that would be empty, reserved or over 64 characters is cut and ends in 8 hex digits of the name's hash.
 */
export function slugOf(name: string): string {
  const slug = isSlug(name) ? name : slugged(name);
  if (slug !== '' && slug.length <= MAX_LENGTH && !RESERVED.has(slug)) return slug;
  return [slug.slice(0, MAX_LENGTH - 9).replace(/-$/u, ''), hexHash(name)].filter(Boolean).join('-');
}

const isSlug = (name: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name);

const slugged = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');

/** FNV-1a, 32 bits, over UTF-16 units: 8 hex digits, the same in Node and in a browser. */
export function hexHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
