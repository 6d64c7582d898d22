import type { Channel, Person } from '../../contract/published';
import {
  ADDRESS,
  DATE,
  type Faults,
  fieldsOf,
  isAddress,
  isDate,
  isLinkTarget,
  LINK_TARGET,
  type NumberDetail,
  numberOf,
  required,
  type TextDetail,
  textOf,
  textsOf,
  textThat,
} from './fields';
import { aiContentOf, CHANNELS, childrenOf, type Labelled, labelledOf, languageOf, roleOf } from './show-file';
import { entriesOf, membersOf, type SourceNode, scalarText, wrongKey, wrongKind } from './yaml-source';

/** What `<episode>.yaml`, or the front matter, says of the episode. */
export interface EpisodeFile {
  readonly title?: TextDetail;
  readonly number?: NumberDetail;
  readonly publishedAt?: TextDetail;
  readonly audioUrl?: TextDetail;
  /** Media type. */
  readonly audioType?: TextDetail;
  readonly audioBytes?: NumberDetail;
  /** What the episode is known by in a feed that is older than this pipeline. */
  readonly guid?: TextDetail;
  /** `true` or `false`. */
  readonly aiContent?: TextDetail;
  /** The episode's own page, which blurbs link to. */
  readonly page?: TextDetail;
  readonly language?: TextDetail;
  readonly people: readonly NamedPerson[];
  readonly links: readonly NamedLink[];
  readonly edits: Edits;
}

export interface NamedPerson {
  readonly name: TextDetail;
  readonly role?: Person['role'];
  readonly labels: readonly TextDetail[];
}

export interface NamedLink {
  readonly text: TextDetail;
  readonly url: TextDetail;
}

/** What the producer wants said otherwise than the writer would. */
export interface Edits {
  readonly summary?: Replacement;
  readonly standfirst?: Replacement;
  readonly blurbs: readonly (Replacement & { readonly channel: Channel })[];
  readonly chapters: readonly ChapterEdit[];
  /** Titles of the writer's chapters, or parts of them. */
  readonly hiddenChapters: readonly TextDetail[];
  readonly quotes: AddAndHide;
  readonly mentions: AddAndHide;
  readonly keyPoints: Hide;
  readonly questions: Hide;
  readonly signOff: Hide;
  readonly speakers: readonly Labelled[];
}

/** `was` is the text that the producer replaced, if noted: when the writer writes another, the two conflict. */
export interface Replacement {
  readonly text: TextDetail;
  readonly was?: TextDetail;
}

/** A chapter begins at the turn that says `at`, and is called `title`. */
export interface ChapterEdit {
  readonly at: TextDetail;
  readonly title: TextDetail;
}

/** Words of what is not to be published. */
export interface Hide {
  readonly hide: readonly TextDetail[];
}

export interface AddAndHide extends Hide {
  readonly add: readonly TextDetail[];
}

const NO_CHANGE: AddAndHide = { add: [], hide: [] };

export const NO_EDITS: Edits = {
  blurbs: [],
  chapters: [],
  hiddenChapters: [],
  quotes: NO_CHANGE,
  mentions: NO_CHANGE,
  keyPoints: NO_CHANGE,
  questions: NO_CHANGE,
  signOff: NO_CHANGE,
  speakers: [],
};

const FILE_KEYS = [
  ...['title', 'number', 'date', 'audio', 'page', 'guid', 'aiContent', 'language', 'people', 'links', 'edits'],
] as const;
/** Front matter is written for many tools: the spellings that several of them use are read, all others are theirs. */
const FRONT_MATTER_KEYS = [
  ...[
    'title',
    'number',
    'episode',
    'date',
    'audio',
    'page',
    'guid',
    'aiContent',
    'language',
    'lang',
    'people',
    'links',
  ],
  ...['speakers', 'hosts', 'host', 'guests', 'guest'],
] as const;

/** Reads `<episode>.yaml`. */
export function readEpisodeFields(root: SourceNode, faults: Faults): EpisodeFile {
  const at = fieldsOf(root, FILE_KEYS, faults);
  const number = numberOf(at.get('number'), faults);
  return {
    ...describedOf(at, faults),
    ...(number && { number }),
    people: peopleOf(at.get('people'), faults),
    edits: editsOf(at.get('edits'), faults),
  };
}

