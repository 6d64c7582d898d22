import { collapseBlanks, countWords, isBlank, isWordCharacter } from '../../text/characters';
import { decodeEntities } from '../../text/entities';
import { LineCounter } from '../../text/line-counter';
import type { LeftOut } from '../transcript-builder';

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
  | { readonly kind: 'close'; readonly name: string; readonly line: number }
  /** Words where no reader sees them: in a comment, inside a tag, in a script. */
  | { readonly kind: 'hidden'; readonly text: string; readonly line: number; readonly last: number };

/** Elements whose content is no markup and is shown to nobody. */
const RAW = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'iframe', 'object']);
/** What HTML has, and whatever has a hyphen; anything else in angle brackets is text. */
const ELEMENTS = new Set(
  (
    'a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code ' +
    'col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer ' +
    'form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link ' +
    'main map mark marquee math menu meta meter nav nobr noscript object ol optgroup option output p param path picture ' +
    'pre progress q rb rp rt rtc ruby s samp script search section select slot small source span strike strong style sub ' +
    'summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul use v var video wbr'
  ).split(' '),
);

function isElement(name: string): boolean {
  return ELEMENTS.has(name) || name.includes('-') || name.includes(':');
}

/** Fewer words in a comment or in an element that nobody sees are a mark of some tool. */
const FEWEST_WORDS = 4;
const LONGEST_TAG = 100_000;

/**
 * Cuts HTML or XML into tags and text: one pass forward, without building a tree, so that nothing in a file can make it
 * slow or deep. Declared entities are never expanded; doctypes, comments and instructions are skipped.
 */
export function* markupTokens(source: string, kind: 'html' | 'xml' | 'word'): Generator<MarkupToken> {
  let at = 0;
  const lines = new LineCounter(source);
  let noMoreTags = false;
  /** A `<` at the cursor is text, like what follows it. */
  let isText = false;
  const absent = new Set<string>();
  while (at < source.length) {
    const open = noMoreTags ? -1 : source.indexOf('<', isText ? at + 1 : at);
    if (open !== at) {
      const end = open < 0 ? source.length : open;
      yield { kind: 'text', text: decodeEntities(source.slice(at, end)), line: lines.at(at) };
      at = end;
      isText = false;
      continue;
    }
    // Word writes no comments into a document: what looks like one is text with a tag broken in it.
    const isComment = source.startsWith('<!--', at);
    const hidden = isComment && kind === 'word' ? 'text' : readHidden(source, at, absent);
    if (hidden === 'text') {
      isText = true;
      continue;
    }
    if (hidden) {
      const line = lines.at(at);
      if (hidden.text !== '') yield { kind: 'text', text: hidden.text, line };
      at = hidden.end;
      if (hidden.words !== '') yield { kind: 'hidden', text: hidden.words, line, last: lines.at(at) };
      continue;
    }
    const end = tagEnd(source, at);
    if (end === undefined || end === 'never') {
      noMoreTags = end === 'never';
      isText = true;
      continue;
    }
    const inside = source.slice(at + 1, end - 1);
    const token = readTag(inside, lines.at(at));
    if (kind === 'html' && !isElement(token.name)) {
      isText = true;
      continue;
    }
    yield token;
    const stray = strayWords(inside, token);
    if (stray !== '') yield { kind: 'hidden', text: stray, line: token.line, last: lines.at(end) };
    at = end;
    if (kind !== 'html' || token.kind !== 'open' || !RAW.has(token.name) || token.closed) continue;
    const behind = rawEnd(source, end, token.name);
    const words = wordsOfPage(source.slice(end, behind), token.name);
    if (words !== '') yield { kind: 'hidden', text: words, line: lines.at(end), last: lines.at(behind) };
    at = behind;
  }
}

/** What a warning says of words where no reader sees them. */
export const hiddenWords = ({ text, line, last }: MarkupToken & { readonly kind: 'hidden' }): LeftOut => ({
  why: 'this stands in a comment or inside a tag, where no reader sees it',
  text,
  lines: [line, last],
});

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

interface Hidden {
  readonly end: number;
  /** What is text all the same. */
  readonly text: string;
  /** What is none, but may have been meant to be. */
  readonly words: string;
}

/**
 * Comments, declarations and instructions, which say nothing, and CDATA, which does; text where they never end. What
 * would end them is looked for once if it is not there: `absent`.
 */
