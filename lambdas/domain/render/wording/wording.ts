import type { Channel, FileRole, Person } from '../../../contract/published';

/** The parts of a page that have a heading. */
export type SectionId =
  | 'key-points'
  | 'chapters'
  | 'quotes'
  | 'questions'
  | 'people'
  | 'mentions'
  | 'links'
  | 'sign-off'
  | 'share'
  | 'transcript';

/** The pages' own words in one language: whatever is neither said in the episode nor written by the producer. */
export interface Wording {
  /** BCP 47. */
  readonly language: string;
  /** `a, b and c`, of two names or more. */
  readonly list: (names: readonly string[]) => string;
  readonly hostsWithGuests: (hosts: string, guests: string) => string;
  readonly roles: Readonly<Record<Person['role'], string>>;
  readonly episode: (number: number) => string;
  readonly date: (day: number, month: number, year: string) => string;
  readonly sections: Readonly<Record<SectionId, string>>;
  /** `turn 12`, and in Markdown `turns 3, 12`. */
  readonly turns: (numbers: readonly number[]) => string;
  readonly answeredIn: string;
  readonly moreTurns: (count: number) => string;
  readonly turnsExplained: string;
  readonly publication: (publication: string, writer: string) => string;
  readonly contents: string;
  readonly skipToShowNotes: string;
  readonly skipToEpisodes: string;
  readonly recording: string;
  readonly blurbs: string;
  readonly length: (length: number, limit: number) => string;
  readonly copy: string;
  readonly copied: string;
  readonly showNotesAsJson: string;
  readonly files: Readonly<Record<DownloadRole, string>>;
  readonly channels: Readonly<Record<Exclude<Channel, BrandedChannel>, string>>;
  readonly bytes: (count: number) => string;
  readonly shows: string;
  readonly episodesOf: (show: string) => string;
  readonly noEpisodes: string;
  readonly search: string;
  readonly nothingFound: string;
}

/** Files that a page offers; the others are parts of something else. */
export type DownloadRole = Exclude<FileRole, 'search-entries' | 'transcript-style'>;

/** Channels that are called the same in every language. */
export type BrandedChannel = 'x' | 'bluesky' | 'mastodon' | 'threads' | 'linkedin' | 'instagram';
