import type { CastMember } from '../people';
import { nameParts } from '../people/speakers';
import type { Reading, Sentence } from '.';

/** About what is being talked, asked or shown just now, and not about the subject: English only. */
const ABOUT_THE_TALK =
  /(?:^| )(?:follow-up questions?|one more question|quick question|(?:another|a) question (?:for|i had)|to your (?:first |second |last |next |other )?(?:question|point)|(?:my|the) (?:first|second|next|last|final) question|(?:we|i) (?:already |just )?(?:talked|chatted|spoke) (?:a little bit |a little |a bit |briefly )?about|as (?:we've|i've|you've|i|we) (?:noted|mentioned|said|discussed|covered)|(?:like|what|as) (?:he|she|they|\S+) (?:was|were|is) saying|too many to|we'll get (?:back |in)?to|i'll get (?:back |in)?to|we can get into|going to get into|want to touch on|wanted to touch on|before we|links? (?:in|to) the|link below|your hand up|chime in|good question|great question|interesting question|if you're interested|if you are interested|who is interested|who's interested|for the audience|in the chat|on the screen|on my screen|on this slide|next slide|you can see here|as you can see)(?= |$)/u;

export const isAboutTheTalk = ({ plain }: Sentence): boolean => ABOUT_THE_TALK.test(plain);

/** Says of somebody what they do here: "I'm Lena, I paint lighthouses". */
export const introducesItself = ({ text, plain }: Sentence): boolean =>
  /^(?:And |So )?I(?:['’]m| am) \p{Lu}/u.test(text) ||
  /^(?:my name's|my name is|i work (?:at|for|as) |i currently work)/u.test(plain);

/** A name that is said at least so often before a comma or elsewhere is one that people go by here. */
const OFTEN = 3;

/** Whether a sentence is said to somebody whom it names first: "Lena, you paint …". */
export function addressesSomebody(sentence: Sentence, cast: readonly CastMember[], reading: Reading): boolean {
  const [first, second] = sentence.words;
  if (!first || !second || sentence.text.slice(first.to, second.from) !== ', ') return false;
  if (!/(?:^| )(?:you|you've|you're|you'd|you'll|your)(?: |$)/u.test(sentence.plain)) return false;
  return isNameOf(first, cast, reading);
}

/** A name of the cast, or a word that the episode only says with a capital, again and again: what somebody is called. */
function isNameOf(
  { text, spelling }: Sentence['words'][number],
  cast: readonly CastMember[],
  reading: Reading,
): boolean {
  const isOfCast = cast.some(({ person }) =>
    [person.name, ...person.labels].flatMap(nameParts).includes(spelling.folded),
  );
  if (isOfCast) return true;
  if (!/^\p{Lu}/u.test(text) || spelling.plain.endsWith('ly')) return false;
  const { spellingCounts } = reading;
  return (spellingCounts.get(text) ?? 0) >= OFTEN && !spellingCounts.has(spelling.plain);
}
