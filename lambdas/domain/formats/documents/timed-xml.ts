import { collapseBlanks, isBlank } from '../../text/characters';
import { readTime, roundToMilliseconds } from '../../text/times';
import type { Transcript, TranscriptFormat } from '../../transcript';
import { type Segment, saySegments } from '../segments';
import { TranscriptBuilder } from '../transcript-builder';
import { attribute, type MarkupToken, markupTokens } from './markup';

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
  parse: (source) => {
    const segments: Segment[] = [];
    let speaker: string | undefined;
    let element = '';
    let open: { start: number | undefined; end: number | undefined; line: number } | undefined;
    let text = '';
    for (const token of markupTokens(source, 'xml')) {
      if (token.kind === 'text') text += token.text;
      else if (token.kind === 'open') {
        element = localName(token.name);
        text = '';
        if (element === 'speech') speaker = '';
        open =
          element === 'item' ? { start: timeOf(token, 'start'), end: timeOf(token, 'end'), line: token.line } : open;
      } else {
        if (localName(token.name) === 'speaker') speaker = collapseBlanks(text);
        if (localName(token.name) === 'item' && open) segments.push({ speaker, text: collapseBlanks(text), ...open });
        text = '';
      }
    }
    return transcriptOf('podlove-xml', segments, undefined);
  },
};

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
}

class TtmlReader {
  private readonly segments: Segment[] = [];
  private readonly agents = new Map<string, string>();
  private agent: string | undefined;
  private language: string | undefined;
  private paragraph: OpenParagraph | undefined;
  private times: (readonly [number, number])[] = [];
  private inName = false;
  /** Agents of the elements that are open, for `div` may name one for its paragraphs. */
  private readonly inherited: (string | undefined)[] = [];

  read(source: string): Transcript {
    for (const token of markupTokens(source, 'xml')) {
      if (token.kind === 'text') this.text(token.text);
      else if (token.kind === 'open') this.open(token);
      else this.close(localName(token.name));
    }
    const named = this.segments.map((segment) => ({
      ...segment,
      speaker: this.agents.get(segment.speaker ?? '') ?? segment.speaker,
    }));
    return transcriptOf('ttml', named, this.language);
  }

  private text(text: string): void {
    if (this.paragraph) this.say(this.paragraph, text);
    else if (this.inName && this.agent !== undefined) this.agents.set(this.agent, collapseBlanks(text));
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
    else if (name === 'p' && !token.closed) {
      const speaker = agent ?? this.inherited.at(-1);
      this.paragraph = {
        text: '',
        spaced: false,
        speaker,
        start: timeOf(token, 'begin'),
        end: timeOf(token, 'end'),
        line: token.line,
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

  private close(name: string): void {
    if (name === 'name') this.inName = false;
    else if (name === 'div') this.inherited.pop();
    else if (name === 'p' && this.paragraph) {
      const { text, speaker, start, end, line } = this.paragraph;
      this.segments.push({ speaker, text, line, start, end, times: this.times });
      this.paragraph = undefined;
    }
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

function transcriptOf(format: string, segments: readonly Segment[], language: string | undefined): Transcript {
  const builder = new TranscriptBuilder(format);
  builder.language = language;
  saySegments(builder, segments);
  if (segments.every(({ speaker }) => !speaker)) {
    builder.warn(
      'This file does not say who speaks, so everything is read as one voice without a name. Transcribe it again with speaker labels.',
    );
  }
  return builder.build();
}
