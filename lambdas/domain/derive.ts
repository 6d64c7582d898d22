import { changesBetween } from './changes';
import { faultsOf, readShowFile } from './details';
import type { Painter, Sha256 } from './ports';
import { type Compose, publicationComposer } from './publication';
import { renderEpisodePage } from './render';
import { showFilesOf } from './show/show-files';

/** The steps from what was uploaded to what is published. Each is pure: whoever calls one may let its outcome be remembered. */
export interface Derive {
  readonly publication: Compose;
  readonly episodePage: typeof renderEpisodePage;
  readonly showFiles: typeof showFilesOf;
  /** What has changed from one publication to another. */
  readonly changes: typeof changesBetween;
  /** What the show file says. */
  readonly show: typeof readShowFile;
  /** What is wrong with the files beside a transcript. */
  readonly faults: typeof faultsOf;
}

/** The steps as this runtime takes them. */
export const derivation = (sha256: Sha256, icuVersion: string | undefined, painter: Painter): Derive => ({
  publication: publicationComposer(sha256, icuVersion, painter),
  episodePage: renderEpisodePage,
  showFiles: showFilesOf,
  changes: changesBetween,
  show: readShowFile,
  faults: faultsOf,
});
