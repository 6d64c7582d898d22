import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { FACE_FILES, PAINTER_CODE } from '../contract/painter-files';
import type { Painter } from '../domain/ports';
import { indexedPng } from './indexed-png';

/** There is one WebAssembly module a process, and it can be set up once. */
let ready: Promise<void> | undefined;

/**
 * V8 compiles WebAssembly at once, and what runs often again, optimised: for resvg that takes 50 to 110 MB and a second
 * of processor time, which one picture an episode never pays back.
 */
function setUp(code: Uint8Array): Promise<void> {
  setFlagsFromString('--liftoff-only');
  return initWasm(code);
}

/** Paints with resvg, which is read, like the typefaces, when the first picture needs it. `find` says where a file lies. */
export function resvgPainter(find: (file: string) => string): Painter {
  const files = new Map<string, Promise<Uint8Array>>();
  const read = (file: string): Promise<Uint8Array> => {
    const known = files.get(file) ?? readFile(find(file));
    files.set(file, known);
    return known;
  };
  return {
    face: (name) => read(FACE_FILES[name]),
    async paint(svg, faces) {
      ready ??= readFile(find(PAINTER_CODE)).then(setUp);
      await ready;
      const picture = new Resvg(svg, { font: { fontBuffers: [...faces] } });
      const rendered = picture.render();
      const { width, height, pixels: rgba } = rendered;
      const png = indexedPng({ width, height, rgba }) ?? rendered.asPng();
      rendered.free();
      picture.free();
      return png;
    },
  };
}
