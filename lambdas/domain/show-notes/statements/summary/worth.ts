import { selfIntroductions } from '../../people/person-names';
import { nameParts } from '../../people/speakers';
import type { Reading, Sentence } from '../../reading';
import { addressesSomebody } from '../../reading/about-the-talk';
import { says } from '../../reading/cues';
import { CLOSES } from '../../reading/cues/housekeeping';
import { ANNOUNCES, LEADS_ON, TOPIC } from '../../reading/cues/subject';
import { isFragment } from '../../reading/fragments';
import { pointsToNobody } from '../../reading/references';
import { isSelfContained } from '../../reading/self-contained';
import { correctsItself, isTakenBack } from '../../reading/taken-back';
import { speaksToGuest } from '../key-points';
import { afterOwnName } from '../leading-words';
import { invites, openingOf, saysTopic } from '../moderation';
import { labelsOf } from '../questions';
import type { SummaryInputs } from './inputs';

/** Fewer words than this say nothing. */
export const FEWEST_WORDS = 8;
/** Fewer words than this are no introduction. */
export const LEAST_INTRODUCTION = 12;

/** Whether a word is of a guest's name. */
export function namesGuest({ cast }: SummaryInputs): (word: Sentence['words'][number]) => boolean {
  const guests = cast.filter(({ person }) => person.role === 'guest');
  const parts = new Set(guests.flatMap(({ person }) => nameParts(person.name)));
  return ({ spelling }) => parts.has(spelling.folded);
}

/** Whether a sentence names a guest. */
export function isAboutGuest(inputs: SummaryInputs): (sentence: Sentence) => boolean {
  const isOfGuest = namesGuest(inputs);
  return ({ words }) => words.some(isOfGuest);
}

/** A sentence that the summary may hold. */
export interface Ranked {
  readonly sentence: Sentence;
  readonly isIntroduction: boolean;
  readonly score: number;
}

/** Sentences that the summary may hold, best first: salient ones, and above all those that introduce the episode. */
export function rankedSentences(inputs: SummaryInputs): readonly Ranked[] {
  const guests = labelsOf(inputs.cast, 'guest');
  const isAbout = isAboutGuest(inputs);
  const { language } = inputs.reading.lexicon;
  const ranked = inputs.reading.sentences
    .filter((sentence) => inputs.subject.isProgramme(sentence) && !sentence.isInterrupted)
    .filter(({ words }) => words.length >= FEWEST_WORDS)
    .filter((sentence) => !correctsItself(sentence) && !pointsToNobody(sentence))
    .filter((sentence) => !(SAYS_YOU.test(sentence.plain) && addressesSomebody(sentence, inputs.cast, inputs.reading)))
    .filter(
      (sentence) =>
        saysTopic(sentence, inputs.reading) ||
        !(isTakenBack(sentence, inputs.reading) || says(sentence, LEADS_ON, language)),
    )
    .filter((sentence) => !isOfClosing(sentence, inputs.reading) || !says(sentence, CLOSES, language))
    .map((sentence): Ranked => {
      const introduces = saysTopic(sentence, inputs.reading);
      const bonus = introduces ? (isAbout(sentence) && sentence.words.length >= LEAST_INTRODUCTION ? 2.2 : 1.2) : 0;
      return { sentence, isIntroduction: introduces, score: bonus + worthOf(sentence, introduces, guests, inputs) };
    });
  return ranked.sort((a, b) => b.score - a.score || a.sentence.index - b.sentence.index);
}

const SAYS_YOU = /(?:^| )(?:you|you're|you've|your|du|ihr|sie|usted|tú|vous|tu)(?: |$)/u;

/** Of the last fifth, where hosts say goodbye. */
const isOfClosing = ({ wordsBefore }: Sentence, { wordCount }: Reading): boolean => wordsBefore > wordCount * 0.8;

/** "Hi, I'm …" says nothing about the episode. */
const introducesSpeaker = (sentence: Sentence, reading: Reading): boolean =>
  selfIntroductions([sentence], reading.lexicon).length > 0 && afterOwnName(sentence, reading) === undefined;

const isPartOfTalk = (sentence: Sentence, { lexicon }: Reading): boolean =>
  lexicon.language === 'en' && isFragment(sentence);

/** What a host asks of listeners, and goes on, may be what the episode is about; what ends a turn is asked of the guest. */
function costOfQuestion({ isQuestion, index, turn }: Sentence, { sentences }: Reading): number {
  if (!isQuestion) return 0;
  return sentences[index + 1]?.turn === turn ? 0.8 : 2;
}

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
    (isOpening && !introduces && says(sentence, ANNOUNCES, reading.lexicon.language) ? 1.2 : 0) +
    (goesOn ? 0.6 : 0) +
    (sentence.stems.some(salience.isTitled) ? 0.8 : 0) -
    (isOpening && guests.has(sentence.speaker) ? 0.5 : 0) -
    (introduces || subject.isOnSubject(sentence) ? 0 : 1.5) -
    costOfQuestion(sentence, reading) -
    (invites(sentence, reading.lexicon.language) ? 1.5 : 0) -
    (introducesSpeaker(sentence, reading) ? 1.5 : 0) -
    (introduces || isSelfContained(sentence, reading) ? 0 : isOpening ? 0.3 : 1) -
    (isComplete ? 0 : 1.5) -
    (introduces || !isPartOfTalk(sentence, reading) ? 0 : 1) -
    (!introduces && !guests.has(sentence.speaker) && guests.size > 0 && speaksToGuest(sentence) ? 1 : 0)
  );
}
