import type { Channel, Person } from '../../contract/published';
import { feedOf, type SaidOfFeed } from './feed';
import {
  ADDRESS,
  type Faults,
  fieldsOf,
  isAddress,
  isLinkTarget,
  LINK_TARGET,
  type TextDetail,
  textOf,
  textsOf,
  textThat,
} from './fields';
import { type ThemeDetails, themeOf } from './theme';
import { entriesOf, membersOf, type SourceNode, scalarText, wrongKey, wrongKind } from './yaml-source';

/** What `show.yaml` says. */
export interface ShowFile {
  readonly title?: TextDetail;
  readonly description?: TextDetail;
  /** Where what is published is served. */
  readonly site?: TextDetail;
  /** The show's own page. */
  readonly page?: TextDetail;
  readonly language?: TextDetail;
  /** Of every episode that says nothing else: `true` or `false`. */
  readonly aiContent?: TextDetail;
  readonly hosts: readonly TextDetail[];
  readonly aliases: readonly Labelled[];
  readonly roles: readonly LabelledRole[];
  readonly glossary: readonly GlossaryEntry[];
  readonly notPeople: readonly TextDetail[];
  readonly neverSay: readonly TextDetail[];
  /** Undefined: every channel. */
  readonly channels?: readonly ChannelWish[];
  readonly theme?: ThemeDetails;
  /** The address of the show's cover. */
  readonly image?: TextDetail;
  readonly feed?: SaidOfFeed;
}

/** `INES: Ines Kovar`: what a printed label stands for. */
export interface Labelled {
  readonly label: string;
  readonly is: TextDetail;
}

export interface LabelledRole {
  readonly label: string;
  readonly role: Person['role'];
}

/** How a term is spelt, where it links to, and which spellings are it too. */
export interface GlossaryEntry {
  readonly term: TextDetail;
  readonly link?: TextDetail;
  readonly merge: readonly TextDetail[];
}

export interface ChannelWish {
  readonly channel: Channel;
  readonly handle?: TextDetail;
  readonly hashtags: readonly TextDetail[];
}

export const ROLES: readonly Person['role'][] = ['host', 'guest', 'other'];

export const CHANNELS: readonly Channel[] = [
  'x',
  'bluesky',
  'mastodon',
  'threads',
  'linkedin',
  'instagram',
  'youtube-title',
  'youtube-description',
  'podcast-directory',
  'newsletter',
  'search-snippet',
  'feed-line',
];

const KEYS = [
  'title',
  'description',
  'site',
  'page',
  'language',
  'aiContent',
  'hosts',
  'aliases',
  'roles',
  'glossary',
  'notPeople',
  'neverSay',
  'channels',
  'theme',
  'image',
  'feed',
] as const;

/** Reads `show.yaml`. */
export function readShowFields(root: SourceNode, faults: Faults): ShowFile {
  const at = fieldsOf(root, KEYS, faults);
  const title = textOf(at.get('title'), faults);
  const description = textOf(at.get('description'), faults);
  const site = textThat(at.get('site'), isAddress, ADDRESS, faults);
  const page = textThat(at.get('page'), isAddress, ADDRESS, faults);
  const language = languageOf(at.get('language'), faults);
  const aiContent = aiContentOf(at.get('aiContent'), faults);
  const channels = channelsOf(at.get('channels'), faults);
  const theme = themeOf(at.get('theme'), faults);
  const image = textThat(at.get('image'), isAddress, ADDRESS, faults);
  const feed = feedOf(at.get('feed'), faults);
  return {
    ...(title && { title }),
    ...(description && { description }),
    ...(site && { site }),
    ...(page && { page }),
    ...(language && { language }),
    ...(aiContent && { aiContent }),
    ...(channels && { channels }),
    ...(theme && { theme }),
    ...(image && { image }),
    ...(feed && { feed }),
    hosts: textsOf(at.get('hosts'), faults),
    aliases: labelledOf(at.get('aliases'), faults),
    roles: rolesOf(at.get('roles'), faults),
    glossary: glossaryOf(at.get('glossary'), faults),
    notPeople: textsOf(at.get('notPeople'), faults),
    neverSay: textsOf(at.get('neverSay'), faults),
  };
}

