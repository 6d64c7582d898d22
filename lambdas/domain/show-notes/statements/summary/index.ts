import { stemOf } from '../../../text/stem';
import { wordsOf } from '../../../text/words';
import { wordingOf } from '../../fixed-words';
import { type Grounded, groundedWithin, type Part } from '../../grounded';
import type { Reading, Sentence } from '../../reading';
import { says } from '../../reading/cues';
import { BRINGS_IN } from '../../reading/cues/people';
import { ABOUT } from '../../reading/cues/subject';
import { cleanedParts } from '../clean-up';
import { openingOf, saysTopic } from '../moderation';
import { labelsOf } from '../questions';
import type { SummaryInputs } from './inputs';
import { chosenPassages } from './passages';
import { namesOf, openingSentence, standfirstOf, topicsNamed } from './standfirst';
import { isAboutGuest, LEAST_INTRODUCTION, type Ranked, rankedSentences } from './worth';

export { standfirstOf } from './standfirst';
export { subjectLineOf } from './subject-line';

/**
 * At most 60 words: who talks about what, unless the host's own introduction says it, and then the sentences that say
 * most, those of the host's introduction first.
 */
export function summaryOf(inputs: SummaryInputs): readonly Part[] {
  const ranked = rankedSentences(inputs);
  const opening = summaryOpening(ranked, inputs);
  const { language } = inputs.reading.lexicon;
  let continuations = 0;
  const passages = chosenPassages(opening, ranked, inputs).map(({ sentence, from, to }, index): readonly Part[] => {
    const blank = index > 0 || opening.length > 0 ? wordingOf(language).blank : [];
    const ending: readonly Part[] = to < sentence.text.length ? ['…'] : [];
    const slots = cleanedParts(sentence, from, to, language).map(([start, end], nth): Part => {
      if (nth > 0) continuations += 1;
      const slot = nth > 0 ? `continuation${continuations}` : `${from > 0 ? 'restOfSentence' : 'sentence'}${index + 1}`;
      return { slot, is: groundedWithin(sentence, start, end) };
    });
    return [...blank, ...slots, ...ending];
  });
  return [...opening, ...passages.flat()];
}

/** Who talks about what, as far as the host's own introduction does not say it. */
function summaryOpening(ranked: readonly Ranked[], inputs: SummaryInputs): readonly Part[] {
  const [hosts, guests] = [namesOf('host', inputs), namesOf('guest', inputs)];
  if (introducesGuest(inputs) || hosts.length + guests.length === 0) return [];
  const spokenByGuests = labelsOf(inputs.cast, 'guest');
  const saidByHosts = (opening: readonly Part[]): readonly Sentence[] => {
    const sentences = chosenPassages(opening, ranked, inputs).map(({ sentence }) => sentence);
    return sentences.filter(({ speaker }) => !spokenByGuests.has(speaker));
  };
  const isIntroduction = (sentence: Sentence) => introducesSubject(sentence, inputs.reading);
  const alone = saidByHosts([]);
  const isWhole = alone.some(isIntroduction) && alone.some((each) => bringsIn(guests, each, inputs.reading));
  if (isWhole && unsaidIn(alone, inputs) <= 1) return [];
  const opening = standfirstOf(inputs);
  const introduction = saidByHosts(opening).find(isIntroduction);
  if (!introduction || unsaidIn([introduction], inputs) > 1) return opening;
  return guests.length > 0 ? openingSentence(inputs, []) : [];
}

/** How many of the topics that the standfirst names no sentence says. */
const unsaidIn = (sentences: readonly Sentence[], inputs: SummaryInputs): number =>
  topicsNamed(inputs).filter(({ text }) => !sentences.some((each) => isSaidIn(text, each, inputs.reading))).length;

const introducesSubject = (sentence: Sentence, reading: Reading): boolean =>
  sentence.words.length >= LEAST_INTRODUCTION &&
  saysTopic(sentence, reading) &&
  says(sentence, ABOUT, reading.lexicon.language);

/** "With me is Lena Ode", in full. */
const bringsIn = (guests: readonly Grounded[], sentence: Sentence, reading: Reading): boolean =>
  guests.length > 0 &&
  sentence.wordsBefore < openingOf(reading) &&
  says(sentence, BRINGS_IN, reading.lexicon.language) &&
  guests.every(({ text }) => sentence.text.includes(text));

/** In whatever form: "the starter" is said where starters are. */
function isSaidIn(topic: string, { plain, stems }: Sentence, { lexicon }: Reading): boolean {
  if (plain.includes(topic.toLowerCase())) return true;
  const telling = wordsOf(topic, lexicon.language).filter(({ text }) => !lexicon.isStopWord(text));
  return telling.every(({ text }) => stems.includes(stemOf(text)));
}

/** Whether the opening has a sentence that says what it is about and who the guest is. */
function introducesGuest(inputs: SummaryInputs): boolean {
  const isAbout = isAboutGuest(inputs);
  return inputs.reading.sentences.some(
    (sentence) =>
      sentence.words.length >= LEAST_INTRODUCTION && saysTopic(sentence, inputs.reading) && isAbout(sentence),
  );
}
