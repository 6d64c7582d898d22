import type { Blurb, Mention, ShowNotes, TurnsDocument } from '../../contract/published';
import type { Change } from '../../contract/receipt';
import { conflictingEdits } from '../show-notes/edits';
import { chapterChanges } from './chapters';
import { listChanges } from './lists';
import { peopleChanges } from './people';
import { compareTurns } from './turns';
import { quoted } from './wording';

/** A publication as far as it is compared. */
export interface Compared {
  readonly showNotes: ShowNotes;
  readonly turns: TurnsDocument;
}

/** What a producer would say has changed from one publication to the next; nothing where they say the same. */
export function changesBetween(before: Compared, after: Compared): readonly Change[] {
  const [earlier, now] = [before.showNotes, after.showNotes];
  const turns = compareTurns(before.turns.turns, after.turns.turns);
  return [
    ...editChanges(earlier, now),
    ...detailChanges(earlier, now),
    ...peopleChanges(earlier.people, now.people, turns.renamed),
    ...statementChange('summary', earlier, now),
    ...statementChange('standfirst', earlier, now),
    ...listChanges(
      { part: 'key-points', one: 'key point', many: 'key points' },
      textsOf(earlier.keyPoints),
      textsOf(now.keyPoints),
    ),
    ...chapterChanges(earlier.chapters, now.chapters, turns.placeOf),
    ...listChanges(
      { part: 'questions', one: 'question', many: 'questions' },
      textsOf(earlier.questions),
      textsOf(now.questions),
    ),
    ...listChanges({ part: 'quotes', one: 'quote', many: 'quotes' }, textsOf(earlier.quotes), textsOf(now.quotes)),
    ...mentionChanges(earlier.mentions, now.mentions),
    ...listChanges({ part: 'links', one: 'link', many: 'links' }, urlsOf(earlier), urlsOf(now)),
    ...blurbChanges(earlier.blurbs, now.blurbs),
    ...listChanges(
      { part: 'sign-off', one: 'sentence of the sign-off', many: 'sentences of the sign-off' },
      textsOf(earlier.signOff),
      textsOf(now.signOff),
    ),
    ...turns.changes,
  ];
}

const textsOf = (parts: readonly { readonly text: string }[]): readonly string[] => parts.map(({ text }) => text);
const urlsOf = ({ links }: ShowNotes): readonly string[] => [...new Set(links.map(({ url }) => url))];

function editChanges(before: ShowNotes, after: ShowNotes): readonly Change[] {
  const [earlier, now] = [conflictingEdits(before.warnings), conflictingEdits(after.warnings)];
  const began = now.filter((edit) => !earlier.includes(edit));
  const ended = earlier.filter((edit) => !now.includes(edit));
  const isOne = began.length === 1;
  const message = `${isOne ? 'An edit is' : `${began.length} edits are`} in conflict: ${began.join(', ')}; the warnings say why.`;
  return [
    ...(began.length > 0 ? [{ part: 'edits' as const, message }] : []),
    ...ended.map((edit) => ({ part: 'edits' as const, message: `The edit ${edit} is in conflict no more.` })),
  ];
}

function detailChanges(before: ShowNotes, after: ShowNotes): readonly Change[] {
  const named = ({ show, episode }: ShowNotes) => ({
    'show’s title': show.title,
    title: episode.title,
    number: episode.number,
    date: episode.publishedAt,
    'audio address': episode.audioUrl,
    language: episode.language,
    site: show.site,
    'address of the page': episode.canonical,
  });
  const [earlier, now] = [named(before), named(after)];
  return Object.entries(now).flatMap(([name, value]) => {
    const replaced = earlier[name as keyof typeof now];
    if (value === replaced) return [];
    const changed = value === undefined ? `There is no ${name} any more` : `The ${name} is now ${stated(value)}`;
    const message = replaced === undefined ? `${changed}.` : `${changed}, before ${stated(replaced)}.`;
    return [{ part: 'details', message }];
  });
}

const stated = (value: string | number): string => (typeof value === 'number' ? String(value) : quoted(value));

const statementChange = (part: 'summary' | 'standfirst', before: ShowNotes, after: ShowNotes): readonly Change[] =>
  before[part].text === after[part].text ? [] : [{ part, message: `The ${part} reads differently.` }];

function mentionChanges(before: readonly Mention[], after: readonly Mention[]): readonly Change[] {
  const addresses = new Map(before.map(({ text, url }) => [text, url]));
  const linked = after.filter(({ text, url }) => addresses.has(text) && addresses.get(text) !== url);
  return [
    ...listChanges({ part: 'mentions', one: 'mention', many: 'mentions' }, textsOf(before), textsOf(after)),
    ...linked.map(({ text, url }) => ({
      part: 'mentions' as const,
      message: `The mention ${quoted(text)} has ${linkNow(addresses.get(text), url)}.`,
    })),
  ];
}

function linkNow(before: string | undefined, after: string | undefined): string {
  if (after === undefined) return 'no link any more';
  return before === undefined ? 'a link now' : 'another link';
}

/** By channel: a producer looks for the blurb that has to be posted anew. */
function blurbChanges(before: readonly Blurb[], after: readonly Blurb[]): readonly Change[] {
  const texts = new Map(before.map(({ channel, text }) => [channel, text]));
  const changed = after.filter(({ channel, text }) => texts.get(channel) !== text).map(({ channel }) => channel);
  if (changed.length === 0) return [];
  const message =
    changed.length === 1
      ? `The blurb for ${changed[0]} reads differently.`
      : `${changed.length} of ${after.length} blurbs read differently: ${changed.join(', ')}.`;
  return [{ part: 'blurbs', message }];
}
