import { collapseBlanks } from '../../text/characters';
import type { Segment } from '../segments';
import type { TranscriptBuilder } from '../transcript-builder';
import type { ParsedJson } from './parse';
import { field, secondsOf } from './values';

/** Tells what of a JSON file is in no segment although it seems to be said: nothing may be lost silently. */
export function tellUnread(
  builder: TranscriptBuilder,
  json: ParsedJson,
  segments: readonly Segment[],
  unread: readonly unknown[],
): void {
  for (const { key, text, lines } of json.replaced) {
    const said = stringsIn(JSON.parse(text)).filter(hasLetter).join(' ');
    if (said !== '')
      builder.leftOut({ why: `“${key}” stands twice in one object, and only the last is read`, text: said, lines });
  }
  const entries = new Set(unread);
  const speakers = new Set(entries.size > 0 ? segments.map(({ speaker, text }) => (text === '' ? '' : speaker)) : []);
  for (const entry of entries) {
    const said = stringsIn(entry, (text) => !speakers.has(text))
      .filter(hasLetter)
      .join(' ');
    if (said !== '')
      builder.leftOut({
        why: 'this entry has no text where its like have theirs',
        text: said,
        lines: json.linesOf(entry),
      });
  }
  for (const [path, found] of unknownSpeech(json.root, segments, entries)) {
    const why = `“${path}” is no place where a transcript is looked for`;
    const [first] = found;
    if (found.length <= A_FEW)
      for (const { said, parent } of found) builder.leftOut({ why, text: said, lines: json.linesOf(parent) });
    else if (first)
      builder.leftOut({
        why: `${why} (it is there ${found.length} times)`,
        text: first.said,
        lines: json.linesOf(first.parent),
      });
  }
}

/** The same name so often is a part of the format; less often something is broken. */
const A_FEW = 3;

/** Fields whose text says something about a conversation or an entry without being part of it. */
const DESCRIBING = new Set(
  (
    'title description summary subtitle abstract headline gist topics topic intents entities sentiments sentiment ' +
    'categories highlights chapters auto_highlights_result iab_categories_result content_safety_labels metadata job ' +
    'params config settings warnings error message_id url type speaker speaker_label speakerlabel speaker_info voice ' +
    'language language_code languagecode model systeminfo copyright license author licence translations translation ' +
    'participantrole attaches_to start end starttime endtime start_time end_time start_ms end_ts ts word_alternatives keywords_result ' +
    'issuesdetected characterdetected name id begin time timestamp'
  ).split(' '),
);

interface Unknown {
  readonly said: string;
  /** The object that it stands in. */
  readonly parent: unknown;
}

/** By where they stand: strings of several words of which many are in no segment, and words under a rare name. */
function unknownSpeech(
  root: unknown,
  segments: readonly Segment[],
  entries: ReadonlySet<unknown>,
): ReadonlyMap<string, readonly Unknown[]> {
  const texts = new Set(segments.map(({ text }) => text));
  const found = new Map<string, Unknown[]>();
  const singles = new Map<string, { count: number; readonly first: Unknown[] }>();
  const objects = new Map<string, number>();
  const note = (path: string, unknown: Unknown) => {
    const others = found.get(path);
    if (others) others.push(unknown);
    else found.set(path, [unknown]);
  };
  const noteSingle = (path: string, unknown: Unknown) => {
    const single = singles.get(path) ?? { count: 0, first: [] };
    single.count += 1;
    if (single.count <= A_FEW) single.first.push(unknown);
    singles.set(path, single);
  };
  let kept: ReadonlySet<string> | undefined;
  const isKnown = (passage: string): boolean => {
    kept ??= new Set(segments.flatMap((segment) => wordsIn(segment.text)));
    const words = wordsIn(passage);
    const missing = words.filter((word) => !kept?.has(word)).length;
    return words.length < FEWEST_WORDS || missing * 5 <= words.length * 2;
  };
  const visit = (value: unknown, path: string, parent: unknown): void => {
    if (typeof value === 'string') {
      noteSingle(path, { said: value, parent });
      if (!value.includes(' ')) return;
      const isRead = texts.has(collapseBlanks(value));
      const said = isRead
        ? ''
        : passagesOf(value)
            .filter((passage) => !isKnown(passage))
            .join(' ');
      if (said !== '') note(path, { said, parent });
    } else if (Array.isArray(value)) {
      const isChoice = path.endsWith('alternatives') || path.endsWith('nbest');
      for (const entry of isChoice ? value.slice(0, 1) : value) visit(entry, path === '' ? '' : `${path}[]`, parent);
    } else if (typeof value === 'object' && value !== null && !entries.has(value)) {
      objects.set(path, (objects.get(path) ?? 0) + 1);
      for (const name in value) {
        const child = field(value, name);
        if (name.includes(' ') && !isKnown(name)) note(path, { said: name, parent: value });
        if (typeof child !== 'string' && typeof child !== 'object') continue;
        const isDescribing = DESCRIBING.has(name.toLowerCase());
        if (!isDescribing || isNoTime(name, child)) visit(child, path === '' ? name : `${path}.${name}`, value);
      }
    }
  };
  visit(root, '', root);
  for (const [path, { count, first }] of singles) {
    const siblings = objects.get(path.slice(0, path.lastIndexOf('.'))) ?? 0;
    const isRare = count * 4 <= siblings && !found.has(path);
    if (!isRare) continue;
    for (const unknown of first) {
      if (hasLetter(unknown.said) && !texts.has(collapseBlanks(unknown.said))) note(path, unknown);
    }
  }
  return found;
}

const TIMES = new Set('start end starttime endtime start_time end_time ts end_ts time'.split(' '));

/** A text where a time should stand. */
function isNoTime(name: string, value: unknown): boolean {
  return (
    typeof value === 'string' && TIMES.has(name.toLowerCase()) && secondsOf(value) === undefined && hasLetter(value)
  );
}

/** A long text in pieces, for what is missing of it may be a sentence. */
function passagesOf(text: string): readonly string[] {
  const words = text.split(' ');
  const passages: string[] = [];
  for (let at = 0; at < words.length; at += PASSAGE) passages.push(words.slice(at, at + PASSAGE).join(' '));
  return passages;
}

const PASSAGE = 8;
/** Fewer words are a name or a mark. */
const FEWEST_WORDS = 3;
const WORD = /[\p{L}\p{N}]+/gu;

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

function hasLetter(text: string): boolean {
  return text.toLowerCase() !== text.toUpperCase() || (text.length > 0 && text.charCodeAt(0) > 0x2e7f);
}

/** Every text in a value that does not merely describe it; of what describes it, only what `isOdd`. */
function stringsIn(value: unknown, isOdd: (text: string) => boolean = () => false): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => stringsIn(entry, isOdd));
  return Object.entries(value).flatMap(([name, child]) => {
    const isDescribing = DESCRIBING.has(name.toLowerCase());
    if (!isDescribing || typeof child === 'object') return stringsIn(child, isOdd);
    const isTold = typeof child === 'string' && !CODES.has(name.toLowerCase()) && secondsOf(child) === undefined;
    return isTold && isOdd(child) && !TYPES.has(child) ? [child] : [];
  });
}

/** Names whose text nobody reads. */
const CODES = new Set('id url language language_code languagecode model'.split(' '));
const TYPES = new Set('text punct word punctuation pronunciation speaker_change entity'.split(' '));
