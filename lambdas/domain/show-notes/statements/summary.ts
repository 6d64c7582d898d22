import { countWords } from '../../text/words';
import { wordingOf } from '../fixed-words';
import { type Grounded, groundedWithin, listed, type Part, textOfParts } from '../grounded';
import type { CastMember } from '../people';
import { selfIntroductions } from '../people/person-names';
import { isGenericLabel, nameParts } from '../people/speakers';
import type { Reading, Sentence } from '../reading';
import { says } from '../reading/cues';
import { CLOSES } from '../reading/cues/housekeeping';
import { ABOUT, TOPIC } from '../reading/cues/subject';
import type { Salience } from '../reading/salience';
import { isSelfContained } from '../reading/self-contained';
import type { SubjectMatter } from '../reading/subject-matter';
import { leadsOn, openingOf, saysTopic } from './moderation';
import { labelsOf } from './questions';

/** A summary's words at most. */
const MOST_WORDS = 60;
/** Topics that the standfirst names. */
const MOST_TOPICS = 3;
/** Fewer words than this say too little to be worth adding, or to be an introduction. */
const [LEAST_LEFT, LEAST_INTRODUCTION] = [8, 12];
/** An introduction of so many words needs nothing else. */
const LONG_INTRODUCTION = 22;
/** Passages are chosen again so often at most, where the first points back. */
const MOST_CHOICES = 100;
/** The least that a sentence is worth beside such an introduction. */
const WORTH_ADDING = 1;

export interface SummaryInputs {
  readonly reading: Reading;
  readonly cast: readonly CastMember[];
  readonly subject: SubjectMatter;
  readonly salience: Salience;
  readonly topics: readonly Grounded[];
}

/**
 * At most 60 words: who talks about what, unless the host's own introduction says it, and then the sentences that say
 * most, those of the host's introduction first.
 */
export function summaryOf(inputs: SummaryInputs): readonly Part[] {
  const opening = summaryOpening(inputs);
  const passages = chosenPassages(opening, inputs).map(({ sentence, to }, index): readonly Part[] => {
    const blank = index > 0 || opening.length > 0 ? wordingOf(inputs.reading.lexicon.language).blank : [];
    const ending: readonly Part[] = to < sentence.text.length ? ['…'] : [];
    return [...blank, { slot: `sentence${index + 1}`, is: groundedWithin(sentence, 0, to) }, ...ending];
  });
  return [...opening, ...passages.flat()];
}

/** Who talks about what, as far as the host's own introduction does not say it. */
function summaryOpening(inputs: SummaryInputs): readonly Part[] {
  const [hosts, guests] = [namesOf('host', inputs), namesOf('guest', inputs)];
  if (introducesGuest(inputs) || hosts.length + guests.length === 0) return [];
  const opening = standfirstOf(inputs);
  const introduction = chosenPassages(opening, inputs).find(({ sentence }) =>
    introducesSubject(sentence, inputs.reading),
  );
  const topics = inputs.topics.slice(0, MOST_TOPICS);
  const isAllSaid = introduction && topics.every(({ text }) => isSaidIn(text, introduction.sentence));
  if (!isAllSaid) return opening;
  return guests.length > 0 ? openingSentence(inputs, []) : [];
}

const introducesSubject = (sentence: Sentence, reading: Reading): boolean =>
  sentence.words.length >= LEAST_INTRODUCTION &&
  saysTopic(sentence, reading) &&
  says(sentence, ABOUT, reading.lexicon.language);

const isSaidIn = (topic: string, { plain }: Sentence): boolean => plain.includes(topic.toLowerCase());

/** One sentence: who is on, and what it is about. */
export function standfirstOf(inputs: SummaryInputs): readonly Part[] {
  return openingSentence(inputs, inputs.topics.slice(0, MOST_TOPICS));
}

function openingSentence(inputs: SummaryInputs, about: readonly Grounded[]): readonly Part[] {
  const wording = wordingOf(inputs.reading.lexicon.language);
  const [hosts, guests] = [namesOf('host', inputs), namesOf('guest', inputs)];
  const topics = listed('topic', about, wording);
  const isOne = hosts.length === 1 || (hosts.length === 0 && guests.length === 1);
  const isBoth = hosts.length > 0 && guests.length > 0;
  const talkWith = isOne ? wording.oneTalksWith : wording.manyTalkWith;
  const talkAbout = isBoth ? wording.about : isOne ? wording.oneTalksAbout : wording.manyTalkAbout;
  const who = [...listed('host', hosts, wording), ...(isBoth ? [talkWith] : []), ...listed('guest', guests, wording)];
  if (who.length === 0) return topics.length > 0 ? [...topics, wording.end] : [];
  return topics.length > 0 ? [...who, talkAbout, ...topics, wording.end] : [...who, wording.end];
}

