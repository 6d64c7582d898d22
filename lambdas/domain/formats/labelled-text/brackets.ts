/** Whoever writes more brackets into one paragraph marks nothing up with them. */
const MOST_BRACKETS = 5000;

/** For every `[` of a paragraph the `]` that closes it, escaped or not; brackets without a partner are left out. */
export function closingBrackets(source: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  if (!source.includes('[')) return closing;
  const open: number[] = [];
  for (let at = 0; at < source.length && open.length + closing.size < MOST_BRACKETS; at += 1) {
    const character = source[at];
    if (character === '[') open.push(at);
    else if (character === ']') {
      const from = open.pop();
      if (from !== undefined) closing.set(from, at);
    }
  }
  return closing;
}
