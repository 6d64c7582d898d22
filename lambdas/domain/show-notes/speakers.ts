import type { Details } from '../details';
import { folded, wordsOf } from '../text/words';
import type { Reading, Sentence } from './reading';

/** Whoever speaks under one or more printed labels. */
export interface Speaker {
  /** Every label, the longest first. */
  readonly labels: readonly string[];
  readonly sentences: readonly Sentence[];
  /** 1-based. */
  readonly turns: readonly number[];
  readonly wordCount: number;
}

/** The speakers in order of their first turn: labels that are initials, a first name or another case of one are merged. */
export function speakersOf(reading: Reading, details: Details): readonly Speaker[] {
  const nobodies = new Set(details.show.notPeople.map(({ value }) => folded(value)));
  const printed = [...new Set(reading.turns.map(({ speaker }) => speaker))];
  const labels = printed.filter((label) => label !== '' && !nobodies.has(folded(label)));
  const owners = new Map(labels.map((label) => [label, ownerOf(label, labels, details)]));
  const groups = new Map<string, string[]>();
  for (const label of labels) {
    const owner = owners.get(label) ?? label;
    groups.set(owner, [...(groups.get(owner) ?? []), label]);
  }
  return [...groups.values()].map((group) => speakerOf(group, reading));
}

function speakerOf(labels: readonly string[], reading: Reading): Speaker {
  const own = new Set(labels);
  const turns = reading.turns.flatMap(({ speaker }, index) => (own.has(speaker) ? [index + 1] : []));
  const sentences = turns.flatMap((turn) => reading.byTurn[turn - 1] ?? []);
  const wordCount = sentences.reduce((sum, { words }) => sum + words.length, 0);
  return { labels: [...labels].sort((a, b) => b.length - a.length), sentences, turns, wordCount };
}

/** The label that stands for the same person, itself where there is no other. */
function ownerOf(label: string, labels: readonly string[], details: Details): string {
  const alias = aliasOf(label, details);
  const named = (other: string) => alias !== undefined && (aliasOf(other, details) ?? other) === alias;
  const others = labels.filter((other) => other !== label);
  const same = labels.find((other) => named(other) || folded(other) === folded(label)) ?? label;
  const longer = others.filter((other) => isShortFor(label, other));
  return longer.length === 1 && alias === undefined ? (longer[0] ?? same) : same;
}

const aliasOf = (label: string, details: Details): string | undefined =>
  [...details.episode.edits.speakers, ...details.show.aliases].find((alias) => alias.label === label)?.is.value;

/** `AS` or `Alejandro` for `Alejandro Serrano Mena`. */
function isShortFor(label: string, full: string): boolean {
  const names = nameParts(full);
  if (names.length < 2) return false;
  const initials = names.map((name) => name.charAt(0)).join('');
  const isInitials = /^\p{Lu}{2,4}$/u.test(label) && initials.toUpperCase().startsWith(label);
  const short = nameParts(label);
  return (
    isInitials || (short.length < names.length && short.length > 0 && short.every((part, at) => part === names[at]))
  );
}

/** The words of a name, folded for comparing. */
export const nameParts = (name: string): readonly string[] => wordsOf(name, 'en').map(({ text }) => folded(text));

/** Labels that say a role or a number and no name: `Speaker 2`, `Host`, `Interviewer`. */
export function isGenericLabel(label: string): boolean {
  return /^(?:speaker|spk|sprecher(?:in)?|person|participant|voice|unknown|unidentified|male|female|man|woman|host|guest|moderator|interviewer|interviewee|narrator|presenter|announcer|[a-z])(?:[\s_-]?(?:\d{1,3}|[a-z]|voice|speaker))?$/iu.test(
    label,
  );
}
