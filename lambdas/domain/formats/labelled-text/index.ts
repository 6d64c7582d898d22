import { skipBlanks, wordsOf } from '../../text/characters';
import type { Transcript, TranscriptFormat, Warning } from '../../transcript';
import { type LeftOut, TranscriptBuilder } from '../transcript-builder';
import { closingNotesAt } from './closing-notes';
import { splitFrontMatter } from './front-matter';
import { readInline } from './inline';
import { areFew, decideLabels, type Verdict } from './labels/decision';
import type { ScannedLine } from './labels/entries';
import { looseLabels } from './labels/loose-labels';
import { isSpokenEvent } from './labels/names';
import type { LabelCandidate } from './labels/scanner';
import { leadingTime } from './labels/time-group';
import { timedNames } from './labels/timed-names';
import { withoutTables } from './markdown-tables';
import { readRecords } from './records';
import { type Block, blocksOf, withoutListMark, withoutQuoteMark } from './structure';
import { transcriptFrom } from './transcript-heading';
import { readUnlabelled } from './unlabelled';

/** Text and Markdown in which labels say who speaks, in every shape that people write labels in. */
export const labelledText: TranscriptFormat = {
  name: 'labelled-text',
  matches: () => true,
  parse: (source) => {
    const lines = source.split('\n');
    return readRecords(lines, 'labelled-text') ?? readLabelledText(lines, 'labelled-text');
  },
};

/** What another format knows of the lines that it hands over. */
export interface LineSource {
  /** The file's line for each of them; absent: they are the file's lines. */
  readonly numbers?: readonly number[];
  readonly frontMatter?: Transcript['frontMatter'];
  /** Text around the conversation that nobody says. */
  readonly asides?: readonly { readonly text: string; readonly line: number }[];
  readonly language?: string | undefined;
  /** What it could not hand over. */
  readonly leftOut?: readonly LeftOut[];
  readonly warnings?: readonly Warning[];
}

/** Reads lines with labels; documents hand over theirs as Markdown. */
export function readLabelledText(lines: readonly string[], format: string, source: LineSource = {}): Transcript {
  const { frontMatter, bodyAt } = source.numbers
    ? { frontMatter: source.frontMatter, bodyAt: 0 }
    : splitFrontMatter(lines);
  const builder = new TranscriptBuilder(format);
  builder.frontMatter = frontMatter;
  builder.language = source.language;
  const tables = withoutTables(lines, source.numbers);
  const whole = blocksOf(tables?.lines ?? lines, bodyAt, tables?.numbers ?? source.numbers);
  const { blocks, verdicts, from } = conversationIn(whole);
  if (namesSpeaker(verdicts)) new Assembly(builder, verdicts).assemble(blocks);
  else readUnlabelled(blocks, builder, from);
  for (const { text, line } of [...(source.asides ?? []), ...(tables?.asides ?? [])]) builder.aside(text, line);
  for (const words of [...(source.leftOut ?? []), ...(tables?.leftOut ?? [])]) builder.leftOut(words);
  for (const { message, line } of source.warnings ?? []) builder.warn(message, line);
  return builder.build();
}

/** Looks for labels below the heading that says where the transcript begins, unless there are more of them above it. */
function conversationIn(blocks: readonly Block[]): Labelled & { readonly from: number } {
  const from = transcriptFrom(blocks);
  if (from === 0 || from === blocks.length) return { ...labelled(blocks), from: 0 };
  const below = labelled(blocks.slice(from));
  const above = labelled(blocks.slice(0, from));
  if (above.verdicts.size > below.verdicts.size) return { ...labelled(blocks), from: 0 };
  return { blocks: [...blocks.slice(0, from), ...below.blocks], verdicts: below.verdicts, from };
}

type Labelled = { readonly blocks: readonly Block[]; readonly verdicts: ReadonlyMap<ScannedLine, Verdict> };

