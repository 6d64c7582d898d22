import type { Mention } from '../../contract/published';
import type { Details } from '../details';
import { stemOf } from '../text/stem';
import { plain } from '../text/words';
import { cueIn, WELCOMES_TO } from './cues';
import { type Grounded, groundedWithin } from './grounded';
import { type Candidate, namedCandidates, termCandidates } from './mention-groups';
import { keyOf, type Saying } from './mention-sayings';
import { nameRunAt } from './names';
import type { CastMember } from './people';
import { selfIntroductions } from './person-names';
import type { Reading } from './reading';
import { TITLES } from './said-names';
import type { Salience } from './salience';
import { nameParts } from './speakers';
import type { SubjectMatter } from './subject-matter';

/** Far more than a page shows; what comes after is noise. */
const MOST = 60;

/** A mention, with where the episode says it so. */
export interface NamedThing {
  readonly mention: Mention;
  readonly grounded: Grounded;
}

export interface MentionInputs {
  readonly reading: Reading;
  readonly cast: readonly CastMember[];
  readonly subject: SubjectMatter;
  readonly salience: Salience;
  readonly details: Details;
}

/** Products, organisations, people, papers and terms that the episode names, most important first. */
export function mentionsOf(inputs: MentionInputs): readonly NamedThing[] {
  const { reading, subject, details, salience } = inputs;
  const sentences = reading.sentences.filter(subject.isProgramme);
  const isKnownAnyway = knownAnyway(inputs);
  const named = namedCandidates(sentences, reading, mergedKeys(details)).filter(
    (candidate) => isNamed(candidate, reading) && !isKnownAnyway(candidate.sayings[0]?.text ?? ''),
  );
  const terms = termCandidates(sentences, reading, new Set(named.map(({ key }) => key)));
  const scored = [...named, ...terms].map((candidate) => ({ candidate, score: scoreOf(candidate, reading, salience) }));
  return diverse(scored)
    .slice(0, MOST)
    .map(({ candidate }) => ({ mention: mentionOf(candidate, details), grounded: groundingOf(candidate) }));
}

/** From each spelling that the glossary merges to its term's. */
function mergedKeys(details: Details): (key: string) => string {
  const merged = new Map<string, string>();
  for (const { term, merge } of details.show.glossary) {
    for (const { value } of merge) merged.set(keyOf(value), keyOf(term.value));
  }
  return (key) => merged.get(key) ?? key;
}

