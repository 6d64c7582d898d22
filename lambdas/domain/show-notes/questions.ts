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
  const answers = answeringTurns(reading);
  return reading.sentences.flatMap((sentence) => {
    if (!sentence.isQuestion || !subject.isOnSubject(sentence)) return [];
    if (sentence.words.length < SHORTEST || sentence.words.length > LONGEST) return [];
    if (isInterview && guestLabels.has(sentence.speaker)) return [];
    if (isTag(sentence) || says(sentence, ASKS_WHO, reading.lexicon.language)) return [];
    const { text, turn, from, to } = sentence;
    const answeredBy = answers[turn - 1];
    return [{ text, turn, words: [from, to] as const, ...(answeredBy && { answeredBy }) }];
  });
}

export const labelsOf = (cast: readonly CastMember[], role: CastMember['person']['role']): ReadonlySet<string> =>
  new Set(cast.filter(({ person }) => person.role === role).flatMap(({ person }) => person.labels));

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
