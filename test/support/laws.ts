import fc from 'fast-check';

/** Laws are tried on the same generated inputs in every run of the tests; `SEED=2 npm test` tries others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });

export { fc };
