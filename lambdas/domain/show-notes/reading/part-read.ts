import type { Transcript, Warning } from '../../transcript';

/** UTF-16 units that the writer reads, some ninety hours of talk: more takes more memory than a Lambda has. */
const MOST_READ = 5_000_000;

/** The part of a transcript that its show notes are made from: all of it, if anybody could listen to it. */
export interface PartRead {
  readonly transcript: Transcript;
  readonly warnings: readonly Warning[];
}

/** The first turns, as many as are short enough together, and a warning where that is not all. */
export function partRead(transcript: Transcript, most = MOST_READ): PartRead {
  let length = 0;
  const end = transcript.turns.findIndex(({ text }) => {
    length += text.length;
    return length > most;
  });
  if (end < 0) return { transcript, warnings: [] };
  const turns = transcript.turns.slice(0, Math.max(1, end));
  const message =
    `this transcript is very long; its show notes are made from the first ${turns.length} of ` +
    `${transcript.turns.length} turns. The transcript itself is published whole`;
  return { transcript: { ...transcript, turns }, warnings: [{ message }] };
}
