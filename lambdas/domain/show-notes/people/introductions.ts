import type { Statement } from '../../../contract/published';
import { addTo } from '../../grouping';
import { lastBefore } from '../../text/characters';
import { anchorWithin, type Reading, type Sentence } from '../reading';
import { isCount } from '../reading/counts';
import { cueAtStart, cuesIn } from '../reading/cues';
import { isOccupation } from '../reading/cues/occupations';
import { HAS_BEEN, IS, SAYS_OF_NAMED, SELF_DESCRIPTION } from '../reading/cues/people';
import { nameRunAt } from '../reading/names';
import type { SpokenWord } from '../reading/spellings';
import { cleanedParts } from '../statements/clean-up';
import { isFiller } from '../statements/droppable';
import { isAudience, nameParts, type Speaker } from './speakers';

/** Shorter is no introduction, longer is no apposition. */
const [SHORTEST, LONGEST] = [3, 28];

/**
 * How the transcript introduces a person, in its own words: what another speaker says after the name ("…, a professor
 * at …, who leads …"), else what they say after "I'm". Undefined where there is no such passage in the opening.
 */
export function introductionsIn(reading: Reading): (name: string, speaker: Speaker) => Statement | undefined {
  const appositions = appositionsIn(reading);
  return (name, speaker) => {
    const ofOthers = appositions
      .get(nameParts(name).at(-1) ?? '')
      ?.find(({ sentence }) => !speaker.labels.includes(sentence.speaker));
    return ofOthers?.passage ?? (speaker.labels.every(isAudience) ? undefined : selfDescription(speaker, reading));
  };
}

interface Apposition {
  readonly sentence: Sentence;
  readonly passage: Statement;
}

/** The appositions of the opening by the word before them, where the sentence says that word for the first time. */
function appositionsIn(reading: Reading): ReadonlyMap<string, readonly Apposition[]> {
  const opening = Math.max(500, reading.wordCount * 0.1);
  const found = new Map<string, Apposition[]>();
  for (const sentence of reading.sentences) {
    if (sentence.wordsBefore > opening) break;
    if (sentence.isInterrupted) continue;
    const ofBefore = passageAboutBefore(sentence, reading);
    if (ofBefore) addTo(found, ofBefore.name, { sentence, passage: ofBefore.passage });
    for (const [at, { spelling }] of sentence.words.entries()) {
      const passage = passageAfter(sentence, at, reading.lexicon.language);
      const isFirst = (word: string) => sentence.words.findIndex((other) => other.spelling.folded === word) === at;
      if (passage && isFirst(spelling.folded)) addTo(found, spelling.folded, { sentence, passage });
    }
  }
  return found;
}

/** "She is a professor at …", or "She has worked as …", right after a sentence that ends in somebody's last name. */
function passageAboutBefore(
  sentence: Sentence,
  { sentences, lexicon }: Reading,
): { name: string; passage: Statement } | undefined {
  const before = sentences[sentence.index - 1];
  const name = before?.words.at(-1)?.spelling;
  if (!name?.isCapitalised || before?.turn !== sentence.turn) return undefined;
  const at = cueAtStart(sentence, SAYS_OF_NAMED, lexicon.language)?.end;
  const isStated = at !== undefined && saysOccupation(sentence, at, lexicon.language);
  const from = isStated ? at : careerIn(sentence, lexicon.language);
  const passage = from === undefined ? undefined : passageFrom(sentence, from, lexicon.language);
  return passage && { name: name.folded, passage };
}

/** Where "has worked for twenty years as a lock keeper" begins in a sentence that begins with it. */
function careerIn(sentence: Sentence, language: string): number | undefined {
  const verb = cueAtStart(sentence, HAS_BEEN, language)?.end;
  if (verb === undefined) return undefined;
  const as = sentence.words.findIndex(({ spelling }, at) => at >= verb && AS.has(spelling.plain));
  const isNear = as >= 0 && as - verb <= OCCUPATION_REACH;
  return isNear && saysOccupation(sentence, as + 1, language) ? verb - 1 : undefined;
}

const AS: ReadonlySet<string> = new Set(['as', 'als']);

/**
 * `…, a professor at …`, `… is a professor at …`, `… runs …` or `… who leads …` right after the name, up to where the
 * sentence goes on with something else.
 */
