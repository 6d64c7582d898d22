import { type Wording, wordingOf } from '../../fixed-words';
import { type Grounded, listed, type Part } from '../../grounded';
import type { CastMember } from '../../people';
import { isGenericLabel } from '../../people/speakers';
import type { SummaryInputs } from './inputs';

/** Topics that the standfirst names. */
const MOST_TOPICS = 3;

/** What the standfirst says it is about. */
export const topicsNamed = ({ topics }: SummaryInputs): readonly Grounded[] => topics.slice(0, MOST_TOPICS);

/** One sentence: who is on, and what it is about. */
export const standfirstOf = (inputs: SummaryInputs): readonly Part[] => openingSentence(inputs, topicsNamed(inputs));

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
