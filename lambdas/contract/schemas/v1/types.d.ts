/**
 * The documents a website fetches, schema version 1. `npm run schemas` writes their JSON Schemas from these types.
 * Turns are numbered from 1. Offsets are UTF-16 units in a turn's `text`, the end exclusive. Times are in seconds.
 */
export const SCHEMA_VERSION = 1;

/** Where in the transcript something stands: the turn, and the part of its text. */
export interface Anchor {
  readonly turn: number;
  readonly words: readonly [from: number, to: number];
}

/**
 * A sentence of the show notes and how it came to be.
 * - `verbatim`: the text is exactly the anchored part of the turn.
 * - `trimmed`: the anchored parts with words left out, none added, moved or changed.
 * - `composed`: `composition.template` with each `{slot}` filled; nothing is said that a slot does not hold.
 */
export interface Statement {
  readonly text: string;
  readonly kind: 'verbatim' | 'trimmed' | 'composed';
  readonly anchors: readonly Anchor[];
  readonly composition?: Composition;
  /** Written by the producer in the episode file; exempt from being grounded in the turns. */
  readonly edited?: true;
}

/** A statement that somebody makes. */
export interface KeyPoint extends Statement {
  /** The label as printed of whoever says it; `people[].labels` resolves it. Absent where no label is printed. */
  readonly speaker?: string;
}

export interface Composition {
  /** One of the writer's fixed templates, such as `{host} talks with {guest}.` */
  readonly template: string;
  readonly slots: Readonly<Record<string, Slot>>;
}

/** A slot's text stands in a turn, in `details.json`, is a turn's label or time, or a chapter's title: exactly one of these. */
export interface Slot {
  readonly text: string;
  readonly anchor?: Anchor;
  /** A JSON Pointer (RFC 6901) to the value in `details.json`. */
  readonly detail?: string;
  /** The turn whose speaker it is. */
  readonly label?: number;
  /** The turn whose start time it is, as `12:05`. */
  readonly time?: number;
  /** The turn at which the chapter begins whose title it is. */
  readonly chapter?: number;
}

export interface ShowNotes {
  readonly schemaVersion: 1;
  readonly show: PublishedShow;
  readonly episode: EpisodeDetails;
  /** Hash of the transcript's bytes and the parser's version. */
  readonly revision: string;
  /** Hash of revision, show file, episode file and the writer's version: same inputs, same bytes. */
  readonly publication: string;
  readonly writer: { readonly name: string; readonly version: string };
  readonly summary: Statement;
  /** One sentence that says who is on and what it is about. */
  readonly standfirst: Statement;
  readonly keyPoints: readonly KeyPoint[];
  readonly people: readonly Person[];
  readonly chapters: readonly Chapter[];
  readonly questions: readonly Question[];
  readonly quotes: readonly Quote[];
  /** Most important first. */
  readonly mentions: readonly Mention[];
  readonly links: readonly Link[];
  readonly blurbs: readonly Blurb[];
  /** Contact and call to action from the host's closing. */
  readonly signOff: readonly Statement[];
  readonly warnings: readonly PublishedWarning[];
  /** What the writer decided or counted, in the producer's words: nothing is wrong. */
  readonly told: readonly string[];
  /** Root-relative address of the publication's folder; every `files[].href` is a bare name in it. */
  readonly base: string;
  /** Every file of the publication but `show-notes.json` itself. */
  readonly files: readonly PublishedFile[];
}

/** What is said of the show wherever one of its episodes is. */
export interface PublishedShow {
  readonly id: string;
  readonly title: string;
  /** Where what is published is served, such as `https://notes.example`, without a slash at the end; if the producer said so. */
  readonly site?: string;
  /** Where the show's page is to be found: the producer's own, or ours under `site`. */
  readonly canonical?: string;
  /** Of all episodes, if the producer said so (BCP 47). */
  readonly language?: string;
  /** The address of the show's cover. */
  readonly image?: string;
  /** How the show's pages look, where the show file says. */
  readonly theme?: Theme;
  readonly feed?: FeedDetails;
}

/** What a podcast feed says of a show beside its title, where the show file does. */
export interface FeedDetails {
  /** Whose the show is, for listeners. */
  readonly author?: string;
  /** Names of Apple's list, the most fitting first; a subcategory without its category. */
  readonly categories?: readonly string[];
  readonly explicit?: boolean;
  /** Whom directories write to. */
  readonly owner?: { readonly name?: string; readonly email?: string };
  /** The `podcast:guid`, where the show had one before this feed. */
  readonly guid?: string;
}

