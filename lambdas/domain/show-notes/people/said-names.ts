import { type Grounded, groundedWithin } from '../grounded';
import type { Reading, Sentence } from '../reading';
import { says } from '../reading/cues';
import { BRINGS_IN, CO_HOST, IS_BROUGHT_IN, SELF_INTRODUCTION } from '../reading/cues/people';
import { type NameRun, nameRunsOf } from '../reading/names';
import type { SpokenWord } from '../reading/spellings';
import { nameParts } from './speakers';

/** What stands before a name without being part of it. */
export const TITLES: ReadonlySet<string> = new Set(
  'mr mrs ms miss dr doctor prof professor sir dame lord lady judge senator president captain reverend rabbi herr frau señor señora'.split(
    ' ',
  ),
);

/** The names that a transcript says: it is searched once, however many labels there are. */
export interface SaidNames {
  /**
   * The fullest name that begins or ends with the label and is said in the opening, to say thank you, or twice anywhere;
   * inside their own sentences people name themselves only to introduce themselves.
   */
  fullNameWith(label: string, isOwn: (sentence: Sentence) => boolean): Grounded | undefined;
  /** The only full name that begins with a first name and, of a label that is initials, has those. */
  onlyNameBeginning(firstName: string, label: string): Grounded | undefined;
  /** The only full name that begins with a first name, where somebody is brought in by it. */
  onlyNameBroughtIn(firstName: string): Grounded | undefined;
  /** The only full name with these initials among those that somebody is brought in by. */
  onlyNameWithInitials(label: string): Grounded | undefined;
  /** `INES` as the text spells it: `Ines`; `INES ROY` where the text has both together. */
  spellingOf(label: string): Grounded | undefined;
}

/** What somebody does, where a name follows; `Chef` alone is a program. */
export const CALLINGS: ReadonlySet<string> = new Set(['chef', 'coach']);

const isTitle = (word: SpokenWord | undefined): boolean =>
  word !== undefined && (TITLES.has(word.spelling.folded) || CALLINGS.has(word.spelling.folded));

/** The index of the word with which a name begins, the titles before it included. */
export function startWithTitles({ at }: NameRun, words: readonly SpokenWord[]): number {
  let start = at;
  while (isTitle(words[start - 1])) start -= 1;
  return start;
}

/** Searches a transcript when it is first asked. */
export function namesSaidIn(reading: Reading): SaidNames {
  let fullNames: ReadonlyMap<string, ReadonlyMap<string, SaidName>> | undefined;
  let spelled: ReadonlyMap<string, Grounded> | undefined;
  const isOpening = ({ wordsBefore }: Sentence) => wordsBefore < Math.max(400, reading.wordCount / 10);
  return {
    fullNameWith(label, isOwn) {
      fullNames ??= fullNamesByPart(reading);
      const [own = ''] = nameParts(label);
      const isOfAnother = ({ sentence, run }: SaidName) =>
        isOwn(sentence) && run.at > 0 && !says(sentence, SELF_INTRODUCTION, reading.lexicon.language);
      const confirmed = [...(fullNames.get(own)?.values() ?? [])].filter(
        (name) =>
          (name.count > 1 || isOpening(name.sentence) || (isThanked(name) && !isOwn(name.sentence))) &&
          !isOfAnother(name),
      );
      const [best] = confirmed.sort((a, b) => b.count - a.count);
      return best && groundedWithin(best.sentence, best.run.from, best.run.to);
    },
    onlyNameBeginning(firstName, label) {
      fullNames ??= fullNamesByPart(reading);
      const [own = ''] = nameParts(firstName);
      const names = [...(fullNames.get(own)?.values() ?? [])];
      return onlyOne(names.filter(({ run }) => isFirstOf(run, own) && (!isInitials(label) || hasInitials(run, label))));
    },
    onlyNameBroughtIn(firstName) {
      fullNames ??= fullNamesByPart(reading);
      const [own = ''] = nameParts(firstName);
      const names = [...(fullNames.get(own)?.values() ?? [])].filter(({ run }) => isFirstOf(run, own));
      return names.some(({ sentence }) => bringsIn(sentence, reading)) ? onlyOne(names) : undefined;
    },
    onlyNameWithInitials(label) {
      if (!isInitials(label)) return undefined;
      fullNames ??= fullNamesByPart(reading);
      const names = [...fullNames.values()].flatMap((byText) => [...byText.values()]);
      return onlyOne(names.filter(({ run, sentence }) => hasInitials(run, label) && bringsIn(sentence, reading)));
    },
    spellingOf(label) {
      if (label.length < 3 || label !== label.toUpperCase() || label === label.toLowerCase()) return undefined;
      const parts = nameParts(label);
      if (parts.length > 1) return spelledTogether(parts, reading);
      spelled ??= spellingsByFold(reading);
      return spelled.get(parts[0] ?? '');
    },
  };
}

interface SaidName {
  readonly sentence: Sentence;
  readonly run: NameRun;
  count: number;
}

/** The name, where there is no other. */
function onlyOne(names: readonly SaidName[]): Grounded | undefined {
  const [first, ...others] = names;
  if (!first || others.some(({ run }) => run.text !== first.run.text)) return undefined;
  return groundedWithin(first.sentence, first.run.from, first.run.to);
}

