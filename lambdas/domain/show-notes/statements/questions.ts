import type { Question } from '../../../contract/published';
import { capitalised } from '../grounded';
import type { CastMember } from '../people';
import type { Reading, Sentence } from '../reading';
import { says } from '../reading/cues';
import { ASKS_WHO } from '../reading/cues/people';
import { pointsOutside } from '../reading/references';
import type { Salience } from '../reading/salience';
import { disfluencies } from '../reading/self-contained';
import type { SubjectMatter } from '../reading/subject-matter';
import { afterLeadingWords } from './leading-words';

const SHORTEST = 5;
const LONGEST = 60;

/** Last words that stand for something said before. */
const POINTING: ReadonlySet<string> = new Set(
  'that this it them those these there here him her das ihn eso ça'.split(' '),
);

/** About twelve an hour: more are no help to somebody who looks for theirs. */
const wantedQuestions = ({ wordCount }: Reading): number => Math.max(6, Math.min(16, Math.round(wordCount / 750)));

/** Two questions that have so much of their words in common ask the same. */
const SAME = 0.6;

/** The questions that hosts ask about the subject, those that say most of it, each with the turn that answers. */
export function questionsOf(
  reading: Reading,
  cast: readonly CastMember[],
  subject: SubjectMatter,
  salience: Salience,
): readonly Question[] {
  const asked: ReadonlySet<string>[] = [];
  const ranked = questionsAsked(reading, cast, subject)
    .map((question) => ({ ...question, score: salience.ofSentence(question.sentence) }))
    .sort((a, b) => b.score - a.score || a.sentence.index - b.sentence.index)
    .filter(({ sentence }) => {
      const stems = new Set(sentence.stems);
      const isAsked = asked.some((other) => shareInCommon(stems, other) >= SAME);
      if (!isAsked) asked.push(stems);
      return !isAsked;
    });
  return ranked
    .slice(0, wantedQuestions(reading))
    .sort((a, b) => a.sentence.index - b.sentence.index)
    .map(({ question }) => question);
}

/** Of all words of two sets, the share that is in both. */
function shareInCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((stem) => other.has(stem)).length;
  return common / Math.max(1, one.size + other.size - common);
}

function questionsAsked(
  reading: Reading,
  cast: readonly CastMember[],
  subject: SubjectMatter,
): readonly { readonly sentence: Sentence; readonly question: Question }[] {
  const guestLabels = labelsOf(cast, 'guest');
  const isInterview = guestLabels.size > 0;
  const answers = answeringTurns(reading);
  return reading.sentences.flatMap((sentence) => {
    if (!sentence.isQuestion || !subject.isOnSubject(sentence)) return [];
    if (sentence.words.length < SHORTEST || sentence.words.length > LONGEST) return [];
    if (isInterview && guestLabels.has(sentence.speaker)) return [];
    if (isTag(sentence) || isCutOff(sentence) || says(sentence, ASKS_WHO, reading.lexicon.language)) return [];
    if (
      isSocial(sentence) ||
      !asks(sentence, reading) ||
      !isAnswered(sentence, isInterview, answers[sentence.turn - 1], reading)
    )
      return [];
    const { turn, to } = sentence;
    const start = afterAnnouncement(sentence, cast, reading) ?? afterLeadingWords(sentence);
    const from = sentence.from + start;
    const text = capitalised(sentence.text.slice(start));
    const answeredBy = answers[turn - 1];
    return [{ sentence, question: { text, turn, words: [from, to] as const, ...(answeredBy && { answeredBy }) } }];
  });
}

export const labelsOf = (cast: readonly CastMember[], role: CastMember['person']['role']): ReadonlySet<string> =>
  new Set(cast.filter(({ person }) => person.role === role).flatMap(({ person }) => person.labels));

/** "Last question: why …?", "The question is, how …?", "Die erste: Wie …?" */
const ANNOUNCEMENT = new RegExp(
  `^(?:${[
    '(?:(?:and|so|okay|but|now|my|the|our|one|a|another|last|next|first|second|third|final|other|more|quick|main|big|two|obvious) ){1,5}' +
      'questions?(?: (?:for you|(?:i|we) (?:want|wanted|have) to ask))?(?::| (?:is|was|would be)[,:])',
    '(?:(?:and|und) )?(?:(?:the|die) )?(?:first|second|third|last|erste|zweite|dritte|letzte|nächste)(?: one)?:',
    '(?:(?:und|noch|meine|die|eine|letzte|nächste|erste|zweite|dritte|weitere|kurze) ){1,5}frage(?: (?:ist|wäre))?:',
    '(?:(?:y|mi|la|una|última|primera|próxima|siguiente) ){1,4}pregunta(?: es)?:',
    '(?:(?:et|ma|la|une|dernière|première|prochaine) ){1,4}question(?: est)?\\s?:',
  ].join('|')}) `,
  'iu',
);

/** Where a question begins behind the words that announce one, if what is left is a question by itself. */
function afterAnnouncement(sentence: Sentence, cast: readonly CastMember[], { lexicon }: Reading): number | undefined {
  const { text, words } = sentence;
  // "Lena, last question: …"
  const from = afterLeadingWords(sentence, cast);
  const announced = ANNOUNCEMENT.exec(text.slice(from))?.[0].length;
  if (announced === undefined) return undefined;
  const start = from + announced;
  if (words.filter((word) => word.from >= start).length < SHORTEST) return undefined;
  return lexicon.language !== 'en' || ASKS_AT_ONCE.test(text.slice(start)) ? start : undefined;
}

