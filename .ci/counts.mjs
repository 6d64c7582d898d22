/**
 * Prints `PASSED FAILED` of the runs of jest whose JSON is in a folder under names that begin with the step's.
 * Usage: `counts.mjs STATUS FOLDER STEP`. A step that failed without a failed test counts as one failed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [status, folder, step] = process.argv.slice(2);
const runs = readdirSync(folder)
  .filter((name) => name.startsWith(`${step}`) && name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
const sum = (of) => runs.map(of).reduce((total, count) => total + count, 0);

const passed = sum((run) => run.numPassedTests);
const failed = sum((run) => run.numFailedTests + run.numRuntimeErrorTestSuites);
const unexplained = failed === 0 && (status !== '0' || passed === 0) ? 1 : 0;
process.stdout.write(`${passed} ${failed + unexplained}\n`);
