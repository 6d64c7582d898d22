import { wordSet } from '../../../text/word-set';
import { countWords } from '../../../text/words';
import { type Part, textOfParts } from '../../grounded';
import type { Sentence } from '../../reading';
import { cueIn, cuesIn, says } from '../../reading/cues';
import { ABOUT, TOPIC } from '../../reading/cues/subject';
import { leansAtStart } from '../../reading/leaning-starts';
import { pointsOutside } from '../../reading/references';
import { afterLeadingWords, afterOwnName } from '../leading-words';
import { openingOf, saysTopic } from '../moderation';
import { labelsOf } from '../questions';
import type { SummaryInputs } from './inputs';
import { FEWEST_WORDS, isAboutGuest, LEAST_INTRODUCTION, namesGuest, type Ranked } from './worth';

/** A summary's words at most. */
const MOST_WORDS = 60;
/** Fewer words than this say too little to be worth adding. */
const LEAST_LEFT = 8;
/** An introduction of so many words needs nothing else. */
const LONG_INTRODUCTION = 22;
/** Passages are chosen again so often at most, where the first points back. */
const MOST_CHOICES = 100;
/** The least that a sentence beside others is worth. */
const WORTH_ADDING = 1;

/** The part of a sentence between two offsets in it. */
export interface Passage {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
}

/**
 * The best of the ranked sentences that fit beside the opening, in the order of the episode, of which none points to
 * what is not there. An introduction that is too long ends where a clause does.
 */
export function chosenPassages(
  opening: readonly Part[],
  sentences: readonly Ranked[],
  inputs: SummaryInputs,
): readonly Passage[] {
  let ranked = introductionFirst(sentences, inputs);
  for (let choice = 1; ; choice += 1) {
    const chosen = fittingPassages(ranked, opening, inputs);
    const isLast = chosen.length < 2 || choice === MOST_CHOICES;
    const dangling = chosen.find(({ sentence }, at) => isDangling(sentence, chosen[at - 1]?.sentence, inputs));
    if (!dangling || isLast) return chosen;
    ranked = ranked.filter(({ sentence }) => sentence !== dangling.sentence);
  }
}

/** The host's own introduction of guest and subject comes first, whatever the title says. */
function introductionFirst(ranked: readonly Ranked[], inputs: SummaryInputs): readonly Ranked[] {
  const guests = labelsOf(inputs.cast, 'guest');
  const saysAll = saysWhoAndWhat(inputs);
  const isGuest = namesGuest(inputs);
  const { language } = inputs.reading.lexicon;
  /** "… I talk to Ines Kovar about …", in this order: who only was "talking about" something is not introduced so. */
  const isInOrder = (sentence: Sentence): boolean => {
    const topic = cueIn(sentence, TOPIC, language)?.end ?? Number.POSITIVE_INFINITY;
    const guest = sentence.words.findIndex((word, at) => at >= topic && isGuest(word));
    return guest >= 0 && cuesIn(sentence, ABOUT, language).some((about) => about > guest);
  };
  const introduction = ranked.find(
    ({ sentence, isIntroduction }) =>
      isIntroduction && !guests.has(sentence.speaker) && saysAll(sentence) && isInOrder(sentence),
  );
  return introduction ? [introduction, ...ranked.filter((each) => each !== introduction)] : ranked;
}

/** First words that stand for something said before, or join on to it. */
const POINTING: ReadonlySet<string> = new Set(
  "it it's its they they're they've their them he he's his him she she's her that that's those these which but because or".split(
    ' ',
  ),
);

/** Points to a sentence that is not the one before it in the summary. */
function isDangling(sentence: Sentence, before: Sentence | undefined, inputs: SummaryInputs): boolean {
  if (!before) return pointsBack(sentence, inputs);
  if (before.index === sentence.index - 1 || saysTopic(sentence, inputs.reading)) return false;
  const { lexicon } = inputs.reading;
  return leansAtStart(sentence, lexicon.language) || (lexicon.language === 'en' && pointsOutside(sentence));
}

