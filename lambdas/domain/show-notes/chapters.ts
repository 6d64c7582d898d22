import type { Anchor, Chapter } from '../../contract/published';
import { chapterStarts } from './chapter-starts';
import type { CastMember } from './people';
import { type Phrase, phrasesOf } from './phrases';
import type { Reading, Sentence } from './reading';
import type { Salience } from './salience';
import { nameParts } from './speakers';
import type { SubjectMatter } from './subject-matter';

/** What is talked about, by where it begins: three chapters or more, or none. */
export function chaptersOf(
  reading: Reading,
  cast: readonly CastMember[],
  subject: SubjectMatter,
  salience: Salience,
): readonly Chapter[] {
  const starts = chapterStarts(reading, cast, subject);
  return starts.map((turn, index) => {
    const end = starts[index + 1] ?? reading.turns.length + 1;
    const sentences = reading.byTurn.slice(turn - 1, end - 1).flat();
    const title = titleOf(sentences, reading, subject, salience, cast);
    const startTime = reading.turns[turn - 1]?.startTime;
    return { ...title, turn, ...(startTime !== undefined && { startTime }) };
  });
}

/** The chapter's own best terms, as they are said in it. */
function titleOf(
  sentences: readonly Sentence[],
  reading: Reading,
  subject: SubjectMatter,
  salience: Salience,
  cast: readonly CastMember[],
): Pick<Chapter, 'title' | 'anchors'> {
  const own = sentences.filter(subject.isOnSubject);
  const names = new Set(cast.flatMap(({ person }) => [person.name, ...person.labels].flatMap(nameParts)));
  const isName = ({ grounded }: Phrase) => nameParts(grounded.text).some((part) => names.has(part));
  const phrases = phrasesOf(own.length > 0 ? own : sentences, reading, salience).filter((phrase) => !isName(phrase));
  const [best, second] = phrases;
  const chosen = best && second && best.stems.length < 3 ? [best, second] : best ? [best] : [];
  const title = chosen.map(({ grounded }) => grounded.text).join(' and ') || (sentences[0]?.text.slice(0, 60) ?? '');
  const anchors = chosen.length > 0 ? chosen.flatMap(anchorsOfPhrase) : firstAnchor(sentences[0]);
  return { title: capitalised(title), anchors };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function anchorsOfPhrase({ grounded }: Phrase): readonly Anchor[] {
  return grounded.source.kind === 'turn' ? [grounded.source.anchor] : [];
}

const firstAnchor = (sentence: Sentence | undefined): readonly Anchor[] =>
  sentence ? [{ turn: sentence.turn, words: [sentence.from, Math.min(sentence.to, sentence.from + 60)] }] : [];
