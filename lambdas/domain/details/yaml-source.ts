import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { MAX_YAML_BYTES } from '../../contract/object-keys';
import type { Detail } from '../../contract/published';
import { type FileFault, UnreadableFileError } from '../errors';
import { syntaxFaultsOf } from './yaml-syntax';

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

/**
 * Reads YAML in which every scalar is text, so that a title `No` or `2024-01-05` stays what was written. Throws
 * `UnreadableFileError` with all faults of a text that is no YAML.
 */
export function parseYaml(source: YamlSource): SourceNode {
  const { name: file, text, linesAbove } = source;
  // Far above what anybody writes by hand: refused before it is parsed.
  if (text.length > MAX_YAML_BYTES) throw new UnreadableFileError([{ file, message: `${file} is over 512 KB long` }]);
  const counter = new LineCounter();
  const lineAt = (offset: number) => counter.linePos(offset).line + linesAbove;
  const document = parseSafely(source, counter);
  if (document.errors.length > 0) {
    const faults = syntaxFaultsOf(text, document).map(({ offset, message }) => {
      const line = lineAt(offset);
      return { file, line, message: `${file}, line ${line}: ${message}` };
    });
    throw new UnreadableFileError(firstOf(faults));
  }
  return { node: document.contents, file: { ...source, lineAt }, key: '', line: 1 + linesAbove };
}

/** Whoever made more faults than this has uploaded another kind of file. */
const MOST_FAULTS = 50;

/** In reading order, as many faults of one file as anybody mends at once; the last says that there are more. */
export function firstOf(faults: readonly FileFault[]): readonly FileFault[] {
  const told = faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, MOST_FAULTS);
  const [first] = faults;
  if (!first || told.length === faults.length) return told;
  const { file } = first;
  return [...told, { file, message: `${file} has more faults than these ${MOST_FAULTS}; correct these first` }];
}

function parseSafely({ name: file, text }: YamlSource, lineCounter: LineCounter) {
  try {
    return parseDocument(text, { schema: 'failsafe', lineCounter, prettyErrors: false, keepSourceTokens: true });
  } catch (cause) {
    // The parser recurses: thousands of nested brackets overflow the stack.
    if (!(cause instanceof RangeError)) throw cause;
    throw new UnreadableFileError([{ file, message: `${file} is nested too deeply` }], { cause });
  }
}

/** The fault of a value of the wrong kind: file, line, key, what is allowed, what was seen, and what to do. */
export function wrongKind(at: SourceNode, allowed: string): FileFault {
  const seen = kindOf(at.node);
  return faultAt(at, `must be ${allowed}, but is ${seen}${adviceFor(at, seen)}`, allowed, seen);
}

/** The fault of a value that has not all of its keys. */
export function lacking(at: SourceNode, key: string): FileFault {
  const has = entriesOf(at)?.map(([name]) => name) ?? [];
  const seen = has.length > 0 ? `only ${has.join(', ')}` : 'no key at all';
  return faultAt(at, `has ${seen}: write its "${key}", too`, `keys with values, one of them ${key}`, seen);
}

/** The fault of a key that its map does not have, but cannot be passed over. */
export function wrongKey(at: SourceNode, name: string, known: readonly string[]): FileFault {
  const allowed = `one of ${known.join(', ')}`;
  return faultAt(at, `is called "${name}", but must be ${allowed}`, allowed, `"${name}"`);
}

function faultAt(at: SourceNode, message: string, allowed: string, seen: string): FileFault {
  const { key, line } = at;
  const file = at.file.name;
  const what = key === '' ? 'the file' : `"${key}"`;
  return { file, line, key, seen, allowed, message: `${file}, line ${line}: ${what} ${message}` };
}

function adviceFor(at: SourceNode, seen: string): string {
  if (seen === 'empty') return ': fill it in, or take the key out';
  return at.key === '' && /\w:\S/u.test(seen) ? ': put a blank behind each colon' : '';
}

function kindOf(node: Node | null): string {
  if (isMap(node)) return 'keys with values';
  if (isSeq(node)) return 'a list';
  if (isAlias(node)) return 'a YAML alias (put a text that begins with * between quotation marks)';
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