/** What a theme sets; the rest is as on every page. */
export interface Theme {
  readonly light?: ThemeColours;
  readonly dark?: ThemeColours;
  readonly font?: Typeface;
  readonly headings?: Typeface;
  readonly corners?: Corners;
}

/** Each as `#rrggbb`. */
export interface ThemeColours {
  /** Of links and buttons. */
  readonly accent: string;
  readonly background: string;
  readonly text: string;
}

/** Families of typefaces that visitors have. */
export type Typeface = 'charter' | 'book' | 'sans' | 'humanist' | 'geometric' | 'slab' | 'typewriter';

export type Corners = 'square' | 'slight' | 'round';

export interface EpisodeDetails {
  readonly id: string;
  readonly title: string;
  readonly number?: number;
  /** ISO 8601 date or date and time, as the producer wrote it. */
  readonly publishedAt?: string;
  readonly audioUrl?: string;
  /** Media type of the audio: as the producer wrote it, or by the address's ending. */
  readonly audioType?: string;
  readonly audioBytes?: number;
  /** What the episode is known by in its feed, where that is not `<show>/<episode>`. */
  readonly guid?: string;
  /** Whether artificial intelligence made any of the episode, if the producer says so or denies it. */
  readonly aiContent?: boolean;
  /** Where the episode's page is to be found: the producer's own, or ours under the show's `site`. */
  readonly canonical?: string;
  /** BCP 47. */
  readonly language: string;
}

export interface Person {
  /** The full name where the text or a file confirms one, else the label as printed, without a note in brackets behind it. */
  readonly name: string;
  readonly role: 'host' | 'guest' | 'other';
  /** Every printed label that is this person's. */
  readonly labels: readonly string[];
  /** How the transcript introduces them. */
  readonly introduction?: Statement;
  readonly edited?: true;
}

export interface Chapter {
  readonly title: string;
  readonly turn: number;
  readonly startTime?: number;
  readonly anchors: readonly Anchor[];
  readonly edited?: true;
}

export interface Question {
  readonly text: string;
  readonly turn: number;
  readonly words: readonly [from: number, to: number];
  /** The first turn of somebody else after the question. */
  readonly answeredBy?: number;
}

export interface Quote {
  readonly text: string;
  /** The label as printed; `people[].labels` resolves it. */
  readonly speaker: string;
  readonly turn: number;
  readonly words: readonly [from: number, to: number];
  readonly startTime?: number;
  readonly edited?: true;
}

export interface Mention {
  readonly text: string;
  /** Every spelling found, `text` included. */
  readonly variants: readonly string[];
  /** Every turn that says it, ascending. */
  readonly turns: readonly number[];
  readonly count: number;
  readonly url?: string;
  readonly edited?: true;
}

export interface Link {
  readonly text: string;
  readonly url: string;
  /** 0: from a file beside the transcript, see `details.json`. */
  readonly turn: number;
}

export interface Blurb {
  readonly channel: Channel;
  readonly text: string;
  /** Counted in `unit`, never over `limit`. */
  readonly length: number;
  readonly limit: number;
  readonly unit: BlurbUnit;
  /** What the text is made of: slots that stand in the turns or in `details.json`. Absent where it is edited. */
  readonly composition?: Composition;
  readonly edited?: true;
}

export type Channel =
  | 'x'
  | 'bluesky'
  | 'mastodon'
  | 'threads'
  | 'linkedin'
  | 'instagram'
  | 'youtube-title'
  | 'youtube-description'
  /** Apple Podcasts and other directories: HTML of `p`, `ol`, `ul`, `li` and `a` only. */
  | 'podcast-directory'
  | 'newsletter'
  | 'search-snippet'
  | 'feed-line';

/**
 * `x-weighted`: X's own counting; `graphemes`: extended grapheme clusters (UAX #29); `characters`: UTF-16 units.
 * `mastodon`: graphemes with every URL as 23. `threads`: characters, but emoji as their UTF-8 bytes.
 */
export type BlurbUnit = 'x-weighted' | 'graphemes' | 'mastodon' | 'threads' | 'characters' | 'utf-8-bytes';

