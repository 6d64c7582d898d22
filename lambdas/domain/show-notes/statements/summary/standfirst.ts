import { type Wording, wordingOf } from '../../fixed-words';
import { type Grounded, groundedWithin, listed, type Part, textOfParts } from '../../grounded';
import type { CastMember } from '../../people';
import { isGenericLabel, nameParts } from '../../people/speakers';
import type { Sentence } from '../../reading';
import { openingOf, saysTopic } from '../moderation';
import { labelsOf } from '../questions';
import type { SummaryInputs } from './inputs';

/** Topics that the standfirst names. */
const MOST_TOPICS = 3;

/** What the standfirst says it is about. */
export const topicsNamed = ({ topics }: SummaryInputs): readonly Grounded[] => topics.slice(0, MOST_TOPICS);

/** One sentence: who is on, and what it is about, in the host's own words where they say it in a few. */
export function standfirstOf(inputs: SummaryInputs): readonly Part[] {
  const announced = announcedSubject(inputs);
  const said = announced ? openingSentence(inputs, [announced]) : [];
  return said.length > 0 && textOfParts(said).length <= LONGEST ? said : topicSentence(inputs);
}

/** One sentence: who is on, and which topics they talk about. */
export const topicSentence = (inputs: SummaryInputs): readonly Part[] => openingSentence(inputs, topicsNamed(inputs));

/** Characters of a standfirst in the host's words: as many as a search snippet shows. */
const LONGEST = 160;
/** Words of a subject at least: of fewer, topics say more. */
const FEWEST_WORDS = 4;

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
function isSubject(text: string, words: Sentence['words'], { cast }: SummaryInputs): boolean {
  const [first = '', ...others] = words.map(({ spelling }) => spelling.plain);
  const names = new Set(cast.flatMap(({ person }) => [person.name, ...person.labels].flatMap(nameParts)));
  const guests = cast.filter(({ person }) => person.role === 'guest').length;
  const isOfTalk = (word: string) => OF_TALK.has(word) || names.has(word) || (guests !== 1 && OF_ONE.has(word));
  const isList = /^[^;:]*, [^;:]*$/u.test(text) && !STARTS_NONE.has(first);
  return (QUESTION_WORDS.has(first) || isList) && ![first, ...others].some(isOfTalk);
}

/** Words with which a question begins that tells what is talked about: "why peat matters". */
const QUESTION_WORDS: ReadonlySet<string> = new Set(
  'how why what whether where who when which wie warum was wer wo ob weshalb wieso wann welche cómo qué quién dónde cuándo'.split(
    ' ',
  ),
);

/** Said between the people who talk: nobody else can be meant. */
const OF_TALK: ReadonlySet<string> = new Set(
  (
    "i i'm i've i'd me my mine we we're we've us our you you're you've your yours today gonna " +
    'ich mich mir mein meine wir uns unser unsere du dich dir dein deine ihr euch heute yo me mi mis nos nuestro nuestra tú te tu tus hoy'
  ).split(' '),
);

/** Said of the guest where there is one. */
const OF_ONE: ReadonlySet<string> = new Set('he she him his her hers they them their'.split(' '));

/** First words that point to what only the sentences before say, or go on with the sentence. */
const STARTS_NONE: ReadonlySet<string> = new Set(
  'it its that this these those them him her he she they is was are were and or das dies diese ihn sie es ist war eso esto es era'.split(
    ' ',
  ),
);

/** Who is on, and what it is about as far as it is told here. */
export function openingSentence(inputs: SummaryInputs, about: readonly Grounded[]): readonly Part[] {
  const wording = wordingOf(inputs.reading.lexicon.language);
  const [hosts, guests] = [namesOf('host', inputs), namesOf('guest', inputs)];
  const topics = listed('topic', about, wording);
  if (topics.length === 0 && (hosts.length === 0 || guests.length === 0))
    // Guests whose host has no name talk with the host, and perhaps not with each other.
    return hosts.length === 0 && inputs.cast.some(({ person }) => person.role === 'host')
      ? []
      : amongThemselves([...hosts, ...guests], wording);
  const isOne = hosts.length === 1 || (hosts.length === 0 && guests.length === 1);
  const isBoth = hosts.length > 0 && guests.length > 0;
  const talkWith = isOne ? wording.oneTalksWith : wording.manyTalkWith;
  const talkAbout = isBoth ? wording.about : isOne ? wording.oneTalksAbout : wording.manyTalkAbout;
  const who = [...listed('host', hosts, wording), ...(isBoth ? [talkWith] : []), ...listed('guest', guests, wording)];
  if (who.length === 0) return [...wording.conversation, ...topics, wording.end];
  return topics.length > 0 ? [...who, talkAbout, ...topics, wording.end] : [...who, wording.end];
}

/** Who talks with whom, where nobody is known to be the other's guest. */
function amongThemselves([first, ...others]: readonly Grounded[], wording: Wording): readonly Part[] {
  if (!first || others.length === 0) return [];
  return [{ slot: 'person1', is: first }, wording.oneTalksWith, ...listed('other', others, wording), wording.end];
}

/** Whom the standfirst names: nobody who is only `Speaker 1`. A panel of many hosts is the show itself, and is not named. */
export function namesOf(role: CastMember['person']['role'], { cast }: SummaryInputs): readonly Grounded[] {
  const isNamed = ({ person }: CastMember) => person.role === role && !isGenericLabel(person.name);
  const names = cast.filter(isNamed).map(({ name }) => name);
  const hasGuest = cast.some(({ person }) => person.role === 'guest');
  if (role === 'host' && names.length > 2 && !hasGuest) return [];
  return names.slice(0, 5);
}
