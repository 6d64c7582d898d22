import { type Document, isCollection, isScalar, type Node, visit, type YAMLParseError } from 'yaml';

/** A place at which a text is no YAML, and what to do about it. */
export interface SyntaxFault {
  readonly offset: number;
  /** In the producer's words; nothing of the parser's. */
  readonly message: string;
}

type Codes = ReadonlySet<string>;

/** A text with more errors than this is another kind of file. */
const MOST_ERRORS = 100;
const QUOTED = 'put the whole text between quotation marks';
const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** The faults of a text in reading order: one a line, for what follows from a fault on its line is no other. */
export function syntaxFaultsOf(text: string, { contents, errors }: Document.Parsed): readonly SyntaxFault[] {
  const nodes = nodesOf(contents);
  const looked = errors.slice(0, MOST_ERRORS);
  const faults = looked.map((error) => {
    const there = looked.filter(({ pos }) => pos[0] === error.pos[0]);
    return faultOf(error, text, nodes, new Set(there.map(({ code }) => code)));
  });
  const lineStart = ({ offset }: SyntaxFault) => text.lastIndexOf('\n', offset - 1);
  return [...new Map(faults.toReversed().map((fault) => [lineStart(fault), fault])).values()].toSorted(
    (a, b) => a.offset - b.offset,
  );
}

function nodesOf(contents: Node | null): readonly Node[] {
  const nodes: Node[] = [];
  visit(contents, { Node: (_, node) => void nodes.push(node) });
  return nodes;
}

function faultOf(error: YAMLParseError, text: string, nodes: readonly Node[], codes: Codes): SyntaxFault {
  const [offset] = error.pos;
  const rest = text.slice(offset, offset + 1100);
  const line = rest.split(/\r?\n/u, 1)[0] ?? '';
  const at = (message: string, from = offset): SyntaxFault => ({ offset: from, message });
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return at('the line begins with a tab: indent it with blanks');
    case 'DUPLICATE_KEY':
      return at(`"${line.split(':', 1)[0]?.trim()}" stands here a second time: keep one of the two`);
    case 'MULTIPLE_DOCS':
      return at('--- begins a second document, and only one is read: take the line out');
    case 'BAD_SCALAR_START':
      return at(`a text may not begin with ${rest.charAt(0)}: ${QUOTED}`);
    case 'BAD_DQ_ESCAPE':
      return at(`between double quotation marks "${rest.slice(0, 2)}" means nothing: write \\\\ for a backslash`);
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return keyFault(rest, codes, at);
    default:
      return unfinished(error, text, nodes, at) ?? misplaced(error, rest, line, at);
  }
}

type At = (message: string, from?: number) => SyntaxFault;

/** A colon where none is expected, or none where one is. */
function keyFault(rest: string, codes: Codes, at: At): SyntaxFault {
  if (/^\s*-\s/u.test(rest)) return at(INDENTED);
  if (codes.size > 1)
    return at(`the lines below are indented further, as if they belonged to this text: move them left, or ${QUOTED}`);
  if (codes.has('BLOCK_AS_IMPLICIT_KEY'))
    return at(`a text with a colon before a blank or the line's end must be quoted: ${QUOTED}`);
  return at(WITHOUT_COLON);
}

const INDENTED = 'the line is indented unlike its neighbours: what belongs together begins in the same column';
const WITHOUT_COLON = 'a colon is missing: write a key, a colon, a blank and the value';

/** What opens and does not close, at the place where it opens. */
function unfinished({ pos }: YAMLParseError, text: string, nodes: readonly Node[], at: At): SyntaxFault | undefined {
  const before = nodes.filter(({ range }) => range && range[0] < pos[0]).toReversed();
  const quoted = before.find((node) => isScalar(node) && /^QUOTE_/u.test(node.type ?? ''));
  const [start = 0, end = 0] = quoted?.range ?? [];
  const isNear = quoted !== undefined && text.slice(end, pos[0]).trim() === '';
  if (isNear && (end - start < 2 || text[end - 1] !== text[start]))
    return at('a quotation mark opens here and is not closed: close it', start);
  if (isNear && !/^[,\]}:#]/u.test(text.slice(pos[0])))
    return at(
      `text follows the closing quotation mark: ${QUOTED}, and write those within it twice ('') or as \\"`,
      start,
    );
  const open = before.find((node) => isCollection(node) && node.flow && !isClosed(node));
  if (!open?.range) return undefined;
  const bracket = text.charAt(open.range[0]);
  return at(`${bracket} opens here and is not closed: close it with ${CLOSERS[bracket]}`, open.range[0]);
}

const isClosed = ({ srcToken }: Node): boolean =>
  srcToken?.type === 'flow-collection' && /[\]}]/u.test(srcToken.end[0]?.source ?? '');

function misplaced({ code, message }: YAMLParseError, rest: string, line: string, at: At): SyntaxFault {
  if (code === 'BAD_INDENT' || message.startsWith('Sequence item')) return at(INDENTED);
  if (message.includes('same line with key')) return at('a list begins on the line below its key');
  if (/^[\]},]/u.test(rest)) return at(`${rest.charAt(0)} stands here without need: take it out, or ${QUOTED}`);
  if (message.startsWith('Implicit map keys')) return at(WITHOUT_COLON);
  if (message.startsWith('Missing ,')) return at('a comma is missing between two members of the list');
  if (code === 'BAD_DIRECTIVE') return at(`a line may not begin with %: ${QUOTED}`);
  const seen = line.trim();
  return at(
    seen === ''
      ? 'something is missing here: write a key, a colon, a blank and the value'
      : `"${seen.slice(0, 60)}" has no place here: write a key, a colon, a blank and the value, and ${QUOTED} if it has signs such as : # [ {`,
  );
}
