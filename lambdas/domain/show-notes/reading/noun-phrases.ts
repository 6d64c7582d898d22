import { wordSet } from '../../text/word-set';
import { isJoined } from '../../text/words';
import type { Sentence } from '.';
import { oncePerSentence } from './once';
import type { SpokenWord } from './spellings';

/** Words after which something is named, by language. */
const NAMING: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet(
    'the a an this that these those my your our their its his her some any no every each another which what whose of in ' +
      'on for with from about by at into between like without against through during towards as versus vs and or',
  ),
  de: wordSet(
    'der die das den dem des ein eine einen einem einer eines kein keine mein meine dein deine sein seine ihr ihre unser ' +
      'unsere diese dieser dieses welche welcher von vom mit für über im in am an zum zur auf bei ohne gegen durch und oder',
  ),
  es: wordSet(
    'el la los las un una unos unas este esta estos estas mi su sus tu nuestro nuestra cada qué cuál de del al con por ' +
      'sobre en para sin contra entre y o',
  ),
  fr: wordSet(
    'le la les un une des du de au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ' +
      'chaque quel quelle sur dans avec pour sans contre entre par et ou',
  ),
};

/** Words that join two names of things into one, by language, perhaps with an article after them. */
const JOINING: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet('of for in with and from between to versus vs'),
  de: wordSet('von vom für mit und im zum zur'),
  es: wordSet('de del con y para en'),
  fr: wordSet('de du des et pour avec en'),
};

const ARTICLES: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet('the a an your our'),
  de: wordSet('der die das den dem des einer einem eine einen'),
  es: wordSet('el la los las un una'),
  fr: wordSet('le la les un une'),
};

/** Right after these comes no name's last word but a verb: "the adversary sees the …". */
const AFTER_VERBS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet('the a an it you him her them us me this these those my your our their his its to'),
  de: wordSet('der die das den dem des ein eine einen einem einer es ihn ihm ihnen sich'),
  es: wordSet('el la los las un una me te se'),
  fr: wordSet('le la les un une'),
};

/** Only measure or point to what comes after them. */
const VAGUE: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet(
    'kind kinds sort sorts lot lots bunch couple end number piece case amount type types level bit thing things stuff way ' +
      'ways part parts people time times example fact idea sense point something anything ago year years day days terms top ' +
      'order moment thousands hundreds millions yeah okay',
  ),
  de: wordSet('art arten menge stück paar ende anzahl fall teil weise ding dinge sache sachen leute mal beispiel'),
  es: wordSet('tipo tipos cantidad final número parte cosa cosas manera forma gente vez veces ejemplo'),
  fr: wordSet('sorte sortes type fin nombre partie chose choses façon manière gens fois exemple'),
};

/** Words beside each other that name something: indexes of a sentence's words, the end exclusive. */
export interface NounPhrase {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
  /** The words with content among them. */
  readonly content: readonly SpokenWord[];
  /** Their stems, with blanks between them. */
  readonly key: string;
}

/** Content words of one name at most, and words of one with another joined to it. */
const [MOST_CONTENT, MOST_JOINED] = [3, 6];

/**
 * What a sentence names: words with content up to the last before something else, where an article or preposition or a
 * capital shows that they name something, and two such joined ("the price of rye"). Topics and titles ask for the same.
 */
export const nounPhrasesIn = oncePerSentence((sentence, { lexicon }) => findNounPhrases(sentence, lexicon.language));

function findNounPhrases(sentence: Sentence, language: string): readonly NounPhrase[] {
  const whole = runsThatName(sentence, language);
  const isVague = (at: number) => VAGUE[language]?.has(spelledAt(sentence, at)) === true;
  const parts = whole.flatMap(({ from, to }) =>
    isVague(to - 1)
      ? []
      : Array.from({ length: Math.min(to - from, MOST_CONTENT) }, (_, index) => phraseOf(sentence, to - index - 1, to)),
  );
  const joined = whole.flatMap((left) => {
    const start = isVague(left.to - 1) ? -1 : joinedStart(sentence, left.to, language);
    const right = start < 0 ? undefined : whole.find(({ from }) => from === start);
    const fits = right && !isVague(right.to - 1) && right.to - left.from <= MOST_JOINED;
    return fits ? [phraseOf(sentence, left.from, right.to)] : [];
  });
  return [...parts, ...joined];
}

/**
 * Whether the words from `from` to before `to` are said as a name of something: `true` after an article or preposition,
 * `false` before an article or after another small word ("to validate the …"), undefined where neither tells.
 */
export function isSaidAsName(sentence: Sentence, from: number, to: number, language: string): boolean | undefined {
  const naming = NAMING[language];
  if (!naming) return undefined;
  if (isBeside(sentence, to) && AFTER_VERBS[language]?.has(spelledAt(sentence, to))) return false;
  if (from === 0 || !isBeside(sentence, from) || sentence.words[from - 1]?.spelling.hasContent) return undefined;
  return naming.has(spelledAt(sentence, from - 1));
}

/** Naming words after which a verb may stand, too: "that means …", "and avoids …". */
const UNSURE = wordSet('that which what whose as and or welche welcher und oder qué y o quel quelle et ou');

