import { visible } from './invisible';

const XML = Symbol('xml');

/** A piece of an XML document. Only `xml` makes one, so all text in it has been escaped. */
export interface Xml {
  readonly [XML]: string;
}

/** What may stand between tags or inside the quotes of an attribute: text and numbers are escaped. */
export type XmlContent = Xml | string | number | undefined | readonly XmlContent[];

/** The only way from text to XML. */
export function xml(parts: TemplateStringsArray, ...contents: readonly XmlContent[]): Xml {
  return { [XML]: parts.map((part, index) => part + written(contents[index])).join('') };
}

/** A whole document, or a part of one, as the text of its file. */
export const xmlTextOf = (piece: Xml): string => piece[XML];

function written(content: XmlContent): string {
  if (content === undefined) return '';
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string') return escaped(content);
  return isList(content) ? content.map(written).join('') : content[XML];
}

const escaped = (text: string): string => visible(text).replace(/[&<>"']/gu, (character) => `${ENTITIES[character]}`);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const isList = (content: XmlContent): content is readonly XmlContent[] => Array.isArray(content);
