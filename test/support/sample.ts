import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../lambdas/adapters/site-files';
import { readTranscript } from '../../lambdas/domain/formats';
import { type Publication, publicationComposer } from '../../lambdas/domain/publication';

const KEY = 'harbour-lights/the-tide-machine.md';

/** What the pipeline publishes of the sample that a newcomer sees first. */
export function samplePublication(): Publication {
  const transcript = readTranscript(readFileSync(join(__dirname, '../../samples', KEY)));
  return publicationComposer(sha256, process.versions.icu)(
    {
      id: { show: 'harbour-lights', episode: 'the-tide-machine' },
      revision: '0123456789abcdef',
      transcriptKey: `shows/${KEY}`,
    },
    transcript,
  );
}
