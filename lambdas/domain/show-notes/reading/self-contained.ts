import type { Reading, Sentence } from '.';
import { isFragment, isHalfQuotation } from './fragments';
import { leansAtStart } from './leaning-starts';
import { oncePerSentence } from './once';
import { pointsOutside } from './references';
import { correctsItself, isTakenBack } from './taken-back';

/** Words that make no sense without the sentence before. */
const LEANING_ANYWHERE =
  /(?:^| )(?:as i said|like i said|as you said|you said|you mentioned|as we said|what you said)(?: |$)/u;

/** "I'm a …" says who somebody is: that is their introduction, and no thought of theirs. */
export const isSelfDescription = ({ plain }: Sentence): boolean =>
  /^(?:and |so )?(?:i'm|i am|i was) (?:a|an|the|one) /u.test(plain);

/** Whether a sentence can be read alone: complete, with no start or reference that leans on another sentence. */
export const isSelfContained = oncePerSentence((sentence, reading): boolean => {
  if (leansAtStart(sentence, reading.lexicon.language) || LEANING_ANYWHERE.test(sentence.plain)) return false;
  if (isTakenBack(sentence, reading) || correctsItself(sentence)) return false;
  return (
    /^[\p{Lu}\p{N}\p{Lo}“"‘'«„¿¡(]/u.test(sentence.text) &&
    /[.!?…。！？]["”’»)\]]*$/u.test(sentence.text) &&
    !isBroken(sentence.text)
  );
});

/** Whether a sentence says something by itself, in the middle of nothing: whole, and with all that it speaks of. */
export const standsAlone = oncePerSentence((sentence, reading): boolean => {
  if (!isSelfContained(sentence, reading) || isHalfQuotation(sentence) || isWithinQuotation(sentence, reading))
    return false;
  return reading.lexicon.language !== 'en' || !(isFragment(sentence) || pointsOutside(sentence));
});

/** Letters that are looked at on either side: of a longer paragraph nobody can tell which marks open. */
const LOOKED_BACK = 600;

/** Whether it is what somebody else said: quotation marks are open where it begins. */
function isWithinQuotation({ turn, from }: Sentence, { turns }: Reading): boolean {
  const before = turns[turn - 1]?.text.slice(Math.max(0, from - LOOKED_BACK), from) ?? '';
  const paragraph = before.slice(before.lastIndexOf('\n\n') + 1);
  const [behind = ''] = (turns[turn - 1]?.text.slice(from, from + LOOKED_BACK) ?? '').split('\n\n', 1);
  const isOpen = (opening: string, closing: string) =>
    paragraph.lastIndexOf(opening) > paragraph.lastIndexOf(closing) && behind.includes(closing);
  if (paragraph.includes('„') ? isOpen('„', '“') : isOpen('“', '”')) return true;
  // `12"` is a length.
  const marks = paragraph.match(/(?<!\d)"/gu)?.length ?? 0;
  return before.length < LOOKED_BACK && marks % 2 === 1 && behind.includes('"');
}

/** Cut off, or with the transcriber's marks in it. */
const isBroken = (text: string): boolean => /(?:--|—|–|-|\.\.\.|…)["”’)]*$|\[|\]|\?\?|_{2}/u.test(text);

const FILLERS: ReadonlySet<string> = new Set(['um', 'uh', 'ah', 'er', 'erm', 'ähm', 'äh', 'eh', 'euh', 'mhm', 'hmm']);
const FILLER_PHRASES =
  /(?:^| )(?:you know|i mean|sort of|kind of|kinda|like like|and and|the the|i i|it it|to to|we we)(?= |$)/gu;

/** Whether the words from `at`, up to four of them, are said again right after. */
function isSaidAgain(words: Sentence['words'], at: number): boolean {
  const first = words[at]?.spelling.plain ?? '';
  if (first === 'very' || /^\d/u.test(first)) return false;
  for (let length = 1; length <= 4 && at + 2 * length <= words.length; length += 1) {
    let same = 0;
    while (same < length && words[at + same]?.spelling.plain === words[at + length + same]?.spelling.plain) same += 1;
    if (same === length) return true;
  }
  return false;
}

/** How many of a sentence's words are fillers and false starts. */
export function disfluencies({ plain, words }: Sentence): number {
  const single = words.filter(({ spelling }) => FILLERS.has(spelling.plain)).length;
  const again = words.filter((_, at) => isSaidAgain(words, at)).length;
  return single + again + (plain.match(FILLER_PHRASES)?.length ?? 0);
}

/** Said in passing: what somebody does not know, is about to say or has just remembered. */
const IN_PASSING =
  /^(?:i don't know|i didn't know|i forget|i forgot|i'm going to|i'm gonna|i'll|i guess|i wonder|i remember|i'm like|i was like|as far as i know|all right|alright|just one thing|another thing|one thing|let me|i've been|i want to|i wanted to|i'm trying to|i am sorry|i'm sorry|sorry|i will|people they|people ask|some people ask) /u;

/** Last words that stand for something said before ("you don't need to"), or say nothing ("…, yeah"). */
const POINTS_BACK = / (?:him|her|it|that|this|them|those|there|here|one|to|yeah|okay|y'all)$/u;

/** Worth repeating outside of the conversation: not said in passing, and without the marks of a sentence begun anew. */
export const isWorthRepeating = ({ plain, text }: Sentence): boolean =>
  !IN_PASSING.test(plain) &&
  !POINTS_BACK.test(plain) &&
  !/\.\.\.|…|--|[.?!]["”’]?[.,]/u.test(text) &&
  !(plain.includes('like') && /, like,? |^like,|\blike, /iu.test(text));
