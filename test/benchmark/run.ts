import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../support/bundle';

/**
 * `npm run bench`: reading beside others, reading what is hostile, publishing, and comparing an archive; each alone when
 * it is named, and `quick` without the largest transcripts. Bundled like the Lambdas, in a process without `tsx`, which
 * would be measured too.
 */
async function main(): Promise<void> {
  const folder = await bundle([join(__dirname, 'parts.ts')]);
  try {
    const { status } = spawnSync(process.execPath, [join(folder, 'parts.js'), ...process.argv.slice(2)], {
      stdio: 'inherit',
    });
    process.exitCode = status ?? 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
void main();
