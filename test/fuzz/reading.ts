import { RejectedTranscriptError } from '../../lambdas/domain/errors';
import { readTranscript } from '../../lambdas/domain/formats';
import { lostWords, originalOf } from './losses';
import { chanceOf, mutate } from './mutations';
import { samples } from './samples';

/**
 * `npm run fuzz -- [SECONDS] [SEED] [NAME]`: changes the samples of every format a little, again and again (or those
 * with NAME in their name). Only rejections may escape, and no word of speech may be lost without a warning that names
 * its line. Failures are printed with what repeats them; one sample fails once.
 */

const [seconds = '60', seed = '1', only = ''] = process.argv.slice(2);

function main(): number {
  const chosen = samples()
    .filter(({ name }) => name.includes(only))
    .map((sample) => {
      const upload = sample.upload(sample.bytes);
      return { ...sample, original: originalOf(sample.lines(sample.bytes), readTranscript(upload)) };
    });
  const until = performance.now() + Number(seconds) * 1000;
  const failed = new Set<string>();
  let round = 0;
  let rejected = 0;
  for (; performance.now() < until && failed.size < chosen.length; round += 1) {
    const sample = chosen[round % chosen.length] as (typeof chosen)[number];
    if (failed.has(sample.name)) continue;
    const changed = mutate(sample.bytes, chanceOf(Number(seed), round));
    const fail = (reason: string) => {
      failed.add(sample.name);
      process.stderr.write(`${sample.name}, round ${round}, seed ${seed}: ${reason}\n`);
    };
    try {
      const transcript = readTranscript(sample.upload(changed));
      const lost = lostWords(sample.original, sample.lines(changed), transcript);
      if (lost.length > 0) fail(`lost ${lost.join(', ')}`);
    } catch (error) {
      if (error instanceof RejectedTranscriptError) rejected += 1;
      else fail(String((error as Error).stack));
    }
  }
  const read = round - rejected - failed.size;
  process.stdout.write(
    `${round} changed samples: ${read} read, ${rejected} rejected, ${failed.size} failed; seed ${seed}\n`,
  );
  return failed.size > 0 ? 1 : 0;
}

process.exitCode = main();
