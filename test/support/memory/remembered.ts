import { sha256 } from '../../../lambdas/adapters/site-files';
import { type Derive, derivation } from '../../../lambdas/domain/derive';
import { readTranscript } from '../../../lambdas/domain/formats';
import { sketcher } from '../sketcher';

/** `step` with what it gave remembered by the key of its inputs; it is not asked twice unless it threw. */
function remembered<Given extends unknown[], Outcome>(
  step: (...given: Given) => Outcome,
  keyOf: (...given: Given) => string,
): (...given: Given) => Outcome {
  const known = new Map<string, Outcome>();
  return (...given) => {
    const key = keyOf(...given);
    const outcome = known.has(key) ? (known.get(key) as Outcome) : step(...given);
    known.set(key, outcome);
    return outcome;
  };
}

const lengthOf = (text: string): number => text.length;
const honest = derivation(sha256, 'test', sketcher);

/** Deriving is pure, so what equal inputs gave once is remembered; a publication's id stands for its content. */
export const derive: Derive = {
  publication: remembered(honest.publication, (inputs) => JSON.stringify(inputs)),
  episodePage: remembered(honest.episodePage, ({ showNotes, hrefs }) => JSON.stringify([showNotes.publication, hrefs])),
  // The catalogue names the publications, and which of their files are missing shows in the lengths.
  showFiles: remembered(honest.showFiles, ({ catalogue, feedItems, searchEntries, site, themeKey }) =>
    JSON.stringify([catalogue, feedItems.map(lengthOf), searchEntries.map(lengthOf), site.styleKey, themeKey]),
  ),
  changes: remembered(honest.changes, (before, now) =>
    [before, now].map(({ showNotes }) => showNotes.publication).join(),
  ),
  show: remembered(honest.show, (file) => JSON.stringify(file)),
  faults: remembered(honest.faults, (files) => JSON.stringify(files)),
};

/** Likewise. */
export const read = remembered(readTranscript, (body) => Buffer.from(body).toString('latin1'));
