import { isWordCharacter, wordsOf } from '../../text/characters';
import type { LabelCandidate } from './label-scanner';
import { isEventLabel, isNoteLabel, isRole, type Likeness, labelKey, likenessOf, tellingWords } from './names';

/** A line that is not blank, and what it may begin with. */
export interface ScannedLine {
  readonly text: string;
  /** 1-based line of the file. */
  readonly number: number;
  /** Whether a paragraph may begin here: behind a blank line, a heading, or at the start. */
  readonly opensParagraph: boolean;
  readonly candidate?: LabelCandidate;
}

/** What a label turned out to be. */
export type Verdict = 'speaker' | 'event';

interface Tally {
  count: number;
  readonly likeness: Likeness;
}

/**
 * Decides from the whole file which candidates are labels: how often a name stands there, in what shape, and where.
 * One line alone proves nothing: `Note:` and `Nora:` look the same.
 */
export function decideLabels(lines: readonly ScannedLine[]): ReadonlyMap<ScannedLine, Verdict> {
  const decision = new Decision(lines);
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
  private readonly paragraphs: readonly ScannedLine[];
  private readonly neighbours = new Map<ScannedLine, { before?: ScannedLine; after?: ScannedLine }>();
  private readonly tallies = new Map<string, Tally>();
  private readonly known = new Set<string>();
  /** `wren`, `arden` and `wa` where `wren arden` is known. */
  private readonly variants = new Set<string>();
  private lowerCase: Set<string> | undefined;

  constructor(lines: readonly ScannedLine[]) {
    this.lines = lines;
    this.paragraphs = lines.filter(startsParagraph);
    for (const [index, line] of this.paragraphs.entries()) {
      const before = this.paragraphs[index - 1];
      const after = this.paragraphs[index + 1];
      if (line.candidate) this.neighbours.set(line, { ...(before ? { before } : {}), ...(after ? { after } : {}) });
    }
    for (const line of lines) {
      if (!line.candidate || line.candidate.strength === 'bare' || this.isEvent(line)) continue;
      const tally = this.tallies.get(labelKey(line.candidate.name));
      if (tally) tally.count += 1;
      else this.tallies.set(labelKey(line.candidate.name), { count: 1, likeness: likenessOf(line.candidate.name) });
    }
  }

  /** Labels that carry emphasis, a heading or a time besides their colon. */
  acceptStrong(): void {
    for (const shape of this.shapesOf('strong')) {
      const repeated = shape.filter((line) => this.tally(line).count > 1).length;
      const named = shape.filter((line) => this.tally(line).likeness === 'name').length;
      if (repeated < shape.length * 0.5 && !(named >= shape.length * 0.6 && mayBeAllThereIs(shape))) continue;
      for (const line of shape) if (this.isStrongLabel(line)) this.accept(line);
    }
  }

  private isStrongLabel(line: ScannedLine): boolean {
    const { count, likeness } = this.tally(line);
    const name = (line.candidate as LabelCandidate).name;
    if (isNoteLabel(name) || leadsToAddress(line)) return false;
    if (name === '') return true;
    if (count > 1) return likeness !== 'prose' || count > 3;
    if (likeness === 'prose') return false;
    if (likeness === 'name' && !this.isOrdinary(name)) return true;
    return this.standsBetweenLabels(line);
  }

  /** `Name: text`, the shape that prose has as well. */
  acceptPlain(): void {
    const plain = this.lines.filter((line) => line.candidate?.strength === 'plain' && !this.isEvent(line));
    const strong = this.verdicts.size;
    const repeated = plain.filter((line) => this.isRepeatedName(line));
    const inForce = strong === 0 ? this.isPlainFile(plain, repeated) : repeated.length * 5 > strong;
    if (inForce) for (const line of repeated) this.accept(line);
    for (const line of plain) {
      if (this.verdicts.has(line) || leadsToAddress(line)) continue;
      const name = (line.candidate as LabelCandidate).name;
      if (this.known.has(labelKey(name)) || (strong > 0 && this.variants.has(labelKey(name)))) this.accept(line);
      else if (inForce && this.isPlainLabel(line, repeated.length > 0)) this.accept(line);
    }
  }

  private isRepeatedName(line: ScannedLine): boolean {
    const { count, likeness } = this.tally(line);
    const name = (line.candidate as LabelCandidate).name;
    if (isNoteLabel(name) || leadsToAddress(line) || !hasLetter(name)) return false;
    if (likeness === 'name') return count > 1 && (count > 2 || !this.isOrdinary(name));
    return likeness === 'prose' ? count > 7 && wordsOf(name).length < 5 : count > 2;
  }

  /** Whether plain labels are how this file names its speakers. */
  private isPlainFile(plain: readonly ScannedLine[], repeated: readonly ScannedLine[]): boolean {
    const speakers = new Set(repeated.map((line) => labelKey(line.candidate?.name ?? ''))).size;
    if (speakers > 1 || repeated.length > 2) return true;
    const named = plain.filter((line) => this.isLikelyName(line)).length;
    if (repeated.length === 0 && named > 4) return false;
    return named * 2 >= this.paragraphs.length && (named > 1 || this.paragraphs.length === 1);
  }

  private isLikelyName(line: ScannedLine): boolean {
    const name = (line.candidate as LabelCandidate).name;
    return this.tally(line).likeness === 'name' && !leadsToAddress(line) && hasLetter(name) && !this.isOrdinary(name);
  }

  /** A name that labels only one line: somebody who says one thing, or a word before a colon. */
  private isPlainLabel(line: ScannedLine, amongRepeated: boolean): boolean {
    if (!line.candidate?.spaced || !this.isLikelyName(line)) return false;
    if (!amongRepeated) return true;
    const { before, after } = this.neighbours.get(line) ?? {};
    return this.isNeighbour(before) || this.isNeighbour(after) || this.tally(line).count > 1;
  }

  private isNeighbour(line: ScannedLine | undefined): boolean {
    return line !== undefined && (this.verdicts.has(line) || this.isEvent(line) || this.isLikelyPlain(line));
  }

  private isLikelyPlain(line: ScannedLine): boolean {
    return line.candidate?.strength === 'plain' && this.isLikelyName(line);
  }

  /** `**Name**`, `### Name` or `[t] Name` on a line of its own: only where the same few names come back. */
  acceptAlone(): void {
    const labelled = this.verdicts.size;
    for (const shape of this.shapesOf('alone')) {
      const repeated = shape.filter((line) => this.isRepeatedAlone(line));
      const speakers = new Set(repeated.map((line) => labelKey(line.candidate?.name ?? ''))).size;
      const inForce = repeated.length >= shape.length * 0.6 && (speakers > 1 || repeated.length > 2);
      for (const line of shape) {
        const name = (line.candidate as LabelCandidate).name;
        if (labelled > 4 ? this.known.has(labelKey(name)) : inForce && this.isAloneLabel(line)) this.accept(line);
      }
    }
  }

  private isRepeatedAlone(line: ScannedLine): boolean {
    const { count, likeness } = this.tally(line);
    return count > 1 && likeness !== 'prose' && (likeness !== 'mixed' || count > 2);
  }

  private isAloneLabel(line: ScannedLine): boolean {
    if (this.isRepeatedAlone(line)) return true;
    return this.tally(line).likeness === 'name' && !this.isOrdinary((line.candidate as LabelCandidate).name);
  }

  /** A bare name on a line of its own, in a file that has no other labels. */
  acceptBare(): void {
    if (this.verdicts.size > 0) return;
    const bare = this.lines.filter((line) => line.candidate?.strength === 'bare' && line.opensParagraph);
    const counts = new Map<string, number>();
    for (const line of bare) {
      const key = labelKey(line.candidate?.name ?? '');
      if (likenessOf(key === '' ? '' : (line.candidate?.name ?? '')) === 'name')
        counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const labels = bare.filter((line) => (counts.get(labelKey(line.candidate?.name ?? '')) ?? 0) > 1);
    const speakers = new Set(labels.map((line) => labelKey(line.candidate?.name ?? ''))).size;
    if (speakers < 2 || labels.length < 4 || labels.length < bare.length * 0.8) return;
    for (const line of labels) this.accept(line);
  }

  /** `Break`, `Jingle` and the like, in a shape that the file uses for its speakers. */
  acceptEvents(): void {
    for (const line of this.lines) {
      if (this.verdicts.has(line) || !this.isEvent(line)) continue;
      const strength = line.candidate?.strength;
      if (strength === 'strong' || (this.verdicts.size > 0 && strength !== 'bare')) this.verdicts.set(line, 'event');
    }
  }

  private isEvent(line: ScannedLine): boolean {
    return line.candidate !== undefined && isEventLabel(line.candidate.name);
  }

  private accept(line: ScannedLine): void {
    this.verdicts.set(line, 'speaker');
    const key = labelKey(line.candidate?.name ?? '');
    if (this.known.has(key)) return;
    this.known.add(key);
    const words = wordsOf(key);
    if (words.length > 1 && words.length < 5)
      for (const variant of [...words, initials(words)]) this.variants.add(variant);
  }

  private tally(line: ScannedLine): Tally {
    return this.tallies.get(labelKey(line.candidate?.name ?? '')) ?? { count: 0, likeness: 'prose' };
  }

  private shapesOf(strength: LabelCandidate['strength']): ScannedLine[][] {
    const shapes = new Map<string, ScannedLine[]>();
    for (const line of this.lines) {
      if (line.candidate?.strength !== strength || this.isEvent(line)) continue;
      const shape = shapes.get(line.candidate.shape);
      if (shape) shape.push(line);
      else shapes.set(line.candidate.shape, [line]);
    }
    return [...shapes.values()];
  }

  private standsBetweenLabels(line: ScannedLine): boolean {
    const { before, after } = this.neighbours.get(line) ?? {};
    const isLabel = (other: ScannedLine | undefined) =>
      other?.candidate?.strength === 'strong' && (this.isEvent(other) || this.tally(other).count > 1);
    return isLabel(before) && (after === undefined || isLabel(after));
  }

  /** Whether the file itself writes the words of the label in lower case elsewhere, as it would not write a name. */
  private isOrdinary(name: string): boolean {
    const words = tellingWords(name);
    if (words.length === 0 || isRole(name)) return false;
    this.lowerCase ??= lowerCaseWords(this.lines);
    return words.every((word) => this.lowerCase?.has(word));
  }
}

/** Whether something may begin here that is said; a heading is said by nobody. */
function startsParagraph({ text, opensParagraph, candidate }: ScannedLine): boolean {
  if (candidate?.strength === 'strong') return true;
  return !text.startsWith('#') && (opensParagraph || (candidate !== undefined && candidate.strength !== 'bare'));
}

/** Labels of which none comes back are a list of something, unless they are few and stand in no list. */
function mayBeAllThereIs(shape: readonly ScannedLine[]): boolean {
  return shape.length < 5 && shape.every((line) => !line.candidate?.shape.startsWith('-'));
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

function leadsToAddress(line: ScannedLine): boolean {
  const rest = line.text.slice(line.candidate?.speechAt ?? 0, (line.candidate?.speechAt ?? 0) + 9);
  return (
    rest.startsWith('http://') || rest.startsWith('https://') || rest.startsWith('<http') || rest.startsWith('www.')
  );
}

/** Every word that stands somewhere in the file in lower case. */
function lowerCaseWords(lines: readonly ScannedLine[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    let start = -1;
    for (let at = 0; at <= text.length; at += 1) {
      const inside = at < text.length && (isWordCharacter(text[at]) || text[at] === "'");
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
