/** As much of a label as tells in which shape a file writes its speakers. */
interface Shaped {
  readonly candidate: { readonly shape: string; readonly strength: string };
  readonly label: { readonly key: string; readonly isNote: boolean; readonly isEvent: boolean };
  readonly tally: { readonly count: number; readonly first: { readonly likeness: string } };
}

/** The shape in which most labels that come back are written. */
export interface UsualShape {
  readonly shape: string;
  /** How many labels of it come back. */
  readonly count: number;
  /** What they name. */
  readonly keys: ReadonlySet<string>;
  /** How many labels that come back have this shape. */
  countOf(shape: string): number;
}

/** Finds out how a file writes its speakers, before it is decided who they are. */
export function usualShapeOf(labels: readonly Shaped[]): UsualShape {
  const counts = new Map<string, number>();
  const repeated = labels.filter(comesBack);
  for (const { candidate } of repeated) counts.set(candidate.shape, (counts.get(candidate.shape) ?? 0) + 1);
  const [shape, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), ['', 0]);
  const keys = new Set(repeated.filter(({ candidate }) => candidate.shape === shape).map(({ label }) => label.key));
  return { shape, count, keys, countOf: (other) => counts.get(other) ?? 0 };
}

function comesBack({ candidate, label, tally }: Shaped): boolean {
  return (
    tally.count > 1 &&
    candidate.strength !== 'bare' &&
    tally.first.likeness !== 'prose' &&
    !label.isNote &&
    !label.isEvent
  );
}

/** Whether labels of a shape are entries of a list within what somebody says whose label is in none. */
export function isListWithin(shape: string, usual: UsualShape): boolean {
  return shape.startsWith('-') && !usual.shape.startsWith('-') && isRareBeside(shape, usual);
}

/** Whether hardly any labels have a shape, beside the usual one. */
export function isRareBeside(shape: string, usual: UsualShape): boolean {
  return shape !== usual.shape && usual.countOf(shape) * 3 < usual.count;
}
