import type { Quote } from '../../../contract/published';
import { type Turn, timesWithin } from '../../transcript';

/** A stretch of the audio worth hearing alone, in seconds. */
export interface Soundbite {
  readonly startTime: number;
  readonly duration: number;
  readonly title: string;
}

/** Seconds that podcast apps recommend. */
const SHORTEST = 15;
const LONGEST = 120;

/** The quotes, or the turns around them, where the transcript has the times of start and end; none is made up. */
export function soundbitesOf(quotes: readonly Quote[], turns: readonly Turn[]): Soundbite[] {
  return quotes.flatMap((quote) => {
    const turn = turns[quote.turn - 1];
    if (!turn) return [];
    const end = turn.endTime ?? turns[quote.turn]?.startTime;
    const words = [quote.startTime, timeAfter(turn, quote.words[1]) ?? end] as const;
    const stretch = [words, [turn.startTime, end] as const].find(isOfGoodLength);
    return stretch ? [{ startTime: stretch[0], duration: rounded(stretch[1] - stretch[0]), title: quote.text }] : [];
  });
}

/** The first time inside the turn that is not before `offset`. */
const timeAfter = (turn: Turn, offset: number): number | undefined =>
  timesWithin(turn).find(([at]) => at >= offset)?.[1];

function isOfGoodLength(stretch: readonly [from?: number, to?: number]): stretch is readonly [number, number] {
  const [from, to] = stretch;
  return from !== undefined && to !== undefined && to - from >= SHORTEST && to - from <= LONGEST;
}

const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;