/** "… or?", "Or did you?", "How do you handle that?", begun anew, or half of a quotation: nobody can understand it alone. */
function isCutOff(sentence: Sentence): boolean {
  const { text, plain, stems } = sentence;
  const last = plain.slice(plain.lastIndexOf(' ') + 1);
  const quotationMarks = text.split('"').length - 1;
  return (
    quotationMarks % 2 === 1 ||
    /^(?:or|oder|o|ou)$/u.test(last) ||
    /^(?:or|because|oder|weil|o|porque|ou|parce que) /u.test(plain) ||
    /\.\.\.|…|--/u.test(text) ||
    disfluencies(sentence) > 1 ||
    stems.length === 0 ||
    (POINTING.has(last) && stems.length < 2)
  );
}

/** About the talk itself: how somebody is, what to call them, whether they hear. Also what somebody else once asked. */
const SOCIAL =
  /(?:^| )(?:how are you|how are things|how's it going|how is it going|how have you been|what's up|what is up|do i call you|should i call you|what do i call|can you hear|am i audible|can i say|can i ask|could i ask|may i ask|can you repeat|could you repeat|repeat the question|what was the question|what's the question|do you want to start|do you want to go first|who wants to|shall we|should we start|should we begin|are you ready|ready for|is that okay|why don't you|go ahead|can i have|question for|hand up|chime in|any questions|questions or comments|comments or questions|comment or question|question or comment|have a question|have a comment|follow-up questions?|what did you think|what did you guys|wasn't this|wasn't that|have thoughts|your thoughts|only one we|want to cover|does that make sense|does it make sense|make sense|you know what i mean|do you know what|guess what|can you believe|who knows|anything else|anything to add|wanted to add|want to add|any thoughts|any closing|any last|any final|closing thoughts|last words|what do you think|is it like|was like|did i miss|did i get|did i do|is that right|is that correct|where were we|are you there|are we recording|are we live|how do i pronounce|how do you pronounce|pronounce|find you|reach you|contact you|follow you|find your work|find out more|learn more about you)(?= |$)/u;

/** "She writes, dear Mara, why …?" */
const REPORTED =
  /^(?!(?:what|who|how|why|when|where|which|would|do|did|can|could|should) )(?:\S+ ){1,3}(?:says?|writes?|asks?|said|wrote|asked)[,:] /iu;

/** "So who are you, and what do you do?", "What are we talking about today?" */
const OPENS_TALK = /^(?:(?:so|and|okay) )*(?:who are you(?:$| what | and )|what are we talking about(?:$| today))/u;

const isSocial = ({ plain, text }: Sentence): boolean =>
  SOCIAL.test(plain) || OPENS_TALK.test(plain) || /["“]/u.test(text) || REPORTED.test(text);

/** Begins a question, or stands in one after a comma. */
const ASKING =
  "what what's whats how how's why who who's when where where's which whose is isn't are aren't was wasn't were do don't does doesn't did didn't can could will would should has have had am";
const BEGINS_WITH_ASKING = new RegExp(
  `^(?:(?!(?:i|you|we|they|he|she|it) )\\S+ ){0,2}(?:${ASKING.replaceAll(' ', '|')}) `,
  'u',
);
const ASKS_AT_ONCE = new RegExp(`^(?:${ASKING.replaceAll(' ', '|')}) `, 'iu');
const HAS_ASKING = new RegExp(`[,:–-] ?(?:${ASKING.replaceAll(' ', '|')}) | (?:what|how|why|which) `, 'iu');

/** Whether an English sentence has the form of a question, and says itself what it asks about. */
function asks(sentence: Sentence, { lexicon }: Reading): boolean {
  if (lexicon.language !== 'en') return true;
  const hasForm = BEGINS_WITH_ASKING.test(sentence.plain) || HAS_ASKING.test(sentence.text);
  return hasForm && (new Set(sentence.stems).size > 2 || !pointsOutside(sentence));
}

/** Words of an answer that answers. */
const LEAST_ANSWER = 12;

/**
 * Whether somebody else answers at some length, right after the question or after another of the same turn. Where nobody
 * is a guest, whoever goes on talking after a question did not ask it.
 */
function isAnswered(sentence: Sentence, isInterview: boolean, answer: number | undefined, reading: Reading): boolean {
  if (answer === undefined) return false;
  const after = (reading.byTurn[sentence.turn - 1] ?? []).filter(({ index }) => index > sentence.index);
  const isLast = after.every(({ isQuestion, words }) => isQuestion || words.length <= (isInterview ? 25 : 8));
  const words = (reading.byTurn[answer - 1] ?? []).reduce((sum, each) => sum + each.words.length, 0);
  return isLast && words >= LEAST_ANSWER;
}

/** "…, right?" asks for no answer. */
const isTag = ({ plain }: Sentence): boolean => /(?:^| )(?:right|you know|huh|okay|yeah)$/u.test(plain);

/** By the index of a turn: the first turn of somebody else that follows. */
function answeringTurns({ turns }: Reading): readonly (number | undefined)[] {
  const answering: (number | undefined)[] = new Array(turns.length).fill(undefined);
  for (let index = turns.length - 2; index >= 0; index -= 1) {
    const isSame = turns[index + 1]?.speaker === turns[index]?.speaker;
    answering[index] = isSame ? answering[index + 1] : index + 2;
  }
  return answering;
}
