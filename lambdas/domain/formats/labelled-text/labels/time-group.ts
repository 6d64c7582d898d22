import { isBlank, isDigit, isWordCharacter, skipBlanks } from '../../../text/characters';
import { type ReadTime, readSpelledTime, readTime } from '../../../text/times';
import { linkEnd } from './marks';

/** A time as it stands beside a label: bare, in brackets, in emphasis, or both. */
export interface TimeGroup {
  readonly times: readonly number[];
  readonly end: number;
  /** `t`, `[t]`, `*(t)*`: times of one hand have one shape. */
  readonly shape: string;
  readonly fields: number;
}

const BRACKETS: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>', '#': '#' };
const TAGS = ['sub', 'sup', 'small', 'em', 'i', 'code'];

/** A time, or a range of two, in whatever stands around it. */
export function timeGroup(text: string, from: number): TimeGroup | undefined {
  const character = text[from] ?? ' ';
  if (isDigit(character)) return bareTime(text, from);
  if ('*_`'.includes(character)) return emphasisedTime(text, from, character);
  if (character === '<') return taggedTime(text, from) ?? bracketedTime(text, from);
  return '\\[({#'.includes(character) ? bracketedTime(text, from) : undefined;
}

/** A time in front of a paragraph's words: `00:00:04 And so`, `[00:00:04] And so`. */
export function leadingTime(
  text: string,
): { readonly seconds: number; readonly end: number; readonly shape: string } | undefined {
  const group = timeGroup(text, skipBlanks(text, 0));
  const [seconds] = group?.times ?? [];
  if (!group || seconds === undefined || !isBlank(text[group.end])) return undefined;
  return { seconds, end: group.end, shape: group.shape };
}

function bareTime(text: string, from: number): TimeGroup | undefined {
  const range = readRange(text, from, false);
  return !range || isWordCharacter(text[range.end]) ? undefined : { ...range, shape: 't' };
}

/** `` `[t]` ``, `*(t)*`, `_t_`. */
function emphasisedTime(text: string, from: number, mark: string): TimeGroup | undefined {
  let inside = from;
  while (text[inside] === mark && inside - from < 2) inside += 1;
  if ('*_`'.includes(text[inside] ?? '*')) return undefined;
  const group = timeGroup(text, inside);
  const marks = text.slice(from, inside);
  if (!group || !text.startsWith(marks, group.end)) return undefined;
  return { ...group, end: group.end + marks.length, shape: marks + group.shape + marks };
}

/** `<sub>t</sub>`. */
function taggedTime(text: string, from: number): TimeGroup | undefined {
  const tag = TAGS.find((name) => text.startsWith(`${name}>`, from + 1));
  const group = tag && text[from + tag.length + 2] !== '<' ? timeGroup(text, from + tag.length + 2) : undefined;
  if (!tag || !group || !text.startsWith(`</${tag}>`, group.end)) return undefined;
  return { ...group, end: group.end + tag.length + 3, shape: `<${group.shape}>` };
}

/** `[t]`, `\[t\]`, `[t](url)`, `[(t)](url)`, `[[t]](url)`, `([t](url))`. */
function bracketedTime(text: string, from: number): TimeGroup | undefined {
  const opening = text[from] === '\\' ? from + 1 : from;
  const bracket = BRACKETS[text[opening] ?? ' '];
  if (bracket === undefined || (opening > from && bracket !== ']')) return undefined;
  const mayBeLinked = opening > from ? '[(' : '[(\\';
  const inner = mayBeLinked.includes(text[opening + 1] ?? ' ') ? linkedTime(text, opening) : undefined;
  if (inner) return inner;
  const range = readRange(text, skipBlanks(text, opening + 1), true);
  if (!range) return undefined;
  let end = skipBlanks(text, range.end);
  if (text[end] === '\\') end += 1;
  if (text[end] !== bracket) return undefined;
  const behind = bracket === ']' ? linkEnd(text, end + 1) : end + 1;
  return { ...range, end: behind, shape: `${text[opening]}t${bracket}` };
}

/** `[(t)](url)`, `[[t]](url)` and `([t](url))`. */
function linkedTime(text: string, from: number): TimeGroup | undefined {
  const isTwice = text[from] === text[from + 1];
  if (isTwice && (text[from] !== '[' || '[(\\'.includes(text[from + 2] ?? ' '))) return undefined;
  const group = bracketedTime(text, from + 1);
  if (!group) return undefined;
  if (text[from] === '(') return text[group.end] === ')' ? { ...group, end: group.end + 1 } : undefined;
  if (text[group.end] !== ']') return undefined;
  const end = linkEnd(text, group.end + 1);
  return end === group.end + 1 ? undefined : { ...group, end };
}

/** `t`, `t - t`, `t --> t`, or `t / t`, where the second is how long everything is. */
function readRange(text: string, at: number, spelled: boolean): Omit<TimeGroup, 'shape'> | undefined {
  const first = readTime(text, at) ?? (spelled ? readSpelledTime(text, at) : undefined);
  if (!first) return undefined;
  const { seconds, end, fields } = first;
  const second = rangeEnd(text, end);
  if (!second) return { times: [seconds], end, fields };
  const times = text[skipBlanks(text, end)] === '/' ? [seconds] : [seconds, second.seconds];
  return { times, end: second.end, fields };
}

function rangeEnd(text: string, from: number): ReadTime | undefined {
  let at = skipBlanks(text, from);
  const start = at;
  while (at < text.length && at - start < 3 && '-–—>/'.includes(text[at] as string)) at += 1;
  if (at === start) return undefined;
  at = skipBlanks(text, at);
  return readTime(text, at) ?? readSpelledTime(text, at);
}
