import { isWordCharacter, skipBlanks, wordsOf } from '../../../text/characters';
import type { ScannedLine } from './entries';
import { lowerCaseWords } from './file-words';
import { likenessOf } from './names';
import type { LabelCandidate } from './scanner';
import { type TimeGroup, timeGroup } from './time-group';

const LONGEST_NAME = 3;

interface TimedLine {
  readonly line: ScannedLine;
  readonly time: TimeGroup;
  /** The capitalised words behind the time, three at most: `Nora`, `Nora Whitlock`, `Nora Whitlock So`. */
  readonly openings: readonly string[];
}

/**
 * `[00:01:02] Nora Whitlock And so`: names behind a time that no mark parts from the speech. They count only where
 * nearly every line with a time begins with one of a few openings whose words the file never writes in lower case.
 */
export function timedNames(lines: readonly ScannedLine[]): ReadonlyMap<ScannedLine, LabelCandidate> {
  const timed = lines.flatMap((line) => timedLine(line) ?? []);
  const counts = new Map<string, number>();
  for (const { openings } of timed) for (const opening of openings) counts.set(opening, (counts.get(opening) ?? 0) + 1);
  if (timed.length < 4 || ![...counts.values()].some((count) => count > 1)) return new Map();
  const lowerCase = lowerCaseWords(lines.map(({ text }) => text));
  const isName = (opening: string) =>
    (counts.get(opening) ?? 0) > 1 && !wordsOf(opening).some((word) => lowerCase.has(word.toLowerCase()));
  const labels = new Map<ScannedLine, LabelCandidate>();
  const names = new Set<string>();
  for (const { line, time, openings } of timed) {
    const always = counts.get(openings[0] ?? '');
    const name = openings.filter((opening) => counts.get(opening) === always).at(-1);
    const isShort = name === undefined || !isName(name);
    const chosen = isShort ? openings.filter((opening) => isName(opening)).at(0) : name;
    if (chosen === undefined) continue;
    names.add(chosen);
    labels.set(line, labelOf(line, time, chosen));
  }
  return names.size > 1 && names.size * 2 <= labels.size && labels.size * 10 >= timed.length * 9 ? labels : new Map();
}

function timedLine(line: ScannedLine): TimedLine | undefined {
  const time = timeGroup(line.text, skipBlanks(line.text, 0));
  if (!time) return undefined;
  const openings: string[] = [];
  for (const word of wordsOf(line.text.slice(time.end, time.end + 80)).slice(0, LONGEST_NAME)) {
    if (!isCapitalised(word)) break;
    const opening = openings.length === 0 ? word : `${openings.at(-1)} ${word}`;
    if (likenessOf(opening) !== 'name') break;
    openings.push(opening);
  }
  return { line, time, openings };
}

/** A word of two letters or more, the first a capital, without punctuation. */
function isCapitalised(word: string): boolean {
  if (word.length < 2 || word[0] === word[0]?.toLowerCase()) return false;
  return [...word].every((character) => isWordCharacter(character) || character === '-');
}

function labelOf({ text }: ScannedLine, time: TimeGroup, name: string): LabelCandidate {
  let at = time.end;
  for (const word of wordsOf(name)) at = skipBlanks(text, at) + word.length;
  const [startTime, endTime] = time.times;
  return {
    name,
    shape: `${time.shape}N `,
    strength: 'alone',
    speechAt: skipBlanks(text, at),
    openMark: '',
    spaced: true,
    ...(startTime === undefined ? {} : { startTime }),
    ...(endTime === undefined ? {} : { endTime }),
  };
}
