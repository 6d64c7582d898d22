import { countWords, isDigit } from '../../text/characters';
import type { Transcript, TranscriptFormat } from '../../transcript';
import { withTypography } from '../decode';
import { readLabelledText } from '../labelled-text';
import type { LeftOut } from '../transcript-builder';
import { PLAIN, RichLine } from './rich-text';

/** Rich Text, as older word processors save it: paragraphs, bold and italic type. */
export const rtf: TranscriptFormat = {
  name: 'rtf',
  matches: (source) => source.trimStart().startsWith('{\\rtf'),
  parse: readRtf,
};

function readRtf(source: string): Transcript {
  const { lines, hidden } = new RtfLines(source).read();
  return readLabelledText(
    lines.flatMap(({ text }) => [text, '']),
    'rtf',
    { numbers: lines.flatMap(({ line }) => [line, line]), leftOut: hidden },
  );
}

/** Groups without paragraphs, whose text no reader sees. */
const LISTS = new Set('fonttbl colortbl listtable listoverridetable'.split(' '));
const HEADS = new Set('stylesheet info'.split(' '));
/** Words in the longest name of a font or style. */
const LONGEST_NAME = 7;
/** Groups that stand beside the text. */
const BESIDE = new Set('header headerl headerr headerf footer footerl footerr footerf footnote pict'.split(' '));
const CHARACTERS: Readonly<Record<string, string>> = {
  ...{ tab: '\t', emdash: '—', endash: '–', bullet: '•', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”' },
};

/** Begin a paragraph, a cell, a row or a section: whatever stands behind them says how it looks. */
const LAYS_OUT = new Set('pard sectd trowd cell row page object upr listtext pntext'.split(' '));
/** Control words that stand inside a line: how type looks, in which direction it runs, what is put in its place. */
const OF_TYPE = new Set(
  (
    'ab af ai astrike acaps ascaps ashad aoutl ql qr qc qj qd keep keepn widctlpar nowidctlpar contextualspace noline ' +
    'nosectexpand strike striked sub super nosupersub caps scaps shad outl embo impr v deleted revised noproof ' +
    'loch hich dbch cs softline column chpgn chdate chtime chatn field formfield hlinkbase xe tc zwj zwnj zwbo ' +
    'pardirnatural ftnsep aftnsep qmspace emspace enspace intbl nonshppict sp sn sv do fchars lchars wingdings ' +
    'animtext charscalex cchs cgrid g gcw gridtbl webhidden'
  ).split(' '),
);
/** How others of them begin. */
const FAMILIES = 'ul aul acc cl tr brdr sect ltr rtl chftn fld bkmk shp obj nest font lang'.split(' ');

interface Group {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly part: 'text' | 'list' | 'head' | 'beside';
  /** Characters that stand in for a `\u` where a reader knows no Unicode. */
  readonly replaced: number;
}

interface RtfText {
  readonly lines: readonly { readonly text: string; readonly line: number }[];
  readonly hidden: readonly LeftOut[];
}

/** Walks over control words and groups once. */
class RtfLines {
  private readonly source: string;
  private readonly lines: { readonly text: string; readonly line: number }[] = [];
  private readonly hidden: LeftOut[] = [];
  private readonly groups: Group[] = [];
  private group: Group = { bold: false, italic: false, part: 'text', replaced: 1 };
  private current = new RichLine();
  /** Text of lists since the last paragraph. */
  private unseen = '';
  /** Behind words that begin a paragraph, a cell or a section, up to the next text. */
  private isLaidOut = false;
  /** Whether the open list has had a paragraph, which lists do not have. */
  private hidesLines = false;
  private at = 0;
  private toSkip = 0;
  private line = 1;
  /** Where the open paragraph begins. */
  private first = 1;

  constructor(source: string) {
    this.source = source;
  }

  read(): RtfText {
    while (this.at < this.source.length) {
      const character = this.source[this.at] as string;
      this.at += 1;
      if (character === '{') this.groups.push(this.group);
      else if (character === '}') this.endGroup();
      else if (character === '\\') this.control();
      else if (character === '\n') this.line += 1;
      else this.text(character);
    }
    this.endParagraph();
    return { lines: this.lines, hidden: this.hidden };
  }

  private endGroup(): void {
    const { part } = this.group;
    this.group = this.groups.pop() ?? this.group;
    if (this.group.part !== 'text') return;
    // What a head tells of the file, and what styles are called, may be long.
    const isLong = part === 'list' && this.unseen.split(';').some((name) => countWords(name) > LONGEST_NAME);
    if (this.hidesLines || isLong) this.endUnseen();
    this.unseen = '';
    this.hidesLines = false;
  }

  private text(character: string): void {
    const { bold, italic, part } = this.group;
    if (this.toSkip > 0) this.toSkip -= 1;
    else if (part === 'list' || part === 'head') this.unseen += character;
    else if (part === 'text') {
      this.isLaidOut = false;
      if (this.current.isEmpty) this.first = this.line;
      this.current.add(character, { ...PLAIN, bold, italic });
    }
  }

  /** `\b0 `, `\'e9`, `\u8212?`, `\~`. */
  private control(): void {
    const { source } = this;
    const first = source[this.at] ?? '';
    let end = this.at;
    while (isAsciiLetter(source.charCodeAt(end))) end += 1;
    if (first === "'") this.code();
    else if (end === this.at) {
      this.at += 1;
      this.symbol(first);
    } else {
      const word = source.slice(this.at, end);
      const digits = end;
      if (source[end] === '-') end += 1;
      while (isDigit(source[end])) end += 1;
      this.at = source[end] === ' ' ? end + 1 : end;
      const value = end > digits ? Number(source.slice(digits, end)) : undefined;
      const isDone = this.word(word, value);
      if (LAYS_OUT.has(word)) this.isLaidOut = true;
      const isKnown = isDone || value !== undefined || this.isLaidOut || isOfType(word);
      if (!isKnown && (isHardlyControl(word) || isPunctuation(source[end]) || !this.current.isEmpty))
        this.hideWord(word);
    }
  }

  /** A letter of Windows-1252 by two hexadecimal digits. */
  private code(): void {
    const code = Number.parseInt(this.source.slice(this.at + 1, this.at + 3), 16);
    if (Number.isNaN(code)) {
      this.at += 1;
      return;
    }
    this.at += 3;
    this.text(withTypography(String.fromCharCode(code)));
  }

  private symbol(character: string): void {
    if (character === '*') this.group = { ...this.group, part: 'list' };
    else if (character === '~') this.text('\u00a0');
    else if (character === '_') this.text('-');
    else if ('\\{}'.includes(character)) this.text(character);
    else if (character === '\n') {
      this.endParagraph();
      this.line += 1;
    }
  }

  /** Does what a control word says; false for one that says nothing here. */
  private word(word: string, value: number | undefined): boolean {
    if (word === 'par' || word === 'line' || word === 'row' || word === 'sect') this.endParagraph();
    else if (word === 'cell') this.text('\t');
    else if (word === 'b') this.group = { ...this.group, bold: value !== 0 };
    else if (word === 'i') this.group = { ...this.group, italic: value !== 0 };
    else if (word === 'plain') this.group = { ...this.group, bold: false, italic: false };
    else if (word === 'uc') this.group = { ...this.group, replaced: value ?? 1 };
    else if (word === 'u' && value !== undefined) {
      this.text(String.fromCharCode(value < 0 ? value + 0x10000 : value));
      this.toSkip = this.group.replaced;
    } else if (LISTS.has(word)) this.group = { ...this.group, part: 'list' };
    else if (HEADS.has(word)) this.group = { ...this.group, part: 'head' };
    else if (BESIDE.has(word)) this.group = { ...this.group, part: 'beside' };
    else if (Object.hasOwn(CHARACTERS, word)) this.text(CHARACTERS[word] as string);
    else return false;
    return true;
  }

  /** A word that a backslash got in front of. */
  private hideWord(word: string): void {
    const { line } = this;
    if (this.group.part !== 'text') return;
    this.hidden.push({ why: 'a backslash stands in front of it', text: word, lines: [line, line] });
  }

  /** Lists of fonts and styles have no paragraphs: what has some was meant to be seen, and a brace is lost. */
  private endParagraph(): void {
    this.endUnseen();
    this.lines.push({ text: this.current.markdown(), line: this.first });
    this.current = new RichLine();
    this.first = this.line;
  }

  private endUnseen(): void {
    const { first, line, unseen } = this;
    const why = 'this stands in a part that readers do not see';
    if (unseen.trim() !== '') {
      this.hidden.push({ why, text: unseen, lines: [Math.min(first, line), line] });
      this.hidesLines = true;
    }
    this.unseen = '';
  }
}

/** Control words are in lower case, but for some of tables, formulas and breaks; `\parthen` is `\par` and what is said. */
function isHardlyControl(word: string): boolean {
  if (word.startsWith('par')) return !OF_TYPE.has(word);
  const capital = word.search(/[A-Z]/);
  return capital >= 0 && !['cl', 'tr', 'm', 'Apply'].some((known) => word.startsWith(known));
}

const isOfType = (word: string): boolean =>
  OF_TYPE.has(word) || FAMILIES.some((beginning) => word.startsWith(beginning));

/** What ends a word of a sentence, and no control word. */
const isPunctuation = (character: string | undefined): boolean =>
  character !== undefined && '.,:!?'.includes(character);

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
