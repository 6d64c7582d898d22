import type { Statement } from '../../../contract/published';
import { type Html, html } from '../escaping/html';
import type { Wording } from '../wording';

/** The id of a turn in every transcript that the product publishes. */
export const turnId = (turn: number): string => `turn-${turn}`;

/** The turns that a statement comes from, ascending, each once: its anchors and those of its composition's slots. */
export function turnsOf({ anchors, composition }: Pick<Statement, 'anchors' | 'composition'>): number[] {
  const slots = Object.values(composition?.slots ?? {}).flatMap(({ anchor }) => anchor ?? []);
  return ascending([...anchors, ...slots].map(({ turn }) => turn));
}

/** Where links to turns lead, and in which words they are told of. */
export interface TurnTarget {
  /** The address of the transcript, empty for this page. */
  readonly transcript: string;
  readonly words: Wording;
}

/** Small links to turns, for the end of a sentence. */
export function turnLinks(turns: readonly number[], { transcript, words }: TurnTarget): Html {
  const shown = ascending(turns);
  if (shown.length === 0) return html``;
  return html` <span class="anchors">${shown.map((turn, index) => {
    const link = html`<a href="${transcript}#${turnId(turn)}" aria-label="${words.turns([turn])}">${turn}</a>`;
    return index === 0 ? link : html` ${link}`;
  })}</span>`;
}

const ascending = (turns: readonly number[]): number[] =>
  [...new Set(turns)].filter((turn) => turn > 0).sort((a, b) => a - b);
