import { addressesIn, spokenSiteIn } from '../../text/addresses';
import { wordSet } from '../../text/word-set';
import { type CastMember, namesOfCast } from '../people';
import type { Reading, Sentence } from '.';

/** About what is being talked, asked or shown just now, and not about the subject: English only. */
const ABOUT_THE_TALK =
  /(?:^| )(?:follow-up questions?|one more question|quick question|(?:another|a) question (?:for|i had)|to your (?:first |second |last |next |other )?(?:question|point)|(?:my|the) (?:first|second|next|last|final) question|(?:we|i) (?:already |just )?(?:talked|chatted|spoke) (?:a little bit |a little |a bit |briefly )?about|as (?:we've|i've|you've|i|we) (?:noted|mentioned|said|discussed|covered)|(?:like|what|as) (?:he|she|they|\S+) (?:was|were|is) saying|too many to|we'll get (?:back |in)?to|i'll get (?:back |in)?to|we can get into|going to get into|want to touch on|wanted to touch on|before we|links? (?:in|to|on) (?:the|our|my)|link below|your hand up|chime in|love that story|that's a great story|good question|great question|interesting question|(?:you're|you are|he's|she's|you were) (?:absolutely |totally |probably |so |quite )?right|i (?:totally |completely |fully |quite |would )?(?:dis)?agree(?: with you| with that)?(?=$| on| but| and| there| 100)|if you're interested|if you are interested|who is interested|who's interested|for the audience|in the chat|on the screen|on my screen|on this slide|next slide|the title of|was titled|is titled|been talking about|the answer here|with us today|you can see here|as you can see)(?= |$)/u;

/** Also where somebody can be reached: that belongs to the sign-off. */
export const isAboutTheTalk = ({ plain, text }: Sentence): boolean =>
  ABOUT_THE_TALK.test(plain) || spokenSiteIn(plain) !== undefined || addressesIn(text).length > 0;

/** Says of somebody what they do here: "I'm Lena, I paint lighthouses". */
export const introducesItself = ({ text, plain }: Sentence): boolean =>
  /^(?:(?:And |So )?I(?:['’]m| am)|(?:Und )?[Ii]ch bin|(?:Y )?[Ss]oy|(?:Et )?[Jj]e suis) \p{Lu}/u.test(text) ||
  /, (?:and )?I['’]m \p{Lu}[\p{L}'’-]+ \p{Lu}/u.test(text) ||
  /^(?:my name's|my name is|i work (?:at|for|as) |i currently work|mein name ist|ich heiße|me llamo|mi nombre es|je m'appelle)/u.test(
    plain,
  );

/** What goes on to tell who somebody is: "Lena, who paints …" is about her and not to her. */
const APPOSITION: ReadonlySet<string> = wordSet('who whose which and or the a an our my his her');

/** Whether a sentence is said to somebody whom it names first: "Lena, you paint …", "Lena Ode, at low tide we paint …". */
export function addressesSomebody(
  { words, text, plain }: Sentence,
  cast: readonly CastMember[],
  reading: Reading,
): boolean {
  const called = Math.max(
    1,
    words.findIndex((word) => !isOfCast(word, cast)),
  );
  const [first, last, next] = [words[0], words[called - 1], words[called]];
  if (!first || !last || !next || text.slice(last.to, next.from) !== ', ') return false;
  if (isOfCast(last, cast)) return !APPOSITION.has(next.spelling.plain);
  return /(?:^| )(?:you|you've|you're|you'd|you'll|your)(?: |$)/u.test(plain) && isName(first, reading);
}

const isOfCast = ({ spelling }: Sentence['words'][number], cast: readonly CastMember[]): boolean =>
  namesOfCast(cast).has(spelling.folded);

/** How often a word must be said to be what somebody goes by here. */
const OFTEN = 3;

/** A word that the episode only says with a capital, again and again: what somebody is called. */
function isName({ text, spelling }: Sentence['words'][number], { spellingCounts }: Reading): boolean {
  if (!/^\p{Lu}/u.test(text) || spelling.plain.endsWith('ly')) return false;
  return (spellingCounts.get(text) ?? 0) >= OFTEN && !spellingCounts.has(spelling.plain);
}
