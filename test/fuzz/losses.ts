import type { Transcript, Warning } from '../../lambdas/domain/transcript';

/** How often a word of speech stands in a sample before it is changed, and how often in what is read of it. */
interface Count {
  readonly written: number;
  readonly kept: number;
}

/** What is known of a sample before it is changed: its words of speech. */
export type Original = ReadonlyMap<string, Count>;

/** The last part of addresses in samples, which stand in attributes too. */
const IN_ADDRESSES = 'example';

/** The words of speech in a sample. */
export function originalOf(lines: readonly string[], transcript: Transcript): Original {
  const source = lines.join('\n').toLowerCase();
  const kept = keptIn(transcript);
  const { turns, headings, preface } = transcript;
  const elsewhere = [...turns.map(({ speaker }) => speaker), ...[...headings, ...preface].map(({ text }) => text)];
  const labels = new Set(elsewhere.flatMap(wordsIn));
  const words = new Set(transcript.turns.flatMap(({ text }) => wordsIn(text)));
  return new Map(
    [...words]
      // Two labels may become one, and a title is told once.
      .filter((word) => ![...labels].some((label) => label.includes(word)) && word !== IN_ADDRESSES)
      .map((word) => [word, { written: count(source, word), kept: count(kept, word, true) }] as const)
      // What stands beside the text, a title in a head, may have the word, too: then nobody can tell which one is left.
      .filter(([, { written, kept }]) => written % kept === 0),
  );
}

/**
 * Words of speech that the change left whole, but that are missing in the transcript more often than they are broken in
 * the file, and stand on no line that a warning says is left out. Of a word that the file repeats, one must be left.
 */
export function lostWords(original: Original, lines: readonly string[], transcript: Transcript): readonly string[] {
  const named = new Set(transcript.warnings.filter(isLoss).flatMap(linesNamed));
  const source = lines
    .filter((_, index) => !named.has(index + 1))
    .join('\n')
    .replaceAll(ESCAPE, ' ')
    .toLowerCase();
  const kept = keptIn(transcript);
  return [...original].flatMap(([word, before]) => {
    const missing = before.kept - count(kept, word, true);
    const isRepeated = before.written > before.kept;
    const isLost = missing > before.written - count(source, word) && (!isRepeated || missing === before.kept);
    return missing > 0 && isLost ? [word] : [];
  });
}

/** In JSON, a letter that has become part of an escape is no letter of its word any more. */
const ESCAPE = /\\[bfnrtu]/gu;

const isLoss = ({ message }: Warning): boolean => message.toLowerCase().includes('left out');
/** All of the lines that a warning names: one, or several as `lines 3 to 7`. */
function linesNamed({ line = 1, message }: Warning): readonly number[] {
  const last = Number(/lines \d+ to (\d+)/u.exec(message)?.[1] ?? line);
  return Array.from({ length: last - line + 1 }, (_, index) => line + index);
}

const isApart = ({ message }: Warning): boolean => message.includes('kept apart');

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
}

function count(text: string, word: string, isRead = false): number {
  let times = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    // In a file `turn_next` is a key, and nobody says it.
    if (isRead || text[at - 1] !== '_') times += 1;
  }
  return times;
}

/** What is kept, where it belongs: speech among what nobody says counts only below a warning that tells of it. */
function keptIn({ turns, headings, preface, events, warnings, frontMatter }: Transcript): string {
  const apart = Math.min(...warnings.filter(isApart).map(({ line }) => line ?? 1));
  return [
    ...turns.flatMap(({ speaker, text, spans }) => [
      speaker,
      text,
      ...spans.map((span) => (span.kind === 'link' ? span.url : '')),
    ]),
    ...headings.map(({ text }) => text),
    ...preface.filter(({ line }) => line >= apart).map(({ text }) => text),
    ...events.flatMap(({ label, text }) => [label, text]),
    ...warnings.filter(isLoss).map(({ message }) => message),
    frontMatter?.text ?? '',
  ]
    .join('\n')
    .toLowerCase();
}
