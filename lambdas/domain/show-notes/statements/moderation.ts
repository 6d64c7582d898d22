import { stemOf } from '../../text/stem';
import type { CastMember } from '../people';
import type { Reading, Sentence } from '../reading';
import { cueAtStart, cueIn, says } from '../reading/cues';
import { BRINGS_IN, WELCOMES_YOU } from '../reading/cues/people';
import { ABOUT, INVITES, LEADS_ON, NEXT, TOPIC } from '../reading/cues/subject';
import type { Salience } from '../reading/salience';
import { labelsOf } from './questions';

/** How far the opening of an episode reaches, in words. */
export const openingOf = ({ wordCount }: Reading): number => Math.max(350, wordCount * 0.08);

/** Of the opening, and tells listeners what the episode is about. */
export const saysTopic = (sentence: Sentence, reading: Reading): boolean =>
  bringsUpTopic(sentence, reading) && !invites(sentence, reading.lexicon.language);

/** Of the opening, and says what the episode is about, be it to a guest. */
const bringsUpTopic = (sentence: Sentence, reading: Reading): boolean =>
  sentence.wordsBefore < openingOf(reading) &&
  !/^(?:if|when|because) /u.test(sentence.plain) &&
  says(sentence, TOPIC, reading.lexicon.language);

/** "Tell us about yourself", "Before we get into it …". */
export const invites = (sentence: Sentence, language: string): boolean => says(sentence, INVITES, language);

/** "Let's begin with …" leads from one subject to the next, and says nothing by itself. */
export const leadsOn = (sentence: Sentence, language: string): boolean =>
  cueAtStart(sentence, LEADS_ON, language) !== undefined;

/** What hosts say to lead through the episode: introductions, transitions and welcomes are nobody's thought. */
export function moderationOf(reading: Reading, cast: readonly CastMember[]): (sentence: Sentence) => boolean {
  const language = reading.lexicon.language;
  const guests = labelsOf(cast, 'guest');
  return (sentence) =>
    leadsOn(sentence, language) ||
    (!guests.has(sentence.speaker) &&
      (saysTopic(sentence, reading) ||
        invites(sentence, language) ||
        (sentence.wordsBefore < openingOf(reading) && says(sentence, BRINGS_IN, language)) ||
        [NEXT, WELCOMES_YOU].some((cue) => guests.size > 0 && says(sentence, cue, language))));
}

/** What the episode is said to be about, by its stems. */
export interface Announced {
  /** The title has it, or the introduction after "about". */
  isAnnounced(stem: string): boolean;
  /** A host leads to it: "Let's talk about flour." */
  isLedTo(stem: string): boolean;
}

/** What the title, the introduction and the hosts say that it is about. */
export function announcedIn(reading: Reading, cast: readonly CastMember[], salience: Salience): Announced {
  const { language } = reading.lexicon;
  const hosts = labelsOf(cast, 'host');
  const stemsAbout = (isSuch: (sentence: Sentence) => boolean): ReadonlySet<string> =>
    new Set(
      reading.sentences.filter(isSuch).flatMap((sentence) => {
        const cue = cueIn(sentence, ABOUT, language);
        return cue ? sentence.words.slice(cue.end).map(({ text }) => stemOf(text)) : [];
      }),
    );
  const introduced = stemsAbout((sentence) => bringsUpTopic(sentence, reading));
  const ledTo = stemsAbout((sentence) => hosts.has(sentence.speaker) && says(sentence, LEADS_ON, language));
  return {
    isAnnounced: (stem) => introduced.has(stem) || salience.isTitled(stem),
    isLedTo: (stem) => ledTo.has(stem),
  };
}
