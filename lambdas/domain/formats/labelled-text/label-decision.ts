import { isAsciiWordCode, isDigit, isWordCharacter, wordsOf } from '../../text/characters';
import type { LabelCandidate } from './label-scanner';
import { isEventKey, isNoteLabel, isRole, type Likeness, labelKey, likenessOf, tellingWords } from './names';
import { isListWithin, isRareBeside, type UsualShape, usualShapeOf } from './usual-shape';

/** A line that is not blank, and what it may begin with. */
export interface ScannedLine {
  readonly text: string;
  /** 1-based line of the file. */
  readonly number: number;
  /** Whether a paragraph may begin here: behind a blank line, a heading, or at the start. */
  readonly opensParagraph: boolean;
  readonly candidate?: LabelCandidate | undefined;
}

/** What a label turned out to be. */
export type Verdict = 'speaker' | 'event';

/** What all lines with one name share; found out once, and only when asked. */
class Label {
  readonly key: string;
  readonly name: string;
  readonly isEvent: boolean;
  isOrdinary: boolean | undefined;
  private knownLikeness: Likeness | undefined;
  private knownNote: boolean | undefined;

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
}

/** Labels that differ in case alone are counted as one, which looks like the first of them. */
interface Tally {
  count: number;
  readonly first: Label;
  isOrdinary: boolean | undefined;
}

/** A line with a candidate. */
interface Entry {
  readonly line: ScannedLine;
  readonly candidate: LabelCandidate;
  readonly label: Label;
  readonly tally: Tally;
  /** Its index among the paragraphs; -1 where none starts here. */
  readonly place: number;
  readonly above: ScannedLine | undefined;
}

/**
 * Decides from the whole file which candidates are labels: how often a name stands there, in what shape, and where.
 * One line alone proves nothing: `Note:` and `Nora:` look the same. `texts` are all words of the file, for how it writes
 * those of a label elsewhere; they are hardly ever asked for.
 */
export function decideLabels(
  lines: readonly ScannedLine[],
  texts: () => Iterable<string> = () => lines.map(({ text }) => text),
): ReadonlyMap<ScannedLine, Verdict> {
  const decision = new Decision(lines, texts);
  decision.acceptStrong();
  decision.acceptPlain();
  decision.acceptAlone();
  decision.acceptBare();
  decision.acceptEvents();
  return decision.verdicts;
}

class Decision {
  readonly verdicts = new Map<ScannedLine, Verdict>();
  private readonly lines: readonly ScannedLine[];
  private readonly texts: () => Iterable<string>;
  private readonly entries: Entry[] = [];
  /** Undefined for paragraphs without a candidate. */
  private readonly paragraphs: (Entry | undefined)[] = [];
  private readonly labels = new Map<string, Label>();
  private readonly tallies = new Map<string, Tally>();
  private readonly known = new Set<string>();
  /** `wren`, `arden` and `wa` where `wren arden` is known. */
  private readonly variants = new Set<string>();
  private lowerCase: Set<string> | undefined;
  private hasBareLabels = false;
  private usual: UsualShape | undefined;
  private lowerCaseNames: boolean | undefined;
  private properNames: ReadonlySet<string> | undefined;
  private series: Map<string, number> | undefined;

