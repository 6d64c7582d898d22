import type { Anchor, Chapter, Detail, Person, PublishedTurn } from '../../../contract/published';
import type { Speech } from './speech';

/** What show notes may rest on. */
export interface Evidence {
  readonly turns: readonly PublishedTurn[];
  readonly details: readonly Detail[];
  readonly people: readonly Person[];
  readonly chapters: readonly Chapter[];
  readonly speech: Speech;
}

/** A part of the show notes that does not hold, such as `quotes[2]`, and why. */
export interface Fault {
  readonly part: string;
  readonly message: string;
}

/** The anchored words; undefined where there is no such turn, or no such words in it. */
export function wordsAt({ turn, words: [from, to] }: Anchor, { turns }: Evidence): string | undefined {
  const text = turns[turn - 1]?.text;
  if (text === undefined || !Number.isInteger(from) || !Number.isInteger(to)) return undefined;
  return from >= 0 && from < to && to <= text.length ? text.slice(from, to) : undefined;
}

/** The fault of anchored words that are not the text, or none. */
export function verifyAnchored(part: string, text: string, anchor: Anchor, evidence: Evidence): readonly Fault[] {
  const said = wordsAt(anchor, evidence);
  if (said === text) return [];
  const [from, to] = anchor.words;
  if (said === undefined) return [{ part, message: `there are no words ${from} to ${to} in turn ${anchor.turn}` }];
  return [{ part, message: `says "${text}", but turn ${anchor.turn} says "${said}" there` }];
}

/**
 * The fault of an edited text that is not in the episode file's edit of that key (`summary`, `chapters[].title`), or none.
 * Edits need no ground in the turns.
 */
export function verifyEdit(part: string, text: string, key: string, { details }: Evidence): readonly Fault[] {
  const isOfFile = details.some(({ name, value }) => value === text && keyOfEdit(name) === key);
  return isOfFile ? [] : [{ part, message: `is marked as edited, but no edit says "${text}"` }];
}

/** `blurbs.x` of `episode.edits.blurbs.x.text`, without the numbers of lists. */
const keyOfEdit = (name: string): string | undefined =>
  /^episode\.edits\.(.+?)(?:\.text)?$/u.exec(name)?.[1]?.replaceAll(/\[\d+\]/gu, '[]');
