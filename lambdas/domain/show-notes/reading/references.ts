import { wordSet } from '../../text/word-set';
import type { Sentence } from '.';

/** Words that stand for somebody or something. */
const PRONOUNS: ReadonlySet<string> = wordSet(
  `it it's it'll it'd they they're they've they'll they'd them he he's he'd he'll she she's she'd she'll him her his its
  their theirs`,
);

/** People, whom "it" does not stand for. */
const PEOPLE: ReadonlySet<string> = wordSet(
  `people everybody everyone somebody someone nobody folks guys men women kids man woman guy wife husband mother father mum mom
  dad brother sister daughter son friend friends boss colleague colleagues neighbour neighbor`,
);

/** They stand for something where no noun follows, and only after words like these; elsewhere they join clauses. */
const DEMONSTRATIVES: ReadonlySet<string> = wordSet('that this these those');
const BEFORE_DEMONSTRATIVE: ReadonlySet<string> = wordSet(
  `do does did done doing of like about with for from to after before by in on at than all say said see call calls
  called use using make makes made have has had get gets and but so because if`,
);

/** When something was: no pronoun stands for it ("Three years ago she left"). */
const TIMES: ReadonlySet<string> = wordSet(
  'year years month months week weeks day days morning evening night hour hours minute minutes ago time times',
);

/** Before a noun. */
const DETERMINERS: ReadonlySet<string> = wordSet(
  `a an the my our your their his her its this that these those some any every each many most no all both two three
  four five several few more other another such`,
);

/** "It's hard to …" stands for what follows; "it's a schema for …" does not. */
const IT_IS_SO =
  /(?:^| )it(?:(?:'s| is| was| would be| will be| can be) (?!(?:just |really |basically |only |also |actually |not )*(?:a|an|the|my|your|our|this|one|like|for|from|in|on|at|about|with|of|by) )|(?: takes| makes| seems| feels) ).*?(?:to|that|when|if|how|for|because) /u;

/** "We did that": what was done is never in the same sentence. */
const DOES_THAT =
  /(?:^| )(?:do|does|did|done|doing) (?:that|this|it)(?: (?:because|when|if|for|in|with|and|but|so|at|on)|$)/u;

/**
 * Whether a sentence has a word that stands for something which it has not named before, as far as its words tell:
 * English only.
 */
export function pointsOutside(sentence: Sentence): boolean {
  const { words, plain } = sentence;
  const named = firstNoun(sentence, (word) => !TIMES.has(word));
  const thing = firstNoun(sentence, (word) => !(TIMES.has(word) || PEOPLE.has(word)));
  return (
    words.some(({ spelling }, at) => {
      if (at > (spelling.plain.startsWith('it') ? thing : named)) return false;
      if (PRONOUNS.has(spelling.plain)) return !(spelling.plain.startsWith('it') && IT_IS_SO.test(plain));
      return DEMONSTRATIVES.has(spelling.plain) && isPronoun(sentence, at);
    }) ||
    DOES_THAT.test(plain) ||
    pointsToSeveral(sentence) ||
    pointsToNobody(sentence) ||
    pointsToThing(sentence)
  );
}

/** Whether "that" stands alone: "we did that because …". */
function isPronoun({ words }: Sentence, at: number): boolean {
  const [before, next] = [words[at - 1]?.spelling, words[at + 1]?.spelling];
  const isAlone = !next || (!next.hasContent && !DETERMINERS.has(next.plain));
  return isAlone && before !== undefined && BEFORE_DEMONSTRATIVE.has(before.plain);
}

/** What "of" and "the one" stand before where they mean one of several. */
const SEVERAL: ReadonlySet<string> = wordSet('them these those it');
const AFTER_ONE: ReadonlySet<string> = wordSet('that who which i we you they');

/** "All of them", "the one that …": one of several that the words before have not named. */
function pointsToSeveral({ words }: Sentence): boolean {
  const spelled = (at: number) => words[at]?.spelling.plain ?? '';
  const found = words.findIndex(
    (_, at) =>
      (spelled(at) === 'of' && SEVERAL.has(spelled(at + 1))) ||
      (spelled(at) === 'the' && /^ones?$/u.test(spelled(at + 1)) && AFTER_ONE.has(spelled(at + 2))),
  );
  return found >= 0 && !words.slice(0, found).some(isPlural);
}

/** "My company has just banned them": at the end, of whom or what nothing before is several. */
export const pointsToNobody = ({ words }: Sentence): boolean =>
  words.at(-1)?.spelling.plain === 'them' &&
  !words.some((word) => isPlural(word) || PEOPLE.has(word.spelling.plain) || AND.has(word.spelling.plain));

/** Joins several to one: "Ines and Tomas". */
const AND: ReadonlySet<string> = wordSet('and both all everybody everyone');

/** Before "that" it belongs to the noun after it, and joins no clause. */
const BEFORE_NOUN: ReadonlySet<string> = wordSet('of in on for with from by at about into like using through during');
/** Here and now, or told right after: "this country", "in this case", "that sort of …". */
const POINTS_NOWHERE: ReadonlySet<string> = wordSet(
  `case sense respect regard reason kind kinds sort sorts type types podcast show episode conversation interview world
  country industry space morning`,
);
const TELLS_WHICH: ReadonlySet<string> = wordSet('of that who which where when called');

/** "Every line in that config": a thing that has no name in the sentence before. */
function pointsToThing({ words }: Sentence): boolean {
  return words.some(({ spelling }, at) => {
    const [before, noun, after] = [words[at - 1]?.spelling, words[at + 1]?.spelling, words[at + 2]?.spelling];
    if (!DEMONSTRATIVES.has(spelling.plain) || !before || !noun?.hasContent || noun.isCapitalised) return false;
    if (!(BEFORE_NOUN.has(before.plain) || TIMES.has(before.plain))) return false;
    if (POINTS_NOWHERE.has(noun.plain) || TIMES.has(noun.plain) || TELLS_WHICH.has(after?.plain ?? '')) return false;
    return !words.slice(0, at).some((word) => word.spelling.stem === noun.stem);
  });
}

const isPlural = ({ spelling }: Sentence['words'][number]): boolean =>
  spelling.hasContent && /[^s]s$/u.test(spelling.plain);

/** Index of the first such word that names something: a name, a plural, or what an article stands before. */
function firstNoun({ words }: Sentence, isSuch: (word: string) => boolean): number {
  const found = words.findIndex((word, at) => {
    const { spelling } = word;
    if (!spelling.hasContent || !isSuch(spelling.plain)) return false;
    if ((at > 0 && spelling.isCapitalised) || isPlural(word)) return true;
    return [words[at - 1], words[at - 2]].some((before) => DETERMINERS.has(before?.spelling.plain ?? ''));
  });
  return found < 0 ? words.length : found;
}
