import { isBlank, isDigit, isWordCharacter, wordsOf } from '../../../text/characters';
import { endsSentence } from '../../../text/joining';
import { isEventKey, isNoteLabel, isRole, type Likeness, labelKey, likenessOf } from './names';
import type { LabelCandidate } from './scanner';

/** A line that is not blank, and what it may begin with. */
export interface ScannedLine {
  readonly text: string;
  /** 1-based line of the file. */
  readonly number: number;
  /** Whether a paragraph may begin here: behind a blank line, a heading, or at the start. */
  readonly opensParagraph: boolean;
  readonly candidate?: LabelCandidate | undefined;
}

/** What all lines with one name share; found out once, and only when asked. */
export class Label {
  readonly key: string;
  readonly name: string;
  readonly isEvent: boolean;
  isOrdinary: boolean | undefined;
  private knownLikeness: Likeness | undefined;
  private knownNote: boolean | undefined;
  private knownLetter: boolean | undefined;

  constructor(name: string) {
    this.name = name;
    this.key = labelKey(name);
    this.isEvent = isEventKey(this.key);
  }

  get likeness(): Likeness {
    this.knownLikeness ??= likenessOf(this.name);
    return this.knownLikeness;
  }

  get isNote(): boolean {
    this.knownNote ??= isNoteLabel(this.key);
    return this.knownNote;
  }

  get hasLetter(): boolean {
    this.knownLetter ??= hasLetter(this.name);
    return this.knownLetter;
  }
}

/** Labels that differ in case alone are counted as one, which looks like the first of them. */
export interface Tally {
  count: number;
  readonly first: Label;
  isOrdinary: boolean | undefined;
}

/** A line with a candidate. */
export interface Entry {
  readonly line: ScannedLine;
  readonly candidate: LabelCandidate;
  readonly label: Label;
  readonly tally: Tally;
  /** Its index among the paragraphs; -1 where none starts here. */
  readonly place: number;
  readonly above: ScannedLine | undefined;
}

/** `Host: Nora Whitlock` above the conversation tells who takes part, and `Topic: Tides` about what. */
export function isDetail({ text }: ScannedLine, { name, speechAt }: LabelCandidate): boolean {
  if (isNoteLabel(name)) return true;
  const [person = ''] = text.slice(speechAt).split(',', 1);
  const words = wordsOf(person);
  const isPerson =
    words.length > 1 && words.length <= LONGEST_PERSON && likenessOf(person) === 'name' && !isRole(person);
  return isRole(name) && isPerson && !'.?!…'.includes(text.trimEnd().at(-1) ?? '.');
}

/** Words of a name. */
const LONGEST_PERSON = 5;

/** Whether a label without a colon comes back often enough for what it looks like. */
export function isRepeatedAlone({ tally: { count, first } }: Entry): boolean {
  return count > 1 && first.likeness !== 'prose' && (first.likeness !== 'mixed' || count > 2);
}

/** How many names there are. */
export function distinct(entries: readonly Entry[]): number {
  return new Set(entries.map(({ label }) => label.key)).size;
}

/** Whether something may begin here that is said; a heading is said by nobody. */
export function startsParagraph({ text, opensParagraph, candidate }: ScannedLine): boolean {
  if (candidate?.strength === 'strong') return true;
  return !text.startsWith('#') && (opensParagraph || (candidate !== undefined && candidate.strength !== 'bare'));
}

/**
 * Whether it goes on with the paragraph above, as wrapped text does: it is indented, or that has left a sentence open,
 * and the labels that come back stand otherwise.
 */
export function goesOn({ line, above, label }: Entry, labels: readonly Entry[]): boolean {
  if (line.opensParagraph || above === undefined || isRole(label.name)) return false;
  const isIndented = (text: string) => isBlank(text[0]);
  if (isIndented(line.text)) return !labels.some((other) => isIndented(other.line.text));
  return !endsSentence(above.text.trimEnd()) && labels.every((other) => other.line.opensParagraph);
}

/** Labels of which none comes back are a list of something, unless they are names, few, and stand in no list. */
export function mayBeAllThereIs(shape: readonly Entry[]): boolean {
  if (shape.length > 4 || shape.some(({ candidate }) => '-#'.includes(candidate.shape[0] as string))) return false;
  return shape.filter(({ tally }) => tally.first.likeness === 'name').length >= shape.length * 0.6;
}

/** `### Nora: Hello` is rare, `### Tides: what they are` is not. */
export function isHeadingWithSpeech(shape: readonly Entry[]): boolean {
  const written = shape[0]?.candidate.shape ?? '';
  return written.startsWith('#') && !written.endsWith('$');
}

/** A label without its number. */
export function withoutDigits(key: string): string {
  return [...key].filter((character) => !isDigit(character)).join('');
}

/** `wa` of `wren arden`. */
export function initials(words: readonly string[]): string {
  return words.map((word) => word[0]).join('');
}

/** Whether there is a letter of any script. */
function hasLetter(name: string): boolean {
  return (
    [...name].some((character) => isWordCharacter(character) && character.toLowerCase() !== character.toUpperCase()) ||
    !isAscii(name)
  );
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

const ADDRESSES = ['http://', 'https://', '<http', 'www.'];

/** `Episode 12 – Tides`: a dash or number by itself stands in titles, not in names. */
export function hasLoneMark(name: string): boolean {
  return wordsOf(name).some((word) => !hasLetter(word) && word !== '&');
}

/** Whether an address follows, as behind words that are no speaker. */
export function leadsToAddress({ line, candidate }: Pick<Entry, 'line' | 'candidate'>): boolean {
  if (!'hw<'.includes(line.text.charAt(candidate.speechAt))) return false;
  return ADDRESSES.some((address) => line.text.startsWith(address, candidate.speechAt));
}
