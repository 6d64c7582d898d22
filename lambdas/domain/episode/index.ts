import type { EpisodeId } from '../../contract/object-keys';
import type { Catalogue, CatalogueEpisode } from '../../contract/published';
import type { Progress, UploadReference } from '../../contract/receipt';
import { canonicalJson } from '../canonical-json';
import type { RejectionReason } from '../errors';

/** The episode's item in the table: the pointer that parse-transcript moves, and what publish-show-notes notes down. */
export interface Episode extends EpisodeId {
  /** Raised by one with each write; every write is a compare-and-swap on it. 0: not in the table yet. */
  readonly version: number;
  /** What became of the latest upload. */
  readonly latest: LatestUpload;
  /** The last accepted revision, and the upload that made it current. Absent once withdrawn. */
  readonly current?: CurrentRevision;
  /** Publications that the pointer may be moved to any moment: nothing removes their files. */
  readonly coming: readonly string[];
  /** The publication that `show-notes.json` points to, as far as a publisher noted it. */
  readonly shown?: string;
  /** The publication whose pointer is removed, which is to be told: noted before the removal. */
  readonly stray?: string;
  /** The publication for which a ready event has been sent. */
  readonly announced?: string;
  /** What the catalogue says of the episode; present exactly while something is shown. */
  readonly catalogue?: CatalogueNote;
  /** What was published from, see `inputsOf`, when the publisher was through with it. */
  readonly settled?: string;
  /** Whether it settled with a publication that stays whatever these inputs are: it is pinned, or they cannot be read. */
  readonly stays?: boolean;
  /** The publication that a producer wants shown whatever is uploaded. */
  readonly pin?: string;
  /** What was current or shown and is no longer, oldest first. */
  readonly superseded: readonly Superseded[];
  /** Set while superseded files and items are being removed: until then, nothing becomes current. */
  readonly mark?: Mark;
}

/** After `until`, ISO 8601, whoever set the mark is dead, and another may take it over. */
export interface Mark {
  readonly until: string;
}

export interface CurrentRevision {
  readonly revision: string;
  readonly upload: UploadReference;
}

/** The show as the episode's publication knows it, and the episode's entry. */
export interface CatalogueNote {
  readonly show: Catalogue['show'];
  readonly entry: CatalogueEpisode;
}

export interface Superseded {
  readonly kind: 'revision' | 'publication';
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
}

/** An upload, and by which parser it was read. */
export interface ReadUpload {
  readonly upload: UploadReference;
  readonly etag: string;
  /** ISO 8601. */
  readonly uploadedAt: string;
  readonly parser: string;
}

export type LatestUpload =
  | (ReadUpload & { readonly outcome: 'accepted'; readonly revision: string })
  | (ReadUpload & {
      readonly outcome: 'rejected';
      readonly reason: RejectionReason;
      readonly message: string;
      readonly line?: number;
    })
  /** Several transcripts claim the episode; none is read. */
  | { readonly outcome: 'ambiguous'; readonly keys: readonly string[] }
  | { readonly outcome: 'absent' };

/** How many superseded ids of each kind an item remembers; what it has forgotten counts as superseded long ago. */
const REMEMBERED = 200;

/** An episode of which the table knows nothing yet. */
export const unknownEpisode = ({ show, episode }: EpisodeId): Episode => ({
  show,
  episode,
  version: 0,
  latest: { outcome: 'absent' },
  coming: [],
  superseded: [],
});

/**
 * The episode once `latest` is known. An accepted upload becomes current, keeping the upload that made the same
 * revision current before; a rejected or ambiguous one leaves what is current; without a transcript nothing is.
 */
export function withLatest(episode: Episode, latest: LatestUpload, now: string): Episode {
  if (latest.outcome === 'absent') {
    const { current, announced, pin, ...rest } = episode;
    return { ...rest, latest, superseded: supersede(episode, 'revision', current?.revision, undefined, now) };
  }
  if (latest.outcome !== 'accepted') return { ...episode, latest };
  const { revision, upload } = latest;
  const isSame = episode.current?.revision === revision && episode.current.upload.key === upload.key;
  if (isSame) return { ...episode, latest };
  const superseded = supersede(episode, 'revision', episode.current?.revision, revision, now);
  return { ...episode, latest, current: { revision, upload }, superseded };
}

/**
 * The episode before its pointer moves from `pointed`, which it may not have noted yet, to `publication`. Where there is
 * no pointer, whoever was told before may have looked and found nothing: they are told again.
 */
export function withComing(episode: Episode, pointed: string | undefined, publication: string, now: string): Episode {
  const coming = [...episode.coming.filter((each) => each !== publication), publication];
  const { announced, ...untold } = episode;
  return pointed === undefined ? { ...untold, coming } : { ...showing(episode, pointed, now), coming };
}

/** The episode once its pointer shows `publication`. */
export function withShown(episode: Episode, publication: string, catalogue: CatalogueNote, now: string): Episode {
  const { stray, ...shown } = showing(episode, publication, now);
  return { ...shown, coming: [], catalogue };
}

