const { mkdirSync, mkdtempSync, readdirSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { build } = require('esbuild');

const project = join(__dirname, '../..');
const commands = join(project, 'local');
/** Within `node_modules`, so that packages are found from there. */
const cache = join(project, 'node_modules/.cache');

/** A bundled file goes on finding what lies beside its source. */
const inPlace = {
  name: 'in-place',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8').replaceAll('__dirname', JSON.stringify(dirname(path)));
      return { contents, loader: 'ts' };
    }),
};

/** Before all tests: bundles the commands, for `tsx` takes three times as long to start each, and tests start dozens. */
module.exports = async () => {
  mkdirSync(cache, { recursive: true });
  const outdir = mkdtempSync(join(cache, 'commands-'));
  const entryPoints = readdirSync(commands).flatMap((name) => (name.endsWith('.ts') ? [join(commands, name)] : []));
  await build({
    ...{ entryPoints, outdir, bundle: true, platform: 'node', target: 'es2023', packages: 'external' },
    ...{ plugins: [inPlace], logLevel: 'error' },
  });
  process.env.BUNDLED_COMMANDS = outdir;
};
