import type { Question } from '../../contract/published';
import { ASKS_WHO, says } from './cues';
import type { CastMember } from './people';
import type { Reading, Sentence } from './reading';
import type { SubjectMatter } from './subject-matter';

const SHORTEST = 5;
const LONGEST = 60;

/** The questions that hosts ask about the subject, each with the turn that answers. */
export function questionsOf(
  reading: Reading,
  cast: readonly CastMember[],
  subject: SubjectMatter,
): readonly Question[] {
  const guestLabels = labelsOf(cast, 'guest');
  const isInterview = guestLabels.size > 0;
  return reading.sentences.flatMap((sentence) => {
    if (!sentence.isQuestion || !subject.isOnSubject(sentence)) return [];
    if (sentence.words.length < SHORTEST || sentence.words.length > LONGEST) return [];
    if (isInterview && guestLabels.has(sentence.speaker)) return [];
    if (isTag(sentence) || says(sentence, ASKS_WHO, reading.lexicon.language)) return [];
    const answeredBy = answerTo(sentence, reading);
    const { text, turn, from, to } = sentence;
    return [{ text, turn, words: [from, to] as const, ...(answeredBy && { answeredBy }) }];
  });
}

export const labelsOf = (cast: readonly CastMember[], role: CastMember['person']['role']): ReadonlySet<string> =>
  new Set(cast.filter(({ person }) => person.role === role).flatMap(({ person }) => person.labels));

/** "…, right?" asks for no answer. */
const isTag = ({ plain }: Sentence): boolean => /(?:^| )(?:right|you know|huh|okay|yeah)$/u.test(plain);

/** The first turn of somebody else that follows. */
function answerTo(question: Sentence, { turns }: Reading): number | undefined {
  const next = turns.findIndex(({ speaker }, index) => index >= question.turn && speaker !== question.speaker);
  return next < 0 ? undefined : next + 1;
}