/** Finds the labels; only where there are hardly any, loose ones are looked for. */
function labelled(blocks: readonly Block[]): Labelled {
  const lines = linesOf(blocks);
  const verdicts = decideLabels(lines);
  if (!areFew(verdicts.size, lines.filter(({ opensParagraph }) => opensParagraph).length)) return { blocks, verdicts };
  const marked = looseLabels(lines);
  const loose = marked.size > 0 ? marked : timedNames(lines);
  if (loose.size === 0) return { blocks, verdicts };
  const relabelled = blocks.map((block) => withLabel(block, loose));
  const speakers = relabelled.filter((block) => block.kind === 'text' && block.candidate !== undefined);
  return { blocks: relabelled, verdicts: new Map(speakers.map((block) => [block as ScannedLine, 'speaker'])) };
}

function withLabel(block: Block, labels: ReadonlyMap<ScannedLine, LabelCandidate>): Block {
  if (block.kind !== 'text') return block;
  const { candidate: _, ...line } = block;
  const candidate = labels.get(block);
  return candidate ? { ...line, candidate } : line;
}

function linesOf(blocks: readonly Block[]): readonly ScannedLine[] {
  const lines: ScannedLine[] = [];
  for (const block of blocks) {
    if (block.kind === 'text') lines.push(block);
    else if (block.kind === 'heading') lines.push(block.line);
  }
  return lines;
}

/** The share of all times in front of paragraphs that make one shape the only one. */
const USUAL = 0.6;

