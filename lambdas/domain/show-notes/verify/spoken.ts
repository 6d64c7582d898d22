import type { Chapter, KeyPoint, Question, Quote } from '../../../contract/published';
import { plain, wordsOf } from '../../text/words';
import { CHAPTER_HEADING } from '../chapters/headings';
import type { FixedWords } from '../fixed-words';
import { capitalised } from '../grounded';
import { type Evidence, type Fault, verifyAnchored, verifyEdit, wordsAt } from './evidence';
import { verifyStatement } from './statements';

/** A key point is a statement, credited to whoever says it. */
export function verifyKeyPoint(part: string, point: KeyPoint, evidence: Evidence): readonly Fault[] {
  const { speaker, anchors } = point;
  const other = anchors.find(({ turn }) => evidence.turns[turn - 1]?.speaker !== speaker);
  return [
    ...verifyStatement(part, point, evidence),
    ...(speaker === undefined || !other
      ? []
      : [
          {
            part,
            message: `credits "${speaker}", but turn ${other.turn} is "${evidence.turns[other.turn - 1]?.speaker}"`,
          },
        ]),
  ];
}

/** A quote is word for word what its speaker says, also one that the producer added. */
export function verifyQuote(part: string, quote: Quote, evidence: Evidence): readonly Fault[] {
  const { text, speaker, turn, words, startTime } = quote;
  const said = evidence.turns[turn - 1];
  return [
    ...verifyAnchored(part, text, { turn, words }, evidence),
    ...(said?.speaker === speaker
      ? []
      : [{ part, message: `credits "${speaker}", but turn ${turn} is "${said?.speaker}"` }]),
    ...verifyTime(part, turn, startTime, evidence),
  ];
}

/** The time lies within the turn, as far as its times are known. */
function verifyTime(part: string, turn: number, time: number | undefined, { turns }: Evidence): readonly Fault[] {
  if (time === undefined) return [];
  const { startTime, endTime } = turns[turn - 1] ?? {};
  const isInside = startTime !== undefined && time >= startTime && (endTime === undefined || time <= endTime);
  return isInside ? [] : [{ part, message: `the time ${time} s is not within turn ${turn}` }];
}

/** A question is word for word but for its first letter, which may be a capital, and somebody else answers later. */
export function verifyQuestion(part: string, question: Question, evidence: Evidence): readonly Fault[] {
  const { text, turn, words, answeredBy } = question;
  const isAnswer =
    answeredBy === undefined ||
    (answeredBy > turn && evidence.turns[answeredBy - 1]?.speaker !== evidence.turns[turn - 1]?.speaker);
  const said = wordsAt({ turn, words }, evidence) ?? '';
  const isCapitalised = text === capitalised(said);
  return [
    ...(isCapitalised ? [] : verifyAnchored(part, text, { turn, words }, evidence)),
    ...(isAnswer && evidence.turns.length >= (answeredBy ?? 0)
      ? []
      : [{ part, message: `turn ${answeredBy} is no answer` }]),
  ];
}

/** Chapters ascend, and their titles are made of words that their anchors hold. */
export function verifyChapters(chapters: readonly Chapter[], evidence: Evidence): readonly Fault[] {
  return chapters.flatMap((chapter, index) => {
    const part = `chapters[${index}]`;
    const isAscending = chapter.turn > (chapters[index - 1]?.turn ?? 0) && chapter.turn <= evidence.turns.length;
    return [
      ...(isAscending ? [] : [{ part, message: `turn ${chapter.turn} is out of order` }]),
      ...verifyTime(part, chapter.turn, chapter.startTime, evidence),
      ...(chapter.edited
        ? verifyEdit(part, chapter.title, 'chapters[].title', evidence)
        : verifyTitle(part, chapter, chapters[index + 1]?.turn, evidence)),
    ];
  });
}

function verifyTitle(part: string, chapter: Chapter, next: number | undefined, evidence: Evidence): readonly Fault[] {
  const { title, anchors, turn } = chapter;
  const isHeading = evidence.details.some(({ name, value }) => name === CHAPTER_HEADING && value === title);
  if (anchors.length === 0 && isHeading) return [];
  const outside = anchors.find((anchor) => anchor.turn < turn || (next !== undefined && anchor.turn >= next));
  if (outside) return [{ part, message: `the title rests on turn ${outside.turn}, which is in another chapter` }];
  const said = anchors.map((anchor) => wordsAt(anchor, evidence) ?? '');
  if (JOINTS.some((joint) => spelled(said.join(joint)) === spelled(title))) return [];
  return [{ part, message: `is called "${title}", but its anchors say "${said.join(', ')}"` }];
}

/** What may stand between the anchored words of a title. */
const JOINTS: readonly FixedWords[] = [' and ', ' und ', ' y ', ' e ', ' et ', ', '];

/** The first letter may be a capital. */
const spelled = (text: string): string =>
  wordsOf(text, 'en')
    .map((word) => plain(word.text))
    .join(' ');
