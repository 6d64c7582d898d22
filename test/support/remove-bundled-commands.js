const { rmSync } = require('node:fs');

/** After all tests. */
module.exports = async () => rmSync(process.env.BUNDLED_COMMANDS, { recursive: true });
