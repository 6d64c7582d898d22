import type { Mention } from '../../contract/published';
import type { Details } from '../details';
import { folded, plain } from '../text/words';
import { type Grounded, groundedWithin } from './grounded';
import { type NameRun, nameRunsOf, runBetween } from './names';
import type { CastMember } from './people';
import type { Reading, Sentence } from './reading';
import { nameParts } from './speakers';
import type { SubjectMatter } from './subject-matter';

/** Far more than a page shows; what comes after is noise. */
const MOST = 60;

/** One saying of a named thing. */
interface Saying {
  readonly text: string;
  readonly sentence: Sentence;
  /** Offset in the sentence. */
  readonly from: number;
  /** Its form alone says that it is a name: `GPT-3`, `FastMoe`, `IBM`. */
  readonly isTelling: boolean;
  /** In capitals where a sentence would not have them anyway. */
  readonly isInside: boolean;
  /** "The system is called …". */
  readonly isIntroduced: boolean;
}

/** A mention, with where the episode says it so. */
export interface NamedThing {
  readonly mention: Mention;
  readonly grounded: Grounded;
}

interface Candidate {
  readonly key: string;
  readonly sayings: readonly Saying[];
}

/** Products, organisations, people, papers and terms that the episode names, most important first. */
export function mentionsOf(
  reading: Reading,
  cast: readonly CastMember[],
  subject: SubjectMatter,
  details: Details,
): readonly NamedThing[] {
  const merge = mergedKeys(details);
  const sayings = reading.sentences.filter(subject.isProgramme).flatMap((sentence) => sayingsIn(sentence, reading));
  const groups = new Map<string, Saying[]>();
  for (const saying of sayings) {
    const key = merge(keyOf(saying.text));
    groups.set(key, [...(groups.get(key) ?? []), saying]);
  }
  const candidates = [...groups].map(([key, all]): Candidate => ({ key, sayings: all }));
  const isSpeaker = speakerNames(cast);
  return candidates
    .filter((candidate) => isNamed(candidate, reading) && !isSpeaker(candidate.sayings[0]?.text ?? ''))
    .map((candidate) => ({ candidate, score: scoreOf(candidate, reading) }))
    .sort((a, b) => b.score - a.score || (a.candidate.key < b.candidate.key ? -1 : 1))
    .slice(0, MOST)
    .map(({ candidate }) => ({ mention: mentionOf(candidate, details), grounded: groundingOf(candidate) }));
}