/** The episode with `shown` known to be shown; an announcement of another publication no longer counts. */
function showing({ announced, ...rest }: Episode, shown: string, now: string): Episode {
  const superseded = supersede(rest, 'publication', rest.shown, shown, now);
  return { ...rest, shown, superseded, ...(announced === shown && { announced }) };
}

/** The episode once its ready event has been sent. */
export const withAnnounced = (episode: Episode, announced: string): Episode => ({ ...episode, announced });

/** The episode once its pointer and page are gone: the catalogue leaves it out. What was shown is still to be told of. */
export function withoutCatalogue({ catalogue, ...rest }: Episode): Episode {
  return rest;
}

/** The episode before its pointer is removed, which is to be told of once it is, be it noted as shown or not. */
export const withStray = (episode: Episode, stray: string): Episode => ({ ...episode, stray });

/** The publication of which it is still to be told that it is shown no more: one that was only coming may have been. */
export const withdrawnFrom = ({ latest, shown, coming, stray }: Episode): string | undefined =>
  stray ?? (latest.outcome === 'absent' ? (shown ?? coming.at(-1)) : undefined);

/** The episode once it has been told that nothing of it is shown any more. */
export function withWithdrawalTold({ stray, ...episode }: Episode, now: string): Episode {
  if (episode.latest.outcome !== 'absent') return episode;
  const { shown, announced, catalogue, ...rest } = episode;
  return { ...rest, coming: [], superseded: supersede(episode, 'publication', shown, undefined, now) };
}

/** The episode with another pin, or none. */
export function withPin({ pin: _, ...episode }: Episode, pin: string | undefined): Episode {
  return pin === undefined ? episode : { ...episode, pin };
}

/** Whether files and items of the episode are being removed just now. */
export const isMarked = ({ mark }: Episode, now: string): boolean => mark !== undefined && now < mark.until;

export const withMark = (episode: Episode, until: string): Episode => ({ ...episode, mark: { until } });

/** The episode once everything superseded before `keptSince` has been removed, or all of it where it is withdrawn. */
export function withoutMark({ mark, ...episode }: Episode, keptSince: string): Episode {
  return { ...episode, superseded: keptOf(episode, keptSince) };
}

/** What is superseded but still kept: nothing of an episode that was withdrawn. */
export const keptOf = (episode: Pick<Episode, 'latest' | 'superseded'>, keptSince: string): readonly Superseded[] =>
  episode.latest.outcome === 'absent' ? [] : episode.superseded.filter(({ at }) => at >= keptSince);

/** The episode once its publication, page and receipt are what these inputs give, or let stay what is shown. */
export const withSettled = ({ stays: _, ...episode }: Episode, settled: string, stays: boolean): Episode => ({
  ...episode,
  settled,
  ...(stays && { stays }),
});

/** The publication that was shown before the one that is shown now, whether or not it is still kept. */
export const shownBefore = ({ superseded }: Episode): string | undefined =>
  superseded.filter(({ kind }) => kind === 'publication').at(-1)?.id;

/** Everything that decides what is shown, in one text: equal texts, nothing to publish anew. */
export const inputsOf = (...inputs: Parameters<typeof partsOf>): string => canonicalJson(partsOf(...inputs));

const partsOf = (
  { latest, current, pin }: Episode,
  showFile: string | undefined,
  episodeFile: string | undefined,
  writer: string,
) => [latest, current ?? null, pin ?? null, showFile ?? null, episodeFile ?? null, writer] as const;

/** How many of the episodes that are not withdrawn have settled with this show file, see `inputsOf`. */
export function progressOf(episodes: readonly Episode[], showFile: string | undefined): Progress {
  const present = episodes.filter(({ latest }) => latest.outcome !== 'absent');
  const isSettled = ({ settled }: Episode) => settled !== undefined && showFileIn(settled) === (showFile ?? null);
  const settled = present.filter(isSettled);
  const staying = settled.filter(({ stays }) => stays).length;
  return { following: settled.length - staying, ...(staying > 0 && { staying }), episodes: present.length };
}

/** Whether a publisher has been through with the latest upload already, whatever read or wrote it. */
export function isSettledWithLatest({ settled, latest }: Episode): boolean {
  if (settled === undefined) return false;
  const [before] = JSON.parse(settled) as ReturnType<typeof partsOf>;
  return uploadIn(before) === uploadIn(latest);
}

const uploadIn = (latest: LatestUpload): string | undefined => ('upload' in latest ? latest.upload.version : undefined);

const showFileIn = (settled: string): unknown => (JSON.parse(settled) as ReturnType<typeof partsOf>)[3];

/** `before` becomes superseded unless it is `after`, which is superseded no longer. */
function supersede(
  { superseded }: Episode,
  kind: Superseded['kind'],
  before: string | undefined,
  after: string | undefined,
  at: string,
): readonly Superseded[] {
  if (before === after) return superseded;
  const others = superseded.filter((one) => one.kind !== kind || (one.id !== before && one.id !== after));
  if (before === undefined) return others;
  const forgotten = others.filter((one) => one.kind === kind).at(-REMEMBERED);
  return [...others.filter((one) => one !== forgotten), { kind, id: before, at }];
}