/** A BCP 47 tag such as `en` or `pt-BR`. */
export function languageOf(at: SourceNode | undefined, faults: Faults): TextDetail | undefined {
  const isTag = (text: string) => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(text);
  return textThat(at, isTag, 'a language tag such as en, de or pt-BR', faults);
}

/** Whether artificial intelligence made any of an episode: only the producer knows. */
export const aiContentOf = (at: SourceNode | undefined, faults: Faults): TextDetail | undefined =>
  textThat(at, (text) => text === 'true' || text === 'false', 'true or false', faults);

/** A map from printed labels to names. */
export function labelledOf(at: SourceNode | undefined, faults: Faults): readonly Labelled[] {
  return childrenOf(at, 'labels with names, such as INES: Ines Kovar', faults).flatMap(([label, child]) => {
    const is = textOf(child, faults);
    return is ? [{ label, is }] : [];
  });
}

function rolesOf(at: SourceNode | undefined, faults: Faults): readonly LabelledRole[] {
  return childrenOf(at, 'labels with roles, such as INES: guest', faults).flatMap(([label, child]) => {
    const role = roleOf(child, faults);
    return role ? [{ label, role }] : [];
  });
}

export function roleOf(at: SourceNode | undefined, faults: Faults): Person['role'] | undefined {
  const allowed = `one of ${ROLES.join(', ')}`;
  const text = textThat(at, (role) => ROLES.some((known) => known === role), allowed, faults);
  return text?.value as Person['role'] | undefined;
}

function glossaryOf(at: SourceNode | undefined, faults: Faults): readonly GlossaryEntry[] {
  const allowed = 'terms, each with its link or with link, spelling and merge';
  return childrenOf(at, allowed, faults).map(([name, child]) => glossaryEntry(name, child, faults));
}

function glossaryEntry(name: string, at: SourceNode, faults: Faults): GlossaryEntry {
  const term: TextDetail = { name: `${at.file.prefix}.${at.key}`, value: name, source: at.file.source, line: at.line };
  if (scalarText(at) !== undefined) {
    const link = textThat(at, isLinkTarget, LINK_TARGET, faults);
    return { term, merge: [], ...(link && { link: { ...link, name: `${link.name}.link` } }) };
  }
  const fields = fieldsOf(at, ['spelling', 'link', 'merge'], faults);
  const spelling = textOf(fields.get('spelling'), faults);
  const link = textThat(fields.get('link'), isLinkTarget, LINK_TARGET, faults);
  const merge = textsOf(fields.get('merge'), faults);
  // With a spelling of its own, the key is one more way in which the transcript writes the term.
  return { term: spelling ?? term, merge: spelling ? [term, ...merge] : merge, ...(link && { link }) };
}

function channelsOf(at: SourceNode | undefined, faults: Faults): readonly ChannelWish[] | undefined {
  if (!at) return undefined;
  const list = membersOf(at);
  if (list && !entriesOf(at)) return list.flatMap((member) => listedChannel(member, faults));
  return childrenOf(at, 'channels, each with handle and hashtags', faults).flatMap(([name, child]) => {
    const channel = CHANNELS.find((known) => known === name);
    if (!channel) return faults.fault(wrongKey(child, name, CHANNELS)) ?? [];
    const fields = fieldsOf(child, ['handle', 'hashtags'], faults);
    const handle = textOf(fields.get('handle'), faults);
    return [{ channel, hashtags: textsOf(fields.get('hashtags'), faults), ...(handle && { handle }) }];
  });
}

function listedChannel(at: SourceNode, faults: Faults): readonly ChannelWish[] {
  const isChannel = (name: string) => CHANNELS.some((known) => known === name);
  const name = textThat(at, isChannel, `one of ${CHANNELS.join(', ')}`, faults);
  return name ? [{ channel: name.value as Channel, hashtags: [] }] : [];
}

/** The entries of a map, or a fault. */
export function childrenOf(
  at: SourceNode | undefined,
  allowed: string,
  faults: Faults,
): readonly (readonly [name: string, child: SourceNode])[] {
  if (!at) return [];
  return entriesOf(at) ?? faults.fault(wrongKind(at, allowed)) ?? [];
}
