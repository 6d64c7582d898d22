import type { Details } from '../../details';
import { addTo } from '../../grouping';
import { folded, wordsOf } from '../../text/words';
import type { Reading, Sentence } from '../reading';

/** Whoever speaks under one or more printed labels. */
export interface Speaker {
  /** Every label, the longest first. */
  readonly labels: readonly string[];
  readonly sentences: readonly Sentence[];
  /** 1-based. */
  readonly turns: readonly number[];
  readonly wordCount: number;
}

/**
 * The speakers in order of their first turn: labels that are initials, a first name, the last name of somebody who is
 * hardly named in full again, another case of one, or one without its note in brackets are merged.
 */
export function speakersOf(reading: Reading, details: Details): readonly Speaker[] {
  const nobodies = new Set(details.show.notPeople.map(({ value }) => folded(value)));
  const labels = [...reading.turnsOf.keys()].filter((label) => label !== '' && !nobodies.has(folded(label)));
  const ownerOf = ownerFinder(labels, (label) => reading.turnsOf.get(label)?.length ?? 0, details);
  const groups = new Map<string, string[]>();
  for (const label of labels) addTo(groups, ownerOf(label), label);
  return [...groups.values()].map((group) => speakerOf(group, reading));
}

function speakerOf(labels: readonly string[], reading: Reading): Speaker {
  const turns = labels.flatMap((label) => reading.turnsOf.get(label) ?? []).sort((a, b) => a - b);
  const sentences = turns.flatMap((turn) => reading.byTurn[turn - 1] ?? []);
  const wordCount = sentences.reduce((sum, { words }) => sum + words.length, 0);
  return { labels: [...labels].sort((a, b) => b.length - a.length), sentences, turns, wordCount };
}

/** From a label to the one that stands for the same person, itself where there is no other. */
function ownerFinder(
  labels: readonly string[],
  turnsOf: (label: string) => number,
  details: Details,
): (label: string) => string {
  const aliases = new Map<string, string>();
  for (const { label, is } of [...details.episode.edits.speakers, ...details.show.aliases]) {
    if (!aliases.has(label)) aliases.set(label, is.value);
  }
  const [firstCalled, firstSpelled] = [new Map<string, number>(), new Map<string, number>()];
  const shortForms = new Map<string, string[]>();
  const lastNames = new Map<string, number[]>();
  for (const [index, label] of labels.entries()) {
    const [called, spelled] = [aliases.get(label) ?? label, folded(label)];
    if (!firstCalled.has(called)) firstCalled.set(called, index);
    if (!firstSpelled.has(spelled)) firstSpelled.set(spelled, index);
    for (const short of shortFormsOf(label)) addTo(shortForms, short, label);
    const parts = nameParts(label);
    if (parts.length > 1) addTo(lastNames, parts.at(-1) ?? '', index);
  }
  const bearerOf = (label: string): string | undefined => {
    const [first, ...others] = lastNames.get(nameParts(label).join(' ')) ?? [];
    const full = first === undefined || others.length > 0 ? undefined : labels[first];
    const isBefore = first !== undefined && first < labels.indexOf(label);
    return full !== undefined && isBefore && turnsOf(full) <= Math.max(2, turnsOf(label) / 4) ? full : undefined;
  };
  return (label) => {
    const alias = aliases.get(label);
    const sameName = alias === undefined ? undefined : firstCalled.get(alias);
    const same = labels[Math.min(sameName ?? labels.length, firstSpelled.get(folded(label)) ?? labels.length)] ?? label;
    if (alias !== undefined) return same;
    const longer = new Set(lookUps(label).flatMap((short) => shortForms.get(short) ?? []));
    longer.delete(label);
    const [only] = longer;
    return longer.size === 1 && only !== undefined ? only : longer.size === 0 ? (bearerOf(label) ?? same) : same;
  };
}

/** Labels of more words are no names that anybody shortens. */
const LONGEST_NAME = 8;

/**
 * How somebody may be called for short: `AS` or `Alejandro` for `Alejandro Serrano Mena`, the name alone and `NA` for
 * `Nora Ames (NA)`; initials end with a point.
 */
function shortFormsOf(full: string): readonly string[] {
  const names = nameParts(full).slice(0, LONGEST_NAME);
  const noted = noteOf(full) === undefined ? [] : [names.join(' '), ...initialsNoted(full)];
  if (names.length < 2) return noted;
  const initials = Array.from(
    names
      .map((name) => name.charAt(0))
      .join('')
      .toUpperCase(),
  );
  return [
    ...noted,
    ...[2, 3, 4].filter((count) => count <= initials.length).map((count) => `${initials.slice(0, count).join('')}.`),
    ...names.slice(1).map((_, index) => names.slice(0, index + 1).join(' ')),
  ];
}