function readHidden(source: string, at: number, absent: Set<string>): Hidden | 'text' | undefined {
  const next = source[at + 1];
  if (next !== '!' && next !== '?') return undefined;
  if (source.startsWith('<![CDATA[', at)) {
    const close = source.indexOf(']]>', at + 9);
    const end = close < 0 ? source.length : close;
    return { end: close < 0 ? end : end + 3, text: source.slice(at + 9, end), words: '' };
  }
  const isComment = source.startsWith('<!--', at);
  const closing = isComment ? '-->' : next === '?' ? '?>' : declarationEnd(source, at);
  const isAbsent = closing === undefined || absent.has(closing);
  const end = isAbsent ? -1 : source.indexOf(closing, at + (isComment ? 4 : 2));
  if (closing !== undefined && end < 0) absent.add(closing);
  if (closing === undefined || end < 0) return 'text';
  const inside = source.slice(at + (isComment ? 4 : 2), end);
  const speaks = isComment ? !inside.startsWith('[') : inside.includes('</');
  return { end: end + closing.length, text: '', words: speaks ? withoutTags(inside) : '' };
}

/** What ends a doctype; undefined where this is none. */
function declarationEnd(source: string, at: number): string | undefined {
  if (!isWordCharacter(source[at + 2])) return undefined;
  const close = source.indexOf('>', at);
  return source.slice(at, close < 0 ? source.length : close).includes('[') ? ']>' : '>';
}

/** The words of something hidden, if there are enough of them to have been meant to be read. */
function withoutTags(hidden: string): string {
  let words = '';
  let inTag = false;
  for (const character of hidden) {
    if (character === '<') inTag = true;
    else if (character === '>') inTag = false;
    if (!inTag) words += character === '>' ? ' ' : character;
  }
  return countWords(words) < FEWEST_WORDS ? '' : collapseBlanks(words);
}

/** What an element that nobody sees has swallowed of the page around it. */
function wordsOfPage(content: string, name: string): string {
  const isPage = ['</p>', '</div>', '</cite>', '</strong>'].some((tag) => content.includes(tag));
  return isPage || name === 'template' ? withoutTags(content) : '';
}

/** Attributes that stand without a value. */
const BARE = new Set(
  (
    'async defer controls autoplay loop muted playsinline hidden disabled checked selected required readonly itemscope ' +
    'crossorigin novalidate allowfullscreen nomodule open reversed inert download nowrap noshade multiple autofocus'
  ).split(' '),
);

/** Attributes that hold a time, and no words but those that have got between its quotes. */
const TIMES = new Set('start end begin dur'.split(' '));

/** Words that have got into a tag: `</p Thank you>`, `<p Thank you>`, `<p end="0:1 Thank you all so much">`. */
function strayWords(inside: string, { kind, name }: MarkupToken & { kind: 'open' | 'close' }): string {
  const words: string[] = [];
  let at = name.length + (kind === 'close' ? 1 : 0);
  while (at < inside.length) {
    const start = at;
    while (at < inside.length && !isBlank(inside[at]) && inside[at] !== '=') at += 1;
    const word = inside.slice(start, at);
    if (inside[at] !== '=') {
      if (hasLetter(word) && !BARE.has(word.toLowerCase())) words.push(word);
      at += 1;
      continue;
    }
    const quote = inside[at + 1];
    const close = quote === '"' || quote === "'" ? inside.indexOf(quote, at + 2) : -1;
    const value = close < 0 ? '' : inside.slice(at + 2, close);
    if (TIMES.has(word.toLowerCase()) && isSpeech(value)) words.push(value);
    at = close < 0 ? endOfWord(inside, at + 1) : close + 1;
  }
  return words.join(' ');
}

/** More than `1 h 2 min`, `Fri May 05 2023` or `indefinite`. */
const isSpeech = (value: string): boolean => (value.match(/\p{L}{4,}/gu) ?? []).length >= FEWEST_LONG_WORDS;

const FEWEST_LONG_WORDS = 3;

function hasLetter(text: string): boolean {
  return text.toLowerCase() !== text.toUpperCase();
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
      const close = source.indexOf(character, position + 1);
      // A value that never ends or has tags in it has lost its quote: the tag ends where it seems to.
      if (close >= 0 && !source.slice(position, close).includes('<')) position = close;
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