  constructor(lines: readonly ScannedLine[], texts: () => Iterable<string>) {
    this.lines = lines;
    this.texts = texts;
    let inDetails = true;
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index] as ScannedLine;
      const starts = startsParagraph(line);
      const isLabel = line.candidate?.strength === 'plain' || line.candidate?.strength === 'strong';
      if (isLabel) inDetails &&= index < LONGEST_PAGE && isDetail(line, line.candidate);
      const candidate = isLabel && inDetails ? undefined : line.candidate;
      const place = starts ? this.paragraphs.length : -1;
      const entry = candidate && this.entryOf(line, candidate, { place, above: lines[index - 1] });
      if (entry) this.entries.push(entry);
      if (starts) this.paragraphs.push(entry);
    }
  }

  private entryOf(
    line: ScannedLine,
    candidate: LabelCandidate,
    { place, above }: Pick<Entry, 'place' | 'above'>,
  ): Entry {
    const { name, strength } = candidate;
    let label = this.labels.get(name);
    if (!label) {
      label = new Label(name);
      this.labels.set(name, label);
    }
    const tally = this.tallies.get(label.key) ?? { count: 0, first: label, isOrdinary: undefined };
    if (strength !== 'bare' && !label.isEvent) {
      tally.count += 1;
      if (tally.count === 1) this.tallies.set(label.key, tally);
    }
    return { line, candidate, label, tally, place, above };
  }

  /** Labels that carry emphasis, a heading or a time besides their colon. */
  acceptStrong(): void {
    for (const shape of this.shapesOf('strong')) {
      const repeated = shape.filter(({ tally }) => tally.count > 1);
      if (repeated.length < shape.length * 0.5 && !mayBeAllThereIs(shape)) continue;
      if (isHeadingWithSpeech(shape) && distinct(repeated) < 2) continue;
      for (const entry of shape) if (this.isStrongLabel(entry)) this.accept(entry);
    }
  }

  private isStrongLabel(entry: Entry): boolean {
    const { label, tally } = entry;
    if (label.isNote || leadsToAddress(entry)) return false;
    if (this.isOddOneOut(entry)) return false;
    if (label.name === '' || this.isOneOfThem(entry)) return true;
    const { likeness } = tally.first;
    if (tally.count > 1) return likeness !== 'prose' || tally.count > 3;
    if (likeness === 'prose') return false;
    return this.looksLikeName(entry) || this.standsBetweenLabels(entry);
  }

  /** Whether it is written otherwise than the speakers are, and names none of them: `**Fog:** a cloud`, `- **Rope**: …`. */
  private isOddOneOut(entry: Entry): boolean {
    const { shape } = entry.candidate;
    const usual = this.usualShape();
    if (shape === usual.shape || usual.keys.has(entry.label.key)) return false;
    return isListWithin(shape, usual) || (isRareBeside(shape, usual) && this.isOrdinary(entry));
  }

  private usualShape(): UsualShape {
    this.usual ??= usualShapeOf(this.entries);
    return this.usual;
  }

  /** `Name: text`, the shape that prose has as well. */
  acceptPlain(): void {
    const plain = this.entries.filter(({ candidate, label }) => candidate.strength === 'plain' && !label.isEvent);
    const strong = this.verdicts.size;
    const repeated = plain.filter((entry) => this.isRepeatedName(entry));
    const inForce = strong === 0 ? this.isPlainFile(plain, repeated) : repeated.length * 5 > strong;
    if (inForce) for (const entry of repeated) this.accept(entry);
    for (const entry of plain) {
      if (this.verdicts.has(entry.line) || leadsToAddress(entry)) continue;
      const { key } = entry.label;
      if (this.known.has(key) || (strong > 0 && this.variants.has(key))) this.accept(entry);
      else if (!inForce || entry.label.isNote) continue;
      else if (this.isOneOfThem(entry) || this.isPlainLabel(entry, repeated)) this.accept(entry);
    }
  }

  private isRepeatedName(entry: Entry): boolean {
    const { label, tally } = entry;
    if (tally.count < 2 || label.isNote || leadsToAddress(entry) || !hasLetter(label.name)) return false;
    if (this.isOddOneOut(entry)) return false;
    const { likeness } = tally.first;
    if (likeness === 'name') return tally.count > 2 || !this.isOrdinary(entry);
    return likeness === 'prose' ? tally.count > 7 && wordsOf(label.name).length < 5 : tally.count > 2;
  }

  /** Whether plain labels are how this file names its speakers. */
  private isPlainFile(plain: readonly Entry[], repeated: readonly Entry[]): boolean {
    if (distinct(repeated) > 1 || repeated.length > 2) return true;
    let named = 0;
    for (const entry of plain) {
      if (this.isLikelyName(entry)) named += 1;
      if (repeated.length === 0 && named > 4) return false;
    }
    return named * 2 >= this.paragraphs.length && (named > 1 || this.paragraphs.length === 1);
  }

  private isLikelyName(entry: Entry): boolean {
    return hasLetter(entry.label.name) && !leadsToAddress(entry) && this.looksLikeName(entry);
  }

  private looksLikeName(entry: Entry): boolean {
    const { likeness } = entry.tally.first;
    return likeness === 'name' ? !this.isOrdinary(entry) : likeness === 'lower-case' && this.namesAreLowerCase();
  }

  /** Whether most labels that come back are in lower case, as in a chat. */
  private namesAreLowerCase(): boolean {
    if (this.lowerCaseNames === undefined) {
      const repeated = [...this.tallies.values()].filter(({ count }) => count > 2);
      const sum = (tallies: readonly Tally[]) => tallies.reduce((total, { count }) => total + count, 0);
      const lower = repeated.filter(({ first }) => first.likeness === 'lower-case');
      this.lowerCaseNames = lower.length > 1 && sum(lower) * 2 > sum(repeated);
    }
    return this.lowerCaseNames;
  }

  /** A name that labels only one line: somebody who says one thing, or a word before a colon. */
  private isPlainLabel(entry: Entry, repeated: readonly Entry[]): boolean {
    if (!this.isLikelyName(entry) || isListWithin(entry.candidate.shape, this.usualShape())) return false;
    const { spaced, shape } = entry.candidate;
    const isUsual = repeated.some(({ candidate }) => candidate.shape === shape);
    if (isUsual && repeated.length * 2 >= this.paragraphs.length) return true;
    if (!spaced) return false;
    if (repeated.length === 0 || entry.tally.count > 1) return true;
    if (this.isNeighbour(this.before(entry)) || this.isNeighbour(this.after(entry))) return true;
    const isNamed = wordsOf(entry.label.name).length > 1 ? !shape.startsWith('-') : isUsual && this.isSpokenOf(entry);
    return isNamed && this.hasLabelsNearby(entry);
  }

  /** Whether somebody says the name in the middle of a sentence. */
  private isSpokenOf({ label: { name } }: Entry): boolean {
    this.properNames ??= properNamesIn(this.texts());
    return this.properNames.has(name);
  }

  /** Whether labels stand within a few paragraphs on both sides, as they do in a conversation. */
  private hasLabelsNearby({ place }: Entry): boolean {
    const isLabel = (other: Entry | undefined) => other !== undefined && this.verdicts.has(other.line);
    if (place < 0) return false;
    const before = this.paragraphs.slice(Math.max(0, place - NEARBY), place);
    return (place === 0 || before.some(isLabel)) && this.paragraphs.slice(place + 1, place + 1 + NEARBY).some(isLabel);
  }

  /** Whether the other labels tell that this is one: `Nora Whitlock (NW)` where `NW` speaks, `Speaker 5` behind two others. */
  private isOneOfThem({ label: { key } }: Entry): boolean {
    const open = key.indexOf('(');
    const words = wordsOf((open > 0 ? key.slice(0, open) : key).split(',', 1)[0] ?? '');
    const short = open > 0 && key.endsWith(')') ? key.slice(open + 1, -1) : '';
    if (short !== '' && this.tallies.has(short)) return true;
    const variants = words.length > 1 ? [initials(words), words[0] as string] : [];
    if (variants.some((variant) => variant.length > 1 && (this.tallies.get(variant)?.count ?? 0) > 1)) return true;
    const series = withoutDigits(key);
    const isNumbered = series !== key && (isRole(key) || series.length < 3);
    return isNumbered && (this.sizeOfSeries(series) ?? 0) > 1;
  }

  /** How many labels that come back differ from this one in their number alone. */
  private sizeOfSeries(series: string): number | undefined {
    if (!this.series) {
      this.series = new Map();
      for (const [key, { count }] of this.tallies) {
        const other = withoutDigits(key);
        if (count > 1 && other !== key) this.series.set(other, (this.series.get(other) ?? 0) + 1);
      }
    }
    return this.series.get(series);
  }

  private before({ place }: Entry): Entry | undefined {
    return place < 0 ? undefined : this.paragraphs[place - 1];
  }

  private after({ place }: Entry): Entry | undefined {
    return place < 0 ? undefined : this.paragraphs[place + 1];
  }

  private isNeighbour(entry: Entry | undefined): boolean {
    return (
      entry !== undefined &&
      (this.verdicts.has(entry.line) ||
        entry.label.isEvent ||
        (entry.candidate.strength === 'plain' && this.isLikelyName(entry)))
    );
  }

  /** `**Name**`, `### Name` or `[t] Name` on a line of its own: only where the same few names come back. */
  acceptAlone(): void {
    let labelled = this.verdicts.size;
    for (const shape of this.shapesOf('alone')) {
      const repeated = shape.filter(isRepeatedAlone);
      const inForce = repeated.length >= shape.length * 0.6 && (distinct(repeated) > 1 || repeated.length > 2);
      if (inForce && labelled > 4 && repeated.length > labelled * 2) {
        this.forgetAllBut(this.usualShape().keys);
        labelled = 0;
      }
      for (const entry of shape) {
        if (labelled > 4 ? this.known.has(entry.label.key) : inForce && this.isAloneLabel(entry)) this.accept(entry);
      }
    }
  }

  /** Takes back what was accepted of other names. */
  private forgetAllBut(keys: ReadonlySet<string>): void {
    for (const { line, label } of this.entries) {
      if (keys.has(label.key) || !this.verdicts.delete(line)) continue;
      this.known.delete(label.key);
    }
  }

  private isAloneLabel(entry: Entry): boolean {
    if (isRepeatedAlone(entry) || this.isOneOfThem(entry)) return true;
    return !hasLoneMark(entry.label.name) && this.looksLikeName(entry);
  }

  /** A bare name on a line of its own, in a file that has hardly any other labels. */
  acceptBare(): void {
    if (!areFew(this.verdicts.size, this.paragraphs.length)) return;
    const all = this.entries.filter(({ candidate, label }) => candidate.strength === 'bare' && !label.isEvent);
    const opening = all.filter(({ line }) => line.opensParagraph);
    const bare = this.bareLabels(opening).length > 0 || !this.isPacked() ? opening : all;
    const labels = this.bareLabels(bare);
    if (labels.length === 0) return;
    this.hasBareLabels = true;
    this.verdicts.clear();
    for (const entry of labels) this.accept(entry);
    this.acceptBareOnes(bare);
  }

  /** Whether there are hardly any blank lines between those of the text. */
  private isPacked(): boolean {
    return this.lines.filter(({ opensParagraph }) => opensParagraph).length * 4 < this.lines.length;
  }

  /** Those among the bare lines that come back, if they are labels. */
  private bareLabels(bare: readonly Entry[]): readonly Entry[] {
    const counts = new Map<string, number>();
    for (const { label } of bare) counts.set(label.key, (counts.get(label.key) ?? 0) + 1);
    const labels = bare.filter(({ label }) => (counts.get(label.key) ?? 0) > REPEATED_BARE[label.likeness]);
    if (distinct(labels) < 2 || labels.length < 4 || labels.length < bare.length * 0.8) return [];
    const areNames = labels.some(({ label }) => label.likeness === 'name');
    return areNames || labels.length * 4 >= this.lines.length ? labels : [];
  }

  /** Names that stand on a line of their own only once, but for those below another name. */
  private acceptBareOnes(bare: readonly Entry[]): void {
    for (const entry of bare) {
      const follows = entry.above !== undefined && this.verdicts.has(entry.above);
      if (entry.label.likeness === 'name' && !follows && !this.isOrdinary(entry)) this.accept(entry);
    }
  }

  /** `Break`, `Jingle` and the like, in a shape that the file uses for its speakers. */
  acceptEvents(): void {
    for (const { line, label, candidate } of this.entries) {
      if (!label.isEvent || this.verdicts.has(line)) continue;
      const { strength } = candidate;
      const isUsual = strength === 'bare' ? this.hasBareLabels : this.verdicts.size > 0;
      if (strength === 'strong' || isUsual) this.verdicts.set(line, 'event');
    }
  }

  private accept({ line, label: { key } }: Entry): void {
    this.verdicts.set(line, 'speaker');
    if (this.known.has(key)) return;
    this.known.add(key);
    const words = wordsOf(key);
    if (words.length > 1 && words.length < 5)
      for (const variant of [...words, initials(words)]) this.variants.add(variant);
  }

  private shapesOf(strength: LabelCandidate['strength']): Entry[][] {
    const shapes = new Map<string, Entry[]>();
    for (const entry of this.entries) {
      if (entry.candidate.strength !== strength || entry.label.isEvent) continue;
      const shape = shapes.get(entry.candidate.shape);
      if (shape) shape.push(entry);
      else shapes.set(entry.candidate.shape, [entry]);
    }
    return [...shapes.values()];
  }

  private standsBetweenLabels(entry: Entry): boolean {
    const isLabel = (other: Entry | undefined) =>
      other?.candidate.strength === 'strong' && (other.label.isEvent || other.tally.count > 1);
    const last = entry.place === this.paragraphs.length - 1;
    return isLabel(this.before(entry)) && (last || isLabel(this.after(entry)));
  }

  /** Whether the file itself writes the words of the label in lower case elsewhere, as it would not write a name. */
  private isOrdinary({ label, tally }: Entry): boolean {
    const known = tally.count > 0 ? tally : label;
    known.isOrdinary ??= this.hasOrdinaryWords(label.name);
    return known.isOrdinary;
  }

  private hasOrdinaryWords(name: string): boolean {
    const words = tellingWords(name);
    if (words.length === 0 || isRole(name)) return false;
    this.lowerCase ??= lowerCaseWords(this.texts());
    return words.every((word) => this.lowerCase?.has(word));
  }
}

