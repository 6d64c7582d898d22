import type { Chapter } from '../../../contract/published';
import { remembering } from '../../remembering';
import { andBefore, wordingOf } from '../fixed-words';
import type { CastMember } from '../people';
import { nameParts } from '../people/speakers';
import { anchorWithin, type Reading, type Sentence } from '../reading';
import { type NounPhrase, nounPhrasesIn } from '../reading/noun-phrases';
import type { SpokenWord } from '../reading/spellings';
import type { SubjectMatter } from '../reading/subject-matter';
import { ASIDES } from '../statements/droppable';
import { capitalised } from '../statements/questions';

/** A title's words, where it is a question. */
const [FEWEST_WORDS, MOST_WORDS] = [4, 7];
/** Words of a chapter in which the question that it is about is asked. */
const OPENING = 200;
/** Words of the episode in which people ask how everybody is. */
const GREETING = 100;
/** A question is a title only with one of so many of the chapter's best words. */
const BEST = 6;
/** What a word is worth that the chapter says once; said twice, it is worth one more. */
const SAID_ONCE = 0.3;
/** How much better a name of several words is than a single word. */
const SEVERAL = 2;

/** A title, and where its words are said. */
export type Title = Pick<Chapter, 'title' | 'anchors'>;

/** What each chapter has and others have not, as it is said there: its short question, or the name of one thing or two. */
export function chapterTitles(
  chapters: readonly (readonly Sentence[])[],
  reading: Reading,
  subject: SubjectMatter,
  cast: readonly CastMember[],
): readonly Title[] {
  const own = chapters.map((sentences) => {
    const onSubject = sentences.filter(subject.isOnSubject);
    return onSubject.length > 0 ? onSubject : sentences;
  });
  const names = new Set(cast.flatMap(({ person }) => [person.name, ...person.labels].flatMap(nameParts)));
  const isName = remembering((text: string) => nameParts(text).some((part) => names.has(part)));
  const weights = chapterWeights(own, isName);
  const taken = new Set<string>();
  return own.map((sentences, index) => {
    const weightOf = weights[index] ?? (() => 0);
    const question = titleQuestion(sentences, weightOf, taken, reading);
    if (question) return question;
    const ranked = rankedPhrases(sentences, reading, weightOf, isName).filter(({ key }) => !isPartOf(key, taken));
    return titleOfPhrases(ranked, taken, reading) ?? firstWords(chapters[index] ?? []);
  });
}

type WeightOf = (word: SpokenWord) => number;

