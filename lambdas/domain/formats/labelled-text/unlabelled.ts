import { RejectedTranscriptError } from '../../errors';
import { countWords } from '../../text/characters';
import { endsSentence } from '../../text/joining';
import type { TranscriptBuilder } from '../transcript-builder';
import { readInline, type Speech } from './inline';
import { leadingTime } from './labels/time-group';
import { type Block, withoutListMark } from './structure';

/** Fewer words than this without any label or time are taken for notes. */
const FEWEST_WORDS = 200;

const LONG_PARAGRAPH = 600;
/** A voice without a name is cut into turns of about this length, or a whole talk would be one. */
const LONG_TURN = 2000;

interface Paragraph {
  readonly speech: Speech;
  readonly line: number;
  readonly time: number | undefined;
  /** A list entry, or mostly a link. */
  readonly listed: boolean;
  /** Whether `>>` tells that somebody else speaks now, as in captions. */
  readonly changes: boolean;
}

/**
 * Reads text in which nobody is named: a talk with times, or one voice throughout; notes are rejected. What stands in
 * front of block `from` is about the episode.
 */
export function readUnlabelled(all: readonly Block[], builder: TranscriptBuilder, from: number): void {
  const blocks = all.slice(from);
  const paragraphs = paragraphsOf(blocks);
  const timed = paragraphs.filter(({ time, speech }) => time !== undefined || speech.times.length > 0).length;
  const talk = timed > 1 && timed * 4 >= paragraphs.length;
  const voices = paragraphs.filter(({ changes }) => changes).length > 1;
  if (!talk) rejectNotes(paragraphs, blocks);
  builder.warn(
    `No line names a speaker, so everything is read as ${voices ? 'voices without names' : 'one voice without a name'}. Put labels such as “Nora:” in front.`,
  );
  for (const block of all.slice(0, Math.max(0, from - 1))) {
    if (block.kind === 'text') builder.aside(readInline(block.text).text, block.number);
    else if (block.kind === 'heading') builder.aside(readInline(block.text).text, block.line.number);
  }
  if (builder.hasAside)
    builder.warn('Text above the heading of the transcript is kept apart from it.', lineOf(all[0] as Block));
  let next = talk ? spokenFrom(paragraphs) : 0;
  const [above] = paragraphs.slice(0, next);
  if (above) builder.warn('Text above the first time is kept apart; if it is said, put a time in front.', above.line);
  for (const { speech, line } of paragraphs.slice(0, next)) builder.aside(speech.text, line);
  builder.speaker('', blocks.length > 0 ? lineOf(blocks[0] as Block) : 1);
  let paragraphLength = 0;
  let turnLength = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') builder.heading(readInline(block.text).text, block.level, block.line.number);
    if (block.kind === 'hidden')
      builder.warn(`Left out, for readers do not see it: ${block.text.slice(0, 80)}`, block.number);
    for (; (paragraphs[next]?.line ?? Number.POSITIVE_INFINITY) <= lineOf(block); next += 1) {
      const { speech, line, time, changes } = paragraphs[next] as Paragraph;
      const isOther = voices && changes;
      const joins = talk && (builder.continuesSentence(speech.text) || paragraphLength < LONG_PARAGRAPH);
      if (isOther || (!joins && turnLength > LONG_TURN)) {
        builder.speaker('', line, { fresh: true });
        turnLength = 0;
      }
      turnLength += speech.text.length;
      paragraphLength = joins ? paragraphLength + speech.text.length : speech.text.length;
      if (time !== undefined) builder.time(time);
      builder.say({ ...speech, line }, joins ? 'space' : 'paragraph');
    }
  }
}

/** The first paragraph that is said: where nearly all carry times, those above the first time are notes. */
function spokenFrom(paragraphs: readonly Paragraph[]): number {
  const isTimed = ({ time, speech }: Paragraph) => time !== undefined || speech.times.length > 0;
  const first = paragraphs.findIndex(isTimed);
  const behind = paragraphs.slice(first);
  return behind.filter(isTimed).length >= behind.length * 0.8 ? first : 0;
}

function lineOf(block: Block): number {
  return block.kind === 'heading' ? block.line.number : block.number;
}

function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Written | undefined;
  let pending: number | undefined;
  let above = '';
  const close = () => {
    if (open) paragraphs.push(paragraphOf(open));
    open = undefined;
  };
  for (const block of blocks) {
    if (block.kind !== 'text') {
      close();
      if (block.kind === 'time') pending = block.seconds;
      continue;
    }
    const time = leadingTime(block.text);
    const full = open !== undefined && open.text.length > LONG_PARAGRAPH && endsSentence(above);
    above = block.text.trimEnd();
    if (open && !full && !block.opensParagraph && !time) {
      open.text += `\n${block.text}`;
      continue;
    }
    close();
    const said = time ? block.text.slice(time.end) : block.text;
    const text = withoutListMark(said);
    open = {
      text,
      line: block.number,
      time: time?.seconds ?? pending,
      listed: text.length < block.text.trim().length && !time,
      changes: said.trimStart().startsWith('>>'),
    };
    pending = undefined;
  }
  close();
  return paragraphs;
}

type Written = Omit<Paragraph, 'speech'> & { text: string };

function paragraphOf({ text, line, time, listed, changes }: Written): Paragraph {
  const speech = readInline(text);
  let linked = 0;
  for (const { kind, words } of speech.spans) if (kind === 'link') linked += words[1] - words[0];
  return { speech, line, time, listed: listed || linked * 3 > speech.text.length, changes };
}

/** Throws unless most of the words stand in running text and there are enough of them to be somebody's speech. */
function rejectNotes(paragraphs: readonly Paragraph[], blocks: readonly Block[]): void {
  let prose = 0;
  let other = 0;
  for (const block of blocks) if (block.kind === 'heading') other += countWords(block.text);
  for (const { speech, listed } of paragraphs) {
    const count = countWords(speech.text);
    if (listed || count < 4) other += count;
    else prose += count;
  }
  if (prose + other === 0) throw new RejectedTranscriptError('empty', 'There are no words in this file.');
  if (prose >= FEWEST_WORDS && prose >= other * 4) return;
  throw new RejectedTranscriptError(
    'no-turns',
    'No transcript was found in this file: no line names a speaker (such as “Nora: Hello”), no times stand in it, and it is short or mostly lists, links and headings.',
  );
}