/** How often a bare line may come back without being a label, by what it looks like. */
const REPEATED_BARE: Readonly<Record<Likeness, number>> = {
  name: 1,
  'lower-case': 2,
  mixed: 2,
  prose: Number.POSITIVE_INFINITY,
};

/** Labels in front of less than every twelfth paragraph may be words before a colon. */
export function areFew(labels: number, paragraphs: number): boolean {
  return labels * 12 <= paragraphs;
}

/** Paragraphs of one turn, usually. */
const NEARBY = 4;

/** `Host: Nora Whitlock` above the conversation tells who takes part, and `Topic: Tides` about what. */
function isDetail({ text }: ScannedLine, { name, speechAt }: LabelCandidate): boolean {
  if (isNoteLabel(name)) return true;
  const [person = ''] = text.slice(speechAt).split(',', 1);
  const words = wordsOf(person);
  const isPerson =
    words.length > 1 && words.length <= LONGEST_PERSON && likenessOf(person) === 'name' && !isRole(person);
  return isRole(name) && isPerson && !'.?!…'.includes(text.trimEnd().at(-1) ?? '.');
}

/** Lines above a conversation. */
const LONGEST_PAGE = 80;
/** Words of a name. */
const LONGEST_PERSON = 5;

function isRepeatedAlone({ tally: { count, first } }: Entry): boolean {
  return count > 1 && first.likeness !== 'prose' && (first.likeness !== 'mixed' || count > 2);
}

