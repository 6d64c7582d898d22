import { wordSet } from '../../text/word-set';

/** Words that clean-up leaves out wherever they stand, by language. */
export const FILLERS: Readonly<Record<string, readonly string[]>> = {
  en: ['um', 'uh', 'uhm', 'er', 'erm', 'hmm'],
  de: ['äh', 'ähm', 'hm'],
  es: ['eh', 'em'],
  fr: ['euh', 'heu'],
};

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
  en: new Set(
    'and but or so because that if when the a an to of in on at for with from is was are were i we you they'.split(' '),
  ),
  de: new Set(
    'und aber oder weil dass wenn der die das ein eine zu von in an auf mit ist war sind ich wir sie'.split(' '),
  ),
  es: new Set('y pero o porque que si el la los las un una a de en con es era son yo'.split(' ')),
  fr: new Set('et mais ou parce que si le la les un une à de en avec est était sont je nous'.split(' ')),
};

/**
 * Words that may be meant twice, one right after the other, in any of the languages: "they had had enough", "what it is,
 * is …", "den es wärmer wird, wird …", "die, die". Others that are said again are stumbled over.
 */
export const DOUBLED: ReadonlySet<string> = wordSet(`
  had has have is was are were be that do does did will can her
  die der das den dem wird wurde werden hat hatte haben ist sind war waren kann muss soll darf geht gibt macht kommt
  que es son era nos nous vous est sont`);
