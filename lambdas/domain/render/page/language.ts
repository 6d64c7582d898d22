import { type Attributes, attributes } from '../escaping/html';
import { wordingFor } from '../wording';

const RIGHT_TO_LEFT_LANGUAGES: ReadonlySet<string> = new Set(
  'ar arc ckb dv fa he iw ks nqo pnb ps sd syr ug ur yi'.split(' '),
);
const RIGHT_TO_LEFT_SCRIPTS: ReadonlySet<string> = new Set('adlm arab hebr mand nkoo rohg samr syrc thaa'.split(' '));

/** `dir` for a language: by its script where the tag (BCP 47) names one, else by the language's usual script. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = '', ...subtags] = language.toLowerCase().split('-');
  const script = subtags.find((subtag) => subtag.length === 4 && /^[a-z]+$/u.test(subtag));
  const isRightToLeft = script ? RIGHT_TO_LEFT_SCRIPTS.has(script) : RIGHT_TO_LEFT_LANGUAGES.has(primary);
  return isRightToLeft ? 'rtl' : 'ltr';
}

/** ` lang dir` of what the episode's people say. */
export const inLanguage = (language: string): Attributes => attributes({ lang: language, dir: directionOf(language) });

/** ` lang dir` of the page's own words: nothing where they are in the language of the episode too. */
export function inWording(language: string): Attributes {
  const { language: own } = wordingFor(language);
  return language.toLowerCase().split('-', 1).includes(own) ? attributes({}) : inLanguage(own);
}
