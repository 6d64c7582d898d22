import type { Quote } from '../../../contract/published';
import { timesWithin } from '../../transcript';
import type { CastMember } from '../people';
import type { Reading, Sentence } from '../reading';
import { addressesSomebody, introducesItself, isAboutTheTalk } from '../reading/about-the-talk';
import type { Salience } from '../reading/salience';
import { disfluencies, isSelfDescription, isWorthRepeating, standsAlone } from '../reading/self-contained';
import type { SubjectMatter } from '../reading/subject-matter';
import { labelsOf } from './questions';

const [FEWEST_WORDS, MOST_WORDS] = [8, 45];
const FEWEST = 3;

/** Words with which people commit themselves: what makes a sentence worth repeating. */
const TELLING: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries({
    en: `never always every everybody nobody nothing only most best worst love hate believe think want wrong mistake learned
      important hard harder difficult easy easier fun world people life future why because if should better don't can't not`,
    de: `nie niemals immer jede jeder jedes jeden alle niemand keiner keine nichts nur meisten beste besten schlimmste liebe
      hasse glaube denke will falsch fehler gelernt wichtig schwer schwerer schwierig leicht leichter welt menschen leben
      zukunft warum weil wenn solange soll sollte muss besser nicht kein keinen`,
    es: `nunca siempre cada todos todas nadie nada solo mejor peor amo odio creo pienso quiero error aprendí importante difícil
      fácil mundo gente vida futuro porque si debería hay no`,
    fr: `jamais toujours chaque tous toutes personne rien seulement meilleur pire aime déteste crois pense veux erreur appris
      important difficile facile monde gens vie avenir pourquoi parce si faut devrait mieux pas`,
  }).map(([language, text]) => [language, new RegExp(`(?:^| )(?:${text.split(/\s+/u).join('|')})(?= |$)`, 'gu')]),
);

