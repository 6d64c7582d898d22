import type { ShowNotes, Statement } from '../../contract/published';

/** A statement as it is shown: its text and the turns that it names. */
export type Shown = Pick<Statement, 'text' | 'anchors' | 'composition'>;

/** What stands above the sections. */
export interface Lead {
  /** None where the standfirst says nothing. */
  readonly standfirst?: Shown;
  /** The summary, without a standfirst that it begins with; none where nothing is left. */
  readonly summary?: Shown;
}

/** Standfirst and summary one below the other, so that nothing is said twice. */
export function leadOf({ standfirst, summary }: Pick<ShowNotes, 'standfirst' | 'summary'>): Lead {
  if (standfirst.text === '') return { summary };
  const rest = summary.text.startsWith(standfirst.text) ? behind(summary, standfirst) : summary;
  return rest.text === '' ? { standfirst } : { standfirst, summary: rest };
}

/** The rest of a statement behind another that it begins with, with what only the rest comes from. */
function behind(whole: Statement, beginning: Statement): Shown {
  const said = new Set(beginning.anchors.map(keyOf));
  const slots = Object.entries(whole.composition?.slots ?? {}).filter(
    ([name]) => beginning.composition?.slots[name] === undefined,
  );
  return {
    text: whole.text.slice(beginning.text.length).trim(),
    anchors: whole.anchors.filter((anchor) => !said.has(keyOf(anchor))),
    ...(whole.composition && { composition: { ...whole.composition, slots: Object.fromEntries(slots) } }),
  };
}

const keyOf = ({ turn, words }: Statement['anchors'][number]): string => [turn, words].join();
