import { wordSet } from '../../text/word-set';

/** Words that say how many of something there are, by language: with it they name nothing ("hundred blocks"). */
const COUNTS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet(
    'number couple two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
      'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million ' +
      'millions billion billions trillion trillions dozen dozens',
  ),
  de: wordSet(
    'nummer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig ' +
      'achtzig neunzig hundert tausend million millionen milliarde milliarden',
  ),
  es: wordSet(
    'número dos tres cuatro cinco seis siete ocho nueve diez veinte treinta cuarenta cincuenta sesenta setenta ochenta ' +
      'noventa cien ciento cientos mil miles millón millones decena decenas docena docenas',
  ),
  fr: wordSet(
    'numéro deux trois quatre cinq sept huit dix vingt trente quarante cinquante soixante cent cents mille million millions ' +
      'milliard milliards dizaine dizaines douzaine douzaines centaine centaines millier milliers',
  ),
};

/** Whether a word counts something. In lower case: "Nine Wells" is a place. */
export const isCount = (word: string, language: string): boolean => COUNTS[language]?.has(word) === true;