function distinct(entries: readonly Entry[]): number {
  return new Set(entries.map(({ label }) => label.key)).size;
}

/** Whether something may begin here that is said; a heading is said by nobody. */
function startsParagraph({ text, opensParagraph, candidate }: ScannedLine): boolean {
  if (candidate?.strength === 'strong') return true;
  return !text.startsWith('#') && (opensParagraph || (candidate !== undefined && candidate.strength !== 'bare'));
}

/** Labels of which none comes back are a list of something, unless they are names, few, and stand in no list. */
function mayBeAllThereIs(shape: readonly Entry[]): boolean {
  if (shape.length > 4 || shape.some(({ candidate }) => '-#'.includes(candidate.shape[0] as string))) return false;
  return shape.filter(({ tally }) => tally.first.likeness === 'name').length >= shape.length * 0.6;
}

/** `### Nora: Hello` is rare, `### Tides: what they are` is not. */
function isHeadingWithSpeech(shape: readonly Entry[]): boolean {
  const written = shape[0]?.candidate.shape ?? '';
  return written.startsWith('#') && !written.endsWith('$');
}

function withoutDigits(key: string): string {
  return [...key].filter((character) => !isDigit(character)).join('');
}

function initials(words: readonly string[]): string {
  return words.map((word) => word[0]).join('');
}

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
function hasLoneMark(name: string): boolean {
  return wordsOf(name).some((word) => !hasLetter(word) && word !== '&');
}

