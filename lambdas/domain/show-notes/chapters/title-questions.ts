import { capitalised } from '../grounded';
import { anchorWithin, type Reading, type Sentence } from '../reading';
import type { SpokenWord } from '../reading/spellings';
import { ASIDES } from '../statements/droppable';
import type { Title } from './titles';
import type { WeightOf } from './word-weights';

/** A title's words, where it is a question. */
const [FEWEST_WORDS, MOST_WORDS] = [4, 7];
/** Words of a chapter in which the question that it is about is asked. */
const OPENING = 200;
/** Words of the episode in which people ask how everybody is. */
const GREETING = 100;
/** A question is a title only with one of so many of the chapter's best words. */
const BEST = 6;

export interface QuestionInputs {
  readonly reading: Reading;
  readonly weightOf: WeightOf;
  /** Whether a word is of the name of somebody who speaks, and so is asked rather than asked about. */
  readonly isName: (word: SpokenWord) => boolean;
}

/** Words that ask, by language; a question that begins otherwise asks for yes or no. */
const ASKING: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['what', "what's", 'how', 'why', 'who', 'where', 'which', 'when']),
  de: new Set([
    'was',
    'wie',
    'warum',
    'wer',
    'wo',
    'welche',
    'welcher',
    'welches',
    'wann',
    'wieso',
    'woher',
    'weshalb',
  ]),
  es: new Set(['qué', 'cómo', 'quién', 'dónde', 'cuál', 'cuándo', 'cuánto', 'cuánta']),
  fr: new Set(['que', 'comment', 'pourquoi', 'qui', 'où', 'quel', 'quelle', 'quand', 'combien']),
};

/** Words that stand for something said before. */
const POINTING: ReadonlySet<string> = new Set(
  (
    "that that's this it it's these those they them their he him she her there here one so else next again das es dies diese " +
    'sie er ihn eso esto ello ellos ça cela ceci elle elles ils'
  ).split(' '),
);

/** The first short question in the opening that can be understood alone and has one of the chapter's best words. */
export function titleQuestion(
  sentences: readonly Sentence[],
  { reading, weightOf, isName }: QuestionInputs,
  taken: Set<string>,
): Title | undefined {
  const { language } = reading.lexicon;
  const asking = ASKING[language];
  if (!asking) return undefined;
  const before = new Set(ASIDES[language]?.concat('and', 'but', 'now', 'then', 'und', 'y', 'et'));
  const start = sentences[0]?.wordsBefore ?? 0;
  const isAmongBest = amongBest(sentences, weightOf);
  for (const sentence of sentences) {
    if (sentence.wordsBefore > start + OPENING) return undefined;
    if (!sentence.isQuestion || sentence.isInterrupted || sentence.wordsBefore < GREETING) continue;
    const rest = sentence.words.slice(sentence.words.findIndex(({ spelling }) => !before.has(spelling.plain)));
    const [first] = rest;
    if (!first || !asking.has(first.spelling.plain) || rest.length < FEWEST_WORDS || rest.length > MOST_WORDS) continue;
    const leansOn = (word: SpokenWord) => POINTING.has(word.spelling.plain) || isName(word);
    if (rest.some(leansOn) || !rest.some(isAmongBest)) continue;
    const isOpened = sentence.text.startsWith('¿');
    if (isOpened && first.from !== 1) continue;
    const from = isOpened ? 0 : first.from;
    const text = sentence.text.slice(from);
    if (taken.has(text)) continue;
    for (const { spelling } of rest) taken.add(spelling.stem);
    taken.add(text);
    return { title: capitalised(text), anchors: [anchorWithin(sentence, from, sentence.text.length)] };
  }
  return undefined;
}

/** Whether a word is one of the chapter's best, which most chapters have no question to ask of. */
function amongBest(sentences: readonly Sentence[], weightOf: WeightOf): (word: SpokenWord) => boolean {
  let limit: number | undefined;
  return (word) => {
    limit ??= bestWeight(sentences, weightOf);
    return weightOf(word) >= limit;
  };
}

/** The weight that the chapter's best words reach. */
function bestWeight(sentences: readonly Sentence[], weightOf: WeightOf): number {
  const lastWith = new Map<string, SpokenWord>();
  for (const { words } of sentences) for (const word of words) lastWith.set(word.spelling.stem, word);
  const weights = [...lastWith.values()].map(weightOf);
  const sorted = weights.filter((weight) => weight > 0).sort((a, b) => b - a);
  return sorted[Math.min(BEST, sorted.length) - 1] ?? Number.POSITIVE_INFINITY;
}
