import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTranscript } from '../../../lambdas/domain/formats';
import { expectGolden } from '../../support/golden';

const root = join(__dirname, '../../../samples');

const samples = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.yaml'))
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
  .sort();

test.each(samples)('reads samples/%s as its golden transcript', (sample) => {
  const transcript = readTranscript(readFileSync(join(root, sample)));
  expectGolden('transcripts', sample.replaceAll('/', '.'), transcript);
});
