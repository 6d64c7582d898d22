const transform = { '\\.ts$': '<rootDir>/test/support/esbuild-transform.js' };

/** `node` needs nothing but Node; `browser` needs Debian's chromium; the acceptance run needs Python. */
module.exports = {
  projects: [
    {
      displayName: 'node',
      testMatch: ['<rootDir>/test/*.test.ts', '<rootDir>/test/!(browser|acceptance)/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/bundle-commands.js',
      globalTeardown: '<rootDir>/test/support/remove-bundled-commands.js',
      transform,
    },
    { displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.test.ts'], transform },
    { displayName: 'acceptance', testMatch: ['<rootDir>/test/acceptance/**/*.test.ts'], transform },
  ],
};
