import { isDigit } from './characters';

/** A time read from text: seconds, and where the text goes on behind it. */
export interface ReadTime {
  readonly seconds: number;
  readonly end: number;
  /** How many numbers it has: 2 for `1:02`, 3 for `0:01:02`. */
  readonly fields: number;
}

/** Reads `1:02`, `01:02:03`, `100:02:03.25` or `00:01,5` at a position; undefined where there is no such time. */
export function readTime(text: string, at: number): ReadTime | undefined {
  if (!isDigit(text[at])) return undefined;
  const numbers: number[] = [];
  let position = at;
  for (;;) {
    const start = position;
    let number = 0;
    while (position < text.length && position - start < 4 && isDigit(text[position])) {
      number = number * 10 + (text.charCodeAt(position) - 48);
      position += 1;
    }
    const digits = position - start;
    if (digits === 0 || digits > 3 || (numbers.length > 0 && (digits !== 2 || number > 59))) return undefined;
    numbers.push(number);
    if (numbers.length === 3 || text[position] !== ':' || !isDigit(text[position + 1])) break;
    position += 1;
  }
  if (numbers.length < 2 || isDigit(text[position])) return undefined;
  const fraction = numbers.length === 3 ? readFrames(text, position) : readFraction(text, position);
  const seconds = numbers.reduce((total, number) => total * 60 + number, 0) + fraction.value;
  return { seconds: roundToMilliseconds(seconds), end: fraction.end, fields: numbers.length };
}

/** Reads `12.5s`, `12.50`, `2m03s`, `2m 3s` or `1h02m03s`, as recognisers write times in brackets. */
export function readSpelledTime(text: string, at: number): ReadTime | undefined {
  let position = at;
  let seconds = 0;
  let fields = 0;
  for (const [unit, factor] of UNITS) {
    let end = position;
    while (isDigit(text[end]) && end - position < 6) end += 1;
    if (end === position || (unit !== 's' && text[end] !== unit)) continue;
    const fraction = unit === 's' ? readFraction(text, end) : { value: 0, end };
    if (unit === 's' && fraction.end === end && text[end] !== 's') return undefined;
    seconds += Number(text.slice(position, end)) * factor + fraction.value;
    position = text[fraction.end] === unit ? fraction.end + 1 : fraction.end;
    fields += 1;
    if (unit !== 's' && text[position] === ' ' && isDigit(text[position + 1])) position += 1;
  }
  return fields === 0 ? undefined : { seconds: roundToMilliseconds(seconds), end: position, fields };
}

const UNITS = [
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const;

/** `:250` behind seconds are milliseconds, `:12` are frames of an unknown length. */
function readFrames(text: string, at: number): { value: number; end: number } {
  if (text[at] !== ':') return readFraction(text, at);
  let end = at + 1;
  while (isDigit(text[end]) && end - at < 5) end += 1;
  const digits = end - at - 1;
  if (digits !== 2 && digits !== 3) return { value: 0, end: at };
  return { value: digits === 3 ? Number(text.slice(at + 1, end)) / 1000 : 0, end };
}

function readFraction(text: string, at: number): { value: number; end: number } {
  if ((text[at] !== '.' && text[at] !== ',') || !isDigit(text[at + 1])) return { value: 0, end: at };
  let position = at + 1;
  let value = 0;
  let scale = 0.1;
  for (; isDigit(text[position]) && position - at <= 9; position += 1, scale /= 10) {
    value += (text.charCodeAt(position) - 48) * scale;
  }
  return { value, end: position };
}

/** Seconds with at most three decimals, so that equal times are equal numbers. */
export function roundToMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