export interface PublishedWarning {
  readonly message: string;
  /** 1-based line of the uploaded file. */
  readonly line?: number;
}

export interface PublishedFile {
  readonly role: FileRole;
  /** Bare name, relative to `base`. */
  readonly href: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** What a picture says, for those who do not see it. */
  readonly alt?: string;
  /** Pixels of a picture. */
  readonly width?: number;
  readonly height?: number;
}

export type FileRole =
  | 'show-notes-markdown'
  | 'show-notes-fragment'
  | 'turns'
  | 'transcript-html'
  /** The style sheet of `transcript-html`. */
  | 'transcript-style'
  /** These four are there only where the transcript has times. */
  | 'transcript-vtt'
  | 'transcript-srt'
  /** Podcasting 2.0. */
  | 'transcript-json'
  | 'chapters'
  /** The episode's `<item>`, for a feed that somebody else keeps; there where the show file names a `site`. */
  | 'feed-item'
  /** A PNG for link previews: a quote, or the title; there unless a character of it is in none of our typefaces. */
  | 'picture'
  | 'search-entries'
  | 'blurbs'
  | 'details';

/** `turns.json`: what was said, and the only thing that statements may rest on besides `details.json`. */
export interface TurnsDocument {
  readonly schemaVersion: 1;
  readonly turns: readonly PublishedTurn[];
}

export interface PublishedTurn {
  /** The label as printed; empty where the file has none. */
  readonly speaker: string;
  /** Without markup; paragraphs are separated by one empty line. */
  readonly text: string;
  readonly startTime?: number;
  readonly endTime?: number;
  /** 1-based line of the uploaded file. */
  readonly line: number;
  readonly spans?: readonly Span[];
}

/** A part of a turn's text that is more than plain speech. */
export type Span =
  | {
      readonly kind: 'link';
      readonly words: readonly [from: number, to: number];
      /** As written in the transcript. A placeholder such as `#` is kept here and is no link of the show notes. */
      readonly url: string;
    }
  | { readonly kind: 'stage-direction'; readonly words: readonly [from: number, to: number] };

/** `blurbs.json`. */
export interface BlurbsDocument {
  readonly schemaVersion: 1;
  readonly blurbs: readonly Blurb[];
}

/** `details.json`: every value in the show notes that is not from the turns, with the file it came from. */
export interface DetailsDocument {
  readonly schemaVersion: 1;
  readonly details: readonly Detail[];
}

export interface Detail {
  /** What the value is of, such as `episode.title`, `show.aliases.INES`, `episode.edits.summary`. */
  readonly name: string;
  readonly value: string | number;
  readonly source: 'front-matter' | 'episode-file' | 'show-file' | 'file-name' | 'heading' | 'detected';
  /** 1-based line in that source, where it has lines. */
  readonly line?: number;
}

/** `shows/<show>/index.json`: what a list page needs, newest first. */
export interface Catalogue {
  readonly schemaVersion: 1;
  readonly show: PublishedShow & { readonly description?: string };
  readonly episodes: readonly CatalogueEpisode[];
}

export interface CatalogueEpisode {
  readonly id: string;
  readonly title: string;
  readonly number?: number;
  readonly publishedAt?: string;
  readonly language: string;
  readonly summary: string;
  readonly people: readonly { readonly name: string; readonly role: Person['role'] }[];
  readonly publication: string;
  readonly canonical?: string;
  /** Root-relative addresses. */
  readonly page: string;
  readonly showNotes: string;
}

/** `shows/<show>/search.json`: what a search of the show looks in. `entries` are documents for npm `minisearch`. */
export interface SearchDocument {
  readonly schemaVersion: 1;
  readonly show: { readonly id: string; readonly title: string };
  /** Newest first; `page` is a root-relative address. */
  readonly episodes: readonly { readonly id: string; readonly title: string; readonly page: string }[];
  readonly entries: readonly SearchEntry[];
}

export interface SearchEntry {
  /** Unique in the document. */
  readonly id: string;
  readonly episode: string;
  readonly kind: 'title' | 'person' | 'mention' | 'chapter' | 'key-point' | 'quote' | 'summary';
  readonly text: string;
  /** Other spellings of the same. */
  readonly variants?: readonly string[];
  /** The first turns that say it, ascending; none where it is not said in a turn. */
  readonly turns: readonly number[];
}
