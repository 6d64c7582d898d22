import { andBefore, wordingOf } from '../fixed-words';
import { capitalised } from '../grounded';
import { anchorWithin, type Reading, type Sentence } from '../reading';
import { ANDS } from '../reading/ands';
import { cueIn } from '../reading/cues';
import { LEADS_ON } from '../reading/cues/subject';
import { type NounPhrase, nounPhrasesIn } from '../reading/noun-phrases';
import type { QuestionInputs } from './title-questions';
import type { Title } from './titles';

/** How much better a name of several words is than a single word, and how near to one it must come to be preferred. */
const [SEVERAL, NEARLY_AS_GOOD] = [2, 0.5];
/** Words of a name beside another. */
const MOST_BESIDE = 3;
/** Words with which a chapter opens, and in which a host asks what it is about. */
const [OPENING, QUESTION] = [80, 200];
/** What a phrase is multiplied with that a chapter opens with, that its host asks for, and that its host leads to. */
const [OPENED_WITH, ASKED_FOR, LED_TO] = [1.6, 2, 30];

export interface PhraseInputs extends QuestionInputs {
  /** Labels. */
  readonly hosts: ReadonlySet<string>;
  /** The episode's nouns, as far as its articles tell them. */
  readonly nouns: ReadonlySet<string> | undefined;
}

/**
 * What a chapter's best phrase names: by itself where it has several words, else with the next word or name that has
 * another stem. `taken` has the stems of the titles before, and gets those of this one.
 */
export function titleOfPhrases(
  sentences: readonly Sentence[],
  inputs: PhraseInputs,
  taken: Set<string>,
): Title | undefined {
  const ranked = rankedPhrases(sentences, inputs).filter(({ key }) => key.split(' ').some((stem) => !taken.has(stem)));
  const best = bestOf(ranked);
  if (!best) return undefined;
  const isNew = ({ key }: RankedPhrase) =>
    key.split(' ').every((stem) => best.key.split(' ').every((other) => !isForm(stem, other)));
  const second = isSingle(best) ? ranked.find((each) => isNew(each) && isShort(each)) : undefined;
  const chosen = second ? [best, second] : [best];
  for (const stem of chosen.flatMap(({ key }) => key.split(' '))) taken.add(stem);
  return joined(chosen, inputs.reading);
}

interface SaidPhrase {
  readonly phrase: NounPhrase;
  readonly turns: Set<number>;
  readonly isOpening: boolean;
  isAskedFor: boolean;
  isLedTo: boolean;
}

interface RankedPhrase extends SaidPhrase {
  /** The stems of its words with content. */
  readonly key: string;
  readonly score: number;
}

const isSingle = ({ phrase }: SaidPhrase): boolean => phrase.content.length === 1;

/** A word, or a name in capitals, that goes well with another: not "rye and wheat", to which "and" would join it. */
const isShort = ({ phrase: { content, sentence, from, to } }: SaidPhrase): boolean =>
  content.length === 1 ||
  (to - from <= MOST_BESIDE &&
    content.every(({ spelling }) => spelling.isCapitalised) &&
    !sentence.words.slice(from, to).some(({ spelling }) => ANDS.has(spelling.plain)));

/** The best, unless that is a single word and one of several, said in more than one turn, is nearly as good. */
function bestOf(ranked: readonly RankedPhrase[]): RankedPhrase | undefined {
  const [best] = ranked;
  if (!best || !isSingle(best)) return best;
  const several = ranked.find((each) => !isSingle(each) && each.turns.size > 1);
  return several && several.score >= NEARLY_AS_GOOD * best.score ? several : best;
}