/** Letters and digits alone: `Fast MoE` is `FastMoe` is `fast-moe`. */
const keyOf = (text: string): string =>
  folded(text)
    .replace(/(?:'s)?$/u, '')
    .replace(/[^\p{L}\p{N}+#]+/gu, '');

function mergedKeys(details: Details): (key: string) => string {
  const merged = new Map<string, string>();
  for (const { term, merge } of details.show.glossary) {
    for (const { value } of merge) merged.set(keyOf(value), keyOf(term.value));
  }
  return (key) => merged.get(key) ?? key;
}

function sayingsIn(sentence: Sentence, reading: Reading): readonly Saying[] {
  const runs = [...nameRunsOf(sentence), ...uncapitalisedNames(sentence)];
  return runs.flatMap((run) => sayingOf(run, sentence, reading) ?? []);
}

/** `iOS`, `npm5`, `k8s`: no capital at the start, and yet no ordinary word. */
function uncapitalisedNames(sentence: Sentence): readonly NameRun[] {
  return sentence.words.flatMap(({ text }, at) => {
    const isName =
      /^\p{Ll}+\p{Lu}/u.test(text) || /^\p{Ll}{2,}[\p{Ll}.]*\.(?:js|io|dev|rs|py|com|org|net|ai|app)$/u.test(text);
    return isName ? [runBetween(sentence, at, at + 1)] : [];
  });
}

function sayingOf(whole: NameRun, sentence: Sentence, reading: Reading): Saying | undefined {
  const run = widened(trimmedRun(whole, sentence, reading), sentence);
  if (run.words.length === 0 || run.words.length > 6) return undefined;
  const text = run.text.replace(/['’]s$/u, '');
  if (text.length < 2 || /^\d+$/u.test(text)) return undefined;
  return {
    text,
    sentence,
    from: run.from,
    isTelling: run.words.some((word) => isTelling(word.text)) || isSpelledOut(run),
    isInside: run.at > 0 && !startsQuotation(sentence, run.from),
    isIntroduced: isIntroduced(sentence, run),
  };
}

/** A capital, a digit or a point where ordinary words have none. */
function isTelling(word: string): boolean {
  const bare = word.replace(/['’]s$|s$/u, '');
  if (/^\p{Lu}{2,}$/u.test(bare) || /\p{Ll}\p{Lu}/u.test(word)) return true;
  return (
    /\p{L}/u.test(word) &&
    (/\d/u.test(word) || /[+#]$/u.test(word) || /^\p{Lu}-/u.test(word) || /\.\p{Ll}{2,4}$/u.test(word))
  );
}

/** `F I D`. */
const isSpelledOut = ({ words }: NameRun): boolean =>
  words.length > 2 && words.every(({ text }) => /^\p{Lu}$/u.test(text));

const startsQuotation = ({ text }: Sentence, from: number): boolean => /[“"‘:]\s*$/u.test(text.slice(0, from));

function isIntroduced(sentence: Sentence, run: NameRun): boolean {
  const before = sentence.words
    .slice(Math.max(0, run.at - 3), run.at)
    .map(({ text }) => plain(text))
    .join(' ');
  return /(?:called|call it|named|name is|known as|system is|project is|paper on|book is)$/u.test(before);
}

/** Without ordinary words at its edges that a sentence start or a greeting has capitalised. */
function trimmedRun(run: NameRun, sentence: Sentence, reading: Reading): NameRun {
  let [start, end] = [run.at, run.at + run.words.length];
  const wordAt = (at: number) => sentence.words[at]?.text ?? '';
  const isEmpty = (at: number) => {
    const word = wordAt(at).replace(/['’]\p{Ll}+$/u, '');
    return !isTelling(wordAt(at)) && (reading.lexicon.isStopWord(wordAt(at)) || reading.lexicon.isStopWord(word));
  };
  while (start < end && isEmpty(start)) start += 1;
  while (end > start && isEmpty(end - 1)) end -= 1;
  if (start === 0 && end - start > 1 && isOrdinary(wordAt(0), reading)) start = 1;
  return runBetween(sentence, start, end);
}

const isOrdinary = (word: string, reading: Reading): boolean =>
  !isTelling(word) && reading.lexicon.isCommonNoun(word) && reading.lexicon.rarityOf(word) < 0.8;

/** With the version that follows (`2.0`), or the one lower-case word that commas hold to an acronym (`PB relax,`). */
function widened(run: NameRun, sentence: Sentence): NameRun {
  const end = run.at + run.words.length;
  const [last, next] = [sentence.words[end - 1], sentence.words[end]];
  if (!last || !next || sentence.text.slice(last.to, next.from) !== ' ') return run;
  if (/^\d+(?:\.\d+)+$/u.test(next.text)) return runBetween(sentence, run.at, end + 1);
  const [before, after] = [sentence.text.slice(0, run.from), sentence.text.slice(next.to)];
  const isSetOff = /[,(]\s*$/u.test(before) && /^\s*[,).]/u.test(after);
  const isAcronym = run.words.length === 1 && /^\p{Lu}{2,5}$/u.test(last.text);
  return isSetOff && isAcronym && /^\p{Ll}+$/u.test(next.text) ? runBetween(sentence, run.at, end + 1) : run;
}

function speakerNames(cast: readonly CastMember[]): (text: string) => boolean {
  const parts = new Set(cast.flatMap(({ person }) => [person.name, ...person.labels]).flatMap(nameParts));
  return (text) => nameParts(text).every((part) => parts.has(part.replace(/'s$/u, '')));
}

/** Days, months, greetings and whatever else is capitalised without naming a thing worth a mention. */
const NEVER: ReadonlySet<string> = new Set(
  (
    'january february march april may june july august september october november december monday tuesday wednesday thursday ' +
    'friday saturday sunday hello hi hey thanks thank welcome bye goodbye yeah yes no okay ok mr mrs ms dr professor prof ' +
    'god jesus christ wow oh am pm mm hmm uh um laughter laughs laughing crosstalk inaudible music applause speaker christmas ' +
    'januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag hallo danke ' +
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves ' +
    'viernes sábado domingo hola gracias janvier février mars avril juin juillet août septembre octobre novembre décembre lundi ' +
    'mardi mercredi jeudi vendredi samedi dimanche bonjour merci'
  ).split(' '),
);

/** Whether the sayings confirm a name: a telling form once, another form where no sentence start explains it. */
function isNamed({ key, sayings }: Candidate, reading: Reading): boolean {
  const [first] = sayings;
  if (!first || key.length < 2 || first.text.split(/\s+/u).every((word) => NEVER.has(plain(word)))) return false;
  if (sayings.some(({ isTelling: telling }) => telling)) return true;
  const isSingle = !/\s/u.test(first.text);
  const inside = sayings.filter(({ isInside }) => isInside).length;
  if (inside === 0) return !isSingle && sayings.length > 1;
  if (!isSingle) return true;
  return !isUsuallyLowerCase(first.text, reading, sayings.length);
}

/** An ordinary word that the episode says in lower case more often. */
function isUsuallyLowerCase(word: string, reading: Reading, capitalised: number): boolean {
  const lower = plain(word);
  const isOrdinaryWord = reading.lexicon.isCommonNoun(lower) && reading.lexicon.rarityOf(lower) < 0.75;
  return (reading.spellingCounts.get(lower) ?? 0) > capitalised || (isOrdinaryWord && capitalised === 1);
}

/** Often, in many places, rare elsewhere, with a telling form, introduced by name. */
function scoreOf({ sayings }: Candidate, reading: Reading): number {
  const turns = new Set(sayings.map(({ sentence }) => sentence.turn)).size;
  const [first] = sayings;
  const words = (first?.text ?? '').split(/[\s-]+/u);
  const rarity = Math.max(...words.map((word) => reading.lexicon.rarityOf(word)));
  const telling = sayings.some(({ isTelling: form }) => form) ? 1.25 : 1;
  const introduced = sayings.some(({ isIntroduced: named }) => named) ? 1.5 : 1;
  return Math.log2(1 + sayings.length + turns) * rarity ** 2 * telling * introduced;
}

/** Where the commonest spelling is first said. */
function groundingOf({ sayings }: Candidate): Grounded {
  const commonest = commonestSpelling(sayings);
  const { sentence, from } = sayings.find(({ text }) => text === commonest) as Saying;
  return groundedWithin(sentence, from, from + commonest.length);
}

function commonestSpelling(sayings: readonly Saying[]): string {
  const counts = new Map<string, number>();
  for (const { text } of sayings) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function mentionOf({ key, sayings }: Candidate, details: Details): Mention {
  const entry = details.show.glossary.find(({ term }) => keyOf(term.value) === key);
  const text = entry?.term.value ?? commonestSpelling(sayings);
  return {
    text,
    variants: [...new Set([text, ...sayings.map((saying) => saying.text)])],
    turns: [...new Set(sayings.map(({ sentence }) => sentence.turn))],
    count: sayings.length,
    ...(entry?.link && { url: entry.link.value }),
  };
}
