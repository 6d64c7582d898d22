import { collapseBlanks, countWords, isBlank } from '../../text/characters';
import { readTime, roundToMilliseconds } from '../../text/times';
import type { Transcript, TranscriptFormat } from '../../transcript';
import { type Segment, saySegments } from '../segments';
import { type LeftOut, TranscriptBuilder } from '../transcript-builder';
import { attribute, hiddenWords, type MarkupToken, markupTokens } from './markup';

/** The first element's name, prefix and all. */
function rootOf(source: string): string {
  for (const token of markupTokens(source.slice(0, 20_000), 'xml')) {
    if (token.kind === 'open') return token.name;
    if (token.kind === 'text' && token.text.trim() !== '') return '';
  }
  return '';
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** Podlove simple transcripts: `speech` with a `speaker` and timed `item`s. */
export const podloveXml: TranscriptFormat = {
  name: 'podlove-xml',
  matches: (source) => source.trimStart().startsWith('<') && localName(rootOf(source)) === 'transcripts',
  parse: (source) => new PodloveReader().read(source),
};

const PODLOVE_ELEMENTS = new Set(['transcripts', 'speech', 'speaker', 'item']);
/** Words in the longest name. */
const LONGEST_NAME = 6;

class PodloveReader {
  private readonly segments: Segment[] = [];
  private readonly strays: LeftOut[] = [];
  private speaker: string | undefined;
  /** Whether the speaker has said nothing yet. */
  private silent = false;
  private element = '';
  private item: { start: number | undefined; end: number | undefined; line: number } | undefined;
  private text = '';
  private line = 1;
  /** Where the text read last ends. */
  private last = 1;

  read(source: string): Transcript {
    for (const token of markupTokens(source, 'xml')) {
      if (token.kind === 'text') this.add(token.text, token.line);
      else if (token.kind === 'hidden') this.strays.push(hiddenWords(token));
      else if (PODLOVE_ELEMENTS.has(localName(token.name))) {
        this.end(token.line);
        if (token.kind === 'open') this.open(token);
      }
    }
    this.end(this.last);
    this.named('', this.line);
    return transcriptOf('podlove-xml', this.segments, undefined, this.strays);
  }

  private add(text: string, line: number): void {
    if (this.text.trim() === '') this.line = line;
    this.text += text;
    this.last = line + text.split('\n').length - 1;
  }

  private open(token: MarkupToken & { kind: 'open' }): void {
    this.element = localName(token.name);
    if (this.element === 'speech') this.named('', token.line);
    if (this.element === 'item')
      this.item = { start: timeOf(token, 'start'), end: timeOf(token, 'end'), line: token.line };
  }

  private named(speaker: string, line: number): void {
    const { speaker: before, silent } = this;
    if (before && silent) this.strays.push({ why: 'no words follow this speaker', text: before, lines: [line, line] });
    this.silent = speaker !== '';
    this.speaker = speaker;
  }

  /** Ends what is open, whether its own tag closes it or another one opens. */
  private end(last: number): void {
    const { element, item, line } = this;
    const text = collapseBlanks(this.text);
    this.element = this.text = '';
    this.item = undefined;
    if (text === '') return;
    if (element === 'item' && item) {
      this.segments.push({ speaker: this.speaker, text, ...item });
      this.silent = false;
    } else if (element === 'speaker' && countWords(text) <= LONGEST_NAME) this.named(text, line);
    else this.strays.push({ why: 'this stands outside of every item', text, lines: [line, last] });
  }
}

/** TTML, as Apple Podcasts exports it: `p` with times and an agent; spans of sentences and words inside. */
export const ttml: TranscriptFormat = {
  name: 'ttml',
  matches: (source) => source.trimStart().startsWith('<') && localName(rootOf(source)) === 'tt',
  parse: (source) => new TtmlReader().read(source),
};

interface OpenParagraph {
  text: string;
  /** Whether a blank stands before the next word. */
  spaced: boolean;
  readonly speaker: string | undefined;
  start: number | undefined;
  readonly end: number | undefined;
  readonly line: number;
  /** Whether its words stand outside of every paragraph, so that nobody knows whose they are. */
  readonly outside: boolean;
}

const NO_PARAGRAPH = { text: '', spaced: false, speaker: undefined, start: undefined, end: undefined, outside: true };

class TtmlReader {
  private readonly segments: Segment[] = [];
  private readonly agents = new Map<string, string>();
  private agent: string | undefined;
  private language: string | undefined;
  private paragraph: OpenParagraph | undefined;
  private times: (readonly [number, number])[] = [];
  private inName = false;
  private inHead = false;
  private readonly strays: LeftOut[] = [];
  /** Agents of the elements that are open, for `div` may name one for its paragraphs. */
  private readonly inherited: (string | undefined)[] = [];

  read(source: string): Transcript {
    for (const token of markupTokens(source, 'xml')) {
      if (token.kind === 'text') this.text(token.text, token.line);
      else if (token.kind === 'hidden') this.strays.push(hiddenWords(token));
      else if (token.kind === 'open') this.open(token);
      else this.close(localName(token.name), token.line);
    }
    this.endParagraph(0);
    const named = this.segments.map((segment) => ({
      ...segment,
      speaker: this.agents.get(segment.speaker ?? '') ?? segment.speaker,
    }));
    return transcriptOf('ttml', named, this.language, this.strays);
  }

  private text(text: string, line: number): void {
    if (this.inName && !this.paragraph) {
      if (this.agent !== undefined) this.agents.set(this.agent, collapseBlanks(text));
      return;
    }
    if (!this.paragraph && !this.inHead && collapseBlanks(text) !== '') this.paragraph = { ...NO_PARAGRAPH, line };
    if (this.paragraph) this.say(this.paragraph, text);
  }

  /** Adds words with one space between them. */
  private say(paragraph: OpenParagraph, text: string): void {
    const said = collapseBlanks(text);
    const spaced = paragraph.spaced || isBlank(text[0]);
    if (said !== '') paragraph.text += (spaced && paragraph.text !== '' ? ' ' : '') + said;
    paragraph.spaced = said === '' ? spaced || text !== '' : isBlank(text.at(-1));
  }

  private open(token: MarkupToken & { kind: 'open' }): void {
    const name = localName(token.name);
    const agent = attribute(token.attributes, 'ttm:agent');
    if (name === 'tt') this.language = attribute(token.attributes, 'xml:lang') || undefined;
    else if (name === 'agent') this.agent = attribute(token.attributes, 'xml:id');
    else if (name === 'name') this.inName = true;
    else if (name === 'div' && !token.closed) this.inherited.push(agent);
    else if (name === 'head') this.inHead = !token.closed;
    else if (name === 'p' && !token.closed) {
      this.endParagraph(token.line);
      this.inHead = false;
      const speaker = agent ?? this.inherited.at(-1);
      this.paragraph = {
        text: '',
        spaced: false,
        speaker,
        start: timeOf(token, 'begin'),
        end: timeOf(token, 'end'),
        line: token.line,
        outside: false,
      };
      this.times = [];
    } else if (name === 'br' && this.paragraph) this.paragraph.spaced = true;
    else if (name === 'span' && this.paragraph) this.span(token, this.paragraph);
  }

  /** Word spans stand without blanks between them. */
  private span(token: MarkupToken & { kind: 'open' }, paragraph: OpenParagraph): void {
    const start = timeOf(token, 'begin');
    if (start === undefined) return;
    paragraph.spaced = true;
    paragraph.start ??= start;
    const offset = paragraph.text.length;
    if (offset > 0 && this.times.at(-1)?.[0] !== offset + 1) this.times.push([offset + 1, start]);
  }

  private close(name: string, line: number): void {
    if (name === 'name') this.inName = false;
    else if (name === 'head') this.inHead = false;
    else if (name === 'div') this.inherited.pop();
    else if (name === 'p') this.endParagraph(line);
  }

  private endParagraph(last: number): void {
    const { paragraph, times } = this;
    this.paragraph = undefined;
    this.times = [];
    if (!paragraph || paragraph.text === '') return;
    const { text, speaker, start, end, line, outside } = paragraph;
    if (outside)
      this.strays.push({ why: 'this stands outside of every paragraph', text, lines: [line, Math.max(line, last)] });
    else this.segments.push({ speaker, text, line, start, end, times });
  }
}

/** `00:00:01.5`, `1.5s`, `1500ms`, `12` or `1:02.5`. */
function timeOf(token: MarkupToken & { kind: 'open' }, name: string): number | undefined {
  const value = attribute(token.attributes, name)?.trim();
  if (value === undefined || value === '') return undefined;
  const time = readTime(value, 0);
  if (time) return time.seconds;
  const milliseconds = value.endsWith('ms');
  const number = Number(milliseconds ? value.slice(0, -2) : value.endsWith('s') ? value.slice(0, -1) : value);
  return Number.isFinite(number) && number >= 0
    ? roundToMilliseconds(milliseconds ? number / 1000 : number)
    : undefined;
}

function transcriptOf(
  format: string,
  segments: readonly Segment[],
  language: string | undefined,
  strays: readonly LeftOut[],
): Transcript {
  const builder = new TranscriptBuilder(format);
  builder.language = language;
  saySegments(builder, segments);
  for (const stray of strays) builder.leftOut(stray);
  if (segments.every(({ speaker }) => !speaker)) {
    builder.warn(
      'This file does not say who speaks, so everything is read as one voice without a name. Transcribe it again with speaker labels.',
    );
  }
  return builder.build();
}
