import { skipBlanks, wordsOf } from '../../text/characters';
import { readInline, type Speech } from './inline';
import type { Verdict } from './labels/decision';
import type { ScannedLine } from './labels/entries';
import { isNoteLabel, labelKey } from './labels/names';
import type { Block } from './structure';

/**
 * The index of the block at which notes below the conversation begin: a section of links, or who transcribed it.
 * As many as there are blocks where somebody speaks to the end.
 */
export function closingNotesAt(blocks: readonly Block[], verdicts: ReadonlyMap<ScannedLine, Verdict>): number {
  const last = blocks.findLastIndex((block) => isLabel(block, verdicts));
  const tail = tailAt(blocks, last + 1);
  const links = linksFrom(blocks, tail);
  const section = blocks.findIndex(
    (block, index) => index >= tail && block.kind === 'heading' && (index >= links || isClosingHeading(block.text)),
  );
  if (section >= 0) return section;
  let at = blocks.length;
  for (let index = at - 1; index >= tail; index -= 1) {
    const block = blocks[index] as Block;
    if (block.kind !== 'text' || !isNote(block.text)) break;
    if (block.opensParagraph) at = index;
  }
  return at;
}

/** `Credits`, `Related episodes`, `Leave a comment`: what a page has below a conversation. */
function isClosingHeading(text: string): boolean {
  const key = labelKey(text);
  return isNoteLabel(text) || (wordsOf(key).length <= LONGEST_HEADING && HEADINGS.test(key));
}

/** Words. */
const LONGEST_HEADING = 4;

const HEADINGS =
  /^(?:about the (?:author|hosts?|guests?|show|podcast|episode|speakers?)$|comments|related |(?:more|other|recent) episodes|more from|(?:previous|next) episode|leave a |share this|subscribe|sign up|newsletter|you (?:may|might) also)/u;

function isLabel(block: Block, verdicts: ReadonlyMap<ScannedLine, Verdict>): boolean {
  return block.kind === 'text' ? verdicts.has(block) : block.kind === 'heading' && verdicts.has(block.line);
}

/** Behind the first paragraph of the last turn, which stands below its label perhaps. */
function tailAt(blocks: readonly Block[], behindLabel: number): number {
  const label = blocks[behindLabel - 1];
  const line = label?.kind === 'heading' ? label.line : label?.kind === 'text' ? label : undefined;
  let at = behindLabel;
  const alone = line?.candidate !== undefined && skipBlanks(line.text, line.candidate.speechAt) >= line.text.length;
  if (alone) while (at < blocks.length && blocks[at]?.kind !== 'text') at += 1;
  if (alone) at += 1;
  while (at < blocks.length && !opens(blocks[at] as Block)) at += 1;
  return at;
}

function opens(block: Block): boolean {
  return block.kind !== 'text' || block.opensParagraph;
}

/** Where nothing but links follows, if any do. */
function linksFrom(blocks: readonly Block[], tail: number): number {
  let links = 0;
  let at = blocks.length;
  for (; at > tail; at -= 1) {
    const block = blocks[at - 1] as Block;
    if (block.kind !== 'text') continue;
    if (!isMostlyLink(readInline(block.text))) break;
    links += 1;
  }
  return links > 0 ? at : blocks.length;
}

/** `Transcribed by …`, `[End of transcript]`, a line of links. */
function isNote(text: string): boolean {
  const speech = readInline(text);
  if (isMostlyLink(speech)) return true;
  const key = labelKey(speech.text);
  const set = '[*_('.includes(text[skipBlanks(text, 0)] ?? ' ') && wordsOf(key).length < 60;
  return (
    isRecorderNote(key) ||
    key.includes('all rights reserved') ||
    OPENINGS.some((opening) => key.startsWith(opening)) ||
    (set && key.includes('transcri'))
  );
}

const OPENINGS = [
  ...['transcri', 'end of transcri', 'this transcri', 'this editable transcript', 'meeting ended after'],
  ...['the transcript was', 'subtitles by', 'captions by', 'untertitel', 'copyright ', '© ', '(c) 20'],
  ...['[end of', '(end of', '[end]', '[recording ends', '[audio ends'],
];

/** Whether a line below the conversation is what a recorder notes: `Nora Whitlock stopped transcription`. */
function isRecorderNote(key: string): boolean {
  return key.endsWith('stopped transcription') || key.endsWith('stopped recording') || key.startsWith('[^');
}

function isMostlyLink({ text, spans }: Speech): boolean {
  const linked = spans.reduce((sum, { kind, words }) => sum + (kind === 'link' ? words[1] - words[0] : 0), 0);
  return linked * 2 > text.length;
}
