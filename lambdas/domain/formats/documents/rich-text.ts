import { isBlank, skipBlanks } from '../../text/characters';

/** How a stretch of a document looks, as far as it tells who speaks or where a link leads. */
export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  /** Address of a link; empty where there is none. */
  readonly url: string;
}

/** Plain text of a document. */
export const PLAIN: Look = { bold: false, italic: false, url: '' };

/** Collects one line of a document and writes it as Markdown, which the labelled text is read from. */
export class RichLine {
  private readonly runs: { text: string; look: Look }[] = [];

  private filled = false;

  add(text: string, look: Look): void {
    const blank = skipBlanks(text, 0) === text.length;
    this.filled ||= !blank;
    const last = this.runs.at(-1);
    if (last && (sameLook(last.look, look) || blank)) last.text += text;
    else this.runs.push({ text, look });
  }

  /** Whether anything but blanks was added. */
  get isEmpty(): boolean {
    return !this.filled;
  }

  /** Without marks. */
  plain(): string {
    return this.runs.map(({ text }) => text).join('');
  }

  /** With marks; `raw` text is Markdown already. */
  markdown(raw = false): string {
    const line = this.runs.map(({ text, look }) => marked(text, look, raw)).join('');
    if (raw) return line;
    let start = 0;
    while (isBlank(line[start])) start += 1;
    return '#->+=~–—|'.includes(line[start] ?? ' ') ? `\\${line.slice(start)}` : line.slice(start);
  }
}

function sameLook(left: Look, right: Look): boolean {
  return left.bold === right.bold && left.italic === right.italic && left.url === right.url;
}

/** Emphasis hugs its words: the blanks at either end stay outside. */
function marked(text: string, look: Look, raw: boolean): string {
  const written = raw ? (plain: string) => plain : escapeMarkdown;
  const mark = (look.bold ? '**' : '') + (look.italic ? '_' : '');
  if (mark === '' && look.url === '') return written(text);
  let from = 0;
  while (from < text.length && isBlank(text[from])) from += 1;
  let to = text.length;
  while (to > from && isBlank(text[to - 1])) to -= 1;
  if (from === to) return text;
  const inner = written(text.slice(from, to));
  const linked = look.url === '' ? inner : `[${inner}](<${look.url.replaceAll('>', '%3E')}>)`;
  return `${text.slice(0, from)}${mark}${linked}${[...mark].reverse().join('')}${text.slice(to)}`;
}

/** Plain text as Markdown. Brackets stay: stage directions and times stand in them. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[*_`<&]/g, '\\$&');
}
