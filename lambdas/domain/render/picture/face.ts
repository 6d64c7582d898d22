/** What setting a line needs to know of a typeface. */
export interface Face {
  readonly covers: (character: string) => boolean;
  /** How far the pen moves, in ems. */
  readonly widthOf: (character: string) => number;
}

/** Reads a TrueType or OpenType file, whose numbers are big-endian, as far as it is asked for characters. */
export function readFace(file: Uint8Array): Face {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = tablesOf(view);
  const at = (table: string): number => {
    const offset = tables.get(table);
    if (offset === undefined) throw new Error(`the typeface has no table ${table}`);
    return offset;
  };
  const unitsPerEm = view.getUint16(at('head') + 18);
  const metrics = { first: at('hmtx'), count: view.getUint16(at('hhea') + 34) };
  const glyphOf = glyphsIn(view, at('cmap'));
  const glyph = (character: string): number => glyphOf(character.codePointAt(0) ?? 0);
  return {
    covers: (character) => glyph(character) !== 0,
    // Glyphs beyond the last of these are as wide as that one.
    widthOf: (character) =>
      view.getUint16(metrics.first + 4 * Math.min(glyph(character), metrics.count - 1)) / unitsPerEm,
  };
}

function tablesOf(view: DataView): ReadonlyMap<string, number> {
  const count = view.getUint16(4);
  const records = Array.from({ length: count }, (_, index) => 12 + 16 * index);
  return new Map(records.map((record) => [tagAt(view, record), view.getUint32(record + 8)]));
}

const tagAt = (view: DataView, offset: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(offset + byte)));

/** From a code point to its glyph, 0 where there is none. Format 12 knows all characters, format 4 those of two bytes. */
function glyphsIn(view: DataView, cmap: number): (codePoint: number) => number {
  const count = view.getUint16(cmap + 2);
  const maps = Array.from({ length: count }, (_, index) => cmap + view.getUint32(cmap + 8 + 8 * index));
  const withFormat = (format: number) => maps.find((map) => view.getUint16(map) === format);
  const [whole, basic] = [withFormat(12), withFormat(4)];
  if (whole !== undefined) return (codePoint) => glyphInGroups(view, whole, codePoint);
  if (basic !== undefined) return (codePoint) => glyphInSegments(view, basic, codePoint);
  throw new Error('the typeface maps no characters in a way that is known here');
}

function glyphInGroups(view: DataView, map: number, codePoint: number): number {
  const groupAt = (index: number) => map + 16 + 12 * index;
  const index = firstIndex(view.getUint32(map + 12), (each) => view.getUint32(groupAt(each) + 4) >= codePoint);
  if (index === undefined) return 0;
  const start = view.getUint32(groupAt(index));
  return codePoint < start ? 0 : view.getUint32(groupAt(index) + 8) + codePoint - start;
}

function glyphInSegments(view: DataView, map: number, codePoint: number): number {
  const size = view.getUint16(map + 6);
  const valueAt = (column: number, index: number) => view.getUint16(columnAt(column, index));
  const columnAt = (column: number, index: number) => map + 14 + (column === 0 ? 0 : 2) + column * size + 2 * index;
  const index = firstIndex(size / 2, (each) => valueAt(0, each) >= codePoint);
  if (index === undefined || codePoint < valueAt(1, index)) return 0;
  const [delta, range] = [valueAt(2, index), valueAt(3, index)];
  if (range === 0) return (codePoint + delta) & 0xffff;
  const glyph = view.getUint16(columnAt(3, index) + range + 2 * (codePoint - valueAt(1, index)));
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}

/** The first of `count` ascending indices that `holds`. */
function firstIndex(count: number, holds: (index: number) => boolean): number | undefined {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from < count ? from : undefined;
}