/** The shapes in which blocks begin with a time, if more than two do; "10:30 was when he called" is said where they are others. */
function usualTimes(blocks: readonly Block[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    const shape = block.kind === 'text' ? leadingTime(block.text)?.shape : undefined;
    if (shape !== undefined) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (all < 3) return new Set();
  const most = [...counts].find(([, count]) => count > all * USUAL);
  return new Set(most ? [most[0]] : counts.keys());
}

/** Words behind a label that are a sentence rather than what is played. */
const FEWEST_SPOKEN = 4;

/** "The harbour is closed until Monday.", and not "a train whistle far off". */
const isSentence = (text: string): boolean => wordsOf(text).length >= FEWEST_SPOKEN && !/^\s*\p{Ll}/u.test(text);

/** Walks over the blocks once and gives every word its place. */
class Assembly {
  private readonly builder: TranscriptBuilder;
  private readonly verdicts: ReadonlyMap<ScannedLine, Verdict>;
  private paragraph: { text: string; line: number; relabelled: boolean } | undefined;
  private event: { label: string; line: number; time: number | undefined; text: string[] } | undefined;
  /** The shapes of times that stand in front of paragraphs: `t`, `[t]`. */
  private leadingTimes: ReadonlySet<string> = new Set();
  private hasNotes = false;
  /** A time on a line of its own: of the label or the paragraph below it. */
  private pendingTime: number | undefined;

  constructor(builder: TranscriptBuilder, verdicts: ReadonlyMap<ScannedLine, Verdict>) {
    this.builder = builder;
    this.verdicts = verdicts;
  }

  assemble(blocks: readonly Block[]): void {
    this.leadingTimes = usualTimes(blocks);
    const notesAt = closingNotesAt(blocks, this.verdicts);
    for (const block of blocks.slice(0, notesAt)) this.place(block);
    this.endParagraph();
    this.endEvent();
    for (const block of blocks.slice(notesAt)) this.placeNote(block);
  }

  private placeNote(block: Block): void {
    if (block.kind === 'time' || block.kind === 'hidden') {
      this.place(block);
      return;
    }
    const { text, number } = block.kind === 'heading' ? { text: block.text, number: block.line.number } : block;
    if (!this.hasNotes) {
      this.builder.warn(
        'Notes below the conversation are kept apart from it; if somebody says them, put their label in front.',
        number,
      );
    }
    this.hasNotes = true;
    this.builder.aside(readInline(text).text, number);
  }

  private place(block: Block): void {
    if (block.kind === 'text') this.placeLine(block);
    else if (block.kind === 'heading' && this.verdicts.has(block.line)) this.placeLine(block.line);
    else {
      this.endParagraph();
      if (block.kind === 'time') this.pendingTime = block.seconds;
      else if (block.kind === 'hidden')
        this.builder.warn(`Left out, for readers do not see it: ${shortened(block.text)}`, block.number);
      else {
        this.endEvent();
        this.builder.heading(readInline(block.text).text, block.level, block.line.number);
      }
    }
  }

  private placeLine(line: ScannedLine): void {
    const verdict = this.verdicts.get(line);
    if (verdict === 'speaker') this.startTurn(line);
    else if (verdict === 'event') this.startEvent(line);
    else if (line.opensParagraph || !this.paragraph) this.startParagraph(line.text, line.number);
    else this.paragraph.text += `\n${withoutQuoteMark(line.text)}`;
  }

  private startTurn(line: ScannedLine): void {
    this.endParagraph();
    this.endEvent();
    const { name = '', endTime, speechAt = 0, openMark = '' } = line.candidate ?? {};
    const startTime = line.candidate?.startTime ?? this.takePendingTime();
    const goesOn = this.builder.hasSpeaker;
    this.builder.speaker(name, line.number, { startTime, endTime });
    const speech = openMark + line.text.slice(speechAt);
    if (skipBlanks(speech, 0) < speech.length) this.paragraph = { text: speech, line: line.number, relabelled: goesOn };
  }

  private takePendingTime(): number | undefined {
    const time = this.pendingTime;
    this.pendingTime = undefined;
    return time;
  }

  /** What is heard; but the words behind `Intro:` or `Recording:` are said, by somebody who is not named. */
  private startEvent(line: ScannedLine): void {
    const { name = '', startTime, speechAt = 0 } = line.candidate ?? {};
    if (isSpokenEvent(name) && isSentence(line.text.slice(speechAt))) {
      this.builder.warn(
        `“${name}” is nobody: what is said there has no speaker. Put the speaker’s name in front.`,
        line.number,
      );
      this.startTurn({ ...line, candidate: { ...(line.candidate as LabelCandidate), name: '' } });
      return;
    }
    if (wordsOf(line.text.slice(speechAt)).length >= FEWEST_SPOKEN) {
      this.builder.warn(
        `What stands behind “${name}” is taken for what is heard or advertised, and is not published. If somebody says it, put their label in front.`,
        line.number,
      );
    }
    this.endParagraph();
    this.endEvent();
    this.event = { label: name, line: line.number, time: startTime, text: [] };
    const rest = line.text.slice(speechAt);
    if (skipBlanks(rest, 0) < rest.length) this.paragraph = { text: rest, line: line.number, relabelled: false };
  }

  private startParagraph(text: string, line: number): void {
    this.endParagraph();
    if (this.event && this.event.text.length === 0) this.endEvent();
    const leading = this.leadingTimes.size > 0 ? leadingTime(text) : undefined;
    const time = leading && this.leadingTimes.has(leading.shape) ? leading : undefined;
    const seconds = time?.seconds ?? this.takePendingTime();
    if (seconds !== undefined) this.builder.time(seconds);
    this.paragraph = { text: withoutListMark(time ? text.slice(time.end) : text), line, relabelled: false };
  }

  private endParagraph(): void {
    const paragraph = this.paragraph;
    this.paragraph = undefined;
    if (!paragraph) return;
    const speech = readInline(paragraph.text);
    for (const { url, text, below } of speech.placeholders) {
      const message = `The link “${shortened(text)}” leads nowhere (${url === '' ? 'no address' : url}); it is shown as plain text. Give it an address.`;
      this.builder.warn(message, paragraph.line + below);
    }
    if (this.event) this.event.text.push(speech.text);
    else if (!this.builder.hasSpeaker) this.placeAside(speech.text, paragraph.line);
    else {
      const joint = paragraph.relabelled && this.builder.continuesSentence(speech.text) ? 'space' : 'paragraph';
      const { text, spans, times } = speech;
      this.builder.say({ text, line: paragraph.line, spans, times }, joint);
    }
  }

  private placeAside(text: string, line: number): void {
    if (!this.builder.hasAside) {
      this.builder.warn(
        'Text above the first speaker label is kept apart from the conversation; if somebody says it, put their label in front.',
        line,
      );
    }
    this.builder.aside(text, line);
  }

  private endEvent(): void {
    const event = this.event;
    this.event = undefined;
    if (event) this.builder.event(event.label, event.text.join('\n\n'), event.line, event.time);
  }
}

function namesSpeaker(verdicts: ReadonlyMap<ScannedLine, Verdict>): boolean {
  for (const verdict of verdicts.values()) if (verdict === 'speaker') return true;
  return false;
}

function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
