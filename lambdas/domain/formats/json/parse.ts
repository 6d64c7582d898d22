import { RejectedTranscriptError } from '../../errors';

/** Deeper nesting than any transcript has; the walk over the values may then be recursive. */
const DEEPEST = 100;

/** Parsed JSON, and on which lines of the file its objects stand. */
export interface ParsedJson {
  readonly root: unknown;
  /** Where the object starts. */
  lineOf(value: unknown): number;
  linesOf(value: unknown): Lines;
  /** What is in the file but not in `root`, for a later value of the same key replaced it. */
  readonly replaced: readonly Replaced[];
}

/** First and last line, 1-based. */
export type Lines = readonly [first: number, last: number];

/** A value whose key stands in the same object once more. */
export interface Replaced {
  readonly key: string;
  /** As it stands in the file. */
  readonly text: string;
  readonly lines: Lines;
  /** UTF-16 offsets in the file. */
  readonly from: number;
  readonly to: number;
}

/** Parses a file of JSON, or of one JSON value a line. */
export function parseJson(source: string): ParsedJson {
  const counted = countObjects(source);
  const root = parseWhole(source);
  const byObject = new Map<unknown, number>();
  const keys = numberObjects(root, byObject);
  const replaced = keys === counted.keys ? [] : replacedIn(source);
  const { first, last } = replaced.length === 0 ? counted : countObjects(withoutReplaced(source, replaced));
  const lineOf = (value: unknown) => first[byObject.get(value) ?? -1] ?? 1;
  const linesOf = (value: unknown): Lines => [lineOf(value), last[byObject.get(value) ?? -1] ?? 1];
  return { root, lineOf, linesOf, replaced };
}

function parseWhole(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (cause) {
    return parseLines(source) ?? fail(source, cause);
  }
}

/** One value a line; undefined where any line is none. */
function parseLines(source: string): unknown[] | undefined {
  const values: unknown[] = [];
  try {
    for (const line of source.split('\n')) if (line.trim() !== '') values.push(JSON.parse(line));
  } catch {
    return undefined;
  }
  return values;
}

function fail(source: string, cause: unknown): never {
  const position = positionIn(cause instanceof Error ? cause.message : '') ?? source.length;
  throw new RejectedTranscriptError(
    'broken',
    'This looks like JSON but is not complete: it ends early, or a comma, quote or bracket is missing. Export it again.',
    { cause, line: source.slice(0, position).split('\n').length },
  );
}

function positionIn(reason: string): number | undefined {
  const at = reason.indexOf('position ');
  const position = Number.parseInt(reason.slice(at + 'position '.length), 10);
  return at < 0 || Number.isNaN(position) ? undefined : position;
}

interface CountedObjects {
  /** The lines of every `{`, in order, and of the `}` that closes it. */
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** How many keys there are altogether. */
  readonly keys: number;
}

/** Counts objects without reading them; throws where brackets nest deeper than any transcript's. */
function countObjects(source: string): CountedObjects {
  const first: number[] = [];
  const last: number[] = [];
  const open: number[] = [];
  let keys = 0;
  let depth = 0;
  let line = 1;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 0x22) at = endOfString(source, at);
    else if (code === 0x0a) line += 1;
    else if (code === 0x3a) keys += 1;
    else if (code === 0x7b || code === 0x5b) {
      if (code === 0x7b) {
        open.push(first.length);
        first.push(line);
        last.push(line);
      }
      depth += 1;
      if (depth > DEEPEST) {
        throw new RejectedTranscriptError(
          'broken',
          `This JSON nests more than ${DEEPEST} levels deep; no transcript does.`,
          { line },
        );
      }
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      const closed = code === 0x7d ? open.pop() : undefined;
      if (closed !== undefined) last[closed] = line;
    }
  }
  return { first, last, keys };
}

function endOfString(source: string, quote: number): number {
  let at = source.indexOf('"', quote + 1);
  while (at > 0) {
    let slashes = 0;
    while (source.charCodeAt(at - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return at;
    at = source.indexOf('"', at + 1);
  }
  return source.length;
}

/** Numbers the objects in the order of the file; tells how many keys they have altogether. */
function numberObjects(root: unknown, byObject: Map<unknown, number>): number {
  let keys = 0;
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const entry of value) visit(entry);
      return;
    }
    byObject.set(value, byObject.size);
    for (const key in value) {
      if (!Object.hasOwn(value, key)) continue;
      keys += 1;
      visit((value as Record<string, unknown>)[key]);
    }
  };
  visit(root);
  return keys;
}

/** A key of an object that is open, and where its value starts. */
interface OpenKey {
  readonly key: string;
  readonly from: number;
}

/** Looks for keys that stand twice in one object: JSON lets the last of them win. */
function replacedIn(source: string): readonly Replaced[] {
  const replaced: Replaced[] = [];
  const lines = lineStarts(source);
  const objects: { seen: Map<string, { from: number; to: number }>; open: OpenKey | undefined }[] = [];
  let word = '';
  const endValue = (to: number) => {
    const object = objects.at(-1);
    if (!object?.open) return;
    const { key, from } = object.open;
    const before = object.seen.get(key);
    if (before) {
      const text = source.slice(before.from, before.to).trim();
      replaced.push({ key, text, lines: [lineAt(lines, before.from), lineAt(lines, before.to)], ...before });
    }
    object.seen.set(key, { from, to });
    object.open = undefined;
  };
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (character === '"') {
      const end = endOfString(source, at);
      word = source.slice(at + 1, end);
      at = end;
    } else if (character === '{' || character === '[') objects.push({ seen: new Map(), open: undefined });
    else if (character === ':') {
      const object = objects.at(-1);
      if (object) object.open = { key: word, from: at + 1 };
    } else if (character === ',') endValue(at);
    else if (character === '}' || character === ']') {
      endValue(at);
      objects.pop();
    }
  }
  return replaced;
}

/** The file with blanks in place of replaced values, line ends kept. */
function withoutReplaced(source: string, replaced: readonly Replaced[]): string {
  let kept = '';
  let at = 0;
  for (const { from, to } of replaced.toSorted((left, right) => left.from - right.from)) {
    if (from < at) continue;
    kept += source.slice(at, from) + '\n'.repeat(source.slice(from, to).split('\n').length - 1);
    at = to;
  }
  return kept + source.slice(at);
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The 1-based line of a position, found by halving. */
function lineAt(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= position) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
