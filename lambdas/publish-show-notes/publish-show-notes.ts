import type { Hint } from '../contract/hints';
import type { PublishShowNotesPorts } from './ports';
import { type EpisodeOutcome, publishEpisode } from './publish-episode';
import { type CatalogueOutcome, publishCatalogue } from './show/publish-catalogue';

export type PublishOutcome = EpisodeOutcome | CatalogueOutcome;

/** Takes in a hint from the publications queue: publishes or withdraws one episode, or renews a show's catalogue. */
export const publishShowNotes = (hint: Hint, ports: PublishShowNotesPorts): Promise<PublishOutcome> =>
  hint.kind === 'episode' ? publishEpisode(hint, ports) : publishCatalogue(hint, ports);