/** Reads the front matter of a transcript. */
export function readFrontMatterFields(root: SourceNode, faults: Faults): EpisodeFile {
  const at = fieldsOf(root, FRONT_MATTER_KEYS, faults, 'ignore');
  const number = numberOf(at.get('number') ?? wholeNumber(at.get('episode')), faults);
  const listed = (key: string, role?: Person['role']): NamedPerson[] =>
    textsOf(at.get(key), faults).map((name) => ({ name, labels: [], ...(role && { role }) }));
  return {
    ...describedOf(at, faults),
    ...(number && { number: { ...number, name: 'episode.number' } }),
    people: [
      ...peopleOf(at.get('people'), faults),
      ...[...listed('hosts', 'host'), ...listed('host', 'host')],
      ...[...listed('guests', 'guest'), ...listed('guest', 'guest'), ...listed('speakers')],
    ],
    edits: NO_EDITS,
  };
}

/** Elsewhere `episode:` is a title or a name: only a number is ours. */
const wholeNumber = (at: SourceNode | undefined) => (at && /^\d+$/u.test(scalarText(at) ?? '') ? at : undefined);

function describedOf(at: ReadonlyMap<string, SourceNode>, faults: Faults) {
  const title = textOf(at.get('title'), faults);
  const publishedAt = textThat(at.get('date'), isDate, DATE, faults);
  const page = textThat(at.get('page'), isAddress, ADDRESS, faults);
  const guid = textOf(at.get('guid'), faults);
  const aiContent = aiContentOf(at.get('aiContent'), faults);
  const language = languageOf(at.get('language') ?? at.get('lang'), faults);
  return {
    ...(title && { title }),
    ...(publishedAt && { publishedAt }),
    ...audioOf(at.get('audio'), faults),
    ...(page && { page }),
    ...(guid && { guid }),
    ...(aiContent && { aiContent }),
    ...(language && { language }),
    links: linksOf(at.get('links'), faults),
  };
}

/** An address, or a map of `url`, `type` and `bytes`. */
function audioOf(
  at: SourceNode | undefined,
  faults: Faults,
): Pick<EpisodeFile, 'audioUrl' | 'audioType' | 'audioBytes'> {
  if (!at) return {};
  const isMap = scalarText(at) === undefined && entriesOf(at);
  const fields = isMap ? fieldsOf(at, ['url', 'type', 'bytes'], faults) : new Map([['url', at]]);
  const url = required(at, fields, 'url', (field) => textThat(field, isAddress, ADDRESS, faults), faults);
  const type = textThat(fields.get('type'), isMediaType, 'a media type such as audio/mpeg', faults);
  const bytes = numberOf(fields.get('bytes'), faults);
  return url ? { audioUrl: url, ...(type && { audioType: type }), ...(bytes && { audioBytes: bytes }) } : {};
}

const isMediaType = (text: string): boolean => /^(?:audio|video)\/[a-z0-9.+-]+$/u.test(text);

function peopleOf(at: SourceNode | undefined, faults: Faults): readonly NamedPerson[] {
  return listOf(at, 'a list of people, each a name or name, role and labels', faults).flatMap((member) => {
    if (scalarText(member) !== undefined) {
      const name = textOf(member, faults);
      return name ? [{ name, labels: [] }] : [];
    }
    const fields = fieldsOf(member, ['name', 'role', 'labels'], faults);
    const name = requiredText(member, fields, 'name', faults);
    const role = roleOf(fields.get('role'), faults);
    const labels = textsOf(fields.get('labels'), faults);
    return name ? [{ name, labels, ...(role && { role }) }] : [];
  });
}

function linksOf(at: SourceNode | undefined, faults: Faults): readonly NamedLink[] {
  return listOf(at, 'a list of links, each with text and url', faults).flatMap((member) => {
    const fields = fieldsOf(member, ['text', 'url'], faults);
    const text = requiredText(member, fields, 'text', faults);
    const isRight = (field: SourceNode) => textThat(field, isLinkTarget, LINK_TARGET, faults);
    const url = required(member, fields, 'url', isRight, faults);
    return text && url ? [{ text, url }] : [];
  });
}

