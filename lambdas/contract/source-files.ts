/** The files that producers write beside transcripts. `npm run schemas` writes their JSON Schemas from these types. */
import type { Category } from './categories';
import type { Channel, Corners, Person, Typeface } from './published';

/** `shows/<show>/show.yaml`: what holds for all episodes of a show. */
export interface ShowFile {
  /** The show's title; without it the folder's name. */
  readonly title?: Text;
  /** What the show is about, on its page. */
  readonly description?: Text;
  /** Where what is published is served. */
  readonly site?: Address;
  /** The show's own page. */
  readonly page?: Address;
  readonly language?: Language;
  /** Whether artificial intelligence made any of the episodes. */
  readonly aiContent?: YesOrNo;
  /** The names of the hosts. */
  readonly hosts?: Texts;
  /** Whom a label in the transcripts stands for. */
  readonly aliases?: Nothing | Readonly<Record<string, Text>>;
  /** Which part a label's speaker has. */
  readonly roles?: Nothing | Readonly<Record<string, Person['role']>>;
  /** Links of terms, how they are spelt, and which spellings mean them. */
  readonly glossary?: Nothing | Readonly<Record<string, Nothing | LinkTarget | GlossaryEntry>>;
  /** Labels that are nobody. */
  readonly notPeople?: Texts;
  /** Phrases that no summary, quote or blurb may have. */
  readonly neverSay?: Texts;
  /** The channels that blurbs are written for; without it, all. */
  readonly channels?: Nothing | readonly Channel[] | Readonly<Partial<Record<Channel, Nothing | ChannelWish>>>;
  /** How the show's pages look. */
  readonly theme?: Nothing | Theme;
  /** The show's cover: a square picture of 1,400 to 3,000 pixels, JPEG or PNG. */
  readonly image?: Address;
  /** What podcast directories ask of a show. */
  readonly feed?: Nothing | Feed;
}

/** `shows/<show>/<episode>.yaml`: what holds for the transcript of the same name. */
export interface EpisodeFile {
  /** The episode's title; without it the transcript's heading, or the file's name. */
  readonly title?: Text;
  readonly number?: WholeNumber;
  /** When the episode came out. */
  readonly date?: DateOrTime;
  /** The recording. */
  readonly audio?: Address | Recording;
  /** The episode's own page. */
  readonly page?: Address;
  /** What the episode is known by in its feed. */
  readonly guid?: Text;
  /** Whether artificial intelligence made any of this episode. */
  readonly aiContent?: YesOrNo;
  readonly language?: Language;
  /** Who speaks, and under which labels. */
  readonly people?: Nothing | readonly (Text | NamedPerson)[];
  /** Links that belong to the episode. */
  readonly links?: Nothing | readonly NamedLink[];
  /** What is to be said otherwise than the writer would. */
  readonly edits?: Nothing | Edits;
}

/** @pattern ^\s*$ */
export type Blank = string;
export type Nothing = null | Blank;
/** @pattern \S */
export type Written = string;
export type Text = Written | number | boolean;
export type Texts = Nothing | Text | readonly Text[];
/** @pattern ^\s*https?:\/\/[^\s<>"]+\s*$ */
export type Address = string;
/** @pattern ^\s*(https?:\/\/[^\s<>"]+|mailto:[^\s<>"]+@[^\s<>"]+)\s*$ */
export type LinkTarget = string;
/** @pattern ^\s*[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\s*$ */
export type Language = string;
export type YesOrNo = boolean | 'true' | 'false';
/**
 * @pattern ^\s*\d{1,9}\s*$
 */
export type Digits = string;
/**
 * @asType integer
 * @minimum 0
 * @maximum 999999999
 */
export type Count = number;
export type WholeNumber = Count | Digits;
/** @pattern ^\s*\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?\s*$ */
export type DateOrTime = string;
/** @pattern ^\s*(audio|video)\/[a-z0-9.+-]+\s*$ */
export type MediaType = string;

/** @pattern ^\s*[^\s@<>"]+@[^\s@<>"]+\s*$ */
export type EMail = string;
/** @pattern ^\s*[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\s*$ */
export type Uuid = string;

export interface GlossaryEntry {
  readonly link?: LinkTarget;
  readonly spelling?: Text;
  readonly merge?: Texts;
}

export interface ChannelWish {
  readonly handle?: Text;
  readonly hashtags?: Texts;
}

export interface Colours {
  readonly accent?: Text;
  readonly background?: Text;
  readonly text?: Text;
}

export interface Theme extends Colours {
  readonly dark?: Nothing | Colours;
  readonly font?: Typeface;
  readonly headings?: Typeface;
  readonly corners?: Corners;
}

export interface Feed {
  /** Whose the show is, for listeners. */
  readonly author?: Text;
  /** The most fitting first. */
  readonly categories?: Nothing | Category | readonly Category[];
  /** Whether it is unfit for children. */
  readonly explicit?: YesOrNo;
  /** Whom directories write to. */
  readonly owner?: Nothing | Owner;
  /** The `podcast:guid` that the show had before this feed. */
  readonly guid?: Uuid;
}

export interface Owner {
  readonly name?: Text;
  readonly email?: EMail;
}

export interface Recording {
  readonly url: Address;
  readonly type?: MediaType;
  readonly bytes?: WholeNumber;
}

export interface NamedPerson {
  readonly name: Text;
  readonly role?: Person['role'];
  readonly labels?: Texts;
}

export interface NamedLink {
  readonly text: Text;
  readonly url: LinkTarget;
}

export interface Edits {
  readonly summary?: Replacement;
  readonly standfirst?: Replacement;
  readonly blurbs?: Nothing | Readonly<Partial<Record<Channel, Replacement>>>;
  readonly chapters?: Nothing | readonly ChapterEdit[];
  readonly quotes?: Nothing | AddAndHide;
  readonly mentions?: Nothing | AddAndHide;
  readonly keyPoints?: Nothing | Hide;
  readonly questions?: Nothing | Hide;
  readonly signOff?: Nothing | Hide;
  readonly speakers?: Nothing | Readonly<Record<string, Text>>;
}

export type Replacement = Text | { readonly text: Text; readonly was?: Text };

export type ChapterEdit = { readonly at: Text; readonly title: Text } | { readonly hide: Text };

export interface Hide {
  readonly hide?: Texts;
}

export interface AddAndHide extends Hide {
  readonly add?: Texts;
}
