import type { Chapter, Detail } from '../../../contract/published';
import type { Heading, Transcript } from '../../transcript';

/** Fewer headings between turns than this divide nothing. */
const FEWEST = 2;

/** The headings that divide the conversation: the last above each turn, without the file's title; none where there is but one. */
export function headingsBetweenTurns({ headings, turns }: Transcript): readonly Heading[] {
  const isTitle = ({ level, beforeTurn }: Heading) => level === 1 && beforeTurn === 1;
  const byTurn = new Map(
    headings
      .filter((heading) => !isTitle(heading) && heading.beforeTurn <= turns.length)
      .map((heading) => [heading.beforeTurn, heading]),
  );
  const isInside = [...byTurn.keys()].filter((turn) => turn > 1).length >= FEWEST;
  return isInside ? [...byTurn.values()].sort((a, b) => a.beforeTurn - b.beforeTurn) : [];
}

/** Chapters that the producer has written as headings, word for word. */
export const chaptersOfHeadings = (transcript: Transcript): readonly Chapter[] =>
  headingsBetweenTurns(transcript).map(({ text, beforeTurn: turn }) => {
    const startTime = transcript.turns[turn - 1]?.startTime;
    return { title: text, turn, anchors: [], ...(startTime !== undefined && { startTime }) };
  });

/** What a chapter's heading is called in the details. */
export const CHAPTER_HEADING = 'episode.chapter';

/** The headings as details, so that each chapter's title can be looked up. */
export const headingDetails = (transcript: Transcript): readonly Detail[] =>
  headingsBetweenTurns(transcript).map(({ text, line }) => ({
    name: CHAPTER_HEADING,
    value: text,
    source: 'heading',
    line,
  }));
