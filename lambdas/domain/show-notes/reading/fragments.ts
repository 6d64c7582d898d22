import type { Sentence } from '.';

/** Subjects of which something is said. */
const SUBJECTS = `i i'm i've i'll i'd we we're we've we'll we'd you you're you've you'll you'd they they're they've he he's she
  she's it's who's there's that's`;
/** Forms that only a whole sentence has. */
const VERBS = `is isn't are aren't was wasn't were weren't am has hasn't have haven't had hadn't do don't does doesn't did didn't can
  can't could couldn't will won't would wouldn't should shouldn't may might must says said makes made goes went takes took
  comes came gets got gives gave means meant needs wants works uses runs ran helps lets shows becomes became keeps kept
  seems looks builds built starts turns leads allows provides creates brings brought finds found thinks thought knows knew
  feels felt tells told lies lives holds contains consists includes depends requires happens changes stays stands wrote
  writes reads sees saw pays paid costs grows grew loses lost moves opens closes buys bought sells sold eats ate drinks falls
  fell rises rose hangs hung spends spent carries protects pushes pulls asks answers calls plays waits wins won teaches taught
  learns drives drove rides sleeps slept speaks spoke talks walks breaks broke burns fits flies flew hears heard hides joins
  kills lasts lends likes loves hates hurts misses owns picks pours produces reaches remembers replaces returns saves sends
  sent serves sits sat smells sounds spoils spreads stops suffers survives swims tastes throws threw touches travels tries
  visits wakes warms washes watches wears wore weighs worries met caught`;

const FINITE: ReadonlySet<string> = new Set(`${SUBJECTS} ${VERBS}`.split(/\s+/u));
/** Also what ends as verbs of the past do: "the council wanted a café". */
const PAST = /\p{L}{3}ed$/u;

/** First words after which a sentence has lost its beginning, or goes through a list. */
const PARTIAL_START =
  /^(?:now|first|firstly|second|secondly|third|thirdly|next|last|lastly|finally|another|maybe|perhaps|say|things like|stuff like|just|especially|particularly|including|allowing|depending|meaning|assuming|instead|hopefully|honestly|obviously|yesterday|remember|let's|let me|let us|hey|hi|hello|thanks|thank|please|disclaimer|until|unless|except|shout-out|shout out|speaking about|with|to that|to be fair|sorry|alternatively|at the same time|in either case|in any case|in this case|in that case|on the other hand|in fact|for example|for instance|after that|at that|at this|by the way|speaking of|more specifically|in other words|first of all|of course|all of|some of|most of|none of|two of|one of them|other|others) /u;

/** An answer before the sentence: "Interesting, so …", "Fair enough, …". */
const ANSWERED_FIRST =
  /^(?:interesting|fascinating|awesome|perfect|excellent|brilliant|amazing|wonderful|fair enough|fair|good|all right|got it|makes sense|i see|of course|oh no|true|indeed)[,.!] /iu;

/** An answer that leaves out what the question has said: "Everybody does, and …". */
const LEAVES_OUT =
  /^(?:\S+ ){1,2}(?:do|does|did|don't|doesn't|didn't|is|are|was|were|has|have|had|can|can't|could|will|won't|would|should)[,;.] /iu;

/** A question whose mark the transcriber forgot. */
const ASKS =
  /^(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|had|am|isn't|aren't|wasn't|weren't|doesn't|didn't|can't|couldn't|wouldn't|shouldn't|hasn't|haven't) /u;

/** A dash or dots inside, or a small letter after a full stop: somebody began anew. */
const BEGUN_ANEW = /--|\.\.\.|…|[^.]{3}[.!?] \p{Ll}/u;

/** Whether an English sentence is only a part of one: without a verb, or with a first word that continues something. */
export function isFragment({ plain, text, words }: Sentence): boolean {
  return (
    PARTIAL_START.test(plain) ||
    ANSWERED_FIRST.test(text) ||
    LEAVES_OUT.test(text.replaceAll('’', "'")) ||
    ASKS.test(plain) ||
    BEGUN_ANEW.test(text) ||
    !words.some(({ spelling }) => FINITE.has(spelling.plain) || PAST.test(spelling.plain))
  );
}

/** Whether quotation marks open that do not close, or the other way round. */
export function isHalfQuotation({ text }: Sentence): boolean {
  const count = (mark: string) => text.split(mark).length - 1;
  return count('"') % 2 === 1 || count('“') !== count('”');
}
