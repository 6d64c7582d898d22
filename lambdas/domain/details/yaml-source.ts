import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Detail } from '../../contract/published';
import { UnreadableFileError } from '../errors';

/** One YAML text, and what its values are called in `details.json`. */
export interface YamlSource {
  /** The object's key, for messages. */
  readonly name: string;
  readonly text: string;
  /** Lines of the file above the text. */
  readonly linesAbove: number;
  readonly source: Detail['source'];
  /** First part of a detail's name. */
  readonly prefix: 'show' | 'episode';
}

/** A value of a YAML file, and where it stands. */
export interface SourceNode {
  readonly node: Node | null;
  readonly file: ParsedSource;
  /** Dotted, as messages name it: `edits.summary`. Empty for the whole file. */
  readonly key: string;
  /** 1-based line of the file. */
  readonly line: number;
}

interface ParsedSource extends YamlSource {
  /** From an offset in the text to the 1-based line of the file. */
  readonly lineAt: (offset: number) => number;
}

/** Far above what anybody writes by hand; what is longer is refused before it is parsed. */
const MAX_LENGTH = 512 * 1024;

/** Reads YAML in which every scalar is text, so that a title `No` or `2024-01-05` stays what was written. */
export function parseYaml(source: YamlSource): SourceNode {
  if (source.text.length > MAX_LENGTH)
    throw new UnreadableFileError(`${source.name} is over 512 KB long`, { file: source.name });
  const counter = new LineCounter();
  const lineAt = (offset: number) => counter.linePos(offset).line + source.linesAbove;
  const { contents, errors } = parseSafely(source, counter);
  const [error] = errors;
  if (error) {
    const line = lineAt(error.pos[0]);
    const what = error.message.split('\n')[0];
    throw new UnreadableFileError(`${source.name}, line ${line}: this is no valid YAML: ${what}`, {
      file: source.name,
      line,
    });
  }
  return { node: contents, file: { ...source, lineAt }, key: '', line: 1 + source.linesAbove };
}

function parseSafely(source: YamlSource, lineCounter: LineCounter) {
  try {
    return parseDocument(source.text, { schema: 'failsafe', lineCounter, prettyErrors: false });
  } catch (error) {
    // The parser recurses: thousands of nested brackets overflow the stack.
    if (!(error instanceof RangeError)) throw error;
    throw new UnreadableFileError(`${source.name} is nested too deeply`, { cause: error, file: source.name });
  }
}

/** The error for a value of the wrong kind: file, line, key, what is allowed and what was seen. */
export function wrongKind(at: SourceNode, allowed: string): UnreadableFileError {
  const what = at.key === '' ? 'the file' : `"${at.key}"`;
  const message = `${at.file.name}, line ${at.line}: ${what} must be ${allowed}, but is ${kindOf(at.node)}`;
  return new UnreadableFileError(message, { file: at.file.name, line: at.line, key: at.key });
}

function kindOf(node: Node | null): string {
  if (isMap(node)) return 'keys with values';
  if (isSeq(node)) return 'a list';
  if (isAlias(node)) return 'a YAML alias (write the value out)';
  const text = isScalar(node) ? String(node.value ?? '') : '';
  return text === '' ? 'empty' : `"${text.slice(0, 60)}"`;
}

/** The node's text without blanks around it; undefined where the node is no text or an empty one. */
export function scalarText(at: SourceNode): string | undefined {
  if (!isScalar(at.node) || typeof at.node.value !== 'string') return undefined;
  return at.node.value.trim() || undefined;
}

/** The keys of a map in file order, undefined where the node is no map. Nothing after a key is a map without keys. */
export function entriesOf(at: SourceNode): readonly (readonly [name: string, child: SourceNode])[] | undefined {
  if (isEmpty(at)) return [];
  if (!isMap(at.node)) return undefined;
  return at.node.items.map((pair) => {
    const name = isScalar(pair.key) ? String(pair.key.value ?? '') : '';
    const key = at.key === '' ? name : `${at.key}.${name}`;
    return [name, { node: pair.value as Node | null, file: at.file, key, line: lineOf(pair.key, at) }] as const;
  });
}

/** The members of a list, undefined where the node is none. Nothing after a key is an empty list. */
export function membersOf(at: SourceNode): readonly SourceNode[] | undefined {
  if (isEmpty(at)) return [];
  if (!isSeq(at.node)) return undefined;
  return at.node.items.map((member, index) => {
    const key = `${at.key}[${index}]`;
    return { node: member as Node, file: at.file, key, line: lineOf(member, at) };
  });
}

function isEmpty(at: SourceNode): boolean {
  return at.node === null || (isScalar(at.node) && scalarText(at) === undefined);
}

function lineOf(node: unknown, parent: SourceNode): number {
  const range = (node as { readonly range?: readonly number[] | null } | null)?.range;
  return range?.[0] === undefined ? parent.line : parent.file.lineAt(range[0]);
}
