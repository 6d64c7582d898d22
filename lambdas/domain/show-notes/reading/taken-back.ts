import { rememberingObjects } from '../../remembering';
import { wordSet } from '../../text/word-set';
import type { Reading, Sentence } from '.';
import { isCount } from './counts';

/** Whether what follows takes a sentence back: as a joke, as a slip, or as what others say. */
export const isTakenBack = (sentence: Sentence, reading: Reading): boolean => takenBack(reading).has(sentence);

/** "She played for Everton, no, not Everton, Liverpool.": says one thing, and then another. */
export const correctsItself = ({ text }: Sentence): boolean =>
  /, no,? (?:not \p{Lu}|it was |wait(?!\p{L})|sorry(?!\p{L}))/u.test(text);

const takenBack = rememberingObjects(({ sentences, lexicon }: Reading): ReadonlySet<Sentence> => {
  const found = new Set<Sentence>();
  for (const sentence of sentences) {
    const before = (count: number) => sentences.slice(Math.max(0, sentence.index - count), sentence.index);
    const isOwn = ({ speaker, isQuestion }: Sentence) => speaker === sentence.speaker && !isQuestion;
    if (JOKES.test(sentence.plain)) for (const each of before(3)) found.add(each);
    const denied = DENIES.exec(sentence.plain);
    const isOfOthers = denied && !saysClaim(sentence.plain.slice(0, denied.index));
    if (isOfOthers) for (const each of before(2).filter(isOwn)) found.add(each);
    if (corrects(sentence, lexicon.language)) for (const each of before(1).filter(isOwn)) found.add(each);
  }
  return found;
});

/** "I'm just kidding.", whoever says so. */
const JOKES =
  /^(?:(?:no|yeah|oh|and|but) )*(?:(?:i'm|i am) (?:just |only |totally )?(?:kidding|joking)|just kidding|only joking)(?: of course| obviously| though)?$/u;

/** "It's a lovely story, and it's certainly false.", "I think that's too neat." */
const DENIES =
  /(?:^| )(?:(?:that's|that is|it's|it is|which is|this is) (?:just |only |all |almost |probably |certainly |completely |simply |totally |clearly |of course |far |a bit |a little )*(?:false|untrue|not true|not quite true|a myth|nonsense|rubbish|made up(?! of)|too neat|too simple|too good to be true|an exaggeration)|i don't (?:buy|believe) (?:it|a word))(?= |$)/u;

/** "Glass was for princes, and that's a myth": says itself what it denies, and all of it is meant. */
const saysClaim = (before: string): boolean =>
  before.split(' ').length > LEAD_IN &&
  !/^(?:(?:and|but|well|now|so) )*(?:it|it's|that|that's|this|he|she|they) /u.test(before);

/** Words before a denial that say nothing: "but of course I think that's too neat". */
const LEAD_IN = 5;

/** "Sorry, sixteen.", "Well, once.", "No, 1913." */
function corrects({ text, words }: Sentence, language: string): boolean {
  const slip = words.length <= LONGEST_CORRECTION ? SLIP.exec(text) : null;
  if (!slip) return false;
  const rest = words.filter(({ from }) => from >= slip[0].length).map(({ spelling }) => spelling.plain);
  const hasNumber = rest.some((word) => /^\d/u.test(word) || isCount(word, language));
  if (NO.test(slip[0])) return hasNumber || rest.join(' ') === 'wait';
  if (/^well/iu.test(slip[0])) return hasNumber || HEDGES.test(rest.join(' '));
  return (
    hasNumber || (rest.length > 0 && rest.length < LONGEST_CORRECTION && !rest.some((word) => SAYS_MORE.has(word)))
  );
}

const LONGEST_CORRECTION = 5;
const SLIP = /^(?:(?:oh|ah|well|no),? )*(?:sorry|well|wait|or rather|no|nein|entschuldigung|perdón|non|pardon), /iu;
const NO = /(?:no|nein|non), $/iu;
const HEDGES = /^(?:once|twice|almost|mostly|nearly|sometimes|usually|not always|not quite|sort of)$/u;
/** Words of a sentence, and not of a slip of the tongue put right. */
const SAYS_MORE: ReadonlySet<string> = wordSet(
  `i i'm i've you you're we we're they he she it it's there there's that that's this is are was were am do does did have has had
  can will would never always look yes yeah yep no right true exactly really seriously indeed thanks thank please what why how`,
);