/**
 * The words with content that stand alone after an article or a preposition ("the mooring is", "about splicing,");
 * undefined in a language of which neither is known.
 */
export function nounsIn(sentences: readonly Sentence[], language: string): ReadonlySet<string> | undefined {
  const naming = NAMING[language];
  if (!naming) return undefined;
  const nouns = new Set<string>();
  for (const sentence of sentences) {
    for (const [at, word] of sentence.words.entries()) {
      const before = spelledAt(sentence, at - 1);
      if (!naming.has(before) || UNSURE.has(before) || !hasContent(word)) continue;
      // "das heißt"
      if (language === 'de' && !word.spelling.isCapitalised) continue;
      const isAlone = !hasContent(sentence.words[at + 1]) || !isBeside(sentence, at + 1);
      if (isAlone) nouns.add(word.spelling.plain);
    }
  }
  return nouns;
}

type Run = Pick<NounPhrase, 'from' | 'to'>;

/** Words with content beside each other that are not cut off on either side. */
function runsThatName(sentence: Sentence, language: string): readonly Run[] {
  const [naming, afterVerbs] = [NAMING[language], AFTER_VERBS[language]];
  const runs: Run[] = [];
  for (let from = 0; from < sentence.words.length; from += 1) {
    if (!hasContent(sentence.words[from])) continue;
    let to = from + 1;
    while (hasContent(sentence.words[to]) && isBeside(sentence, to)) to += 1;
    if (language === 'de') to = endOfGermanNouns(sentence, from, to);
    const isName = from > 0 && sentence.words[from]?.spelling.isCapitalised === true && language !== 'de';
    const isNamed = isName || (from > 0 && isBeside(sentence, from) && naming?.has(spelledAt(sentence, from - 1)));
    const isVerb = isBeside(sentence, to) && afterVerbs?.has(spelledAt(sentence, to));
    if ((isNamed || !naming) && !isVerb && !hasVerb(sentence, from, to, language) && to - from <= MOST_CONTENT + 1) {
      runs.push({ from, to });
    }
    from = to;
  }
  return runs;
}

/**
 * German nouns have capitals, and what follows them has none ("ein Schlafwagen kostet"), or is of the next part of the
 * sentence where it is no name ("in Wien Geschichte studiert").
 */
function endOfGermanNouns({ words: spoken }: Sentence, from: number, to: number): number {
  const isNoun = (at: number) => spoken[at]?.spelling.isLowerCase === false;
  let noun = from;
  while (noun < to - 1 && !isNoun(noun)) noun += 1;
  while (noun < to - 1 && isNoun(noun + 1) && (spoken[noun + 1]?.spelling.rarity ?? 0) > ORDINARY) noun += 1;
  return noun + 1;
}

/** Words that are less rare are ordinary ones, and seldom names. */
export const ORDINARY = 0.8;

const spelledAt = ({ words: spoken }: Sentence, at: number): string => spoken[at]?.spelling.plain ?? '';

/** Whether nothing but a blank stands before a word. */
function isBeside({ words: spoken, text }: Sentence, at: number): boolean {
  const [before, word] = [spoken[at - 1], spoken[at]];
  return before !== undefined && word !== undefined && isJoined(text, before, word);
}

/** "the adversary quickly", "what they proposed", "Google published Moe", "basically teaching". */
const hasVerb = ({ words: spoken }: Sentence, from: number, to: number, language: string): boolean =>
  language === 'en' &&
  spoken.slice(from, to).some(({ text }, index) => {
    const isFirstOfMore = index === 0 && to - from > 1;
    return (isFirstOfMore ? ADVERB : VERB_OR_ADVERB).test(text);
  });

/** What no English name has but as its first word ("closed door", "family boat"), and what none has at all. */
const VERB_OR_ADVERB =
  /(?:ed|ly)$|^(?:paid|said|made|went|took|came|got|gave|kept|lost|met|sold|spent|told|thought|wrote|bought|brought|caught|fell|felt|grew|heard|held|knew|meant|sat|taught|understood|won|began|became|chose|ate)$/u;
const ADVERB = /(?:ally|tely|ously|ently|antly|ully)$/u;

/** Where the name begins that "of" or "for" joins to the one before `at`; -1 where none does. */
function joinedStart(sentence: Sentence, at: number, language: string): number {
  if (!JOINING[language]?.has(spelledAt(sentence, at)) || !isBeside(sentence, at) || !isBeside(sentence, at + 1))
    return -1;
  const hasArticle = ARTICLES[language]?.has(spelledAt(sentence, at + 1)) && isBeside(sentence, at + 2);
  return hasArticle ? at + 2 : at + 1;
}

const hasContent = (word: SpokenWord | undefined): boolean =>
  word?.spelling.hasContent === true && word.spelling.isWhole;

function phraseOf(sentence: Sentence, from: number, to: number): NounPhrase {
  const content = sentence.words.slice(from, to).filter(hasContent);
  return { sentence, from, to, content, key: content.map(({ spelling }) => spelling.stem).join(' ') };
}
