import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';

/** A picture as it was painted: rows from the top, four bytes a pixel (red, green, blue, alpha). */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Of the kinds of pixels that PNG has: one byte each, which stands for a colour of a palette. */
const [BITS, INDEXED] = [8, 3];

/** As many colours as a byte can say. */
const MOST_COLOURS = 256;

/** How hard fflate tries: level 6 takes twice as long for a twentieth less. */
const LEVEL = 3;

/**
 * A PNG (ISO/IEC 15948) with a palette: a quarter of the bytes to compress. Compressed by fflate, for what zlib gives
 * differs between processors. Undefined where a pixel is not opaque, or there are more than 256 colours.
 */
export function indexedPng(pixels: Pixels): Uint8Array | undefined {
  const indexed = indexesOf(pixels);
  if (!indexed) return undefined;
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, pixels.width);
  new DataView(header.buffer).setUint32(4, pixels.height);
  header.set([BITS, INDEXED], 8);
  return Buffer.concat([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(indexed.palette)),
    chunk('IDAT', zlibSync(indexed.rows, { level: LEVEL })),
    chunk('IEND', new Uint8Array()),
  ]);
}

interface Indexed {
  /** Three bytes a colour, in the order in which the picture has them. */
  readonly palette: readonly number[];
  /** Each row begins with the byte that says that it is not filtered. */
  readonly rows: Uint8Array;
}

function indexesOf({ width, height, rgba }: Pixels): Indexed | undefined {
  const view = new DataView(rgba.buffer, rgba.byteOffset, rgba.byteLength);
  const indexes = new Map<number, number>();
  const rows = new Uint8Array(height * (width + 1));
  let [before, index] = [-1, 0];
  for (let pixel = 0, to = 0; pixel < width * height; pixel += 1) {
    const colour = view.getUint32(4 * pixel);
    if (colour !== before) {
      if ((colour & 0xff) !== 0xff) return undefined;
      index = indexes.get(colour) ?? indexes.size;
      if (index === MOST_COLOURS) return undefined;
      indexes.set(colour, index);
      before = colour;
    }
    if (pixel % width === 0) to += 1;
    rows[to] = index;
    to += 1;
  }
  const palette = [...indexes.keys()].flatMap((colour) => [
    colour >>> 24,
    (colour >>> 16) & 0xff,
    (colour >>> 8) & 0xff,
  ]);
  return { palette, rows };
}

/** Length, name, content, and the checksum of the last two. */
function chunk(name: string, content: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}
