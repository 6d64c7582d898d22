import { isDigit, isWordCharacter } from '../../text/characters';
import type { Block } from './structure';

/** What a page writes above the transcript that it holds. */
const HEADINGS = new Set([
  ...['transcript', 'transcription', 'full transcript', 'the transcript', 'episode transcript', 'interview transcript'],
  ...['podcast transcript', 'show transcript', 'complete transcript', 'edited transcript', 'verbatim transcript'],
  ...['unedited transcript', 'automated transcript', 'automatic transcript', 'auto-generated transcript'],
  ...[
    'transcript of the episode',
    'transcript of episode',
    'read the transcript',
    'read transcript',
    'video transcript',
  ],
  ...['audio transcript', 'machine transcript', 'raw transcript', 'transcript below'],
  ...['transkript', 'transkription', 'vollständiges transkript', 'transcripción'],
  ...['transcripcion', 'transcrição', 'trascrizione', 'transcriptie', 'transkription', 'транскрипт', 'расшифровка'],
  ...['文字稿', '逐字稿', '書き起こし', '文字起こし', '대본'],
]);

/**
 * The index of the block behind the heading that says where the transcript begins; 0 where none says so. What stands
 * above it is a page about the episode, whatever it looks like.
 */
export function transcriptFrom(blocks: readonly Block[]): number {
  return blocks.findIndex((block) => HEADINGS.has(headingIn(block))) + 1;
}

/** The words of a heading, or of a line that stands by itself in emphasis or with a colon. */
function headingIn(block: Block): string {
  if (block.kind === 'heading') return wordsOnly(block.text);
  if (block.kind !== 'text' || block.text.length > LONGEST_HEADING || !block.opensParagraph) return '';
  const text = block.text.trim();
  const isMarked = '*_=-~<['.includes(text[0] ?? ' ') || text.endsWith(':') || text === text.toUpperCase();
  return isMarked || HEADINGS.has(text.toLowerCase()) ? wordsOnly(withoutTags(text)) : '';
}

const LONGEST_HEADING = 80;

/** `<summary>Transcript</summary>` → `Transcript`. */
function withoutTags(text: string): string {
  const from = text.startsWith('<') ? text.indexOf('>') + 1 : 0;
  const to = text.indexOf('</', from);
  return text.slice(from, to < 0 ? undefined : to);
}

/** Without the marks, digits and blanks around the words. */
function wordsOnly(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && !isLetter(text[from])) from += 1;
  while (to > from && !isLetter(text[to - 1])) to -= 1;
  return text.slice(from, to).toLowerCase();
}

function isLetter(character: string | undefined): boolean {
  return isWordCharacter(character) && !isDigit(character);
}
