import { isDigit } from '../../text/characters';
import type { Transcript, TranscriptFormat } from '../../transcript';
import { withTypography } from '../decode';
import { readLabelledText } from '../labelled-text';
import { PLAIN, RichLine } from './rich-text';

/** Rich Text, as older word processors save it: paragraphs, bold and italic type. A paragraph counts as a line. */
export const rtf: TranscriptFormat = {
  name: 'rtf',
  matches: (source) => source.trimStart().startsWith('{\\rtf'),
  parse: (source) => readRtf(source),
};

function readRtf(source: string): Transcript {
  const lines = new RtfLines(source.trimStart()).read();
  const numbers = lines.map((_, index) => (index >> 1) + 1);
  return readLabelledText(lines, 'rtf', { numbers });
}

/** Groups whose text no reader sees. */
const UNSEEN = new Set(
  'fonttbl colortbl stylesheet info pict header footer footnote listtable listoverridetable'.split(' '),
);
const CHARACTERS: Readonly<Record<string, string>> = {
  ...{ tab: '\t', emdash: '—', endash: '–', bullet: '•', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”' },
};

interface Group {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly unseen: boolean;
  /** Characters that stand in for a `\u` where a reader knows no Unicode. */
  readonly skipped: number;
}

/** Walks over control words and groups once. */
class RtfLines {
  private readonly source: string;
  private readonly lines: string[] = [];
  private readonly groups: Group[] = [];
  private current = new RichLine();
  private group: Group = { bold: false, italic: false, unseen: false, skipped: 1 };
  private at = 0;
  private toSkip = 0;

  constructor(source: string) {
    this.source = source;
  }

  read(): readonly string[] {
    while (this.at < this.source.length) {
      const character = this.source[this.at] as string;
      this.at += 1;
      if (character === '{') this.groups.push(this.group);
      else if (character === '}') this.group = this.groups.pop() ?? this.group;
      else if (character === '\\') this.control();
      else if (character !== '\n') this.text(character);
    }
    this.endParagraph();
    return this.lines;
  }

  private text(characters: string): void {
    if (this.toSkip > 0) this.toSkip -= 1;
    else if (!this.group.unseen) {
      this.current.add(characters, { ...PLAIN, bold: this.group.bold, italic: this.group.italic });
    }
  }

  /** `\b0 `, `\'e9`, `\u8212?`, `\~`. */
  private control(): void {
    const { source } = this;
    const first = source[this.at] ?? '';
    if (first === "'") {
      const code = Number.parseInt(source.slice(this.at + 1, this.at + 3), 16);
      this.at += 3;
      if (!Number.isNaN(code)) this.text(withTypography(String.fromCharCode(code)));
      return;
    }
    let end = this.at;
    while (isAsciiLetter(source.charCodeAt(end))) end += 1;
    if (end === this.at) {
      this.at += 1;
      this.symbol(first);
      return;
    }
    const word = source.slice(this.at, end);
    const digits = end;
    if (source[end] === '-') end += 1;
    while (isDigit(source[end])) end += 1;
    const value = end > digits ? Number(source.slice(digits, end)) : undefined;
    this.at = source[end] === ' ' ? end + 1 : end;
    this.word(word, value);
  }

  private symbol(character: string): void {
    if (character === '*') this.group = { ...this.group, unseen: true };
    else if (character === '~') this.text('\u00a0');
    else if (character === '_') this.text('-');
    else if (character === '\n') this.endParagraph();
    else if ('\\{}'.includes(character)) this.text(character);
  }

  private word(word: string, value: number | undefined): void {
    if (word === 'par' || word === 'line' || word === 'row' || word === 'sect') this.endParagraph();
    else if (word === 'cell') this.text('\t');
    else if (word === 'b') this.group = { ...this.group, bold: value !== 0 };
    else if (word === 'i') this.group = { ...this.group, italic: value !== 0 };
    else if (word === 'plain') this.group = { ...this.group, bold: false, italic: false };
    else if (word === 'uc') this.group = { ...this.group, skipped: value ?? 1 };
    else if (word === 'u' && value !== undefined) {
      this.text(String.fromCharCode(value < 0 ? value + 0x10000 : value));
      this.toSkip = this.group.skipped;
    } else if (UNSEEN.has(word)) this.group = { ...this.group, unseen: true };
    else if (Object.hasOwn(CHARACTERS, word)) this.text(CHARACTERS[word] as string);
  }

  /** A blank line follows, for a paragraph of a document is one of the text. */
  private endParagraph(): void {
    this.lines.push(this.current.markdown(), '');
    this.current = new RichLine();
  }
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
