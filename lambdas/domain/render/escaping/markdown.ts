import { visible } from './invisible';

const MARKDOWN = Symbol('markdown');

/** A piece of Markdown (CommonMark). Only `markdown` and `markdownLink` make one, so all text in it has been escaped. */
export interface Markdown {
  readonly [MARKDOWN]: string;
}

/** What may stand in a piece: text and numbers are escaped, nothing stands for undefined. */
export type MarkdownContent = Markdown | string | number | undefined | readonly MarkdownContent[];

/** The only way from text to Markdown. Line ends in a text become spaces: lines are the template's own. */
export function markdown(parts: TemplateStringsArray, ...contents: readonly MarkdownContent[]): Markdown {
  return { [MARKDOWN]: parts.map((part, index) => part + written(contents[index])).join('') };
}

/** A link to an address that the renderer made, or that `safeAddress` let through. */
export function markdownLink(text: string, address: string): Markdown {
  const target = address
    .replace(/[\s<>()[\]\\*_`]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(ENTITY, '&amp;');
  return { [MARKDOWN]: `[${escaped(text)}](${target})` };
}

/** Pieces one after the other; pieces without text are left out. */
export function joined(pieces: readonly Markdown[], separator: '\n' | '\n\n' | ', '): Markdown {
  return {
    [MARKDOWN]: pieces
      .map((piece) => piece[MARKDOWN])
      .filter((text) => text !== '')
      .join(separator),
  };
}

/** A whole document as the text of its file. */
export const markdownTextOf = (piece: Markdown): string => piece[MARKDOWN];

function written(content: MarkdownContent): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escaped(content);
  if (typeof content === 'number') return String(content);
  return isList(content) ? content.map(written).join('') : content[MARKDOWN];
}

/** An ampersand that would begin an entity. */
const ENTITY = /&(?=#?[a-z0-9]+;)/giu;

/** Escapes what has a meaning anywhere, then what has one at the start or the end of a text only. */
function escaped(text: string): string {
  return visible(text)
    .replace(/[\t\n\v\f\r\u{2028}\u{2029} ]+/gu, ' ')
    .replace(/[\\`*_[\]<~$]/gu, (character) => `\\${character}`)
    .replace(ENTITY, '\\&')
    .replace(/^ ?[-+#=>]|^ ?\d{0,9}[.)](?= |$)/u, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`)
    .replace(/!$/u, '\\!');
}

const isList = (content: MarkdownContent): content is readonly MarkdownContent[] => Array.isArray(content);
