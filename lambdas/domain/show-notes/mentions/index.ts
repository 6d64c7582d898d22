import type { Mention } from '../../../contract/published';
import type { Details } from '../../details';
import { stemOf } from '../../text/stem';
import { plain, wordsOf } from '../../text/words';
import type { Grounded } from '../grounded';
import type { CastMember } from '../people';
import { namesOfUnlabelled, ownIntroductions } from '../people/person-names';
import { CALLINGS, TITLES } from '../people/said-names';
import { nameParts } from '../people/speakers';
import type { Reading } from '../reading';
import { cueIn } from '../reading/cues';
import { WELCOMES_TO } from '../reading/cues/people';
import { type NameRun, nameRunAt } from '../reading/names';
import type { Salience } from '../reading/salience';
import type { SubjectMatter } from '../reading/subject-matter';
import { labelsOf } from '../statements/questions';
import { keyOf } from './forms';
import { withExpansions } from './forms/expansions';
import { withoutNouns } from './forms/german-nouns';
import { isNeverNamed } from './forms/never-named';
import { writtenOut } from './forms/spelled-out';
import { glossaryEntryOf, withGlossary } from './glossary';
import { type Candidate, namedCandidates, withSayings } from './groups';
import { groundingOf, ranked, shownSpelling } from './ranking';
import { termCandidates } from './terms';

/** Far more than a page shows; what comes after is noise. */
const MOST = 60;

/** A mention, with where the episode says it so. */
export interface NamedThing {
  readonly mention: Mention;
  readonly grounded: Grounded;
  /** A full name that says or does something: "Ada Brandt, who built …". */
  readonly isSomebody: boolean;
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
  const { reading, cast, details, salience } = inputs;
  const isOfShow = wordsOfShow(details);
  const glossary = new Set(details.show.glossary.map(({ term }) => keyOf(term.value)));
  return ranked(candidatesOf(inputs), { reading, salience, hosts: labelsOf(cast, 'host'), isOfShow })
    .filter(({ key }, index) => index < MOST || glossary.has(key))
    .map((candidate) => ({
      mention: mentionOf(candidate, details),
      grounded: groundingOf(candidate),
      isSomebody: isSomebody(candidate),
    }));
}

export function candidatesOf(inputs: MentionInputs): readonly Candidate[] {
  const { reading, subject, details } = inputs;
  const sentences = reading.sentences.filter((each) => subject.isProgramme(each) && !subject.isCredit(each));
  const isKnownAnyway = knownAnyway(inputs);
  const named = namedCandidates(sentences, reading, mergedKeys(details)).filter(
    (candidate) => isNamed(candidate, reading) && !isKnownAnyway(candidate.sayings[0]?.text ?? ''),
  );
  const found = withTerms(withoutNouns(named, reading), termCandidates(sentences, reading));
  return withExpansions(withGlossary(found, reading, details));
}

/** A term that is also written as a name (`Tidal Constants`) is one thing with it. */
function withTerms(named: readonly Candidate[], terms: readonly Candidate[]): readonly Candidate[] {
  const byKey = new Map(terms.map((term) => [term.key, term]));
  const keys = new Set(named.map(({ key }) => key));
  const both = named.map((candidate) => {
    const term = byKey.get(candidate.key);
    return term ? withSayings(candidate, [term]) : candidate;
  });
  return [...both, ...terms.filter(({ key }) => !keys.has(key))];
}

/** Whether a stem is of the show's title or id: what every episode is about. */
function wordsOfShow({ show }: Details): (stem: string) => boolean {
  const stems = new Set(
    wordsOf(`${show.title.value} ${show.id.replaceAll('-', ' ')}`, 'en').map(({ text }) => stemOf(text)),
  );
  return (stem) => stems.has(stem);
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
  const own = cast.flatMap(({ speaker }) => ownIntroductions(speaker.sentences, reading.lexicon));
  const inCast = cast.flatMap(({ person }) => [person.name, ...person.labels]);
  const names = [...inCast, ...own.map(({ run }) => run.text), ...namesOfUnlabelled(reading)];
  const parts = new Set(names.flatMap(nameParts));
  const shows = new Set([details.show.title.value, details.show.id, ...welcomedTo(reading)].map(keyOf));
  const isOwn = (part: string) => parts.has(part.replace(/'s$/u, '')) || TITLES.has(part);
  const isSpeaker = (text: string) =>
    nameParts(text).some(isOwn) && nameParts(text).every((part) => isOwn(part) || CALLINGS.has(part));
  return (text) => isSpeaker(text) || shows.has(keyOf(text));
}

/** What the audience is welcomed to, with its article and without: `El Faro`. */
function welcomedTo(reading: Reading): readonly string[] {
  const opening = reading.sentences.filter(({ wordsBefore }) => wordsBefore < 300);
  return opening.flatMap((sentence) => {
    const cue = cueIn(sentence, WELCOMES_TO, reading.lexicon.language);
    const run = cue && (nameRunAt(sentence, cue.end) ?? nameRunAt(sentence, cue.end + 1));
    return run ? withoutArticle(run, reading) : [];
  });
}

function withoutArticle({ text, words: [first, second], from }: NameRun, { lexicon }: Reading): readonly string[] {
  return first && second && lexicon.isStopWord(first.text) ? [text, text.slice(second.from - from)] : [text];
}

/** The host of an address within a site: `join.tides.example`. */
const ADDRESS = /^(?:[\p{L}\p{N}-]+\.){2,}\p{L}+$/u;

/** Whether the sayings confirm a name: a telling form once, another form where no sentence start explains it. */
function isNamed({ key, sayings }: Candidate, reading: Reading): boolean {
  const [first] = sayings;
  if (!first || key.length < 2 || first.text.split(/\s+/u).every(isNeverNamed)) return false;
  if (ADDRESS.test(first.text)) return false;
  if (sayings.some(({ isTelling }) => isTelling)) return true;
  const isSingle = !/\s/u.test(first.text);
  const inside = sayings.filter(({ isInside }) => isInside).length;
  if (inside === 0) return !isSingle && sayings.length > 1;
  return !isSingle || !isUsuallyLowerCase(first.text, reading, sayings.length);
}

function isSomebody({ sayings }: Candidate): boolean {
  const isFullName = sayings.some(({ text, isTelling }) => !isTelling && /^\p{Lu}\S* .*\p{Lu}\S*$/u.test(text));
  return isFullName && sayings.some(({ isSpeaking }) => isSpeaking) && !sayings.some(({ isExplained }) => isExplained);
}

/** An ordinary word that the episode says in lower case more often. */
function isUsuallyLowerCase(word: string, reading: Reading, capitalised: number): boolean {
  const lower = plain(word);
  const isOrdinaryWord = reading.lexicon.isCommonNoun(lower) && reading.lexicon.rarityOf(lower) < 0.75;
  return (reading.spellingCounts.get(lower) ?? 0) > capitalised || (isOrdinaryWord && capitalised === 1);
}

function mentionOf({ key, sayings }: Candidate, details: Details): Mention {
  const entry = glossaryEntryOf(key, details);
  const text = entry?.term.value ?? writtenOut(shownSpelling(sayings));
  return {
    text,
    variants: [...new Set([text, ...sayings.map((saying) => saying.text)])],
    turns: [...new Set(sayings.map(({ sentence }) => sentence.turn))],
    count: sayings.length,
    ...(entry?.link && { url: entry.link.value }),
  };
}
