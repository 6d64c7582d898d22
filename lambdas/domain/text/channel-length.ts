import type { BlurbUnit } from '../../contract/published';
import { isEmojiOnX } from './x-emoji';

/** How long a text is for a channel. Every channel counts in a way of its own. */
export function lengthIn(unit: BlurbUnit, text: string): number {
  return counters[unit](text);
}

const counters: Readonly<Record<BlurbUnit, (text: string) => number>> = {
  'x-weighted': xWeight,
  graphemes: countGraphemes,
  mastodon: (text) => withAddressesAs(23, text, countGraphemes),
  threads: threadsLength,
  characters: (text) => text.length,
  'utf-8-bytes': countBytes,
};

/** Of such text each character is a grapheme; elsewhere the segmenter tells, which takes its time. */
const ONE_EACH =
  /^[\n\x20-\x7e\u00a0-\u02ff\u2010-\u2027\u3000-\u3029\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff\uff01-\uff60]*$/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function countGraphemes(text: string): number {
  if (ONE_EACH.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

function countBytes(text: string): number {
  let bytes = 0;
  for (const character of text) bytes += bytesOf(character.codePointAt(0) ?? 0);
  return bytes;
}

const bytesOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

/** An address with a scheme, or what may be a bare host: X shortens both. Punctuation at the end is not part of it. */
const ADDRESS =
  /https?:\/\/[\w.:-]+(?:[/?#][\w\u00c0-\u024f\u0400-\u04ff!*';:=+,.$/%#[\]~&|@?()-]*)?|(?<![\p{L}\p{N}-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:\/[\w.%/~-]*)?/gu;
/** The Unicode ranges that X counts as one; every other character counts as two. */
const LIGHT: readonly (readonly [number, number])[] = [
  [0, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
];
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/** X's weighted length after NFC. An address counts at least 23, so that the count is never below X's own. */
function xWeight(text: string): number {
  const weigh = (part: string) => {
    let weight = 0;
    for (const { segment } of segmenter.segment(part)) weight += graphemeWeight(segment);
    return weight;
  };
  return withAddressesAs(23, text.normalize('NFC'), weigh);
}

/** An emoji that X knows counts two however many code points it has; anything else by its code points. */
function graphemeWeight(grapheme: string): number {
  if (isEmojiOnX(grapheme)) return 2;
  let weight = 0;
  for (const character of grapheme) {
    const point = character.codePointAt(0) ?? 0;
    weight += LIGHT.some(([from, to]) => point >= from && point <= to) ? 1 : 2;
  }
  return weight;
}

/** Top-level domains that never lead anywhere: X leaves them as they are. */
const RESERVED: ReadonlySet<string> = new Set(['example', 'invalid', 'localhost', 'test', 'local', 'internal']);

/** Whether the last label may be a top-level domain: one of a country's, or any of three letters and more. */
function isHost(host: string): boolean {
  const top = /\.([a-z]{2,24})$/iu.exec(host)?.[1]?.toLowerCase();
  return top !== undefined && (top.length > 2 ? !RESERVED.has(top) : COUNTRIES.has(top));
}

const COUNTRIES: ReadonlySet<string> = new Set(
  (
    'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by bz ca cc cd cf ' +
    'cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf ' +
    'gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km ' +
    'kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz ' +
    'na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg ' +
    'sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ' +
    've vg vi vn vu wf ws ye yt za zm zw'
  ).split(' '),
);

function withAddressesAs(length: number, text: string, count: (text: string) => number): number {
  let total = 0;
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTrailingMarks(match[0]);
    const hasScheme = address.startsWith('http');
    if (!isHost(hostOf(address))) continue;
    total += count(text.slice(at, match.index)) + (hasScheme ? length : Math.max(length, count(address)));
    at = match.index + address.length;
  }
  return total + count(text.slice(at));
}

/** An address ends with a letter, a number or one of `/=&#+-`: what follows is the sentence's own punctuation. */
function withoutTrailingMarks(text: string): string {
  let end = text.length;
  while (end > 0 && !/[\p{L}\p{N}\uD800-\uDFFF/=&#+-]/u.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

const hostOf = (address: string): string => address.replace(/^https?:\/\//u, '').split(/[/:?#]/u)[0] ?? '';

/** Characters, but an emoji as its UTF-8 bytes. */
function threadsLength(text: string): number {
  let length = 0;
  for (const { segment } of segmenter.segment(text))
    length += EMOJI.test(segment) ? countBytes(segment) : segment.length;
  return length;
}
