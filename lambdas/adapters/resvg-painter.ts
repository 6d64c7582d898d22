import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { FACE_FILES, PAINTER_CODE } from '../contract/painter-files';
import type { Painter } from '../domain/ports';

/** There is one WebAssembly module a process, and it can be set up once. */
let ready: Promise<void> | undefined;

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
      ready ??= readFile(find(PAINTER_CODE)).then(initWasm);
      await ready;
      const picture = new Resvg(svg, { font: { fontBuffers: [...faces] } });
      const rendered = picture.render();
      const png = rendered.asPng();
      rendered.free();
      picture.free();
      return png;
    },
  };
}
