import { markInvisible, visible } from './invisible';

const MARKUP = Symbol('markup');
const ATTRIBUTES = Symbol('attributes');

/** A piece of a page. Only `html` makes one, so all text in it has been escaped. */
export interface Html {
  readonly [MARKUP]: string;
}

/** Attributes of an element, each with the space before it. Only `attributes` makes them. */
export interface Attributes {
  readonly [ATTRIBUTES]: string;
}

/** What may stand between tags: text and numbers are escaped, nothing stands for undefined. */
export type Content = Html | string | number | undefined | readonly Content[];

/**
 * The only way from text to HTML. Between tags it takes text, pieces and lists of them; inside the quotes of an
 * attribute, or in a `<title>`, text; after a tag's name, `attributes`. Anywhere else it throws.
 */
export function html(parts: TemplateStringsArray, ...contents: readonly (Content | Attributes)[]): Html {
  const places = placesIn(parts);
  let markup = parts[0] ?? '';
  for (const [index, content] of contents.entries()) {
    markup += written(content, places[index] ?? 'in-tag') + parts[index + 1];
  }
  return { [MARKUP]: markup };
}

/** A whole page or fragment as the text of its file. */
export const textOf = (piece: Html): string => piece[MARKUP];

/** ` lang="de"`: attributes with their names; those that are undefined are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): Attributes {
  const all = Object.entries(values).filter(([, value]) => value !== undefined);
  return { [ATTRIBUTES]: all.map(([name, value]) => ` ${name}="${escaped(visible(String(value)))}"`).join('') };
}

/** A value as JSON inside a script element that browsers do not run; nothing is hidden in its texts. */
export function jsonScript(mediaType: 'application/ld+json', value: unknown): Html {
  const seen = (_key: string, each: unknown) => (typeof each === 'string' ? visible(each) : each);
  const json = JSON.stringify(value, seen).replace(/[<>&\u{2028}\u{2029}]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return { [MARKUP]: `<script type="${mediaType}">${json}</script>` };
}

type Place = 'between-tags' | 'in-title' | 'in-quotes' | 'in-tag' | 'in-script';

const placesByTemplate = new WeakMap<TemplateStringsArray, readonly Place[]>();

/** Where each content of a template stands: that follows from the template alone, for no content opens or ends a tag. */
function placesIn(parts: TemplateStringsArray): readonly Place[] {
  const known =
    placesByTemplate.get(parts) ?? parts.slice(0, -1).map((_, index) => placeAfter(parts.slice(0, index + 1).join('')));
  placesByTemplate.set(parts, known);
  return known;
}

/** Where in a page the text after `markup` stands. */
function placeAfter(markup: string): Place {
  const tag = markup.lastIndexOf('<');
  if (tag > markup.lastIndexOf('>')) return markup.slice(tag).split('"').length % 2 === 0 ? 'in-quotes' : 'in-tag';
  if (/^<(?:script|style)\b/iu.test(markup.slice(tag))) return 'in-script';
  return markup.endsWith('<title>') ? 'in-title' : 'between-tags';
}

function written(content: Content | Attributes, place: Place): string {
  if (place === 'in-tag' && isAttributes(content)) return content[ATTRIBUTES];
  if (place === 'between-tags' && !isAttributes(content)) return betweenTags(content);
  const isText = typeof content === 'string' || typeof content === 'number';
  if (isText && (place === 'in-quotes' || place === 'in-title')) return escaped(visible(String(content)));
  throw new Error(`html takes no ${typeof content} ${place}`);
}

function betweenTags(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string') {
    return markInvisible(escaped(content), (character, name) => {
      return `<bdi class="invisible" data-name="${name}">${character}</bdi>`;
    });
  }
  return isList(content) ? content.map(betweenTags).join('') : content[MARKUP];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (character) => `${ENTITIES[character]}`);

const isAttributes = (content: Content | Attributes): content is Attributes =>
  typeof content === 'object' && ATTRIBUTES in content;
const isList = (content: Content): content is readonly Content[] => Array.isArray(content);
