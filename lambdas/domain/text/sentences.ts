import type { Word } from './words';

/** A stretch of a text: UTF-16 offsets, the end exclusive. */
export type Stretch = Pick<Word, 'from' | 'to'>;

/** Words that end in a point without ending a sentence. */
const ABBREVIATION =
  /(?:^|[\s(“"])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|vs|No|e\.g|i\.e|etc|approx|Inc|Ltd|U\.S|Dr|Hr|Fr|bzw|z\.B|ca|Sra|Sr)\.$/u;

/** "im 19. Jahrhundert": in German a number with a point is an ordinal after words like these. */
const GERMAN_ORDINAL = /(?:^|\s)(?:am|vom|zum|zur|beim|im|der|die|das|dem|den|des|jede[nrms]?) \d{1,3}\.$/iu;
/** And so is one before a month: "bis 3. Mai". */
const GERMAN_MONTH =
  /^\s*(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L})/u;
const DAY = /(?:^|\s)\d{1,2}\.$/u;

const segmenters = new Map<string, Intl.Segmenter>();

/** The sentences of a text in order, without blanks around them; none crosses an empty line. */
export function sentencesOf(text: string, language: string): readonly Stretch[] {
  const sentences: Stretch[] = [];
  for (const { segment, index } of segmenterOf(language).segment(text)) {
    const from = index + segment.length - segment.trimStart().length;
    const to = index + segment.trimEnd().length;
    const previous = sentences.at(-1);
    if (to <= from) continue;
    if (previous && continues(text, previous, from, language))
      sentences[sentences.length - 1] = { from: previous.from, to };
    else sentences.push({ from, to });
  }
  return sentences;
}

/** The segmenter also stops at line ends inside a paragraph, after abbreviations and after ordinals. */
function continues(text: string, previous: Stretch, from: number, language: string): boolean {
  const gap = text.slice(previous.to, from);
  if (gap.includes('\n\n')) return false;
  if (
    gap.includes('\n') &&
    !/[.!?…。！？]["”’)\]]*$/u.test(text.slice(Math.max(previous.from, previous.to - 4), previous.to))
  ) {
    return true;
  }
  // A name that begins with a point: "in Java or .NET".
  if (gap === '' && /(?:^|\s)\.$/u.test(text.slice(Math.max(0, from - 2), from))) return true;
  const end = text.slice(Math.max(previous.from, previous.to - 14), previous.to);
  if (ABBREVIATION.test(end.slice(-8))) return true;
  if (language !== 'de') return false;
  return GERMAN_ORDINAL.test(end) || (DAY.test(end) && GERMAN_MONTH.test(text.slice(previous.to, from + 12)));
}

function segmenterOf(language: string): Intl.Segmenter {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  return segmenter;
}