function passageAfter(sentence: Sentence, at: number, language: string): Statement | undefined {
  const [name, next, verb] = sentence.words.slice(at, at + 3);
  if (!name || !next) return undefined;
  const gap = sentence.text.slice(name.to, next.from);
  const isStated = gap === ' ' && name.spelling.isCapitalised && IS[language]?.includes(next.spelling.plain);
  if (isStated && saysOccupation(sentence, at + 2, language)) return passageFrom(sentence, at + 2, language);
  const isFull = name.spelling.isCapitalised && sentence.words[at - 1]?.spelling.isCapitalised === true;
  if (gap === ' ' && isFull && WORKS.has(next.spelling.plain)) return passageFrom(sentence, at + 1, language);
  const clause = CLAUSES[language]?.test(`${next.text} ${verb?.text}`) === true;
  const isKnownFor = language === 'en' && gap === ', ' && KNOWN_FOR.test(sentence.text.slice(next.from));
  const isClause = isKnownFor || (clause && (gap === ', ' || (gap === ' ' && next.text === 'who')));
  return isClause || isApposition(sentence, at, language) ? passageFrom(sentence, at + 1, language) : undefined;
}

/** Whether a name, whose last word is given, is followed by what somebody is: "…, a plant pathologist at …". */
function isApposition(sentence: Sentence, at: number, language: string): boolean {
  const [name, next] = sentence.words.slice(at, at + 2);
  if (!name || !next || sentence.text.slice(name.to, next.from) !== ', ') return false;
  const isOneOf = ONE_OF.test(sentence.text.slice(next.from));
  return saysOccupation(sentence, at + (isOneOf ? 4 : 1), language);
}

/** "Edda Brahm, famous for …", "Edda Brahm, one of the main developers of …". */
const [KNOWN_FOR, ONE_OF] = [/^(?:famous|known|best known|well known|renowned) for /u, /^one of (?:the|our) /u];

/** As an apposition, or with "who is" before it. */
export function isIntroducedAt(sentence: Sentence, at: number, language: string): boolean {
  const [who, is] = sentence.words.slice(at + 1, at + 3).map(({ spelling }) => spelling.plain);
  const isClause = who === 'who' && (IS[language] ?? []).includes(is ?? '');
  return isApposition(sentence, at, language) || (isClause && saysOccupation(sentence, at + 3, language));
}

/** "Greta Holm runs the library": says what somebody does for a living. */
const WORKS: ReadonlySet<string> = new Set(
  'runs leads heads directs manages founded chairs owns teaches studies'.split(' '),
);

/** Begins a clause that says who somebody is; "who will tell us …" announces what they say. */
const CLAUSES: Readonly<Record<string, RegExp>> = {
  en: /^who (?!will|can|is going)/u,
  es: /^(?:que|quien) (?:es|fue|era|ha|dirige|dirigió|trabaja|trabajó|lleva|estudia|investiga|enseña|lidera|fundó|creó|escribe)$/u,
  fr: /^qui (?!va|vont|peut)/u,
};

/** Words of a description up to the one that says what somebody is. */
const OCCUPATION_REACH = 8;

/** Whether the words from `at` say what somebody is, before they say where or of what: "a marine biologist at …". */
function saysOccupation({ words, text }: Sentence, at: number, language: string): boolean {
  const ends = ENDS_NOUN[language];
  for (const [index, { spelling, from }] of words.slice(at, at + OCCUPATION_REACH).entries()) {
    if (ends?.has(spelling.plain) || (index > 0 && /[.;:,]/u.test(lastBefore(text, from)))) return false;
    if (isOccupation(spelling, language)) return !VERBS.has(words[at + index + 1]?.spelling.plain ?? '');
  }
  return false;
}

/** "the co-host is …" is about somebody else. */
const VERBS: ReadonlySet<string> = new Set([...Object.values(IS).flat(), "isn't"]);

/** Words after which a description says where, when or of what, or begins a sentence. */
const ENDS_NOUN: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: `i i'm i've gonna going you we he she they it and or of at in for from on by with about to that which who whose
      where when because but than into over after before`,
    de: 'und oder bei von für aus mit an im am in der die das den wo wie weil aber ich wir',
    es: 'y o en con para por de del que donde cuando pero yo',
    fr: "et ou dans chez pour avec de du des qui que où mais je j'ai",
  }).map(([language, text]) => [language, new Set(text.split(/\s+/u))]),
);

/** The words after "I'm", where they say what somebody is. */
function descriptionIn(sentence: Sentence, language: string): number | undefined {
  const starts = cuesIn(sentence, SELF_DESCRIPTION, language).flatMap((end) => {
    const name = nameRunAt(sentence, end);
    return name ? [end, end + name.words.length] : [end];
  });
  const worksAs = language === 'en' ? WORKS_AS.exec(sentence.text)?.[0].length : undefined;
  if (worksAs !== undefined) starts.push(sentence.words.findIndex(({ from }) => from >= worksAs));
  return starts.find((at) => !isOfAudience(sentence, at) && saysOccupation(sentence, at, language));
}

/** "I work for Tidewell as a …" */
const WORKS_AS =
  /^(?:(?:And|So|Yeah|Sure|Yes),? )*I (?:currently |now |also |just )?work (?:for|at|with) (?:[^\s,]+ ){1,4}as /u;

