import { isWordCharacter } from '../../text/characters';
import { decodeEntities } from '../../text/entities';
import { LineCounter } from '../../text/line-counter';

/** A piece of HTML or XML. Names are in lower case. */
export type MarkupToken =
  | { readonly kind: 'text'; readonly text: string; readonly line: number }
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: string;
      readonly closed: boolean;
      readonly line: number;
    }
  | { readonly kind: 'close'; readonly name: string; readonly line: number };

/** Elements whose content is no markup and is shown to nobody. */
const RAW = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'iframe', 'object', 'textarea']);
const LONGEST_TAG = 100_000;

/**
 * Cuts HTML or XML into tags and text: one pass forward, without building a tree, so that nothing in a file can make it
 * slow or deep. Declared entities are never expanded; doctypes, comments and instructions are skipped.
 */
export function* markupTokens(source: string, kind: 'html' | 'xml'): Generator<MarkupToken> {
  let at = 0;
  const lines = new LineCounter(source);
  let noMoreTags = false;
  while (at < source.length) {
    const open = noMoreTags ? -1 : source.indexOf('<', at);
    if (open !== at) {
      const end = open < 0 ? source.length : open;
      yield { kind: 'text', text: decodeEntities(source.slice(at, end)), line: lines.at(at) };
      at = end;
      continue;
    }
    const hidden = readHidden(source, at);
    if (hidden) {
      if (hidden.text !== '') yield { kind: 'text', text: hidden.text, line: lines.at(at) };
      at = hidden.end;
      continue;
    }
    const end = tagEnd(source, at);
    if (end === undefined || end === 'never') {
      noMoreTags = end === 'never';
      yield { kind: 'text', text: '<', line: lines.at(at) };
      at += 1;
      continue;
    }
    const token = readTag(source.slice(at + 1, end - 1), lines.at(at));
    yield token;
    at =
      kind === 'html' && token.kind === 'open' && RAW.has(token.name) && !token.closed
        ? rawEnd(source, end, token.name)
        : end;
  }
}

/** An attribute's value, without its quotes; undefined where the tag has none of that name. */
export function attribute(attributes: string, name: string): string | undefined {
  let at = 0;
  while (at < attributes.length) {
    while (at < attributes.length && !isNameCharacter(attributes[at])) at += 1;
    const start = at;
    while (at < attributes.length && isNameCharacter(attributes[at])) at += 1;
    const found = attributes.slice(start, at).toLowerCase();
    while (attributes[at] === ' ' || attributes[at] === '\n' || attributes[at] === '\t') at += 1;
    if (attributes[at] !== '=') {
      if (found === name) return '';
      continue;
    }
    at += 1;
    while (attributes[at] === ' ' || attributes[at] === '\n') at += 1;
    const quote = attributes[at] === '"' || attributes[at] === "'" ? attributes[at] : undefined;
    const from = quote ? at + 1 : at;
    const found2 = quote ? attributes.indexOf(quote, from) : endOfWord(attributes, from);
    const to = found2 < 0 ? attributes.length : found2;
    if (found === name) return decodeEntities(attributes.slice(from, to));
    at = to + 1;
  }
  return undefined;
}

function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !' \n\t'.includes(text[at] as string)) at += 1;
  return at;
}

function isNameCharacter(character: string | undefined): boolean {
  return isWordCharacter(character) || (character !== undefined && '-_:.'.includes(character));
}

/** Comments, declarations and instructions, which say nothing, and CDATA, which does. */
function readHidden(source: string, at: number): { end: number; text: string } | undefined {
  const next = source[at + 1];
  if (next !== '!' && next !== '?') return undefined;
  const until = (closing: string, from: number) => {
    const end = source.indexOf(closing, from);
    return end < 0 ? source.length : end + closing.length;
  };
  if (source.startsWith('<!--', at)) return { end: until('-->', at + 4), text: '' };
  if (source.startsWith('<![CDATA[', at)) {
    const end = until(']]>', at + 9);
    return { end, text: source.slice(at + 9, source.endsWith(']]>', end) ? end - 3 : end) };
  }
  if (next === '?') return { end: until('?>', at + 2), text: '' };
  const close = source.indexOf('>', at);
  const subset = source.slice(at, close < 0 ? source.length : close).indexOf('[');
  return { end: subset < 0 ? until('>', at) : until(']>', at), text: '' };
}

/** Behind the `>` of a tag; undefined where this `<` opens none, `never` where the file ends first. */
function tagEnd(source: string, at: number): number | 'never' | undefined {
  const first = source[at + 1] === '/' ? source[at + 2] : source[at + 1];
  if (!isWordCharacter(first)) return undefined;
  let position = at + 1;
  for (; position < source.length && position - at < LONGEST_TAG; position += 1) {
    const character = source[position];
    if (character === '>') return position + 1;
    if (character === '<') return undefined;
    if ((character === '"' || character === "'") && source[position - 1] === '=') {
      position = source.indexOf(character, position + 1);
      if (position < 0) return 'never';
    }
  }
  return position >= source.length ? 'never' : undefined;
}

function readTag(inside: string, line: number): MarkupToken & { kind: 'open' | 'close' } {
  const closes = inside.startsWith('/');
  let end = closes ? 1 : 0;
  while (end < inside.length && isNameCharacter(inside[end])) end += 1;
  const name = inside.slice(closes ? 1 : 0, end).toLowerCase();
  if (closes) return { kind: 'close', name, line };
  return { kind: 'open', name, attributes: inside.slice(end), closed: inside.endsWith('/'), line };
}

/** The closing tag of an element whose content is skipped. */
function rawEnd(source: string, from: number, name: string): number {
  for (let at = source.indexOf('</', from); at >= 0; at = source.indexOf('</', at + 2)) {
    if (source.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  }
  return source.length;
}
