import { wordSet } from '../../text/word-set';

/** Words that clean-up leaves out wherever they stand, by language. */
export const FILLERS: Readonly<Record<string, readonly string[]>> = {
  en: ['um', 'uh', 'uhm', 'er', 'erm', 'hmm'],
  de: ['äh', 'ähm', 'hm'],
  es: ['eh', 'em'],
  fr: ['euh', 'heu'],
};

/** Whether a word is such: in capitals it is none ("an ER nurse"). */
export const isFiller = (word: string, language: string): boolean => FILLERS[language]?.includes(word) === true;

/** Phrases that clean-up leaves out where commas set them off, by language. */
export const ASIDES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'you know',
    'i mean',
    'sort of',
    'kind of',
    'like',
    'so',
    'well',
    'yeah',
    'okay',
    'right',
    'basically',
    'actually',
  ],
  de: ['also', 'sozusagen', 'na ja'],
  es: ['pues', 'bueno', 'o sea'],
  fr: ['enfin', 'bon', 'ben', 'tu sais', 'vous savez'],
};

/** Words that no comma follows but before something set off, by language: with what stands between, both commas go. */
export const JOINING: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet(`
    and but or so because that if when the a an to of in on at for with from is was are were i we you they
    about who which into over under than as`),
  de: wordSet('und aber oder weil dass wenn der die das ein eine zu von in an auf mit ist war sind ich wir sie'),
  es: wordSet('y pero o porque que si el la los las un una a de en con es era son yo'),
  fr: wordSet('et mais ou parce que si le la les un une à de en avec est était sont je nous'),
};

/** Words over which people stumble, by language: said twice, even with a comma between, they are meant once. */
export const STUMBLED_OVER: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet("and but or so because if when the a i i'm we they"),
  de: wordSet('und aber oder weil dass wenn eine ich wir'),
  es: wordSet('y pero o porque si un una yo'),
  fr: wordSet('et mais ou si un une je'),
};

/**
 * Words that may be meant twice, one right after the other, in any of the languages: "they had had enough", "what it is,
 * is …", "the house she was born in, in Velm", "den es wärmer wird, wird …", "die, die", "que como como …".
 */
export const DOUBLED: ReadonlySet<string> = wordSet(`
  had has have is was are were be that do does did will can her you it he she this these those there here one not no
  in on at by for with from of to up off out over about as like what which who where how
  die der das den dem sie ihr er es wird wurde werden hat hatte haben ist sind war waren kann muss soll darf geht gibt
  macht kommt auf an ab aus ein mit vor zu nach
  que como son era nos nous vous est sont`);
