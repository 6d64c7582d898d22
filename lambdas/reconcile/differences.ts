import { hexHash } from '../contract/slug';
import { type Episode, inputsOf, isMarked, keptOf, type LatestUpload } from '../domain/episode';
import { episodeFilesIn, etagOf, showFilesIn, transcriptsIn, type Uploaded } from '../domain/episode/uploads';
import type { ReconcilePorts } from './ports';
import { shifted } from './time';

/** Which queue an episode has to go through once more. */
export type Difference = 'upload' | 'publication' | 'clean-up';

/** Whether pointer and page of an episode are there. */
export type Shown = 'everything' | 'a part' | 'nothing';

/** What of an episode differs between uploads, table and published bucket, the earliest cause first. */
export function compare(
  episode: Episode,
  uploaded: readonly Uploaded[],
  shown: Shown,
  { versions, clock, keptDays }: Pick<ReconcilePorts, 'versions' | 'clock' | 'keptDays'>,
): Difference | undefined {
  if (!isLatest(episode, transcriptsIn(uploaded, episode), versions.parser)) return 'upload';
  const showFile = etagOf(showFilesIn(uploaded));
  const episodeFile = etagOf(episodeFilesIn(uploaded, episode));
  const isSettled = episode.settled === inputsOf(episode, showFile, episodeFile, versions.writer);
  const isAsNoted = shown === (episode.shown === undefined ? 'nothing' : 'everything');
  if (!isSettled || !isAsNoted) return 'publication';
  const isAbandoned = episode.mark !== undefined && !isMarked(episode, clock());
  const kept = keptOf(episode, shifted(clock(), -keptDays * 24 * 60));
  const isDue = isAbandoned || kept.length < episode.superseded.length || isItsHour(episode, clock());
  return isDue ? 'clean-up' : undefined;
}

const THIRTY_DAYS_OF_HOURS = 30 * 24;

/**
 * Once in thirty days, each episode at an hour of its own: what was written and never came to be shown stands in no
 * item, so only looking finds it.
 */
function isItsHour({ show, episode }: Episode, now: string): boolean {
  const hour = Math.floor(Date.parse(now) / 3_600_000) % THIRTY_DAYS_OF_HOURS;
  return hour === Number.parseInt(hexHash(`${show}/${episode}`), 16) % THIRTY_DAYS_OF_HOURS;
}

/** Whether the table knows of just these uploads, read by just this parser. */
function isLatest({ version, latest }: Episode, transcripts: readonly Uploaded[], parser: string): boolean {
  const [first, ...others] = transcripts;
  if (version === 0) return false;
  if (!first) return latest.outcome === 'absent';
  if (others.length > 0) return isAmbiguous(latest, transcripts);
  if (latest.outcome !== 'accepted' && latest.outcome !== 'rejected') return false;
  const isSameUpload = latest.upload.key === first.key && latest.uploadedAt === first.writtenAt;
  return isSameUpload && latest.etag === first.etag && latest.parser === parser;
}

const isAmbiguous = (latest: LatestUpload, transcripts: readonly Uploaded[]): boolean =>
  latest.outcome === 'ambiguous' && latest.keys.join('\n') === transcripts.map(({ key }) => key).join('\n');
