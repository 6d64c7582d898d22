import type { Chapter } from '../../contract/published';

export interface TimedChapter extends Chapter {
  readonly startTime: number;
}

/** The chapters, where each begins later than the one before; none where a time is missing or goes back. */
export function timedChapters(chapters: readonly Chapter[]): readonly TimedChapter[] {
  const timed = chapters.filter(isTimed);
  const isInOrder = timed.every(({ startTime }, index) => startTime > (timed[index - 1]?.startTime ?? -1));
  return timed.length === chapters.length && isInOrder ? timed : [];
}

const isTimed = (chapter: Chapter): chapter is TimedChapter => chapter.startTime !== undefined;