/** For each chapter, how much a word says about it: often said there, rarely in others and elsewhere; nobody's name. */
function chapterWeights(
  chapters: readonly (readonly Sentence[])[],
  isName: (text: string) => boolean,
): readonly WeightOf[] {
  const counts = chapters.map((sentences) => {
    const count = new Map<string, number>();
    for (const { stems } of sentences) for (const stem of stems) count.set(stem, (count.get(stem) ?? 0) + 1);
    return count;
  });
  const spread = new Map<string, number>();
  for (const count of counts) for (const stem of count.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  return counts.map((count) => ({ text, spelling }) => {
    if (!spelling.hasContent || isName(text)) return 0;
    const distinction = 0.3 + Math.log(chapters.length / (spread.get(spelling.stem) ?? 1));
    const frequency = SAID_ONCE + Math.log2(Math.max(1, count.get(spelling.stem) ?? 0));
    return frequency * distinction * spelling.rarity ** 2;
  });
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
function titleQuestion(
  sentences: readonly Sentence[],
  weightOf: WeightOf,
  taken: Set<string>,
  { lexicon }: Reading,
): Title | undefined {
  const asking = ASKING[lexicon.language];
  if (!asking) return undefined;
  const before = new Set(ASIDES[lexicon.language]?.concat('and', 'but', 'now', 'then', 'und', 'y', 'et'));
  const start = sentences[0]?.wordsBefore ?? 0;
  const limit = bestWeight(sentences, weightOf);
  for (const sentence of sentences) {
    if (sentence.wordsBefore > start + OPENING) return undefined;
    if (!sentence.isQuestion || sentence.wordsBefore < GREETING) continue;
    const at = sentence.words.findIndex(({ spelling }) => !before.has(spelling.plain));
    const rest = sentence.words.slice(at);
    const [first] = rest;
    if (!first || !asking.has(first.spelling.plain) || rest.length < FEWEST_WORDS || rest.length > MOST_WORDS) continue;
    if (rest.some(({ spelling }) => POINTING.has(spelling.plain)) || !rest.some((word) => weightOf(word) >= limit))
      continue;
    const text = sentence.text.slice(first.from);
    if (taken.has(text)) continue;
    taken.add(text);
    return { title: capitalised(text), anchors: [anchorWithin(sentence, first.from, sentence.text.length)] };
  }
  return undefined;
}

/** The weight that the chapter's best words reach. */
function bestWeight(sentences: readonly Sentence[], weightOf: WeightOf): number {
  const weights = new Map<string, number>();
  for (const { words } of sentences) {
    for (const word of words) weights.set(word.spelling.stem, weightOf(word));
  }
  const sorted = [...weights.values()].filter((weight) => weight > 0).sort((a, b) => b - a);
  return sorted[Math.min(BEST, sorted.length) - 1] ?? Number.POSITIVE_INFINITY;
}

interface RankedPhrase {
  /** The stems of its words with content. */
  readonly key: string;
  readonly phrase: NounPhrase;
  readonly score: number;
}

function rankedPhrases(
  sentences: readonly Sentence[],
  reading: Reading,
  weightOf: WeightOf,
  isName: (text: string) => boolean,
): readonly RankedPhrase[] {
  const found = new Map<string, { readonly phrase: NounPhrase; count: number }>();
  for (const sentence of sentences) {
    for (const phrase of nounPhrasesIn(sentence, reading)) {
      const key = phrase.content.map(({ spelling }) => spelling.stem).join(' ');
      const earlier = found.get(key);
      if (earlier) earlier.count += 1;
      else found.set(key, { phrase, count: 1 });
    }
  }
  return [...found]
    .filter(([, { phrase }]) => !phrase.content.some(({ text }) => isName(text)))
    .map(([key, { phrase, count }]): RankedPhrase => {
      const { length } = phrase.content;
      const weight = phrase.content.reduce((sum, word) => sum + weightOf(word), 0) / length ** 0.5;
      return { key, phrase, score: weight * Math.log2(1 + count) * (length > 1 ? SEVERAL : 1) };
    })
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

/** Whether the words stand in one of the titles there are. */
const isPartOf = (key: string, taken: ReadonlySet<string>): boolean =>
  [...taken].some((title) => ` ${title} `.includes(` ${key} `));

/** The best name of several words, or the best word and the next that has another stem. */
function titleOfPhrases(ranked: readonly RankedPhrase[], taken: Set<string>, { lexicon }: Reading): Title | undefined {
  const [best] = ranked;
  if (!best) return undefined;
  const stems = new Set(best.key.split(' '));
  const isNew = ({ key }: RankedPhrase) => key.split(' ').every((stem) => !stems.has(stem));
  const second = best.phrase.content.length > 1 ? undefined : ranked.find(isNew);
  const chosen = second ? [best, second] : [best];
  for (const { key } of chosen) taken.add(key);
  const passages = chosen.map(({ phrase: { sentence, from, to } }) => {
    const [start, end] = [sentence.words[from]?.from ?? 0, sentence.words[to - 1]?.to ?? 0];
    return { text: sentence.text.slice(start, end), anchor: anchorWithin(sentence, start, end) };
  });
  const and = andBefore(passages[1]?.text ?? '', wordingOf(lexicon.language));
  return {
    title: capitalised(passages.map(({ text }) => text).join(and)),
    anchors: passages.map(({ anchor }) => anchor),
  };
}

function firstWords([sentence]: readonly Sentence[]): Title {
  if (!sentence) return { title: '', anchors: [] };
  const to = sentence.words.findLast((word) => word.to <= 60)?.to ?? Math.min(60, sentence.text.length);
  return { title: capitalised(sentence.text.slice(0, to)), anchors: [anchorWithin(sentence, 0, to)] };
}
