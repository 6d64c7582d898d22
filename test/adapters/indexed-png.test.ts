import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { indexedPng, type Pixels } from '../../lambdas/adapters/indexed-png';
import { PAINTER_CODE } from '../../lambdas/contract/painter-files';

beforeAll(() => initWasm(readFileSync(`node_modules/${PAINTER_CODE}`)));

const [WIDTH, HEIGHT] = [37, 23];

/** A picture whose pixels have so many colours, one after the other. */
function striped(colours: number, alpha = 0xff): Pixels {
  const rgba = new Uint8Array(4 * WIDTH * HEIGHT);
  for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel += 1) {
    const colour = pixel % colours;
    rgba.set([255 - (colour % 256), (colour * 7) % 256, colour >> 3, alpha], 4 * pixel);
  }
  return { width: WIDTH, height: HEIGHT, rgba };
}

/** What resvg, which has a reader of PNG of its own, finds in one. */
function pixelsIn(png: Uint8Array): Uint8Array {
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><image width="${WIDTH}" height="${HEIGHT}" image-rendering="optimizeSpeed" href="${href}"/></svg>`;
  return new Resvg(svg).render().pixels;
}

test.each([1, 2, 200, 256])('a picture of %i colours reads back as it was painted', (colours) => {
  const pixels = striped(colours);
  const png = indexedPng(pixels);
  expect(png && Buffer.from(pixelsIn(png)).equals(Buffer.from(pixels.rgba))).toBe(true);
});

test('the bytes are the same with whatever zlib there is', () => {
  const png = indexedPng(striped(200)) ?? new Uint8Array();
  expect(createHash('sha256').update(png).digest('hex').slice(0, 16)).toBe('b321cd54b0403536');
});

test('a picture with more colours than a byte can say, or with a pixel that is not opaque, is left to others', () => {
  expect(indexedPng(striped(257))).toBeUndefined();
  expect(indexedPng(striped(1, 0xfe))).toBeUndefined();
});
