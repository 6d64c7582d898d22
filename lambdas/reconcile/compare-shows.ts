import { CATALOGUE_DELAY_SECONDS, type Hint, type ReconcileHint } from '../contract/hints';
import { type EpisodeId, RECEIPTS_PREFIX, SHOWS_PREFIX } from '../contract/object-keys';
import { slugOf } from '../contract/slug';
import { BACKGROUND_PACE, secondsFor, sendPaced } from '../domain/episode/paced';
import { type Compared, showComparison } from './compare-show';
import type { Difference } from './differences';
import type { ReconcilePorts } from './ports';

/** Where a run of comparing goes on, and how many hints it has sent so far. */
export interface Place extends ChunkPlace {
  readonly sent: number;
}

interface ChunkPlace {
  readonly show: string;
  /** Episode. */
  readonly from: string;
}

export type ComparisonOutcome = {
  readonly outcome: 'compared';
  readonly shows: number;
  readonly episodes: number;
  /** Where the next message goes on. */
  readonly next?: ChunkPlace;
  /** Whether the run ends before its last show, for the next one to go on with what still differs. */
  readonly isCutShort: boolean;
} & Record<Difference, number>;

/** A message's share of a Lambda's three minutes. */
const BUDGET_SECONDS = 90;
/** Hints that a message sends: as many as SQS can hold back for less than a quarter of an hour, but for one chunk. */
const MOST_AT_ONCE = BACKGROUND_PACE * 750;
/** Hints that a run sends, so that it is over before the next hour's begins. */
const MOST_A_RUN = BACKGROUND_PACE * 3_000;

/** Compares show after show from `place` on, for as long as one message may; the rest of the run is another message. */
export async function compareShows(place: Place, ports: ReconcilePorts): Promise<ComparisonOutcome> {
  const isTimeUp = stopwatch(ports);
  const outbox = outboxOf(ports);
  let episodes = 0;
  let shows = 0;
  let next: ChunkPlace | undefined;
  for await (const chunk of chunksFrom(place, ports)) {
    for (const { id, difference } of chunk.differing) outbox.add(id, difference);
    episodes += chunk.episodes;
    next = chunk.next;
    if (next?.show !== chunk.show) {
      shows += 1;
      outbox.addShow(chunk.show);
    }
    if (isTimeUp() || outbox.hints() >= MOST_AT_ONCE) break;
  }
  await outbox.send(next === undefined);
  const sent = place.sent + outbox.hints();
  const isCutShort = next !== undefined && sent >= MOST_A_RUN;
  if (next && !isCutShort) {
    const delay = secondsFor(outbox.hints(), BACKGROUND_PACE);
    await ports.reconciliations.send([{ kind: 'compare', ...next, sent }], delay);
  }
  return { outcome: 'compared', shows, episodes, ...outbox.counts(), ...(next && { next }), isCutShort };
}

interface Chunk extends Omit<Compared, 'next'> {
  readonly show: string;
  /** Where the next chunk begins; absent after the last show. */
  readonly next: ChunkPlace | undefined;
}

async function* chunksFrom(place: ChunkPlace, ports: ReconcilePorts): AsyncGenerator<Chunk> {
  const shows = (await showsIn(ports)).filter((show) => show >= place.show);
  for (const [index, show] of shows.entries()) {
    const compareFrom = await showComparison(show, ports);
    let from: string | undefined = show === place.show ? place.from : '';
    while (from !== undefined) {
      const { next, ...compared }: Compared = await compareFrom(from);
      const nextPlace = next === undefined ? placeOf(shows[index + 1]) : { show, from: next };
      yield { ...compared, show, next: nextPlace };
      from = next;
    }
  }
}

const placeOf = (show: string | undefined): ChunkPlace | undefined => (show === undefined ? show : { show, from: '' });

/** Every show that has uploads, that a receipt tells of, or that anything is published of. */
async function showsIn({ uploads, published }: ReconcilePorts): Promise<readonly string[]> {
  const places = [uploads.folders(SHOWS_PREFIX), uploads.folders(RECEIPTS_PREFIX), published.folders(SHOWS_PREFIX)];
  return [...new Set((await Promise.all(places)).flat().map(slugOf))].sort();
}

function stopwatch({ clock }: Pick<ReconcilePorts, 'clock'>): () => boolean {
  const end = Date.parse(clock()) + BUDGET_SECONDS * 1_000;
  return () => Date.parse(clock()) >= end;
}

const episodeHint = (id: EpisodeId): Hint => ({ kind: 'episode', ...id });
const cleanUpHint = (id: EpisodeId): ReconcileHint => ({ kind: 'clean-up', ...id });

/** Collects what differs, and sends the hints about it one after the other at the background's pace. */
function outboxOf({ uploadHints, publications, reconciliations }: ReconcilePorts) {
  const found: Record<Difference, EpisodeId[]> = {
    upload: [],
    publication: [],
    'clean-up': [],
  };
  const shows: string[] = [];
  const hints = (): number => found.upload.length + found.publication.length + found['clean-up'].length;
  return {
    add: (id: EpisodeId, difference: Difference) => void found[difference].push(id),
    addShow: (show: string) => void shows.push(show),
    hints,
    counts: () => ({
      upload: found.upload.length,
      publication: found.publication.length,
      'clean-up': found['clean-up'].length,
    }),
    async send(endsRun: boolean): Promise<void> {
      const { upload, publication, 'clean-up': cleanUps } = found;
      const before = upload.length + publication.length;
      await sendPaced(upload.map(episodeHint), uploadHints, BACKGROUND_PACE);
      await sendPaced(publication.map(episodeHint), publications, BACKGROUND_PACE, upload.length);
      await sendPaced(cleanUps.map(cleanUpHint), reconciliations, BACKGROUND_PACE, before);
      for (const [index, show] of shows.entries()) {
        const delay = CATALOGUE_DELAY_SECONDS + secondsFor(index, BACKGROUND_PACE);
        const isLast = endsRun && index === shows.length - 1;
        await publications.send([{ kind: 'catalogue', show, ...(!isLast && { isOneOfMany: true }) }], delay);
      }
    },
  };
}