/** Whom the standfirst names: nobody who is only `Speaker 1`. A panel of many hosts is the show itself, and is not named. */
function namesOf(role: CastMember['person']['role'], { cast }: SummaryInputs): readonly Grounded[] {
  const isNamed = ({ person }: CastMember) => person.role === role && !isGenericLabel(person.name);
  const names = cast.filter(isNamed).map(({ name }) => name);
  const hasGuest = cast.some(({ person }) => person.role === 'guest');
  if (role === 'host' && names.length > 2 && !hasGuest) return [];
  return names.slice(0, 5);
}

/** Whether the opening has a sentence that says what it is about and who the guest is. */
function introducesGuest(inputs: SummaryInputs): boolean {
  const isAbout = isAboutGuest(inputs);
  return inputs.reading.sentences.some(
    (sentence) =>
      sentence.words.length >= LEAST_INTRODUCTION && saysTopic(sentence, inputs.reading) && isAbout(sentence),
  );
}

/** An introduction that names the guest and the subject at length: nothing beside it says more. */
function saysWhoAndWhat(inputs: SummaryInputs): (sentence: Sentence) => boolean {
  const isAbout = isAboutGuest(inputs);
  return (sentence) =>
    sentence.words.length >= LONG_INTRODUCTION &&
    isAbout(sentence) &&
    says(sentence, ABOUT, inputs.reading.lexicon.language);
}

function isAboutGuest({ cast }: SummaryInputs): (sentence: Sentence) => boolean {
  const guests = cast.filter(({ person }) => person.role === 'guest');
  const parts = new Set(guests.flatMap(({ person }) => nameParts(person.name)));
  return ({ words }) => words.some(({ spelling }) => parts.has(spelling.folded));
}

/** A sentence from its start to `to`, an offset in it. */
interface Passage {
  readonly sentence: Sentence;
  readonly to: number;
}

/**
 * The best sentences that fit, in the order of the episode; the first does not point to what is not there. An
 * introduction that is too long ends where a clause does.
 */
function chosenPassages(opening: readonly Part[], inputs: SummaryInputs): readonly Passage[] {
  let ranked = rankedSentences(inputs);
  for (let choice = 1; ; choice += 1) {
    const chosen = fittingPassages(ranked, opening, inputs);
    const [first] = chosen;
    const isLast = chosen.length < 2 || choice === MOST_CHOICES;
    if (!first || isLast || !pointsBack(first.sentence, inputs)) return chosen;
    ranked = ranked.filter(({ sentence }) => sentence !== first.sentence);
  }
}

/** First words that stand for something said before, or join on to it. */
const POINTING: ReadonlySet<string> = new Set(
  "it it's its they they're they've their them he he's his him she she's her that that's those these which but because or".split(
    ' ',
  ),
);

/** Begins with a word that points to something before it; what a host says in the opening goes on from the title. */
function pointsBack(sentence: Sentence, { reading, cast }: SummaryInputs): boolean {
  const isOfOpening = sentence.wordsBefore < openingOf(reading) && !labelsOf(cast, 'guest').has(sentence.speaker);
  return !isOfOpening && POINTING.has(sentence.plain.split(' ', 1)[0] ?? '');
}