/** Begins with a word that points to something before it; what a host says in the opening goes on from the title. */
function pointsBack(sentence: Sentence, { reading, cast }: SummaryInputs): boolean {
  const isOfOpening = sentence.wordsBefore < openingOf(reading) && !labelsOf(cast, 'guest').has(sentence.speaker);
  return !isOfOpening && POINTING.has(sentence.plain.split(' ', 1)[0] ?? '');
}

/** An introduction that names the guest and the subject at length: nothing beside it says more. */
function saysWhoAndWhat(inputs: SummaryInputs): (sentence: Sentence) => boolean {
  const isAbout = isAboutGuest(inputs);
  return (sentence) =>
    sentence.words.length >= LONG_INTRODUCTION &&
    isAbout(sentence) &&
    says(sentence, ABOUT, inputs.reading.lexicon.language);
}

function fittingPassages(
  ranked: readonly Ranked[],
  opening: readonly Part[],
  inputs: SummaryInputs,
): readonly Passage[] {
  let left = MOST_WORDS - countWords(textOfParts(opening));
  const guests = labelsOf(inputs.cast, 'guest');
  const [saysAll, isAbout] = [saysWhoAndWhat(inputs), isAboutGuest(inputs)];
  const chosen: Passage[] = [];
  let isIntroduced = false;
  for (const { sentence, isIntroduction, score } of ranked) {
    if (left < LEAST_LEFT || (chosen.length > 0 && score < WORTH_ADDING)) break;
    if (chosen.some((other) => other.sentence.plain === sentence.plain)) continue;
    // After a proper introduction, what comes later or from the guests only takes away from it.
    const isOfHost = sentence.wordsBefore < openingOf(inputs.reading) && !guests.has(sentence.speaker);
    if (isIntroduced && !isOfHost) continue;
    if (speaksOfSelf(sentence) && chosen.some((other) => isOtherSelf(other.sentence, sentence))) continue;
    const whole = wholePassage(sentence, inputs);
    // "This is Lamp Room Radio and I'm Mara Quill."
    if (lengthOf(whole) < FEWEST_WORDS && !isAbout(sentence)) continue;
    const passage =
      lengthOf(whole) <= left ? whole : isIntroduction && chosen.length === 0 ? shortened(whole, left) : undefined;
    if (!passage) continue;
    chosen.push(passage);
    if (isIntroduction && saysAll(sentence)) return [passage];
    isIntroduced ||= isIntroduction && sentence.words.length >= LONG_INTRODUCTION;
    left -= lengthOf(passage);
  }
  return chosen.sort((a, b) => a.sentence.index - b.sentence.index);
}

/** Words for whoever speaks. */
const SELF: ReadonlySet<string> = wordSet(`
  i i'm i've i'll i'd me my mine myself
  ich mich mir mein meine meinen meinem meiner
  yo mi mis conmigo
  je j'ai mon ma mes moi`);

const speaksOfSelf = ({ words }: Sentence): boolean => words.some(({ spelling }) => SELF.has(spelling.plain));

/** Beside each other, the "I" of two speakers would be one person's. */
const isOtherSelf = (one: Sentence, other: Sentence): boolean => one.speaker !== other.speaker && speaksOfSelf(one);

/** The sentence without the words with which people only begin to talk, or say who they are. */
const wholePassage = (sentence: Sentence, { cast, reading }: SummaryInputs): Passage => ({
  sentence,
  from: afterOwnName(sentence, reading) ?? afterLeadingWords(sentence, cast),
  to: sentence.text.length,
});

const lengthOf = ({ sentence, from, to }: Passage): number => countWords(sentence.text.slice(from, to));

/** The passage up to its last comma or semicolon within so many words. */
function shortened({ sentence, from }: Passage, words: number): Passage | undefined {
  const next =
    from +
    sentence.text
      .slice(from)
      .split(/(\s+)/u, 2 * words + 2)
      .join('').length;
  for (let to = Math.min(sentence.text.length - 1, next); to > from; to -= 1) {
    if (!/[,;]/u.test(sentence.text.charAt(to))) continue;
    const count = lengthOf({ sentence, from, to });
    if (count <= words) return count >= LEAST_INTRODUCTION ? { sentence, from, to } : undefined;
  }
  return undefined;
}
