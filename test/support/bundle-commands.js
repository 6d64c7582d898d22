const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const { bundle } = require('./bundle');

const commands = join(__dirname, '../../local');

/** Before all tests: bundles the commands, for tests start dozens. */
module.exports = async () => {
  const files = readdirSync(commands).filter((name) => name.endsWith('.ts'));
  process.env.BUNDLED_COMMANDS = await bundle(files.map((name) => join(commands, name)));
};
