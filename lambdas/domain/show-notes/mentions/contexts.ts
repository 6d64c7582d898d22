import { wordSet } from '../../text/word-set';
import type { Sentence } from '../reading';
import type { NameRun } from '../reading/names';

/** What the words around a name say of it. */
export interface NameContext {
  /** "The system is called …". */
  readonly isIntroduced: boolean;
  /** "… is a library", "…, which is the …": the speaker tells what it is. */
  readonly isExplained: boolean;
  /** "Like …", "using …", "by …": an example, a tool, an author. */
  readonly isPointedAt: boolean;
  /** "In …", "from …": likely a place. */
  readonly isPlaced: boolean;
  /** "The …", "a …": likely one of a kind rather than a name. */
  readonly hasArticle: boolean;
  /** "… says", "… who": likely somebody. */
  readonly isSpeaking: boolean;
}

type ByLanguage = Readonly<Record<string, RegExp>>;
type WordsByLanguage = Readonly<Record<string, ReadonlySet<string>>>;

/** Words right before a name that say that a thing is named. */
const INTRODUCING: ByLanguage = {
  en: /(?:^| )(?:called|call it|named|name is|known as|system is|project is|book is|paper|book|library|tool|framework|language|company|project|podcast|app|package|author|professor|founder of|written by)$/u,
  de: /(?:^| )(?:heißt|nennt sich|genannt|namens|buch|bibliothek|werkzeug|programm|sprache|firma|projekt|gründer von|gründerin von)$/u,
  es: /(?:^| )(?:se llama|llamado|llamada|libro|biblioteca|herramienta|lenguaje|empresa|proyecto|fundador de|fundadora de)$/u,
  fr: /(?:^| )(?:s'appelle|appelé|appelée|nommé|nommée|livre|bibliothèque|outil|langage|entreprise|projet)$/u,
};

/** Words right before a name that give it as an example, a tool or an author. */
const POINTING: WordsByLanguage = {
  en: wordSet('use uses used using like by or'),
  de: wordSet('benutzt benutzen nutzt nutzen verwendet verwenden wie von oder'),
  es: wordSet('usa usan usar usamos usando como por o'),
  fr: wordSet('utilise utilisent utiliser utilisons comme par ou'),
};

/** Words right after a name that tell what it is. */
const EXPLAINING: ByLanguage = {
  en: /^(?:(?:which|that) )?(?:is|was|are|were) (?:a|an|the|this|our|my|one|basically|like|sort|kind|really|essentially|just|also|actually)(?: |$)/u,
  de: /^(?:ist|war|sind|waren) (?:ein|eine|einer|der|die|das|so|unser|unsere)(?: |$)/u,
  es: /^(?:que )?(?:es|era|son|eran) (?:un|una|el|la|los|las|nuestro|nuestra)(?: |$)/u,
  fr: /^(?:qui )?(?:est|était|sont|étaient) (?:un|une|le|la|les|notre)(?: |$)/u,
};

/** Words right before a name of a place. */
const PLACING: WordsByLanguage = {
  en: wordSet('in from to at near'),
  de: wordSet('in aus nach bei'),
  es: wordSet('en de a desde'),
  fr: wordSet('à en de depuis'),
};

const ARTICLES: WordsByLanguage = {
  en: wordSet('the a an'),
  de: wordSet('der die das den dem des ein eine einen einem einer eines'),
  es: wordSet('el la los las un una'),
  fr: wordSet('le la les un une du des'),
};

/** Words right after somebody's name. */
const SPEAKING: ByLanguage = {
  en: /^(?:said|says|told|asked|mentioned|thinks|wrote|talked|wants|loves|likes|who|and i)(?: |$)/u,
  de: /^(?:sagt|sagte|meint|meinte|fragt|fragte|schrieb|denkt|und ich)(?: |$)/u,
  es: /^(?:dice|dijo|preguntó|escribió|piensa|quien|y yo)(?: |$)/u,
  fr: /^(?:dit|disait|demande|écrit|pense|qui|et moi)(?: |$)/u,
};

const NONE = /^\b$/u;

/** What is said right before and right after a run of words; nothing in a language without such words. */
export function contextOf({ words }: Sentence, { at, words: run }: NameRun, language: string): NameContext {
  const end = at + run.length;
  const last = words[at - 1]?.spelling.plain ?? '';
  const after = plainWords(words.slice(end, end + 3));
  return {
    isIntroduced: (INTRODUCING[language] ?? NONE).test(plainWords(words.slice(Math.max(0, at - 3), at))),
    isExplained: (EXPLAINING[language] ?? NONE).test(after),
    isPointedAt: POINTING[language]?.has(last) === true,
    isPlaced: PLACING[language]?.has(last) === true,
    hasArticle: ARTICLES[language]?.has(last) === true,
    isSpeaking: (SPEAKING[language] ?? NONE).test(after),
  };
}

const plainWords = (words: Sentence['words']): string => words.map(({ spelling }) => spelling.plain).join(' ');
