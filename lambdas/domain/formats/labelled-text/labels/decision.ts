import { wordsOf } from '../../../text/characters';
import {
  distinct,
  type Entry,
  goesOn,
  hasLoneMark,
  initials,
  isDetail,
  isHeadingWithSpeech,
  isRepeatedAlone,
  Label,
  leadsToAddress,
  mayBeAllThereIs,
  type ScannedLine,
  startsParagraph,
  type Tally,
  withoutDigits,
} from './entries';
import { lowerCaseWords, properNamesIn } from './file-words';
import { isOrdinaryRole, isPhrase, isRole, type Likeness, tellingWords } from './names';
import type { LabelCandidate } from './scanner';
import { leadingTime } from './time-group';
import { isListWithin, isRareBeside, type UsualShape, usualShapeOf } from './usual-shape';

/** What a label turned out to be. */
export type Verdict = 'speaker' | 'event';

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
  /** How many have a time in front, and no label. */
  private timedParagraphs: number | undefined;
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
      if (distinct(repeated) < 2 && (isHeadingWithSpeech(shape) || this.isTalkWithTimes(shape))) continue;
      for (const entry of shape) if (this.isStrongLabel(entry)) this.accept(entry);
    }
  }

  /** Whether times stand in front of twice as many paragraphs without such a label: `00:01:30 Look: nobody …`. */
  private isTalkWithTimes(shape: readonly Entry[]): boolean {
    if (!shape.every(({ line }) => leadingTime(line.text))) return false;
    if (distinct(shape.filter((entry) => this.looksLikeName(entry))) > 1) return false;
    this.timedParagraphs ??= this.lines.filter(
      ({ text, opensParagraph, candidate }) => opensParagraph && !candidate && leadingTime(text),
    ).length;
    return this.timedParagraphs >= 2 * shape.length;
  }

  private isStrongLabel(entry: Entry): boolean {
    const { label, tally } = entry;
    if (label.isNote || leadsToAddress(entry)) return false;
    if (this.isOddOneOut(entry)) return false;
    if (label.name === '' || this.isOneOfThem(entry)) return true;
    const { likeness } = tally.first;
    if (tally.count > 1) return likeness !== 'prose' || tally.count > 3;
    if (likeness === 'prose') return false;
    return this.looksLikeName(entry) || (!isPlainPhrase(entry) && this.standsBetweenLabels(entry));
  }

  /** Whether it is written otherwise than the speakers are, and names none of them: `**Fog:** a cloud`, `- **Rope**: …`. */
  private isOddOneOut(entry: Entry): boolean {
    const { shape } = entry.candidate;
    const usual = this.usualShape();
    if (shape === usual.shape || usual.keys.has(entry.label.key)) return false;
    if (isListWithin(shape, usual)) return true;
    // "John 3:16: for God so loved the world", where the speakers have no times.
    const isOnlyTimed = VERSE.test(entry.line.text) && usual.count > 0 && !usual.shape.includes('t');
    return isRareBeside(shape, usual) && (this.isOrdinary(entry) || (isOnlyTimed && entry.tally.count === 1));
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
    if (tally.count < 2 || label.isNote || leadsToAddress(entry) || !label.hasLetter) return false;
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
    return entry.label.hasLetter && !leadsToAddress(entry) && this.looksLikeName(entry);
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
    if (goesOn(entry, repeated)) return false;
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
    const all = this.entries.filter(
      ({ candidate, label }) => candidate.strength === 'bare' && !label.isEvent && label.hasLetter,
    );
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
    known.isOrdinary ??= !this.isRoleHere(label.name, tally) && this.hasOrdinaryWords(label.name);
    return known.isOrdinary;
  }

  /** A role; "Question:" is one only where it comes back, or is answered. */
  private isRoleHere(name: string, { count }: Tally): boolean {
    if (!isRole(name)) return false;
    return !isOrdinaryRole(name) || count > 1 || (this.tallies.has('question') && this.tallies.has('answer'));
  }

  private hasOrdinaryWords(name: string): boolean {
    const words = tellingWords(name);
    if (words.length === 0) return false;
    this.lowerCase ??= lowerCaseWords(this.texts());
    return words.every((word) => this.lowerCase?.has(word));
  }
}

/** "John 3:16: for God so loved …" */
const VERSE = /^\p{L}+ \d{1,3}:\d{1,3}:\s/u;

/** "Long story short", but not "News clip" with a time. */
const isPlainPhrase = (entry: Entry): boolean =>
  isPhrase(entry.label.name) && !(isTimed(entry) && isRole(wordsOf(entry.label.name).at(-1) ?? ''));

const isTimed = ({ candidate }: Entry): boolean => candidate.startTime !== undefined;

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

/** Lines above a conversation. */
const LONGEST_PAGE = 80;
