import type { Question } from '../../../contract/published';
import type { CastMember } from '../people';
import type { Reading, Sentence } from '../reading';
import { says } from '../reading/cues';
import { ASKS_WHO } from '../reading/cues/people';
import type { Salience } from '../reading/salience';
import type { SubjectMatter } from '../reading/subject-matter';

const SHORTEST = 5;
const LONGEST = 60;

/** Words before a question that are no part of it. */
const LEADING: ReadonlySet<string> = new Set(
  'um uh erm so and but okay ok well yeah yes right like now then great cool alright also und aber äh ähm ja y pero entonces et mais alors donc euh'.split(
    ' ',
  ),
);
/** Last words that stand for something said before. */
const POINTING: ReadonlySet<string> = new Set(
  'that this it them those these there here him her das ihn eso ça'.split(' '),
);

/** About fifteen an hour: more are no help to somebody who looks for theirs. */
const wantedQuestions = ({ wordCount }: Reading): number => Math.max(6, Math.min(20, Math.round(wordCount / 600)));

/** The questions that hosts ask about the subject, those that say most of it, each with the turn that answers. */
export function questionsOf(
  reading: Reading,
  cast: readonly CastMember[],
  subject: SubjectMatter,
  salience: Salience,
): readonly Question[] {
  const asked = new Set<string>();
  const ranked = questionsAsked(reading, cast, subject)
    .map((question) => ({ ...question, score: salience.ofSentence(question.sentence) }))
    .sort((a, b) => b.score - a.score || a.sentence.index - b.sentence.index)
    .filter(({ sentence }) => {
      const key = [...new Set(sentence.stems)].sort().join(' ');
      return asked.has(key) ? false : asked.add(key);
    });
  return ranked
    .slice(0, wantedQuestions(reading))
    .sort((a, b) => a.sentence.index - b.sentence.index)
    .map(({ question }) => question);
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
    const { turn, to } = sentence;
    const from = sentence.from + (sentence.words.find(({ spelling }) => !LEADING.has(spelling.plain))?.from ?? 0);
    const text = capitalised(sentence.text.slice(from - sentence.from));
    const answeredBy = answers[turn - 1];
    return [{ sentence, question: { text, turn, words: [from, to] as const, ...(answeredBy && { answeredBy }) } }];
  });
}

export const labelsOf = (cast: readonly CastMember[], role: CastMember['person']['role']): ReadonlySet<string> =>
  new Set(cast.filter(({ person }) => person.role === role).flatMap(({ person }) => person.labels));

/** Begins with a capital, as a line of a list does. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "… or?", "How do you handle that?", or half of a quotation: nobody can understand it alone. */
function isCutOff({ text, plain, stems }: Sentence): boolean {
  const last = plain.slice(plain.lastIndexOf(' ') + 1);
  const quotationMarks = text.split('"').length - 1;
  return (
    quotationMarks % 2 === 1 ||
    /^(?:or|oder|o|ou)$/u.test(last) ||
    /(?:\.\.\.|…)\?$/u.test(text) ||
    stems.length === 0 ||
    (POINTING.has(last) && stems.length < 2)
  );
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