function fittingPassages(
  ranked: readonly Ranked[],
  opening: readonly Part[],
  inputs: SummaryInputs,
): readonly Passage[] {
  let left = MOST_WORDS - countWords(textOfParts(opening));
  const guests = labelsOf(inputs.cast, 'guest');
  const saysAll = saysWhoAndWhat(inputs);
  const chosen: Passage[] = [];
  let isIntroduced = false;
  for (const { sentence, isIntroduction, score } of ranked) {
    if (left < LEAST_LEFT) break;
    // After a proper introduction, what comes later or from the guests only takes away from it.
    const isOfHost = sentence.wordsBefore < openingOf(inputs.reading) && !guests.has(sentence.speaker);
    if (isIntroduced && (!isOfHost || score < WORTH_ADDING)) continue;
    const whole = { sentence, to: sentence.text.length };
    const passage =
      countWords(sentence.text) <= left
        ? whole
        : isIntroduction && chosen.length === 0
          ? shortened(sentence, left)
          : undefined;
    if (!passage) continue;
    chosen.push(passage);
    if (isIntroduction && saysAll(sentence)) return [passage];
    isIntroduced ||= isIntroduction && sentence.words.length >= LONG_INTRODUCTION;
    left -= countWords(sentence.text.slice(0, passage.to));
  }
  return chosen.sort((a, b) => a.sentence.index - b.sentence.index);
}

/** The sentence up to its last comma or semicolon within so many words. */
function shortened(sentence: Sentence, words: number): Passage | undefined {
  const next = sentence.text.split(/(\s+)/u, 2 * words + 2).join('').length;
  for (let to = Math.min(sentence.text.length - 1, next); to > 0; to -= 1) {
    if (!/[,;]/u.test(sentence.text.charAt(to))) continue;
    const count = countWords(sentence.text.slice(0, to));
    if (count <= words) return count >= LEAST_INTRODUCTION ? { sentence, to } : undefined;
  }
  return undefined;
}

interface Ranked {
  readonly sentence: Sentence;
  readonly isIntroduction: boolean;
  readonly score: number;
}

/** Sentences that the summary may hold, best first: salient ones, and above all those that introduce the episode. */
function rankedSentences(inputs: SummaryInputs): readonly Ranked[] {
  const guests = labelsOf(inputs.cast, 'guest');
  const isAbout = isAboutGuest(inputs);
  const { language } = inputs.reading.lexicon;
  const ranked = inputs.reading.sentences
    .filter((sentence) => inputs.subject.isProgramme(sentence) && sentence.words.length >= 5)
    .filter((sentence) => saysTopic(sentence, inputs.reading) || !leadsOn(sentence, language))
    .filter((sentence) => !isOfClosing(sentence, inputs.reading) || !says(sentence, CLOSES, language))
    .map((sentence): Ranked => {
      const introduces = saysTopic(sentence, inputs.reading);
      const bonus = introduces ? (isAbout(sentence) && sentence.words.length >= LEAST_INTRODUCTION ? 2.2 : 1.2) : 0;
      return { sentence, isIntroduction: introduces, score: bonus + worthOf(sentence, introduces, guests, inputs) };
    });
  return ranked.sort((a, b) => b.score - a.score || a.sentence.index - b.sentence.index);
}

/** Of the last fifth, where hosts say goodbye. */
const isOfClosing = ({ wordsBefore }: Sentence, { wordCount }: Reading): boolean => wordsBefore > wordCount * 0.8;

/** "Hi, I'm …" says nothing about the episode. */
const introducesSpeaker = (sentence: Sentence, reading: Reading): boolean =>
  selfIntroductions([sentence], reading.lexicon.language).length > 0;

/** What a sentence is worth in a summary: what it says, where it stands, and how well it stands alone. */
function worthOf(
  sentence: Sentence,
  introduces: boolean,
  guests: ReadonlySet<string>,
  { reading, subject, salience }: SummaryInputs,
): number {
  const isOpening = sentence.wordsBefore < openingOf(reading);
  const previous = reading.sentences[sentence.index - 1];
  const goesOn = isOpening && previous?.turn === sentence.turn && says(previous, TOPIC, reading.lexicon.language);
  const isComplete = /[.!?…。！？]["”’»)\]]*$/u.test(sentence.text);
  return (
    salience.ofSentence(sentence) +
    (isOpening ? Math.exp(-sentence.wordsBefore / 150) : -0.7) +
    (goesOn ? 0.6 : 0) +
    (sentence.stems.some(salience.isTitled) ? 0.8 : 0) -
    (isOpening && guests.has(sentence.speaker) ? 0.5 : 0) -
    (introduces || subject.isOnSubject(sentence) ? 0 : 1.5) -
    (sentence.isQuestion ? 0.8 : 0) -
    (introducesSpeaker(sentence, reading) ? 1.5 : 0) -
    (introduces || isSelfContained(sentence) ? 0 : isOpening ? 0.3 : 1) -
    (isComplete ? 0 : 1.5)
  );
}
