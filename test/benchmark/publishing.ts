import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { PublishingMeasured, Timing } from './publish-once';
import { report } from './report';

/** An hour's talk, which is published this often, and longer ones; the largest is as long as an upload may be. */
const [HOUR, RUNS] = [60_000, 101];
const SIZES = [100_000, 1_000_000, 5_000_000];
const LARGEST = 24_000_000;

/** From a transcript's bytes to all files and the page: an hour's talk again and again, then ever longer ones. */
export function benchPublishing(isQuick: boolean): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const program = bundled(folder);
    reportHour(measured(program, HOUR, RUNS));
    report(['the same, the picture laid out and not painted']);
    reportHour(measured(program, HOUR, RUNS, 'unpainted'));
    grow(program, isQuick ? SIZES : [...SIZES, LARGEST]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function reportHour({ bytes, turns, files, times, memory }: PublishingMeasured): void {
  const [first, ...others] = times;
  report([`${bytes / 1000} kB, ${turns} turns, ${files} files`, 'ms', 'CPU ms']);
  report(['the first', ...rounded(first?.elapsed, first?.processor)]);
  for (const part of [0.5, 0.95]) {
    const at = (unit: keyof Timing) =>
      quantile(
        others.map((timing) => timing[unit]),
        part,
      );
    report([`p${100 * part} of ${others.length} after it`, ...rounded(at('elapsed'), at('processor'))]);
  }
  report(['memory more than before', 'MB']);
  report(['after the first', ...megabytes(memory.afterFirst)]);
  report([`at most in all ${times.length}`, ...megabytes(memory.peak)]);
  report(['alive at the end', ...megabytes(memory.live)]);
}

/** Best of three, of the longest the only one; `× a byte` is 1 where the time grows as the transcript does. */
function grow(program: string, sizes: readonly number[]): void {
  report(['publishing', 'turns', 'ms', 'CPU ms', '× a byte', 'peak MB']);
  let usual: number | undefined;
  for (const size of sizes) {
    const { bytes, turns, times, memory } = measured(program, size, size > 1_000_000 ? 1 : 3);
    const best = (unit: keyof Timing) => Math.min(...times.map((timing) => timing[unit]));
    const perByte = best('processor') / bytes;
    usual ??= perByte;
    const growth = (perByte / usual).toFixed(2);
    report([
      `${(bytes / 1e6).toFixed(1)} MB`,
      turns,
      ...rounded(best('elapsed'), best('processor')),
      growth,
      ...megabytes(memory.peak),
    ]);
  }
}

function measured(program: string, bytes: number, runs: number, ...more: readonly string[]): PublishingMeasured {
  const args = ['--expose-gc', program, `${bytes}`, `${runs}`, ...more];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

/** As the Lambdas are bundled: a loader that transforms while it runs would be measured too. */
function bundled(folder: string): string {
  const outfile = join(folder, 'publish-once.js');
  const entryPoints = [join(__dirname, 'publish-once.ts')];
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', target: 'es2023', logLevel: 'error' });
  return outfile;
}

function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? 0;
}

const rounded = (...values: readonly (number | undefined)[]): readonly string[] =>
  values.map((value = 0) => value.toFixed(0));
const megabytes = (bytes: number): readonly string[] => rounded(bytes / 1e6);
