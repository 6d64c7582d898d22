import type { PublishedTurn } from '../../contract/published';
import type { Change } from '../../contract/receipt';

/** What became of the turns of one publication in the next. */
export interface TurnComparison {
  readonly changes: readonly Change[];
  /** Labels that were replaced wherever they stood: the earlier label, and the one now. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Where a turn of the earlier publication would stand now if nothing around it had moved. */
  readonly placeOf: (turn: number) => number;
}

interface Pair {
  readonly earlier: PublishedTurn;
  readonly now: PublishedTurn;
}

/** Turns that say the same belong together, in order; of the others those that stand where one would be expected. */
export function compareTurns(before: readonly PublishedTurn[], after: readonly PublishedTurn[]): TurnComparison {
  const placeOf = placesIn(before, after);
  const same = pairsOf(before, after);
  const corrected = correctedIn(before, after, same, placeOf);
  const pairs = [...same, ...corrected];
  const renamed = renamedIn(pairs, after);
  const isReordered = pairs.length === Math.max(before.length, after.length) && !isOrdered(same);
  return {
    changes: [
      ...reattributedIn(pairs, renamed),
      ...counted(corrected.length, 'One turn reads differently.', 'turns read differently.'),
      ...counted(after.length - pairs.length, 'One turn is new.', 'turns are new.'),
      ...counted(before.length - pairs.length, 'One turn is gone.', 'turns are gone.'),
      ...(isReordered ? [change('The turns are in another order.')] : []),
      ...timesIn(before, after, pairs),
    ],
    renamed,
    placeOf,
  };
}

const change = (message: string): Change => ({ part: 'turns', message });

const counted = (count: number, one: string, many: string): readonly Change[] =>
  count === 0 ? [] : [change(count === 1 ? one : `${count} ${many}`)];

function pairsOf(before: readonly PublishedTurn[], after: readonly PublishedTurn[]): readonly Pair[] {
  const saying = new Map<string, PublishedTurn[]>();
  for (const turn of [...before].reverse()) {
    const same = saying.get(turn.text);
    if (same) same.push(turn);
    else saying.set(turn.text, [turn]);
  }
  return after.flatMap((now) => {
    const earlier = saying.get(now.text)?.pop();
    return earlier ? [{ earlier, now }] : [];
  });
}

function correctedIn(
  before: readonly PublishedTurn[],
  after: readonly PublishedTurn[],
  same: readonly Pair[],
  placeOf: (turn: number) => number,
): readonly Pair[] {
  const taken = new Set(same.flatMap(({ earlier, now }) => [earlier, now]));
  return before.flatMap((earlier, index) => {
    const now = after[placeOf(index + 1) - 1];
    if (!now || taken.has(earlier) || taken.has(now)) return [];
    taken.add(now);
    return [{ earlier, now }];
  });
}

/** Whether the pairs, which are in the order of the later turns, are in that of the earlier ones too. */
const isOrdered = (pairs: readonly Pair[]): boolean =>
  pairs.every(({ earlier }, index) => index === 0 || (pairs[index - 1]?.earlier.line ?? 0) <= earlier.line);

/** A label is renamed where all that it said is said by one other, and it says nothing any more. */
function renamedIn(pairs: readonly Pair[], after: readonly PublishedTurn[]): ReadonlyMap<string, string> {
  const labels = new Set(after.map(({ speaker }) => speaker));
  const successors = new Map<string, Set<string>>();
  for (const { earlier, now } of pairs)
    successors.set(earlier.speaker, (successors.get(earlier.speaker) ?? new Set()).add(now.speaker));
  const isReplaced = ([label, found]: readonly [string, ReadonlySet<string>]) =>
    label !== '' && !labels.has(label) && found.size === 1 && !found.has('');
  return new Map([...successors].filter(isReplaced).map(([label, found]) => [label, [...found].join('')]));
}

/** More pairs of speakers tell a producer nothing: the speakers were recognised anew. */
const MOST_MOVES = 5;

/** Turns that somebody else says now, although nobody was renamed. */
function reattributedIn(pairs: readonly Pair[], renamed: ReadonlyMap<string, string>): readonly Change[] {
  const counts = new Map<string, number>();
  for (const { earlier, now } of pairs) {
    if (earlier.speaker === now.speaker || renamed.get(earlier.speaker) === now.speaker) continue;
    const move = `${nameOf(now)}, not by ${nameOf(earlier)}`;
    counts.set(move, (counts.get(move) ?? 0) + 1);
  }
  if (counts.size > MOST_MOVES) {
    const turns = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return [change(`${turns} turns are now said by somebody else.`)];
  }
  return [...counts].map(([move, count]) =>
    change(count === 1 ? `One turn is now said by ${move}.` : `${count} turns are now said by ${move}.`),
  );
}

const nameOf = ({ speaker }: PublishedTurn): string => (speaker === '' ? 'a speaker without a name' : speaker);

function timesIn(
  before: readonly PublishedTurn[],
  after: readonly PublishedTurn[],
  pairs: readonly Pair[],
): readonly Change[] {
  const [had, have] = [before, after].map((turns) => turns.some(({ startTime }) => startTime !== undefined));
  if (!had && have) return [change('The turns have times now.')];
  if (had && !have) return [change('The turns have no times any more.')];
  const isOther = ({ earlier, now }: Pair) => earlier.startTime !== now.startTime || earlier.endTime !== now.endTime;
  return counted(pairs.filter(isOther).length, 'One turn has another time.', 'turns have other times.');
}

/** Follows the nearest turn at or before the given one whose text stands exactly once on either side. */
function placesIn(before: readonly PublishedTurn[], after: readonly PublishedTurn[]): (turn: number) => number {
  const [earlier, now] = [uniqueIn(before), uniqueIn(after)];
  let shift = 0;
  const places = before.map(({ text }, index) => {
    const place = earlier.get(text) === index + 1 ? now.get(text) : 0;
    if (place) shift = place - index - 1;
    return index + 1 + shift;
  });
  return (turn) => places[turn - 1] ?? turn;
}

/** Numbers of the turns by their text; 0 for a text that stands more than once. */
function uniqueIn(turns: readonly PublishedTurn[]): ReadonlyMap<string, number> {
  const unique = new Map<string, number>();
  for (const [index, { text }] of turns.entries()) unique.set(text, unique.has(text) ? 0 : index + 1);
  return unique;
}
