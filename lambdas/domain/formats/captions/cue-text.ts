import { collapseBlanks, countWords, isBlank, isDigit, isWordCharacter } from '../../text/characters';
import { readEntity } from '../../text/entities';
import { readTime } from '../../text/times';
import { KIND } from './character-kinds';

/** A part of a cue that one voice says, without tags; lines are kept, for a label may open each of them. */
export interface Voiced {
  /** From a voice tag. */
  readonly voice: string | undefined;
  readonly text: string;
  /** From tags such as `<00:01.000>`: UTF-16 offset in `text`, seconds. */
  readonly times: readonly (readonly [offset: number, seconds: number])[];
  /** Whether it stands in the file like this, without anything taken off inside. */
  readonly asWritten: boolean;
}

const TAGS = new Set('b i u c v lang ruby rt font span s em strong br'.split(' '));

/** Takes tags, character references and SubRip's `{\an8}` off a cue's text; cuts it where the voice changes. */
export function readCueText(source: string, kinds: number): readonly Voiced[] {
  if (!hasMarkup(kinds)) return [{ voice: undefined, text: source, times: NO_TIMES, asWritten: true }];
  const voiced = (kinds & KIND.escape) === 0 ? readOneVoice(source) : undefined;
  return voiced ? [voiced] : readTags(source);
}

/** Whether there may be anything to take off. */
export function hasMarkup(kinds: number): boolean {
  return (kinds & (KIND.tag | KIND.escape)) !== 0;
}

const NO_TIMES: Voiced['times'] = [];

/** `<v Nora>text</v>` without any further markup: what nearly all cues with voices are. */
function readOneVoice(source: string): Voiced | undefined {
  if (!source.startsWith('<v ')) return undefined;
  const close = source.indexOf('>');
  const end = source.endsWith('</v>') ? source.length - 4 : source.length;
  const next = source.indexOf('<', 3);
  if (close < 0 || close + 1 >= end || close > 200 || (next >= 0 && next < end)) return undefined;
  const voice = collapseBlanks(source.slice(3, close));
  return { voice, text: source.slice(close + 1, end), times: NO_TIMES, asWritten: true };
}

/** Words: a voice that has more and says nothing is what somebody says, and the tag has lost its end. */
const LONGEST_NAME = 7;

function readTags(source: string): Voiced[] {
  const parts: Voiced[] = [];
  let voice: string | undefined;
  let text = '';
  let times: (readonly [number, number])[] = [];
  const next = (following: string | undefined) => {
    if (text.trim() !== '') parts.push({ voice, text, times, asWritten: false });
    else if (countWords(voice ?? '') > LONGEST_NAME)
      parts.push({ voice: undefined, text: voice ?? '', times, asWritten: false });
    voice = following;
    text = '';
    times = [];
  };
  for (let at = 0; at < source.length; ) {
    const character = source[at] as string;
    if (character === '<') {
      const tag = readTag(source, at);
      if (tag?.voice !== undefined) next(tag.voice);
      else if (tag?.closesVoice) next(undefined);
      else if (tag?.time !== undefined) times.push([text.length, tag.time]);
      if (tag?.breaks) text += '\n';
      text += tag ? '' : '<';
      at = tag?.end ?? at + 1;
    } else if (character === '&') {
      const entity = readEntity(source, at);
      text += entity?.character ?? '&';
      at = entity?.end ?? at + 1;
    } else if (character === '{' && source[at + 1] === '\\') {
      const end = source.slice(at, at + 60).indexOf('}');
      text += end < 0 ? '{' : '';
      at += end < 0 ? 1 : end + 1;
    } else {
      text += character;
      at += 1;
    }
  }
  next(undefined);
  return parts;
}

interface Tag {
  readonly end: number;
  readonly voice?: string;
  readonly closesVoice?: boolean;
  readonly breaks?: boolean;
  readonly time?: number;
}

function readTag(source: string, at: number): Tag | undefined {
  const ahead = source.slice(at + 1, at + 402);
  const close = ahead.indexOf('>');
  const nested = ahead.indexOf('<');
  if (close < 0 || (nested >= 0 && nested < close)) return undefined;
  const inside = ahead.slice(0, close);
  const end = at + close + 2;
  if (isDigit(inside[0])) {
    const time = readTime(inside, 0);
    return time && inside.slice(time.end).trim() === '' ? { end, time: time.seconds } : undefined;
  }
  const closes = inside.startsWith('/');
  let nameEnd = closes ? 1 : 0;
  while (isWordCharacter(inside[nameEnd])) nameEnd += 1;
  const name = inside.slice(closes ? 1 : 0, nameEnd).toLowerCase();
  if (!TAGS.has(name)) return undefined;
  if (name !== 'v') return saysMore(inside.slice(nameEnd)) ? undefined : { end, breaks: name === 'br' };
  return closes ? { end, closesVoice: true } : { end, voice: annotation(inside.slice(nameEnd)) };
}

/** `<s of course it does>` is no tag: behind a name stand classes, attributes, or a word or two. */
function saysMore(rest: string): boolean {
  const words = rest.startsWith('.') ? rest.slice(rest.search(/\s|$/u)) : rest;
  return !rest.includes('=') && countWords(words) > 2;
}

/** `.loud.first Nora Whitlock` → `Nora Whitlock`. */
function annotation(rest: string): string {
  let at = 0;
  while (at < rest.length && !isBlank(rest[at])) at += 1;
  let name = '';
  const raw = rest.slice(at);
  for (let from = 0; from < raw.length; ) {
    const entity = raw[from] === '&' ? readEntity(raw, from) : undefined;
    name += entity?.character ?? raw[from];
    from = entity?.end ?? from + 1;
  }
  return collapseBlanks(name);
}
