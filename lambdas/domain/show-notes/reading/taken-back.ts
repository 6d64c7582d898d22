import { rememberingObjects } from '../../remembering';
import type { Reading, Sentence } from '.';

/** Whether what follows takes a sentence back: as a joke, as a slip, or as what others say. */
export const isTakenBack = (sentence: Sentence, reading: Reading): boolean => takenBack(reading).has(sentence);

/** "She played for Everton, no, not Everton, Liverpool, sorry.": says one thing, and then another. */
export const correctsItself = ({ text }: Sentence): boolean =>
  /, (?:no,? (?:not|it was|it's|wait|sorry|no)|or rather|wait, no)(?![\p{L}\p{N}])/iu.test(text);

const takenBack = rememberingObjects(({ sentences }: Reading): ReadonlySet<Sentence> => {
  const found = new Set<Sentence>();
  for (const sentence of sentences) {
    const before = (count: number) => sentences.slice(Math.max(0, sentence.index - count), sentence.index);
    const isOwn = ({ speaker, isQuestion }: Sentence) => speaker === sentence.speaker && !isQuestion;
    if (JOKES.test(sentence.plain)) for (const each of before(3)) found.add(each);
    if (DENIES.test(sentence.plain)) for (const each of before(2).filter(isOwn)) found.add(each);
    if (corrects(sentence)) for (const each of before(1).filter(isOwn)) found.add(each);
  }
  return found;
});

/** "I'm just kidding.", whoever says so. */
const JOKES =
  /^(?:(?:no|yeah|oh|and|but) )*(?:(?:i'm|i am) (?:just |only |totally )?(?:kidding|joking)|just kidding|only joking)(?: of course| obviously| though)?$/u;

/** "It's a lovely story, and it's certainly false.", "I think that's too neat." */
const DENIES =
  /(?:^| )(?:(?:that's|that is|it's|it is|which is|this is) (?:just |only |all |almost |probably |certainly |completely |simply |totally |clearly |of course |far |a bit |a little )*(?:false|untrue|not true|not quite true|a myth|nonsense|rubbish|made up|too neat|too simple|too good to be true|an exaggeration)|i don't (?:buy|believe) (?:it|that|this|a word))(?: |$)/u;

/** "Sorry, sixteen.", "Well, once." */
const corrects = ({ text, words }: Sentence): boolean =>
  words.length > 1 && words.length <= LONGEST_CORRECTION && SLIP.test(text) && !AGREES.test(text);

const LONGEST_CORRECTION = 5;
const SLIP =
  /^(?:(?:oh|ah|well|no|sorry),? )*(?:sorry|well|wait|actually|or rather|i mean|no|nein|quatsch|entschuldigung|perdón|non|pardon), /iu;
const AGREES =
  /(?<!\p{L})(?:yes|yeah|yep|right|true|exactly|really|seriously|indeed|of course|thanks|thank you|please)(?!\p{L})/iu;