/** The phrases, best first: of weighty words, said in many turns, of what the episode says often, opened with, asked for. */
function rankedPhrases(sentences: readonly Sentence[], inputs: PhraseInputs): readonly RankedPhrase[] {
  const { reading, weightOf, isName, nouns } = inputs;
  return [...saidPhrases(sentences, inputs)]
    .filter(([, said]) => isNaming(said, nouns) && !said.phrase.content.some(isName))
    .map(([key, said]): RankedPhrase => {
      const { content } = said.phrase;
      const weight = content.reduce((sum, word) => sum + weightOf(word), 0) / content.length ** 0.5;
      const inEpisode = Math.max(...content.map(({ spelling }) => reading.stemCounts.get(spelling.stem) ?? 0));
      const often = Math.log2(1 + said.turns.size) ** 2 * Math.log2(1 + inEpisode);
      const place = (said.isOpening ? OPENED_WITH : 1) * (said.isLedTo ? LED_TO : said.isAskedFor ? ASKED_FOR : 1);
      return { ...said, key, score: weight * often * place * (content.length > 1 ? SEVERAL : 1) };
    })
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

/** Single words that are said in every talk. */
const EVERYWHERE: ReadonlySet<string> = new Set(
  (
    'episode episodes podcast podcasts show shows guest guests host hosts listener listeners question questions answer ' +
    'answers topic topics conversation love small big best record run summary change changes win wins hand ' +
    'folge folgen sendung frage fragen antwort thema themen gespräch ' +
    'episodio episodios pregunta preguntas respuesta tema temas épisode épisodes réponse sujet sujets'
  ).split(' '),
);

/** Forms of verbs that follow a noun more often than they are one ("payment plans make …"), and a word that only joins. */
const VERB_FORMS: ReadonlySet<string> = new Set(
  'make makes get gets go goes come comes give gives take takes need needs want wants become becomes happen happens let lets keep keeps seem seems tend tends mean means exist exists versus'.split(
    ' ',
  ),
);

/** Whether a phrase ends in a noun ("the harbour office", not "the harbour opens") and says no word twice. */
function isNaming({ phrase, turns }: SaidPhrase, nouns: PhraseInputs['nouns']): boolean {
  const { content, sentence, to } = phrase;
  const last = content.at(-1)?.spelling;
  // "the connecting one"
  if (/^ones?$/u.test(sentence.words[to]?.spelling.plain ?? '')) return false;
  if (last && (VERB_FORMS.has(last.plain) || (content.length === 1 && EVERYWHERE.has(last.plain)))) return false;
  const isNoun =
    !nouns || !last || last.isCapitalised || nouns.has(last.plain) || (turns.size > 1 && content.length > 1);
  return isNoun && new Set(content.map(({ spelling }) => spelling.stem)).size === content.length;
}

/** Every phrase by its stems. */
function saidPhrases(
  sentences: readonly Sentence[],
  { reading, hosts }: PhraseInputs,
): ReadonlyMap<string, SaidPhrase> {
  const found = new Map<string, SaidPhrase>();
  const start = sentences[0]?.wordsBefore ?? 0;
  for (const sentence of sentences) {
    const at = sentence.wordsBefore - start;
    const isOfHost = at < QUESTION && hosts.has(sentence.speaker);
    const isAsked = isOfHost && sentence.isQuestion;
    const leadsTo = isOfHost ? cueIn(sentence, LEADS_ON, reading.lexicon.language)?.end : undefined;
    for (const phrase of nounPhrasesIn(sentence, reading)) {
      const said = found.get(phrase.key) ?? {
        phrase,
        turns: new Set(),
        isOpening: at < OPENING,
        isAskedFor: false,
        isLedTo: false,
      };
      said.turns.add(sentence.turn);
      said.isAskedFor ||= isAsked;
      said.isLedTo ||=
        leadsTo !== undefined && phrase.from >= leadsTo && !goesOnBetween(sentence, leadsTo, phrase.from);
      found.set(phrase.key, said);
    }
  }
  return found;
}

/** "I want to ask about depth, because there's this chart …" leads to depth. */
function goesOnBetween({ words, text }: Sentence, from: number, to: number): boolean {
  const between = text.slice(words[from]?.from ?? 0, words[to]?.from ?? 0);
  return /[,;:]|(?<!\p{L})(?:because|where|which|who|when|if|since)(?!\p{L})/u.test(between);
}

/** Whether one word is the beginning of the other: `bias` and `biases`. */
const isForm = (stem: string, other: string): boolean => stem.startsWith(other) || other.startsWith(stem);

function joined(phrases: readonly RankedPhrase[], { lexicon }: Reading): Title {
  const passages = phrases.map(({ phrase: { sentence, from, to } }) => {
    const [start, end] = [sentence.words[from]?.from ?? 0, sentence.words[to - 1]?.to ?? 0];
    return { text: sentence.text.slice(start, end), anchor: anchorWithin(sentence, start, end) };
  });
  const and = andBefore(passages[1]?.text ?? '', wordingOf(lexicon.language));
  return {
    title: capitalised(passages.map(({ text }) => text).join(and)),
    anchors: passages.map(({ anchor }) => anchor),
  };
}
