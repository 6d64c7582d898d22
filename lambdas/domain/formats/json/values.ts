import { collapseBlanks, isDigit } from '../../text/characters';
import { readTime, roundToMilliseconds } from '../../text/times';

/** An object's own value; undefined for anything else. JSON has no functions: one that is found was inherited. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || name === '__proto__') return undefined;
  const found = (value as Record<string, unknown>)[name];
  return typeof found === 'function' ? undefined : found;
}

/** The value behind a path of names. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce(field, value);
}

/** The first of the names that the object has with a value. */
export function firstOf(value: unknown, names: readonly string[]): unknown {
  for (const name of names) {
    const found = field(value, name);
    if (found !== undefined && found !== null && found !== '') return found;
  }
  return undefined;
}

/** An array's entries; none for anything else. */
export function entries(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string with single spaces; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? collapseBlanks(value) : undefined;
}

/** The entries of a list that must be there; where it is not, the whole of `entry` is noted as unread. */
export function listIn(entry: unknown, name: string, unread: unknown[]): readonly unknown[] {
  const list = field(entry, name);
  if (!Array.isArray(list)) unread.push(entry);
  return entries(list);
}

/** What a word or a segment says; an entry that says nothing in the place where it should is noted as unread. */
export function spokenIn(entry: unknown, value: unknown, unread: unknown[]): string {
  const text = textOf(value);
  if (text === undefined) unread.push(entry);
  return text ?? '';
}

/** Seconds from `1.5`, `"1.5"`, `"1.500s"`, `"00:00:01.500"` or `{seconds, nanos}`. */
export function secondsOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? roundToMilliseconds(value) : undefined;
  if (typeof value === 'string') {
    const time = readTime(value, 0);
    if (time?.end === value.length) return time.seconds;
    const plain = value.endsWith('s') ? value.slice(0, -1) : value;
    return plain.trim() === '' ? undefined : secondsOf(Number(plain));
  }
  const seconds = field(value, 'seconds');
  const nanos = field(value, 'nanos');
  return seconds === undefined && nanos === undefined
    ? undefined
    : secondsOf(Number(seconds ?? 0) + Number(nanos ?? 0) / 1e9);
}

/** Seconds from milliseconds. */
export function fromMilliseconds(value: unknown): number | undefined {
  const milliseconds = secondsOf(value);
  return milliseconds === undefined ? undefined : roundToMilliseconds(milliseconds / 1000);
}

/** A speaker as a label: a bare number is said in full, an object by its name. */
export function speakerOf(value: unknown): string | undefined {
  if (typeof value === 'number') return `Speaker ${value}`;
  if (typeof value === 'object') return textOf(firstOf(value, ['name', 'displayName', 'display_name', 'label', 'id']));
  const text = textOf(value);
  if (text === undefined || text === '') return undefined;
  return isNumber(text) ? `Speaker ${text}` : text;
}

/** Whether there are only digits, or nothing. */
export function isNumber(text: string): boolean {
  let at = 0;
  while (isDigit(text[at])) at += 1;
  return at === text.length;
}
