import type { PublishedWarning } from './published';

/** `receipts/<show>/<episode>.json` in the uploads bucket: what became of the latest upload of an episode. */
export interface Receipt {
  readonly schemaVersion: 1;
  readonly show: string;
  readonly episode: string;
  readonly outcome: ReceiptOutcome;
  /** One or two sentences for the producer: what happened, and what to do if something is to be done. */
  readonly message: string;
  /** The upload this tells of; absent where there is no transcript. */
  readonly upload?: UploadReference;
  /** The show file and the episode file as they were when this was written: those that there were, one of each. */
  readonly beside: readonly UploadReference[];
  /** The publication that stays shown whatever is uploaded, until it is unpinned. */
  readonly pinned?: string;
  /** Why it was not published: a rejection, or a file beside the transcript that cannot be read. */
  readonly problems: readonly Problem[];
  /** What was kept going over in this upload; none where the website does not show it, unless a pin is why. */
  readonly warnings: readonly PublishedWarning[];
  /** What was decided or counted in what the website shows of this upload: nothing is wrong. */
  readonly told: readonly string[];
  /** What the website shows now, whatever became of this upload. */
  readonly published?: {
    readonly revision: string;
    readonly publication: string;
    readonly page: string;
    readonly showNotes: string;
    /** Absent where nothing was shown before, or that is no longer kept. */
    readonly replaced?: Replaced;
  };
}

/** The publication that was shown before, and how what is shown now differs from it. */
export interface Replaced {
  readonly publication: string;
  /** None where both say the same. */
  readonly changes: readonly Change[];
}

/** One thing that has changed in the show notes. */
export interface Change {
  readonly part: ChangedPart;
  /** A sentence in the producer's words. */
  readonly message: string;
}

/** `edits`: an edit of the episode file came into conflict with the transcript, or is no longer. */
export type ChangedPart =
  | 'edits'
  | 'details'
  | 'people'
  | 'summary'
  | 'standfirst'
  | 'key-points'
  | 'chapters'
  | 'questions'
  | 'quotes'
  | 'mentions'
  | 'links'
  | 'blurbs'
  | 'sign-off'
  | 'turns';

/**
 * - `published`: the website shows this upload.
 * - `unchanged`: another upload of the same bytes; the website shows them already.
 * - `waiting`: something is missing or cannot be read; what is published stays.
 * - `rejected`: the transcript cannot be read; what is published stays.
 * - `withdrawn`: there is no transcript; nothing is published.
 */
export type ReceiptOutcome = 'published' | 'unchanged' | 'waiting' | 'rejected' | 'withdrawn';

export interface UploadReference {
  readonly key: string;
  /** S3's version id, or what stands for it in a folder. */
  readonly version: string;
}

export interface Problem {
  readonly file: string;
  /** What is wrong and what to do about it. */
  readonly message: string;
  /** The key at fault in a show or episode file, such as `edits.summary`; empty for the whole file. */
  readonly key?: string;
  /** What stands under the key. */
  readonly seen?: string;
  /** What may stand under the key. */
  readonly allowed?: string;
  /** Why a transcript is rejected; `several-files` where there is more than one of what there may be one of. */
  readonly reason?: string;
  /** 1-based. */
  readonly line?: number;
}

/** How far a show file has come: in the end all episodes follow it, or stay as they are. */
export interface Progress {
  readonly following: number;
  /** Those that keep what they show, for they are pinned or something of theirs cannot be read; absent: none. */
  readonly staying?: number;
  /** Those that have a transcript. */
  readonly episodes: number;
}

/** Whether every episode has been looked at with the show file. */
export const isThrough = ({ following, staying = 0, episodes }: Progress): boolean => following + staying >= episodes;

/** `receipts/<show>/show.json`: whether the show file could be read. */
export interface ShowReceipt {
  readonly schemaVersion: 1;
  readonly show: string;
  readonly outcome: 'read' | 'unreadable' | 'absent';
  readonly message: string;
  readonly upload?: UploadReference;
  /** Present where the show file was read. */
  readonly progress?: Progress;
  readonly problems: readonly Problem[];
  readonly warnings: readonly PublishedWarning[];
}
