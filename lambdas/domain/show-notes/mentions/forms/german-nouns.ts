import { plain } from '../../../text/words';
import type { Reading, Sentence } from '../../reading';
import { type NameRun, runBetween } from '../../reading/names';
import { ORDINARY } from '../../reading/noun-phrases';
import type { Candidate } from '../groups';
import type { Saying } from '../sayings';

/** How often a noun that no list has must be said to be a term, and a word without an article to be a name. */
const [TERM_SAID, NAME_SAID] = [3, 2];

/** Words before a noun, and seldom before a name. */
const DETERMINERS: ReadonlySet<string> = new Set(
  (
    'der die das den dem des ein eine einen einem einer eines kein keine keinen keiner mein meine meinen meinem meiner dein ' +
    'deine sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere unseren unserem unserer euer eure diese ' +
    'dieser dieses diesen diesem jede jeder jedes jeden jedem welche welcher welches im am zum zur vom beim ins ans fürs viele'
  ).split(' '),
);

/** Whether a determiner stands before a word, or before the adjective that leads to it: "die größte Mühe". */
function hasDeterminer({ words }: Sentence, at: number): boolean {
  const [before, first] = [words[at - 1]?.spelling, words[at - 2]?.spelling];
  if (!before || DETERMINERS.has(before.plain)) return before !== undefined;
  const isAdjective = before.isLowerCase && /(?:e|en|em|er|es)$/u.test(before.plain) && before.hasContent;
  return isAdjective && (first === undefined || DETERMINERS.has(first.plain));
}

/**
 * In German nouns have capitals, too: the name after the noun that has the article, "der Firma Deichwerk", after a
 * measure, "siebzig Prozent Auslastung", and before a noun of the next part of the sentence, "in Wien Geschichte". An
 * adjective with a capital inside a sentence begins a name: "die Deutsche Bahn".
 */
export function withoutNoun(run: NameRun, sentence: Sentence): NameRun {
  const { at, words } = run;
  const [first, second] = words;
  if (!first || !second || first.spelling.isTelling) return run;
  const from = (start: number) => withoutNoun(runBetween(sentence, at + start, at + words.length), sentence);
  if (MEASURES.has(first.spelling.plain)) return from(1);
  if (at > 0 && ADJECTIVE.test(first.text)) return run;
  if (hasDeterminer(sentence, at)) {
    const next = words.findIndex(({ spelling }, index) => index > 0 && spelling.isCapitalised);
    return next < 0 ? run : from(next);
  }
  const isPlaced = IN.has(sentence.words[at - 1]?.spelling.plain ?? '');
  const isOfNext = words.length === 2 && isOrdinary(second) && (isPlaced || !isOrdinary(first));
  return isOfNext ? runBetween(sentence, at, at + 1) : run;
}

const MEASURES: ReadonlySet<string> = new Set(
  (
    'prozent euro dollar franken cent meter metern kilometer zentimeter millimeter kilo kilogramm gramm tonnen liter grad ' +
    'stunden tage tagen wochen monate monaten jahre jahren millionen milliarden hundert tausend'
  ).split(' '),
);

const isOrdinary = ({ spelling }: NameRun['words'][number]): boolean => spelling.rarity < ORDINARY;

/** "Deutsche", "Österreichischen", "Technische": only names have them in capitals. */
const ADJECTIVE = /^\p{Lu}\p{Ll}*(?:isch|lich|utsch)e[nrs]?$/u;

/** Before a place. */
const IN: ReadonlySet<string> = new Set(['in', 'aus', 'nach']);

/** In German a single word in capitals is a name where it never has an article, a term where it is said often, or nothing. */
export function withoutNouns(candidates: readonly Candidate[], { lexicon }: Reading): readonly Candidate[] {
  if (lexicon.language !== 'de') return candidates;
  return candidates.flatMap((candidate): readonly Candidate[] => {
    const { key, sayings } = candidate;
    const text = sayings[0]?.text ?? '';
    if (/\s/u.test(text) || sayings.some((saying) => saying.isTelling || saying.isIntroduced)) return [candidate];
    if (MEASURES.has(plain(text))) return [];
    const isUnknown = [text, ...singularsOf(text)].every((form) => lexicon.rarityOf(form) === 1);
    if (!sayings.some(({ sentence, at }) => hasDeterminer(sentence, at))) {
      return sayings.length >= NAME_SAID || (isUnknown && sayings.some(isLikeName)) ? [candidate] : [];
    }
    return isUnknown && sayings.length >= TERM_SAID ? [{ key, sayings, isTerm: true }] : [];
  });
}

/** "Flugzeugen" is "Flugzeug", and "Wagens" is "Wagen". */
const singularsOf = (text: string): readonly string[] =>
  ['en', 'er', 'e', 'n', 's'].flatMap((ending) => (text.endsWith(ending) ? [text.slice(0, -ending.length)] : []));

const isLikeName = ({ isPointedAt, isPlaced, isExplained, isSpeaking }: Saying): boolean =>
  isPointedAt || isPlaced || isExplained || isSpeaking;
