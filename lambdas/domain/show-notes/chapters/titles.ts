import type { Chapter } from '../../../contract/published';
import { capitalised } from '../grounded';
import { type CastMember, namesOfCast } from '../people';
import { anchorWithin, type Reading, type Sentence } from '../reading';
import { says } from '../reading/cues';
import { LEADS_ON } from '../reading/cues/subject';
import { nounsIn } from '../reading/noun-phrases';
import type { SpokenWord } from '../reading/spellings';
import type { SubjectMatter } from '../reading/subject-matter';
import { labelsOf } from '../statements/questions';
import { titleOfPhrases } from './title-phrases';
import { titleQuestion } from './title-questions';
import { chapterWeights } from './word-weights';

/** A title, and where its words are said. */
export type Title = Pick<Chapter, 'title' | 'anchors'>;

/** What each chapter is about, as it is said there: its short question, or the name of one thing or two. */
export function chapterTitles(
  chapters: readonly (readonly Sentence[])[],
  reading: Reading,
  subject: SubjectMatter,
  cast: readonly CastMember[],
): readonly Title[] {
  // "Let's move on to the parrot" is about the talk, and tells all the same what comes.
  const tellsWhatComes = (sentence: Sentence) =>
    subject.isProgramme(sentence) && says(sentence, LEADS_ON, reading.lexicon.language);
  const own = chapters.map((sentences) => {
    const onSubject = sentences.filter((sentence) => subject.isOnSubject(sentence) || tellsWhatComes(sentence));
    return onSubject.length > 0 ? onSubject : sentences;
  });
  const names = namesOfCast(cast);
  const isName = ({ spelling }: SpokenWord) => names.has(spelling.folded);
  const weights = chapterWeights(own, isName);
  const hosts = labelsOf(cast, 'host');
  const nouns = nounsIn(reading.sentences, reading.lexicon.language);
  const taken = new Set<string>();
  return own.map((sentences, index) => {
    const inputs = { reading, weightOf: weights[index] ?? (() => 0), isName, hosts, nouns };
    return (
      titleQuestion(sentences, inputs, taken) ??
      titleOfPhrases(sentences, inputs, taken) ??
      firstWords(chapters[index] ?? [])
    );
  });
}

function firstWords([sentence]: readonly Sentence[]): Title {
  if (!sentence) return { title: '', anchors: [] };
  const to = sentence.words.findLast((word) => word.to <= 60)?.to ?? Math.min(60, sentence.text.length);
  return { title: capitalised(sentence.text.slice(0, to)), anchors: [anchorWithin(sentence, 0, to)] };
}
