import { isBlank, isDigit } from '../../../text/characters';
import { isStageDirection } from '../../../text/stage-directions';

/** What closes the brackets that people put around a name. */
const BRACKETS: Readonly<Record<string, string>> = {
  ...{ '[': ']', '(': ')', '<': '>', '{': '}', '【': '】', '「': '」', '『': '』', '（': '）' },
  ...{ '"': '"', '“': '”', '«': '»', '„': '“' },
};

/** What closes the bracket that opens here; empty where none does. */
export function closingBracket(line: string, at: number): string {
  if (line.startsWith('[[', at)) return ']]';
  if (line.startsWith('\\[', at)) return '\\]';
  return at < line.length ? (BRACKETS[line[at] as string] ?? '') : '';
}

/** Whether words in these brackets are a quotation unless a colon follows. */
export function isQuote(closing: string): boolean {
  return closing !== '' && '"”»“'.includes(closing);
}

/** Tags that make a label stand out in Markdown. */
const EMPHASIS_TAGS = ['<b>', '<strong>', '<i>', '<em>', '<u>', '<mark>'];

/** What closes the emphasis that opens here, and how long the opening is; undefined where none does. */
export function emphasisAt(
  line: string,
  at: number,
): { readonly closing: string; readonly length: number } | undefined {
  const character = line[at] ?? ' ';
  if (character === '<') {
    const tag = EMPHASIS_TAGS.find((opening) => line.startsWith(opening, at));
    return tag ? { closing: `</${tag.slice(1)}`, length: tag.length } : undefined;
  }
  if (!'*_`=~'.includes(character)) return undefined;
  let end = at;
  while (line[end] === character && end - at < 3) end += 1;
  if ('=~'.includes(character) && end - at !== 2) return undefined;
  return { closing: line.slice(at, end), length: end - at };
}

/** Behind the mark of a list entry: `- `, `– `, `12. `, `3)`; the same position where there is none. */
export function listMarkEnd(line: string, at: number): number {
  if ('-–—+•*'.includes(line[at] ?? ' ')) return isBlank(line[at + 1]) ? at + 1 : at;
  let end = at;
  while (end - at < 5 && isDigit(line[end])) end += 1;
  if (end === at) return at;
  if (line[end] === '.' || line[end] === ')') end += 1;
  else if (line[end] !== '\t') return at;
  return isBlank(line[end]) ? end : at;
}

/** Behind `(url)`, if that stands there. */
export function linkEnd(text: string, at: number): number {
  if (text[at] !== '(') return at;
  let end = at + 1;
  while (end < text.length && end - at < 400 && text[end] !== ')') {
    if (text[end] === '(' || isBlank(text[end])) return at;
    end += 1;
  }
  return text[end] === ')' ? end + 1 : at;
}

/** `(laughing)` or `*(laughs)*` at a position: its words in brackets with a blank behind, and where it ends. */
export function directionAt(line: string, at: number): { readonly text: string; readonly end: number } | undefined {
  const mark = '*_'.includes(line[at] ?? ' ') ? (line[at] as string) : '';
  const ahead = line.slice(at + mark.length, at + 42);
  const close = ahead.startsWith('(') ? ahead.indexOf(')') : -1;
  if (close < 0 || !isStageDirection(ahead.slice(1, close))) return undefined;
  const end = at + mark.length + close + 1;
  return line.startsWith(mark, end) ? { text: `${ahead.slice(0, close + 1)} `, end: end + mark.length } : undefined;
}
