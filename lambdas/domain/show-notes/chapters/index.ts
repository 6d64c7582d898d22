import type { Chapter } from '../../../contract/published';
import type { CastMember } from '../people';
import type { Reading } from '../reading';
import type { SubjectMatter } from '../reading/subject-matter';
import { chaptersOfHeadings } from './headings';
import { chapterStarts } from './starts';
import { chapterTitles } from './titles';

/** What is talked about, by where it begins: the producer's own headings, else three chapters or more, or none. */
export function chaptersOf(reading: Reading, cast: readonly CastMember[], subject: SubjectMatter): readonly Chapter[] {
  const written = chaptersOfHeadings(reading.transcript);
  if (written.length > 0) return written;
  const starts = chapterStarts(reading, cast, subject);
  const spoken = starts.map((turn, index) =>
    reading.byTurn.slice(turn - 1, (starts[index + 1] ?? Infinity) - 1).flat(),
  );
  const titles = chapterTitles(spoken, reading, subject, cast);
  return titles.map(({ title, anchors }, index) => {
    const turn = starts[index] ?? 1;
    const startTime = reading.turns[turn - 1]?.startTime;
    return { title, turn, anchors, ...(startTime !== undefined && { startTime }) };
  });
}