/** Who speaks, and the show itself, are no mentions. */
function knownAnyway({ cast, reading, details }: MentionInputs): (text: string) => boolean {
  const own = cast.flatMap(({ speaker }) => selfIntroductions(speaker.sentences.slice(0, 8), reading.lexicon.language));
  const names = [...cast.flatMap(({ person }) => [person.name, ...person.labels]), ...own.map(({ run }) => run.text)];
  const parts = new Set(names.flatMap(nameParts));
  const shows = new Set([details.show.title.value, details.show.id, ...welcomedTo(reading)].map(keyOf));
  const isSpeaker = (text: string) =>
    nameParts(text).every((part) => parts.has(part.replace(/'s$/u, '')) || TITLES.has(part));
  return (text) => isSpeaker(text) || shows.has(keyOf(text));
}

/** What the audience is welcomed to. */
function welcomedTo(reading: Reading): readonly string[] {
  const opening = reading.sentences.filter(({ wordsBefore }) => wordsBefore < 300);
  return opening.flatMap((sentence) => {
    const cue = cueIn(sentence, WELCOMES_TO, reading.lexicon.language);
    const run = cue && (nameRunAt(sentence, cue.end) ?? nameRunAt(sentence, cue.end + 1));
    return run ? [run.text] : [];
  });
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
  if (sayings.some(({ isTelling }) => isTelling)) return true;
  const isSingle = !/\s/u.test(first.text);
  const inside = sayings.filter(({ isInside }) => isInside).length;
  if (inside === 0) return !isSingle && sayings.length > 1;
  return !isSingle || !isUsuallyLowerCase(first.text, reading, sayings.length);
}

/** An ordinary word that the episode says in lower case more often. */
function isUsuallyLowerCase(word: string, reading: Reading, capitalised: number): boolean {
  const lower = plain(word);
  const isOrdinaryWord = reading.lexicon.isCommonNoun(lower) && reading.lexicon.rarityOf(lower) < 0.75;
  return (reading.spellingCounts.get(lower) ?? 0) > capitalised || (isOrdinaryWord && capitalised === 1);
}

interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
}

/** Said often and in many places, rare elsewhere, in the form of a name, introduced as one, in the title. */
function scoreOf({ sayings, isTerm }: Candidate, reading: Reading, salience: Salience): number {
  const turns = new Set(sayings.map(({ sentence }) => sentence.turn)).size;
  const text = shownSpelling(sayings);
  const words = text.split(/[\s-]+/u);
  const rarity = Math.max(...words.map((word) => reading.lexicon.rarityOf(word)));
  const introduced = sayings.some(({ isIntroduced }) => isIntroduced) ? 1.6 : 1;
  const titled = words.some((word) => salience.isTitled(stemOf(word))) ? 1.75 : 1;
  const form = isTerm ? 0.5 : formWeight(text, sayings);
  return Math.log2(1 + sayings.length + turns) ** 1.1 * rarity ** 2.3 * form * introduced * titled;
}

/** Full names say most; acronyms of two letters (`PR`, `UI`) are mostly jargon. */
function formWeight(text: string, sayings: readonly Saying[]): number {
  const acronym = /^(\p{Lu}{2,4})s?$/u.exec(text)?.[1]?.length;
  if (acronym !== undefined) return acronym === 2 ? 0.6 : 0.9;
  if (/\s/u.test(text)) return 1.3;
  return sayings.some(({ isTelling }) => isTelling) ? 1.15 : 1;
}

/** What shares its words with something better comes later: among the first, readers want different things. */
function diverse(scored: readonly Scored[]): readonly Scored[] {
  const said = new Set<string>();
  const again = byScore(scored).map(({ candidate, score }) => {
    const words = shownSpelling(candidate.sayings)
      .split(/[\s-]+/u)
      .map(keyOf);
    const shared = words.filter((word) => said.has(word)).length / words.length;
    for (const word of words) said.add(word);
    return { candidate, score: score * (1 - 0.5 * shared) };
  });
  return byScore(again);
}

const byScore = (scored: readonly Scored[]): readonly Scored[] =>
  [...scored].sort((a, b) => b.score - a.score || (a.candidate.key < b.candidate.key ? -1 : 1));

/** The commonest spelling, or, where names are also said in short, the commonest of the fullest. */
function shownSpelling(sayings: readonly Saying[]): string {
  const counts = new Map<string, number>();
  for (const { text } of sayings) counts.set(text, (counts.get(text) ?? 0) + 1);
  const first = keyOf(sayings[0]?.text ?? '');
  const isOneName = sayings.every(({ text }) => keyOf(text) === first);
  const length = (text: string) => text.split(' ').length;
  const fullest = Math.max(...[...counts.keys()].map(length));
  const full = [...counts].filter(([text]) => isOneName || length(text) === fullest);
  return full.sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** Where the spelling that the mention shows is first said. */
function groundingOf({ sayings }: Candidate): Grounded {
  const shown = shownSpelling(sayings);
  const { sentence, from } = sayings.find(({ text }) => text === shown) as Saying;
  return groundedWithin(sentence, from, from + shown.length);
}

function mentionOf({ key, sayings }: Candidate, details: Details): Mention {
  const entry = details.show.glossary.find(({ term }) => keyOf(term.value) === key);
  const text = entry?.term.value ?? shownSpelling(sayings);
  return {
    text,
    variants: [...new Set([text, ...sayings.map((saying) => saying.text)])],
    turns: [...new Set(sayings.map(({ sentence }) => sentence.turn))],
    count: sayings.length,
    ...(entry?.link && { url: entry.link.value }),
  };
}
