/** Objects of a bucket that are read at the same time. */
const READS_AT_ONCE = 16;

/** What `read` gives for each of `all`, in their order, a few at a time. */
export async function readEach<Key, Found>(
  all: readonly Key[],
  read: (key: Key) => Promise<Found>,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (let at = 0; at < all.length; at += READS_AT_ONCE) {
    found.push(...(await Promise.all(all.slice(at, at + READS_AT_ONCE).map(read))));
  }
  return found;
}
