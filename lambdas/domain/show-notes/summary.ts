import { says, TOPIC } from './cues';
import type { FixedWords } from './fixed-words';
import { type Grounded, groundedWithin, listed, type Part, textOfParts } from './grounded';
import type { CastMember } from './people';
import { labelsOf } from './questions';
import type { Reading, Sentence } from './reading';
import type { Salience } from './salience';
import { isSelfContained } from './self-contained';
import type { SubjectMatter } from './subject-matter';

/** A summary's words at most. */
const MOST_WORDS = 60;

export interface SummaryInputs {
  readonly reading: Reading;
  readonly cast: readonly CastMember[];
  readonly subject: SubjectMatter;
  readonly salience: Salience;
  readonly topics: readonly Grounded[];
}

/** At most 60 words: the host's own introduction where there is one, else who talks about what and the best sentences. */
export function summaryOf(inputs: SummaryInputs): readonly Part[] {
  const introduction = introductionSentences(inputs);
  const opening = introduction.length > 0 ? [] : standfirstOf(inputs);
  const chosen = fill(opening, introduction, inputs);
  const sentences = chosen.map((sentence, index): readonly Part[] => {
    const is = groundedWithin(sentence, 0, sentence.text.length);
    return index > 0 || opening.length > 0 ? [' ', { slot: `sentence${index + 1}`, is }] : [{ slot: 'sentence1', is }];
  });
  return [...opening, ...sentences.flat()];
}

/** One sentence: who is on, and what it is about. */
export function standfirstOf({ reading, cast, topics }: SummaryInputs): readonly Part[] {
  const named = (role: CastMember['person']['role']) =>
    cast
      .filter(({ person }) => person.role === role)
      .map(({ name }) => name)
      .slice(0, 5);
  const [hosts, guests] = [named('host'), named('guest')];
  const isEnglish = reading.lexicon.language === 'en';
  const about: readonly Part[] = topics.length > 0 ? listed('topic', topics.slice(0, 4)) : [];
  const isOne = hosts.length === 1 || (hosts.length === 0 && guests.length === 1);
  const isBoth = hosts.length > 0 && guests.length > 0;
  const talkWith: FixedWords = !isEnglish ? ', ' : isOne ? ' talks with ' : ' talk with ';
  const talkAbout: FixedWords = !isEnglish ? ': ' : isBoth ? ' about ' : isOne ? ' talks about ' : ' talk about ';
  const who = [...listed('host', hosts), ...(isBoth ? [talkWith] : []), ...listed('guest', guests)];
  if (who.length === 0) return about.length > 0 ? [...about, '.'] : [];
  if (about.length === 0) return [...who, '.'];
  return [...who, talkAbout, ...about, '.'];
}

/** What the host says in the opening about the episode. */
function introductionSentences({ reading, cast, subject }: SummaryInputs): readonly Sentence[] {
  const guests = labelsOf(cast, 'guest');
  const end = Math.max(300, reading.wordCount * 0.06);
  return reading.sentences.filter(
    (sentence) =>
      sentence.wordsBefore < end &&
      !guests.has(sentence.speaker) &&
      !sentence.isQuestion &&
      sentence.words.length >= 10 &&
      subject.isProgramme(sentence) &&
      says(sentence, TOPIC, reading.lexicon.language),
  );
}

/** The introduction's sentences while they fit, then the most salient ones of the opening and the whole. */
function fill(opening: readonly Part[], introduction: readonly Sentence[], inputs: SummaryInputs): readonly Sentence[] {
  const { reading, subject, salience } = inputs;
  const rest = reading.sentences
    .filter((sentence) => subject.isOnSubject(sentence) && !sentence.isQuestion && isSelfContained(sentence))
    .map((sentence) => ({ sentence, score: salience.ofSentence(sentence) }))
    .sort((a, b) => b.score - a.score)
    .map(({ sentence }) => sentence);
  let left = MOST_WORDS - textOfParts(opening).split(/\s+/u).length;
  const chosen: Sentence[] = [];
  for (const sentence of [...introduction, ...rest]) {
    const count = sentence.text.split(/\s+/u).length;
    if (left < 8) break;
    if (count > left || count < 6 || chosen.includes(sentence)) continue;
    chosen.push(sentence);
    left -= count;
  }
  return chosen.sort((a, b) => a.index - b.index);
}