/** "your host" says what somebody is to the audience, which their role tells. */
const isOfAudience = (sentence: Sentence, at: number): boolean =>
  /^(?:your|my|our)$/u.test(sentence.words[at]?.spelling.plain ?? '');

/** Whether somebody says what they are: "I'm an engineer at …". */
export const describesSelf = (sentence: Sentence, language: string): boolean =>
  descriptionIn(sentence, language) !== undefined;

function selfDescription(speaker: Speaker, reading: Reading): Statement | undefined {
  for (const sentence of speaker.sentences.slice(0, 12)) {
    const at = descriptionIn(sentence, reading.lexicon.language);
    const passage = at === undefined ? undefined : passageFrom(sentence, at, reading.lexicon.language);
    if (passage) return passage;
  }
  return undefined;
}

/** The words from `at` to where the sentence goes on with something else, or to its end. */
function passageFrom(sentence: Sentence, at: number, language: string): Statement | undefined {
  const first = sentence.words[at];
  if (!first) return undefined;
  const isTalk = sentence.words.slice(0, at).some(({ spelling }) => TALKS.has(spelling.plain));
  const rest = sentence.words.slice(at, at + LONGEST + 1);
  const stop = rest.findIndex(({ spelling, from }, index) => {
    if (index === 0) return false;
    if (namesNext(rest, index, sentence)) return true;
    const isAfterComma = lastBefore(sentence.text, from) === ',';
    const next = rest[index + 1]?.spelling.plain ?? '';
    // "now delivers, um, about thirty parcels"
    const isCounted = isFiller(rest[index - 1]?.text ?? '', language) && (isCount(next, language) || /^\d/u.test(next));
    return (
      !isCounted && (endsBefore(spelling.plain, isAfterComma, next) || (isTalk && LEADS_TO_SUBJECT.has(spelling.plain)))
    );
  });
  const whole = stop < 0 ? rest : rest.slice(0, stop);
  const isEnd = ({ text, spelling }: SpokenWord) =>
    !isFiller(text, language) && !(stop >= 0 && language === 'en' && LEADS_ON.has(spelling.plain));
  const words = whole.slice(0, whole.findLastIndex(isEnd) + 1);
  const last = words.at(-1);
  if (!last || words.length < SHORTEST || words.length > LONGEST) return undefined;
  if (language === 'en' && POINTS_BACK.test(sentence.text.slice(first.from, last.to))) return undefined;
  const parts = cleanedParts(sentence, first.from, last.to, language);
  return {
    text: parts.map(([from, to]) => sentence.text.slice(from, to)).join(''),
    kind: parts.length > 1 ? 'trimmed' : 'verbatim',
    anchors: parts.map(([from, to]) => anchorWithin(sentence, from, to)),
  };
}

/** "…, which is a, it's a travel company": these end nothing. */
const LEADS_ON: ReadonlySet<string> = new Set(
  'a an the of at in for with which who that is was and or as to'.split(' '),
);

/** "the team lead for that team": nobody can tell which. */
const POINTS_BACK =
  /\b(?:for|on|of|in) (?:that|those|these) (?:team|project|company|group|lab|band|show|organi[sz]ation|committee)$/u;

/** "…, Samir Qadri is an architect": after a comma the next one is introduced. */
function namesNext(words: Sentence['words'], at: number, { text }: Sentence): boolean {
  const [first, last, verb] = words.slice(at, at + 3).map(({ spelling }) => spelling);
  if (lastBefore(text, words[at]?.from ?? 0) !== ',' || !first?.isCapitalised || !last?.isCapitalised) return false;
  return verb !== undefined && (VERBS.has(verb.plain) || WORKS.has(verb.plain));
}

/** "I talk to …, a professor at …, about …": after these words "about" belongs to the talk. */
const TALKS: ReadonlySet<string> = new Set(
  (
    'talk talks talking talked chat chats chatting chatted speak speaks speaking spoke interview interviewing interviewed ' +
    'hablo hablamos hablar converso conversamos parle parlons parler discutons spreche sprechen rede reden unterhalte'
  ).split(' '),
);

const LEADS_TO_SUBJECT: ReadonlySet<string> = new Set(['about', 'sobre', 'acerca', 'sur', 'über']);

/** Words that begin a clause of their own, after a comma or "and". */
const CLAUSE =
  /^(?:so|to|i|i'[a-z]+|we|we'[a-z]+|he|he's|she|she's|they|they're|it|it's|you|my|welcome|thanks|thank|how|what|the)$/u;

function endsBefore(word: string, isAfterComma: boolean, next: string): boolean {
  if (word === 'and' || word === 'but') return isAfterComma || CLAUSE.test(next);
  return (
    isAfterComma && (/^(?:about|joined|joins|joining|is|was)$/u.test(word) || (word !== 'the' && CLAUSE.test(word)))
  );
}
