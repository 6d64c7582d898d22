import type { Piece } from './inline';

type Emphasis = Piece & { kind: 'emphasis' };

/** Takes off every `*` and `_` that has a partner; one without stays as it was written. */
export function removeEmphasis(pieces: readonly Piece[]): readonly Piece[] {
  const open: Record<string, Emphasis[]> = { '*': [], _: [] };
  for (const piece of pieces) {
    if (piece.kind !== 'emphasis') continue;
    const openers = open[piece.mark] as Emphasis[];
    while (piece.closes && piece.count > 0 && openers.length > 0) {
      const opener = openers.at(-1) as Emphasis;
      const removed = Math.min(opener.count, piece.count);
      opener.count -= removed;
      piece.count -= removed;
      if (opener.count === 0) openers.pop();
    }
    if (piece.opens && piece.count > 0) openers.push(piece);
  }
  return pieces;
}
