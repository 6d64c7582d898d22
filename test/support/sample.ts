import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../lambdas/adapters/site-files';
import { readTranscript } from '../../lambdas/domain/formats';
import { type Publication, publicationComposer } from '../../lambdas/domain/publication';
import { sketcher } from './sketcher';

const FOLDER = join(__dirname, '../../samples/harbour-lights');
const fileOf = (name: string) => ({
  key: `shows/harbour-lights/${name}`,
  text: readFileSync(join(FOLDER, name), 'utf8'),
});

/** What the pipeline publishes of the sample that a newcomer sees first. */
export function samplePublication(): Promise<Publication> {
  const transcript = readTranscript(readFileSync(join(FOLDER, 'the-tide-machine.md')));
  return publicationComposer(
    sha256,
    process.versions.icu,
    sketcher,
  )(
    {
      id: { show: 'harbour-lights', episode: 'the-tide-machine' },
      revision: '0123456789abcdef',
      transcriptKey: 'shows/harbour-lights/the-tide-machine.md',
      showFile: fileOf('show.yaml'),
      episodeFile: fileOf('the-tide-machine.yaml'),
    },
    transcript,
  );
}
