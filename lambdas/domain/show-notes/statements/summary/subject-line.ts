import { wordSet } from '../../../text/word-set';
import { wordingOf } from '../../fixed-words';
import { type Grounded, groundedWithin, type Part, textOfParts } from '../../grounded';
import { namesOfCast } from '../../people';
import type { Sentence } from '../../reading';
import { openingOf, saysTopic } from '../moderation';
import { labelsOf } from '../questions';
import type { SummaryInputs } from './inputs';
import { openingSentence, standfirstOf } from './standfirst';

/** Characters at most: as many as a search snippet shows. */
const LONGEST = 160;
/** Words of a subject at least: of fewer, topics say more. */
const FEWEST_WORDS = 4;

/**
 * Who is on, and what it is about in the host's own words where they say it in a few, else the standfirst: for posts and
 * lists, where no summary stands below that says the same.
 */
export function subjectLineOf(inputs: SummaryInputs): readonly Part[] {
  const announced = announcedSubject(inputs);
  const said = announced ? openingSentence(inputs, [announced]) : [];
  const text = textOfParts(said);
  const isFit = text !== '' && text.length <= LONGEST && !inputs.subject.isUnwanted(text);
  return isFit ? said : standfirstOf(inputs);
}

/** What a host says in the opening that the episode is "about", to the end of the sentence. */
function announcedSubject(inputs: SummaryInputs): Grounded | undefined {
  const { reading, cast } = inputs;
  const about = wordingOf(reading.lexicon.language).about.trim();
  const guests = labelsOf(cast, 'guest');
  for (const sentence of reading.sentences) {
    if (sentence.wordsBefore >= openingOf(reading)) return undefined;
    if (guests.has(sentence.speaker) || sentence.isInterrupted || !saysTopic(sentence, reading)) continue;
    const at = sentence.words.findIndex(({ spelling }) => spelling.plain === about) + 1;
    const subject = at === 0 ? [] : sentence.words.slice(at);
    const [first, last] = [subject[0], subject.at(-1)];
    if (!first || !last || subject.length < FEWEST_WORDS || !/^[.!]$/u.test(sentence.text.slice(last.to))) continue;
    const said = groundedWithin(sentence, first.from, last.to);
    if (isSubject(said.text, subject, inputs)) return said;
  }
  return undefined;
}

/** Whether words say by themselves what something is about: a question, or a list, of nobody who talks. */
function isSubject(text: string, words: Sentence['words'], { cast, reading }: SummaryInputs): boolean {
  const [first = '', ...others] = words.map(({ spelling }) => spelling.plain);
  const names = namesOfCast(cast);
  const guests = cast.filter(({ person }) => person.role === 'guest').length;
  const isOfTalk = (word: string) =>
    OF_TALK.has(word) ||
    names.has(word) ||
    (guests !== 1 && OF_ONE.has(word)) ||
    (guests === 0 && OF_SEVERAL.has(word));
  const isList = text.includes(', ') && !STARTS_NONE.has(first);
  const isQuestion = QUESTION_WORDS[reading.lexicon.language]?.has(first) ?? false;
  return (isQuestion || isList) && !/[;:]/u.test(text) && ![first, ...others].some(isOfTalk);
}

/** Words with which a question begins that tells what is talked about: "why peat matters". */
const QUESTION_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet('how why what whether where who when which'),
  de: wordSet('wie warum was wer wo ob weshalb wieso wann welche'),
  es: wordSet('cómo qué quién dónde cuándo'),
};

/** Said between the people who talk: nobody else can be meant. */
const OF_TALK: ReadonlySet<string> = new Set(
  (
    "i i'm i've i'd me my mine we we're we've us our you you're you've your yours today gonna " +
    'ich mich mir mein meine wir uns unser unsere du dich dir dein deine ihr euch heute yo me mi mis nos nuestro nuestra tú te tu tus hoy'
  ).split(' '),
);

/** Said of the guest where there is one. */
const OF_ONE: ReadonlySet<string> = new Set('he she him his her hers'.split(' '));

/** Said of a guest or several. */
const OF_SEVERAL: ReadonlySet<string> = new Set('they them their theirs'.split(' '));

/** First words that point to what only the sentences before say, or go on with the sentence. */
const STARTS_NONE: ReadonlySet<string> = new Set(
  'it its that this these those them him her he she they is was are were and or das dies diese ihn sie es ist war eso esto es era'.split(
    ' ',
  ),
);
