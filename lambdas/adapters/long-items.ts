import type { TableKey } from '../contract/table-keys';

/** UTF-16 units of each long text in one item: at 3 bytes a unit, two of them stay below DynamoDB's 400 KB an item. */
const SLICE = 60_000;

/** Short attributes stay in the first item; long texts go on in as many further items as they need. */
export interface LongItem {
  readonly key: TableKey;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly texts: Readonly<Record<string, string>>;
}

/** The items of one `LongItem`: its own key first, then `<sk>#PART#00002` and so on, in sort order. */
export function splitItem({ key, attributes, texts }: LongItem): readonly (TableKey & Record<string, unknown>)[] {
  const slices = Object.entries(texts).map(([name, text]) => [name, slicesOf(text)] as const);
  const count = Math.max(1, ...slices.map(([, parts]) => parts.length));
  return Array.from({ length: count }, (_, index) => ({
    pk: key.pk,
    sk: index === 0 ? key.sk : `${key.sk}#PART#${String(index + 1).padStart(5, '0')}`,
    ...(index === 0 && { ...attributes, parts: count }),
    ...Object.fromEntries(
      slices.flatMap(([name, parts]) => (parts[index] === undefined ? [] : [[name, parts[index]]])),
    ),
  }));
}

/** Joins what `splitItem` split; undefined where a part is missing. `items` are in sort order. */
export function joinItems(
  items: readonly Record<string, unknown>[],
  texts: readonly string[],
): readonly Record<string, unknown>[] | undefined {
  const joined: Record<string, unknown>[] = [];
  for (let index = 0; index < items.length; ) {
    const first = items[index];
    const count = Number(first?.parts);
    const parts = items.slice(index, index + count);
    if (!first || !(count >= 1) || parts.length < count || parts.some((part, at) => at > 0 && part.parts !== undefined))
      return undefined;
    const whole = texts.flatMap((name) =>
      first[name] === undefined ? [] : [[name, parts.map((part) => part[name] ?? '').join('')]],
    );
    joined.push({ ...first, ...Object.fromEntries(whole) });
    index += count;
  }
  return joined;
}

/** Cuts between characters, never inside a surrogate pair. */
function slicesOf(text: string): string[] {
  const slices: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = Math.min(from + SLICE, text.length);
    const isInsidePair =
      end < text.length && /[\uD800-\uDBFF]/u.test(text.charAt(end - 1)) && /[\uDC00-\uDFFF]/u.test(text.charAt(end));
    const to = isInsidePair ? end - 1 : end;
    slices.push(text.slice(from, to));
    from = to;
  }
  return slices;
}