/** The short forms that a label may be. */
function lookUps(label: string): readonly string[] {
  // `Ada (Shop)` is not `Ada (Office)`.
  if (noteOf(label) !== undefined) return [];
  const parts = nameParts(label);
  return [...(/^\p{Lu}{2,4}$/u.test(label) ? [`${label}.`] : []), ...(parts.length > 0 ? [parts.join(' ')] : [])];
}

/** The same, one with a title, or one with another last name behind the other: `Ada Marsh`, `Dr. Ada Marsh`, `Ada Marsh-Berg`. */
export function isSameName(one: string, other: string): boolean {
  const [short = '', long = ''] = [folded(one), folded(other)].sort((a, b) => a.length - b.length);
  if (short === long) return true;
  const isLonger = long.startsWith(short) && /^[ -]$/u.test(long.charAt(short.length));
  return (
    short.includes(' ') && (isLonger || (/^\p{L}{1,4}\. $/u.test(long.slice(0, -short.length)) && long.endsWith(short)))
  );
}

/** The words of a name, folded for comparing; a note behind it is none of them. */
export const nameParts = (name: string): readonly string[] =>
  wordsOf(withoutNote(name), 'en').map(({ text }) => folded(text));

/** Notes behind one name at most. */
const MOST_NOTES = 4;

/** A label without the notes in brackets behind it, and the last of these. */
function partsOf(label: string): { readonly name: string; readonly note?: string } {
  let [name, note] = [label, undefined as string | undefined];
  for (let count = 0; count < MOST_NOTES && /[)）]$/u.test(name.slice(-1)); count += 1) {
    const open = Math.max(name.lastIndexOf('('), name.lastIndexOf('（'));
    if (open < 0) break;
    note ??= name.slice(open + 1, -1);
    name = name.slice(0, open).trimEnd();
  }
  return { name, ...(note !== undefined && { note }) };
}

/** `NORA AMES` of `NORA AMES, HOST`, as radio stations print it, and of `NORA AMES (she/her)`; `Speaker (1)` is that whole. */
export function withoutNote(label: string): string {
  const name = partsOf(label).name.replace(/, (?:co-)?(?:host|anchor|byline|guest)$/iu, '');
  return name === '' || isGenericLabel(name) ? label : name;
}

const noteOf = (label: string): string | undefined => partsOf(label).note;

/** `NA` of `Nora Ames (NA)`; `BBC` behind it is where she works. */
function initialsNoted(label: string): readonly string[] {
  const note = noteOf(label) ?? '';
  const isOfName = folded(note.charAt(0)) === folded(label.charAt(0));
  return isOfName && /^\p{Lu}[\p{Lu}\p{N}]{0,4}$/u.test(note) ? [folded(note), `${note}.`] : [];
}

/** Labels that say a role or a number and no name: `Speaker 2`, `Host`, `Interviewer`. */
export function isGenericLabel(label: string): boolean {
  if (isAnybodysLabel(label)) return true;
  return /^(?:speaker|spk|sprecher(?:in)?|person|participant|voice|male|female|man|woman|host|guest|moderator|interviewer|interviewee|respondent|caller|audience|panelist|panellist|subject|narrator|presenter|announcer|reporter|patient|student|[a-z])(?:[\s_-]?(?:\d{1,3}|[a-z]|voice|speaker|member|person))?$/iu.test(
    label,
  );
}

/**
 * `Unknown Speaker` is everybody whom a machine did not recognise, and `Audience member` whoever asks: one of them may say a
 * name, and the next sentence is another's.
 */
export const isAnybodysLabel = (label: string): boolean =>
  isAudience(label) || /^(?:unknown|unidentified)(?![\p{L}\p{N}])/iu.test(label);

/** Those who ask from the audience, under one label. */
export const isAudience = (label: string): boolean => /^(?:audience(?: member)?|callers?|questioner)$/iu.test(label);

const HOST_LABEL =
  /^(?:host|moderator|interviewer|presenter)\b|, (?:co-)?host$|[(（](?:(?:co-)?host|moderator|interviewer|presenter|司会)[)）]/iu;
const GUEST_LABEL = /^(?:guest|interviewee)\b|, guest$|[(（](?:guest|interviewee)[)）]/iu;

/** The role that a label itself says: `Host`, `Nora Ames (guest)`; those who ask from the audience are neither. */
export function roleInLabel(label: string): 'host' | 'guest' | 'other' | undefined {
  if (HOST_LABEL.test(label)) return 'host';
  if (GUEST_LABEL.test(label)) return 'guest';
  return isAudience(label) ? 'other' : undefined;
}