function leadsToAddress({ line, candidate }: Entry): boolean {
  if (!'hw<'.includes(line.text.charAt(candidate.speechAt))) return false;
  return ADDRESSES.some((address) => line.text.startsWith(address, candidate.speechAt));
}

/** Every word that stands somewhere in the file in lower case. */
function lowerCaseWords(texts: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const text of texts) {
    let start = -1;
    for (let at = 0; at <= text.length; at += 1) {
      const code = at < text.length ? text.charCodeAt(at) : 0;
      const inside = code < 0x80 ? isAsciiWordCode(code) || code === 0x27 : isWordCharacter(text[at]);
      if (inside && start < 0) start = at;
      if (inside || start < 0) continue;
      const word = text.slice(start, at);
      const inAddress = '/@._-#:'.includes(text[start - 1] ?? ' ') || '@/_'.includes(text[at] ?? ' ');
      if (!inAddress && word === word.toLowerCase() && word !== word.toUpperCase()) words.add(word);
      start = -1;
    }
  }
  return words;
}

/** Every capitalised word that stands in the middle of a sentence somewhere in the file. */
function properNamesIn(texts: Iterable<string>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const text of texts) {
    let before = '';
    for (const written of wordsOf(text)) {
      const isInside = before !== '' && (isWordCharacter(before.at(-1)) || before.endsWith(','));
      const word = withoutMarks(written);
      if (isInside && word !== '' && word[0] !== word[0]?.toLowerCase()) names.add(word);
      before = written;
    }
  }
  return names;
}

/** A word without the punctuation around it. */
function withoutMarks(word: string): string {
  let from = 0;
  let to = word.length;
  while (from < to && !isWordCharacter(word[from])) from += 1;
  while (to > from && !isWordCharacter(word[to - 1])) to -= 1;
  return word.slice(from, to);
}
