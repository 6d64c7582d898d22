import { RejectedTranscriptError } from '../../errors';

/** Deeper nesting than any transcript has; the walk over the values may then be recursive. */
const DEEPEST = 100;

/** Parsed JSON, and on which line of the file each of its objects starts. */
export interface ParsedJson {
  readonly root: unknown;
  lineOf(value: unknown): number;
}

/** Parses a file of JSON, or of one JSON value a line. */
export function parseJson(source: string): ParsedJson {
  const lines = linesOfObjects(source);
  const root = parseWhole(source);
  const byObject = new Map<unknown, number>();
  if (!numberObjects(root, lines, byObject)) byObject.clear();
  return { root, lineOf: (value) => byObject.get(value) ?? 1 };
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

/** The line of every `{`, in order; throws where brackets nest deeper than any transcript's. */
function linesOfObjects(source: string): number[] {
  const lines: number[] = [];
  let depth = 0;
  let line = 1;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 0x22) at = endOfString(source, at);
    else if (code === 0x0a) line += 1;
    else if (code === 0x7b || code === 0x5b) {
      if (code === 0x7b) lines.push(line);
      depth += 1;
      if (depth > DEEPEST) {
        throw new RejectedTranscriptError(
          'broken',
          `This JSON nests more than ${DEEPEST} levels deep; no transcript does.`,
          { line },
        );
      }
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return lines;
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

/** Gives every object its line, in the order of the file; false where the two do not match (a key stands twice). */
function numberObjects(root: unknown, lines: readonly number[], byObject: Map<unknown, number>): boolean {
  let next = 0;
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const entry of value) visit(entry);
      return;
    }
    byObject.set(value, lines[next] ?? 1);
    next += 1;
    for (const key in value) if (Object.hasOwn(value, key)) visit((value as Record<string, unknown>)[key]);
  };
  visit(root);
  return next === lines.length;
}
