import { CATALOGUE_DELAY_SECONDS, type Hint, MARKED_DELAY_SECONDS } from '../contract/hints';
import type { EpisodeId } from '../contract/object-keys';
import type { UploadReference } from '../contract/receipt';
import { isSameJson } from '../domain/canonical-json';
import { type Episode, isMarked, type LatestUpload, unknownEpisode, withLatest } from '../domain/episode';
import { PACE_OF_A_SHOW, sendPaced } from '../domain/episode/paced';
import { settle } from '../domain/episode/settle';
import type { Clock, Episodes, Hints, ObjectStore } from '../domain/ports';
import { findUpload, isStillThere, judgeUpload, type ReadTranscript } from './latest-upload';

export interface ParseTranscriptPorts {
  readonly uploads: ObjectStore;
  readonly episodes: Episodes;
  /** The uploads queue: this use case's own, for a hint that has to wait. */
  readonly uploadHints: Hints;
  /** The publications queue. */
  readonly publications: Hints;
  readonly clock: Clock;
  readonly read: ReadTranscript;
}

/** What came of a hint, for the log. */
export type ParseOutcome =
  | (EpisodeId & {
      /** `marked`: the episode is being cleaned up; the hint comes again. */
      readonly outcome: LatestUpload['outcome'] | 'marked';
      readonly revision?: string;
      /** What is shown, as far as it is noted. */
      readonly publication?: string;
      /** The version of the upload, by which its receipt names it. */
      readonly trace?: string;
      /** Whether the table did not know of this upload. */
      readonly isNew: boolean;
      /** How often it started over because something had moved meanwhile. */
      readonly restarts: number;
    })
  | { readonly show: string; readonly outcome: 'fanned-out'; readonly episodes: number };

/** Takes in a hint from the uploads queue: an episode's latest upload, or a show file, which concerns every episode. */
export const parseTranscript = (hint: Hint, ports: ParseTranscriptPorts): Promise<ParseOutcome> =>
  hint.kind === 'episode' ? takeInLatestUpload(hint, ports) : fanOut(hint.show, ports);

/** Makes the latest accepted upload the current revision, in the order that docs/decisions/0001 explains. */
async function takeInLatestUpload(id: EpisodeId, ports: ParseTranscriptPorts): Promise<ParseOutcome> {
  const { uploads, episodes, uploadHints, publications, clock, read } = ports;
  const { show, episode } = id;
  return await settle(`${show}/${episode}`, async (restarts) => {
    const before = (await episodes.find(id)) ?? unknownEpisode(id);
    if (isMarked(before, clock())) {
      await uploadHints.send([{ kind: 'episode', show, episode }], MARKED_DELAY_SECONDS);
      return { show, episode, outcome: 'marked', isNew: false, restarts };
    }
    const found = await findUpload(uploads, id);
    if (!found) return undefined;
    const { latest, transcript } = judgeUpload(found, before.current?.revision, read);
    if (latest.outcome === 'accepted' && transcript) await episodes.saveRevision(id, latest.revision, transcript);
    const after = withLatest(before, latest, clock());
    if (!isNoted(before, after) && !(await episodes.swap({ ...after, version: before.version + 1 }))) return undefined;
    if (!(await isStillThere(uploads, id, found))) return undefined;
    await publications.send([{ kind: 'episode', show, episode }]);
    const { current, shown } = after;
    return {
      show,
      episode,
      outcome: latest.outcome,
      ...(current && { revision: current.revision }),
      ...(shown !== undefined && { publication: shown }),
      ...traceOf(latest),
      isNew: !isSameJson(uploadOf(before.latest), uploadOf(latest)),
      restarts,
    };
  });
}

/** What was uploaded, whatever a parser makes of it: another parser makes no other upload. */
const uploadOf = (latest: LatestUpload): LatestUpload | UploadReference =>
  'upload' in latest ? latest.upload : latest;

const traceOf = (latest: LatestUpload): { readonly trace?: string } =>
  'upload' in latest ? { trace: latest.upload.version } : {};

/** An episode that the table has never seen is written even if there is nothing to say of it: as a tombstone. */
const isNoted = (before: Episode, after: Episode): boolean => before.version > 0 && isSameJson(before, after);

const episodeHint = ({ show, episode }: EpisodeId): Hint => ({ kind: 'episode', show, episode });

/** A show file concerns every episode of the show, and the catalogue, whose receipt tells how far they are. */
async function fanOut(show: string, { episodes, publications }: ParseTranscriptPorts): Promise<ParseOutcome> {
  const known = await episodes.ofShow(show);
  await publications.send([{ kind: 'catalogue', show }], CATALOGUE_DELAY_SECONDS);
  await sendPaced(known.map(episodeHint), publications, PACE_OF_A_SHOW);
  return { show, outcome: 'fanned-out', episodes: known.length };
}