/** Leads through steps, or reports what somebody said: good in its place, and nowhere else. */
const EXPLAINS_STEPS =
  /(?:^| )(?:you're (?:also )?going to|i'm going to|we're going to|you're gonna|i was like|they're like|he's like|she's like|you're like|let's say|or something|or whatever|and stuff|and everything|et cetera|as well)(?= |$)/u;

/** What happened to somebody says less to others than what they think of it. */
const TELLS_STORY: Readonly<Record<string, RegExp>> = {
  en: /^(?:i (?:\S+ly |just |also |then |first )?(?:\p{L}+ed|was|were|went|had|got|saw|did|made|took|came|found|heard|met|began|gave|wrote|am|finally)|i'm|i've been|in the meantime) /u,
  de: /^(?:ich (?:bin|war|habe|hatte|ging|kam)|wir (?:sind|waren|haben|hatten)|(?:\S+ ){1,4}(?:bin|war|habe|hatte|sind|haben) (?:ich|wir)) /u,
  es: /^(?:yo )?(?:fui|estuve|estaba|tuve|tenía|hice|llegué|empecé|vine|soy|he) /u,
  fr: /^(?:j'ai|j'étais|j'avais|je suis|on a|nous avons) /u,
};

/**
 * Three to eight sentences worth repeating: self-contained, spread over the episode and its speakers, word for word. A
 * host is quoted only where no guest can be.
 */
export function quotesOf(
  reading: Reading,
  cast: readonly CastMember[],
  subject: SubjectMatter,
  salience: Salience,
  isTaken: (sentence: Sentence) => boolean,
): readonly Quote[] {
  const guests = labelsOf(cast, 'guest');
  const wanted = Math.max(FEWEST, Math.min(8, Math.round(reading.wordCount / 1000)));
  const candidates = reading.sentences
    .filter((sentence) => isQuotable(sentence, reading) && subject.isOnSubject(sentence) && !isTaken(sentence))
    .filter((sentence) => !addressesSomebody(sentence, cast, reading))
    .map((sentence) => ({ sentence, score: scoreOf(sentence, salience, reading.lexicon.language) }))
    .sort((a, b) => b.score - a.score || a.sentence.index - b.sentence.index);
  const [ofGuests, ofHosts] = [true, false].map((isOfGuest) =>
    candidates.filter(({ sentence }) => guests.has(sentence.speaker) === isOfGuest),
  ) as [Candidate[], Candidate[]];
  const chosen = spread(ofGuests.length >= FEWEST ? ofGuests : [...ofGuests, ...ofHosts], wanted, reading);
  return chosen.sort((a, b) => a.index - b.index).map((sentence) => quoteOf(sentence, reading));
}

function isQuotable(sentence: Sentence, reading: Reading): boolean {
  const { length } = sentence.words;
  if (sentence.isQuestion || sentence.speaker === '' || length < FEWEST_WORDS || length > MOST_WORDS) return false;
  return (
    standsAlone(sentence, reading) &&
    isWorthRepeating(sentence) &&
    !isSelfDescription(sentence) &&
    !introducesItself(sentence) &&
    !isAboutTheTalk(sentence) &&
    disfluencies(sentence) === 0 &&
    !sentence.text.includes('\n')
  );
}

/** How many words of a text, in lower case with straight apostrophes, commit whoever says them. */
export function tellingWordsIn(plain: string, language: string): number {
  const telling = TELLING[language];
  return telling ? (plain.match(telling)?.length ?? 0) : 0;
}

function scoreOf(sentence: Sentence, salience: Salience, language: string): number {
  const telling = tellingWordsIn(sentence.plain, language);
  const length = sentence.words.length;
  const shape = length < 12 || length > 28 ? 0.8 : 1;
  const manner =
    (EXPLAINS_STEPS.test(sentence.plain) ? 0.6 : 1) * (TELLS_STORY[language]?.test(sentence.plain) ? 0.7 : 1);
  return shape * manner * (salience.ofSentence(sentence) + 0.5 * Math.min(3, telling));
}

interface Candidate {
  readonly sentence: Sentence;
  readonly score: number;
}

/** The share of the best one's score that another must have to stand beside it. */
const NEARLY_AS_GOOD = 0.5;

/**
 * The good ones, first one of each speaker, then more; no two of one stretch of the episode, none of a speaker who has
 * their share.
 */
function spread(candidates: readonly Candidate[], wanted: number, reading: Reading): Sentence[] {
  const stretch = reading.wordCount / (wanted * 1.5);
  const best = candidates[0]?.score ?? 0;
  const good = candidates.filter(({ score }) => score > NEARLY_AS_GOOD * best);
  const speakers = new Set(candidates.map(({ sentence }) => sentence.speaker));
  const isFirst = ({ sentence }: Candidate, at: number) =>
    good.findIndex((other) => other.sentence.speaker === sentence.speaker) === at;
  const mostOfOne = speakers.size > 1 ? Math.ceil(wanted * 0.7) : wanted;
  const chosen: Sentence[] = [];
  for (const { sentence } of [...good.filter(isFirst), ...good]) {
    if (chosen.length === wanted) break;
    const isNear = chosen.some((other) => Math.abs(other.wordsBefore - sentence.wordsBefore) < stretch);
    const ofSame = chosen.filter(({ speaker }) => speaker === sentence.speaker).length;
    if (!isNear && ofSame < mostOfOne) chosen.push(sentence);
  }
  // Better near each other than too few.
  const others = candidates.filter(({ sentence }) => !chosen.includes(sentence)).map(({ sentence }) => sentence);
  return [...chosen, ...others.slice(0, Math.max(0, FEWEST - chosen.length))];
}

function quoteOf({ text, speaker, turn, from, to }: Sentence, { turns }: Reading): Quote {
  const startTime = timeAt(turns[turn - 1], from);
  return { text, speaker, turn, words: [from, to], ...(startTime !== undefined && { startTime }) };
}

/** The time at an offset of a turn: the last one stated before it. A turn without a time of its own gives none. */
export function timeAt(turn: Reading['turns'][number] | undefined, offset: number): number | undefined {
  if (turn?.startTime === undefined) return undefined;
  const inside = timesWithin(turn).findLast(([at]) => at <= offset)?.[1];
  return inside !== undefined && inside >= turn.startTime ? inside : turn.startTime;
}