/** "Tomas Reed, thanks for coming", "thank you, Tomas Reed". */
function isThanked({ sentence: { words, text, plain }, run }: SaidName): boolean {
  const before = words.slice(0, startWithTitles(run, words)).map(({ spelling }) => spelling.plain);
  if (before.length > 0) return ENDS_THANKS.test(before.join(' '));
  const behind = words[run.at + run.words.length];
  return behind !== undefined && text.slice(run.to, behind.from) === ', ' && THANKS.test(plain);
}

const THANKS = /(?:^| )(?:thank you|thanks|danke|gracias|merci)(?= |$)/u;
const ENDS_THANKS = /(?:^| )(?:thank you|thanks|thank you so much|thanks so much|danke|gracias|merci)$/u;

const isInitials = (label: string): boolean => /^\p{Lu}{2,4}$/u.test(label);

const hasInitials = ({ words }: NameRun, label: string): boolean =>
  words.map(({ spelling }) => spelling.text.charAt(0)).join('') === label;

const isFirstOf = ({ words }: NameRun, part: string): boolean => words[0]?.spelling.folded === part;

/** Whether a sentence says of somebody that they are here. */
const bringsIn = (sentence: Sentence, { lexicon }: Reading): boolean =>
  [BRINGS_IN, IS_BROUGHT_IN, CO_HOST, SELF_INTRODUCTION].some((cues) => says(sentence, cues, lexicon.language));

/** Names of two or three words by their first and by their last word, in the order in which they are first said. */
function fullNamesByPart(reading: Reading): ReadonlyMap<string, ReadonlyMap<string, SaidName>> {
  const found = new Map<string, Map<string, SaidName>>();
  for (const sentence of reading.sentences) {
    for (const whole of nameRunsOf(sentence)) {
      const run = withoutGreeting(withoutTitles(whole), reading);
      if (run.words.length < 2 || run.words.length > 3 || isVerbLast(run, sentence)) continue;
      // What stands before a name at a sentence's start may be a greeting in any language: "Moin Eric".
      const parts = run.at === 0 ? [...edgesOf(run)].slice(0, 1) : edgesOf(run);
      for (const part of parts) {
        const names = found.get(part) ?? new Map<string, SaidName>();
        found.set(part, names);
        const earlier = names.get(run.text);
        if (earlier) earlier.count += 1;
        else names.set(run.text, { sentence, run, count: 1 });
      }
    }
  }
  return found;
}

/** After these words of a recogniser's capitals, the last one is a verb: "and Emma Teach me". */
const OBJECTS: ReadonlySet<string> = new Set('me us you him them it my your our his their'.split(' '));

const isVerbLast = ({ at, words, to }: NameRun, sentence: Sentence): boolean => {
  const next = sentence.words[at + words.length];
  return next !== undefined && sentence.text.slice(to, next.from) === ' ' && OBJECTS.has(next.spelling.plain);
};

/** Whether the run is a name that begins or ends with the label. */
export const isNameWith = (run: NameRun, label: string): boolean => edgesOf(run).has(nameParts(label)[0] ?? '');

/** The first and the last word of a name; none where there is a digit in it. */
function edgesOf({ words }: NameRun): ReadonlySet<string> {
  const parts = words.map(({ spelling }) => spelling.folded.replace(/'s$/u, ''));
  return new Set(parts.some((part) => /\d/u.test(part)) ? [] : [parts[0] ?? '', parts.at(-1) ?? '']);
}

/** Where these words first stand one after the other, none of them in capitals. */
function spelledTogether(parts: readonly string[], { sentences }: Reading): Grounded | undefined {
  for (const sentence of sentences) {
    const { words } = sentence;
    const at = words.findIndex((_, start) =>
      parts.every((part, offset) => {
        const spelling = words[start + offset]?.spelling;
        return spelling?.folded === part && /\p{Ll}/u.test(spelling.text);
      }),
    );
    const [first, last] = [words[at], words[at + parts.length - 1]];
    if (first && last) return groundedWithin(sentence, first.from, last.to);
  }
  return undefined;
}

/** Where each word is first said with a lower-case letter in it. */
function spellingsByFold({ sentences }: Reading): ReadonlyMap<string, Grounded> {
  const found = new Map<string, Grounded>();
  for (const sentence of sentences) {
    for (const { spelling, from, to } of sentence.words) {
      if (found.has(spelling.folded) || !/\p{Ll}/u.test(spelling.text)) continue;
      found.set(spelling.folded, groundedWithin(sentence, from, to));
    }
  }
  return found;
}

/** A run without titles at its start, and without a genitive's ending. */
export function withoutTitles(run: NameRun): NameRun {
  let { words } = run;
  while (words.length > 1 && isTitle(words[0])) words = words.slice(1);
  return shortened(run, words);
}

/** "Hello Angie" and "Thanks Angie" are no names: a word that the language knows in lower case is none at a start. */
function withoutGreeting(run: NameRun, reading: Reading): NameRun {
  let { words } = run;
  const isOrdinary = (word: string) => reading.lexicon.isStopWord(word) || reading.lexicon.isCommonNoun(word);
  if (run.at === 0) {
    while (words.length > 1 && isOrdinary(words[0]?.text ?? '')) words = words.slice(1);
  }
  return shortened(run, words);
}

function shortened(run: NameRun, words: NameRun['words']): NameRun {
  const from = words[0]?.from ?? run.from;
  const last = words.at(-1);
  const genitive = /['’]s$/u.exec(last?.text ?? '')?.[0].length ?? 0;
  const to = (last?.to ?? run.to) - genitive;
  const text = run.text.slice(from - run.from, to - run.from);
  return { words, at: run.at + run.words.length - words.length, from, to, text };
}
