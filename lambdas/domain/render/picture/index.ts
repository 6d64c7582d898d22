import type { ShowNotes } from '../../../contract/published';
import type { Painter } from '../../ports';
import { byline, speakersAmong, wordingFor } from '../wording';
import { type CardWords, drawCard } from './card';
import { type Typesetting, typesettingFor } from './typesetting';

export { PICTURE_SIZE } from './card';

/** A picture, and what it says for those who do not see it. */
export interface Picture {
  readonly png: Uint8Array;
  readonly alt: string;
}

/** Quotes that are tried, the most important first. */
const QUOTES_TRIED = 5;

const MARKS: Readonly<Record<string, readonly [opening: string, closing: string]>> = {
  de: ['„', '“'],
  es: ['«', '»'],
  fr: ['« ', ' »'],
  ja: ['「', '」'],
  zh: ['“', '”'],
};

/**
 * The picture that stands for an episode in link previews: its first quote that fits on it and can be written, or else
 * its title; undefined where no typeface has the characters of that either.
 */
export async function paintPicture(showNotes: ShowNotes, painter: Painter): Promise<Picture | undefined> {
  const { show, episode } = showNotes;
  const style = { language: episode.language, theme: show.theme };
  for (const words of wordsToTry(showNotes)) {
    const typesetting = await typesettingFor(textsOf(words), style, painter);
    const writable = writableIn(words, typesetting);
    const svg = writable && drawCard(writable, style, typesetting);
    if (svg) return { png: await painter.paint(svg, typesetting.files), alt: altOf(writable) };
  }
  return undefined;
}

function wordsToTry({ show, episode, quotes, people }: ShowNotes): readonly CardWords[] {
  const speakerOf = speakersAmong(people);
  const [primary = ''] = episode.language.toLowerCase().split('-', 1);
  const quoted = quotes.slice(0, QUOTES_TRIED).map(({ text, speaker }) => ({
    show: show.title,
    text,
    marks: MARKS[primary] ?? (['“', '”'] as const),
    by: speakerOf(speaker).name,
    episode: episode.title,
  }));
  const titled = { show: show.title, text: episode.title, by: byline(people, wordingFor(episode.language)) };
  return [...quoted, titled];
}

const textsOf = ({ show, text, marks = ['', ''], by, episode = '' }: CardWords): readonly string[] => [
  ...[show, text, by, episode],
  ...marks,
];

/** A quote is written as it was said or not at all; of what stands around it, what can be. */
function writableIn(words: CardWords, { written }: Typesetting): CardWords | undefined {
  const text = written(words.text);
  if (!text || (words.marks && text !== words.text.replace(/\s+/gu, ' ').trim())) return undefined;
  return {
    ...words,
    show: written(words.show) ?? '',
    text,
    by: written(words.by) ?? '',
    ...(words.episode !== undefined && { episode: written(words.episode) ?? '' }),
  };
}

const altOf = ({ text, marks: [opening, closing] = ['', ''], by, show }: CardWords): string =>
  [`${opening}${text}${closing}`, by, show].filter(Boolean).join(' – ');
