const { mkdirSync, mkdtempSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { build } = require('esbuild');

/** Within `node_modules`, so that packages are found from there. */
const cache = join(__dirname, '../../node_modules/.cache');

/** A bundled file goes on finding what lies beside its source. */
const inPlace = {
  name: 'in-place',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8').replaceAll('__dirname', JSON.stringify(dirname(path)));
      return { contents, loader: 'ts' };
    }),
};

/**
 * Bundles each of these files; answers the folder where they lie as `<name>.js`, which is the caller's to remove. `tsx`
 * takes three times as long to start one, and runs it five times as slowly, for it makes every `\p{…}` anew.
 */
async function bundle(entryPoints) {
  mkdirSync(cache, { recursive: true });
  const outdir = mkdtempSync(join(cache, 'bundled-'));
  await build({
    ...{ entryPoints, outdir, bundle: true, platform: 'node', target: 'es2023', packages: 'external' },
    ...{ plugins: [inPlace], logLevel: 'error' },
  });
  return outdir;
}

module.exports = { bundle };