const EDIT_KEYS = [
  ...['summary', 'standfirst', 'blurbs', 'chapters', 'quotes', 'mentions'],
  ...['keyPoints', 'questions', 'signOff', 'speakers'],
] as const;

function editsOf(at: SourceNode | undefined, faults: Faults): Edits {
  if (!at) return NO_EDITS;
  const fields = fieldsOf(at, EDIT_KEYS, faults);
  const summary = replacementOf(fields.get('summary'), faults);
  const standfirst = replacementOf(fields.get('standfirst'), faults);
  return {
    ...(summary && { summary }),
    ...(standfirst && { standfirst }),
    blurbs: blurbEditsOf(fields.get('blurbs'), faults),
    ...chapterEditsOf(fields.get('chapters'), faults),
    quotes: addAndHideOf(fields.get('quotes'), faults),
    mentions: addAndHideOf(fields.get('mentions'), faults),
    keyPoints: hideOf(fields.get('keyPoints'), faults),
    questions: hideOf(fields.get('questions'), faults),
    signOff: hideOf(fields.get('signOff'), faults),
    speakers: labelledOf(fields.get('speakers'), faults),
  };
}

function replacementOf(at: SourceNode | undefined, faults: Faults): Replacement | undefined {
  if (!at) return undefined;
  if (scalarText(at) === undefined && entriesOf(at)) {
    const fields = fieldsOf(at, ['text', 'was'], faults);
    const text = requiredText(at, fields, 'text', faults);
    const was = textOf(fields.get('was'), faults);
    return text && { text, ...(was && { was }) };
  }
  const text = textOf(at, faults);
  return text && { text };
}

function blurbEditsOf(at: SourceNode | undefined, faults: Faults): Edits['blurbs'] {
  return childrenOf(at, 'channels with texts', faults).flatMap(([name, child]) => {
    const channel = CHANNELS.find((known) => known === name);
    if (!channel) return faults.fault(wrongKey(child, name, CHANNELS)) ?? [];
    const replacement = replacementOf(child, faults);
    return replacement ? [{ ...replacement, channel }] : [];
  });
}

function chapterEditsOf(at: SourceNode | undefined, faults: Faults): Pick<Edits, 'chapters' | 'hiddenChapters'> {
  const chapters: ChapterEdit[] = [];
  const hiddenChapters: TextDetail[] = [];
  for (const member of listOf(at, 'a list of chapters, each with at and title, or with hide', faults)) {
    const fields = fieldsOf(member, ['at', 'title', 'hide'], faults);
    const hidden = textOf(fields.get('hide'), faults);
    if (hidden) hiddenChapters.push(hidden);
    if (fields.has('hide') && !fields.has('at') && !fields.has('title')) continue;
    const start = requiredText(member, fields, 'at', faults);
    const title = requiredText(member, fields, 'title', faults);
    if (start && title) chapters.push({ at: start, title });
  }
  return { chapters, hiddenChapters };
}

function addAndHideOf(at: SourceNode | undefined, faults: Faults): AddAndHide {
  if (!at) return NO_CHANGE;
  const fields = fieldsOf(at, ['add', 'hide'], faults);
  return { add: textsOf(fields.get('add'), faults), hide: textsOf(fields.get('hide'), faults) };
}

function hideOf(at: SourceNode | undefined, faults: Faults): Hide {
  return at ? { hide: textsOf(fieldsOf(at, ['hide'], faults).get('hide'), faults) } : NO_CHANGE;
}

function listOf(at: SourceNode | undefined, allowed: string, faults: Faults): readonly SourceNode[] {
  if (!at) return [];
  return membersOf(at) ?? faults.fault(wrongKind(at, allowed)) ?? [];
}

const requiredText = (at: SourceNode, fields: ReadonlyMap<string, SourceNode>, key: string, faults: Faults) =>
  required(at, fields, key, (field) => textOf(field, faults), faults);
