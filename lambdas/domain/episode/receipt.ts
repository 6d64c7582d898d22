import { episodePageKey, showNotesKey } from '../../contract/object-keys';
import type { Catalogue, ShowNotes } from '../../contract/published';
import type { Problem, Progress, Receipt, Replaced, ShowReceipt, UploadReference } from '../../contract/receipt';
import type { Episode } from '.';

export interface ReceiptInputs {
  readonly episode: Episode;
  /** What the website shows now, if anything. */
  readonly showing?: ShowNotes;
  /** What it would show if nothing were pinned. */
  readonly behindPin?: ShowNotes;
  /** What it showed before, where that is still kept. */
  readonly replaced?: Replaced;
  /** What is wrong with the show file or the episode file. */
  readonly problems: readonly Problem[];
  readonly hasEpisodeFile: boolean;
  /** The versions of the show file and the episode file. */
  readonly beside: readonly UploadReference[];
  /** Where the published bucket is served, without a slash at the end. */
  readonly siteAddress: string;
}

/** What the producer is told about the latest upload of an episode; says nothing that the state does not. */
export function receiptOf(inputs: ReceiptInputs): Receipt {
  const { episode, showing, behindPin, replaced, problems, hasEpisodeFile, beside, siteAddress } = inputs;
  const told = tell(episode, problems, hasEpisodeFile, showing);
  const isShown = told.outcome === 'published' || told.outcome === 'unchanged';
  return {
    schemaVersion: 1,
    show: episode.show,
    episode: episode.episode,
    ...told,
    ...(episode.pin !== undefined && { pinned: episode.pin, message: `${told.message} ${pinned(episode.pin)}` }),
    beside,
    warnings: (behindPin ?? (isShown ? showing : undefined))?.warnings ?? [],
    // What was published before it had this field may still be shown.
    told: isShown && showing ? (showing.told ?? []) : [],
    ...(showing && {
      published: {
        revision: showing.revision,
        publication: showing.publication,
        page: `${siteAddress}/${episodePageKey(episode)}`,
        showNotes: `${siteAddress}/${showNotesKey(episode)}`,
        ...(replaced && { replaced }),
      },
    }),
  };
}

type Told = Pick<Receipt, 'outcome' | 'message' | 'problems' | 'upload'>;

const pinned = (publication: string): string =>
  `Publication ${publication} is pinned: it stays on the website whatever is uploaded, until it is unpinned.`;

function tell(
  episode: Episode,
  problems: readonly Problem[],
  hasEpisodeFile: boolean,
  showing: ShowNotes | undefined,
): Told {
  const { latest, current } = episode;
  const stays = showing ? ' What is published stays as it is.' : ' Nothing is published yet.';
  switch (latest.outcome) {
    case 'absent':
      if (!hasEpisodeFile)
        return { outcome: 'withdrawn', message: 'There is no transcript: nothing is published.', problems };
      return {
        outcome: 'waiting',
        message:
          'There is no transcript, so nothing is published. The episode file is kept for when a transcript is uploaded beside it.',
        problems,
      };
    case 'ambiguous': {
      const message = `${latest.keys.join(' and ')} are transcripts of one and the same episode, so none is read. Delete all but one, or rename it.${stays}`;
      return {
        outcome: 'waiting',
        message,
        problems: [...latest.keys.map((file) => ({ file, message })), ...problems],
      };
    }
    case 'rejected': {
      const { upload, reason, message, line } = latest;
      const problem: Problem = { file: upload.key, reason, message, ...(line !== undefined && { line }) };
      return {
        outcome: 'rejected',
        upload,
        message: `${asSentence(message)}${stays}`,
        problems: [problem, ...problems],
      };
    }
    case 'accepted': {
      const { upload } = latest;
      if (problems.length > 0) {
        const message = `The transcript was read, but ${faultsTold(problems)}.${correction(problems)}${stays}`;
        return { outcome: 'waiting', upload, message, problems };
      }
      if (showing?.revision !== latest.revision) {
        return { outcome: 'waiting', upload, message: 'The transcript was read, but is not shown.', problems };
      }
      if (upload.version !== current?.upload.version) {
        return { outcome: 'unchanged', upload, message: 'The transcript is the same as the one before.', problems };
      }
      return { outcome: 'published', upload, message: `${upload.key} is published.`, problems };
    }
  }
}

/** What became of the latest show file. */
export interface ShowFileReading {
  /** Both are absent where there is no show file. */
  readonly etag?: string;
  readonly upload?: UploadReference;
  readonly show?: Partial<Omit<Catalogue['show'], 'id'>>;
  /** All that keeps it from being read. */
  readonly problems: readonly Problem[];
  readonly warnings: ShowReceipt['warnings'];
}

const WITHOUT_SITE =
  'Without “site”, the address at which what is published is served, there is neither feed nor sitemap.';

/** What the producer is told about the show file. */
export function showReceiptOf(
  show: string,
  { upload, show: said, problems, warnings }: ShowFileReading,
  progress: Progress,
): ShowReceipt {
  const base = { schemaVersion: 1, show, ...(upload && { upload }), warnings } as const;
  if (problems.length > 0) {
    const message = `${faultsTold(problems)}.${correction(problems)} What is published stays as it is; new episodes wait.`;
    return { ...base, outcome: 'unreadable', message, problems };
  }
  if (upload) {
    const missing = said?.site === undefined ? ` ${WITHOUT_SITE}` : '';
    const message = `The show file was read.${followed(progress)}${missing}`;
    return { ...base, outcome: 'read', message, progress, problems: [] };
  }
  return {
    ...base,
    outcome: 'absent',
    message: 'There is no show file: the show goes by its folder’s name.',
    problems: [],
  };
}

function followed({ following, staying = 0, episodes }: Progress): string {
  if (episodes === 0) return '';
  const stay = staying === 1 ? '1 stays as it is' : `${staying} stay as they are`;
  const kept = staying === 0 ? '' : ` ${stay}, pinned or not readable: their receipts say which.`;
  if (following + staying < episodes) return ` ${following} of ${episodes} episodes follow it so far.${kept}`;
  if (staying > 0) return ` ${following} of ${episodes} episodes follow it.${kept}`;
  return episodes === 1 ? ' The episode follows it.' : ` All ${episodes} episodes follow it.`;
}

/** The first fault of each file, and how many more it has. */
function faultsTold(problems: readonly Problem[]): string {
  const files = [...new Set(problems.map(({ file }) => file))];
  const told = files.map((file) => {
    const [first, ...others] = problems.filter((problem) => problem.file === file);
    return `${first?.message}${others.length > 0 ? ` (and ${others.length} more in this file)` : ''}`;
  });
  return told.join('; and ');
}

/** What to do about files with a fault; where there are several of one, their message says what. */
const correction = (problems: readonly Problem[]): string =>
  problems.some(({ reason }) => reason !== 'several-files') ? ' Correct it and upload it again.' : '';

const asSentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/u.test(text) ? '' : '.'}`;
