import type { Details, TextDetail } from '../details';
import { folded } from '../text/words';
import { cueIn, SELF_INTRODUCTION } from './cues';
import { type Grounded, groundedDetail, groundedWithin } from './grounded';
import { type NameRun, nameRunAt, nameRunsOf } from './names';
import type { Reading, Sentence } from './reading';
import { isGenericLabel, nameParts, type Speaker } from './speakers';

/** What stands before a name without being part of it. */
export const TITLES: ReadonlySet<string> = new Set(
  'mr mrs ms miss dr doctor prof professor sir dame lord lady judge senator president captain herr frau señor señora'.split(
    ' ',
  ),
);

/** How early a speaker's own introduction comes: among this many of their sentences. */
const OWN_OPENING = 12;

/**
 * The fullest name that a file or the text confirms for a speaker, else the label as printed. A label that is no name
 * (`Speaker 1`) gets one only from a file or from the speaker's own introduction: a wrong name is worse than none.
 */
export function nameOf(speaker: Speaker, reading: Reading, details: Details): Grounded {
  const label = speaker.labels[0] ?? '';
  const asPrinted: Grounded = { text: label, source: { kind: 'label', turn: turnWithLabel(reading, label) } };
  const stated = nameInFiles(speaker, details);
  if (stated) return groundedDetail(stated);
  if (isGenericLabel(label)) return introducedName(speaker, reading, details) ?? asPrinted;
  if (nameParts(label).length > 1) return asPrinted;
  return (
    detailWithFirstName(label, details) ??
    fullNameInOwnIntroduction(speaker, reading, label) ??
    fullNameInText(reading, label) ??
    spelledName(reading, label) ??
    asPrinted
  );
}

const turnWithLabel = (reading: Reading, label: string): number =>
  reading.turns.findIndex(({ speaker }) => speaker === label) + 1;

function nameInFiles(speaker: Speaker, details: Details): TextDetail | undefined {
  const isOwn = (label: string) => speaker.labels.some((own) => folded(own) === folded(label));
  const alias = [...details.episode.edits.speakers, ...details.show.aliases].find(({ label }) => isOwn(label));
  if (alias) return alias.is;
  return details.episode.people.find(
    ({ name, labels }) => isOwn(name.value) || labels.some(({ value }) => isOwn(value)),
  )?.name;
}

/** The one person in the files whose first or last name it is. */
function detailWithFirstName(name: string, details: Details): Grounded | undefined {
  const [part = ''] = nameParts(name);
  const named = [...details.episode.people.map((person) => person.name), ...details.show.hosts];
  const people = named.filter(({ value }) => nameParts(value)[0] === part || nameParts(value).at(-1) === part);
  const distinct = new Map(people.map((detail) => [folded(detail.value), detail]));
  const [only] = distinct.values();
  return distinct.size === 1 && only ? groundedDetail(only) : undefined;
}

/** The names with which somebody introduces themselves, in order: "I'm Ada Marsh". */
export function selfIntroductions(
  sentences: readonly Sentence[],
  language: string,
): readonly { readonly sentence: Sentence; readonly run: NameRun }[] {
  return sentences.flatMap((sentence) => {
    const cue = cueIn(sentence, SELF_INTRODUCTION, language);
    const run = cue && nameRunAt(sentence, cue.end);
    return run ? [{ sentence, run }] : [];
  });
}

function introducedName(speaker: Speaker, reading: Reading, details: Details): Grounded | undefined {
  const [first] = selfIntroductions(speaker.sentences.slice(0, OWN_OPENING), reading.lexicon.language);
  if (!first) return undefined;
  const run = withoutTitles(first.run);
  const fuller = run.words.length === 1 ? detailWithFirstName(run.text, details) : undefined;
  if (fuller) return fuller;
  const isWord = run.words.length === 1 && reading.lexicon.isCommonNoun(run.text);
  return isWord ? undefined : groundedWithin(first.sentence, run.from, run.to);
}

function fullNameInOwnIntroduction(speaker: Speaker, reading: Reading, label: string): Grounded | undefined {
  const introductions = selfIntroductions(speaker.sentences.slice(0, OWN_OPENING), reading.lexicon.language);
  for (const { sentence, run } of introductions) {
    const name = withoutTitles(run);
    if (name.words.length > 1 && isNameWith(name, label)) return groundedWithin(sentence, name.from, name.to);
  }
  return undefined;
}

/** The fullest name that holds the label and is said in the opening, or twice anywhere. */
function fullNameInText(reading: Reading, label: string): Grounded | undefined {
  const found = new Map<string, { count: number; first: Sentence; run: NameRun }>();
  for (const sentence of reading.sentences) {
    for (const whole of nameRunsOf(sentence)) {
      const run = withoutGreeting(withoutTitles(whole), sentence, reading);
      if (run.words.length < 2 || run.words.length > 3 || !isNameWith(run, label)) continue;
      const earlier = found.get(run.text);
      found.set(run.text, {
        count: (earlier?.count ?? 0) + 1,
        first: earlier?.first ?? sentence,
        run: earlier?.run ?? run,
      });
    }
  }
  const isOpening = ({ wordsBefore }: Sentence) => wordsBefore < Math.max(400, reading.wordCount / 10);
  const confirmed = [...found.values()].filter(({ count, first }) => count > 1 || isOpening(first));
  const [best] = confirmed.sort((a, b) => b.count - a.count);
  return best && groundedWithin(best.first, best.run.from, best.run.to);
}

/** `INES` as the text spells it: `Ines`. */
function spelledName(reading: Reading, label: string): Grounded | undefined {
  if (!/^\p{Lu}{3,}$/u.test(label)) return undefined;
  for (const sentence of reading.sentences) {
    const word = sentence.words.find(({ text }) => folded(text) === folded(label) && /\p{Ll}/u.test(text));
    if (word) return groundedWithin(sentence, word.from, word.to);
  }
  return undefined;
}

const isNameWith = (run: NameRun, label: string): boolean => {
  const parts = run.words.map(({ text }) => folded(text).replace(/'s$/u, ''));
  const [own = ''] = nameParts(label);
  return (parts[0] === own || parts.at(-1) === own) && !parts.some((part) => /\d/u.test(part));
};

/** A run without titles at its start, and without a genitive's ending. */
export function withoutTitles(run: NameRun): NameRun {
  let { words } = run;
  while (words.length > 1 && TITLES.has(folded(words[0]?.text ?? ''))) words = words.slice(1);
  return shortened(run, words);
}

/** "Hello Angie" and "Thanks Angie" are no names: a word that the language knows in lower case is none at a start. */
function withoutGreeting(run: NameRun, sentence: Sentence, reading: Reading): NameRun {
  let { words } = run;
  const isOrdinary = (word: string) => reading.lexicon.isStopWord(word) || reading.lexicon.isCommonNoun(word);
  if (run.at === 0 && sentence.words.length > 0) {
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
