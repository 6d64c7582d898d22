import type { Statement } from '../../../contract/published';
import { plain, type Word } from '../../text/words';
import { verbatim } from '../grounded';
import { anchorWithin, type Sentence } from '../reading';
import { ASIDES, DOUBLED, isFiller, JOINING, STUMBLED_OVER } from './droppable';

/** A sentence without fillers, asides and repeated words: words are only ever left out. */
export function cleaned(sentence: Sentence, language: string): Statement {
  const cuts = cutsOf(sentence, language);
  if (cuts.length === 0) return verbatim(sentence);
  const kept = keptParts(sentence.text, cuts);
  const text = kept.map(([from, to]) => sentence.text.slice(from, to)).join('');
  // A start that was cut would leave a lower-case letter, and changing it would change a word.
  if (!/^[\p{Lu}\p{N}\p{Lo}“"]/u.test(text)) return verbatim(sentence);
  return { text, kind: 'trimmed', anchors: kept.map(([from, to]) => anchorWithin(sentence, from, to)) };
}

/** What is left of a part of a sentence without fillers, asides and repeated words: offsets in the sentence. */
export function cleanedParts(sentence: Sentence, from: number, to: number, language: string): readonly Cut[] {
  const cuts = cutsOf(sentence, language).filter(([start, end]) => start > from && end < to);
  return keptParts(sentence.text.slice(0, to), [[0, from], ...cuts]);
}

type Cut = readonly [from: number, to: number];

function cutsOf(sentence: Sentence, language: string): readonly Cut[] {
  const { words, text } = sentence;
  const cuts: Cut[] = [];
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    if (!next) break;
    const isFilling = isFiller(word.text, language);
    if ((isFilling || isStumbledOver(word, next, text, language)) && index > 0) {
      const both = isFilling ? withBothCommas(words[index - 1], word, next, text, language) : undefined;
      cuts.push(both ?? [word.from, next.from]);
    }
  }
  return [...cuts, ...asidesOf(words, text, language)].sort((a, b) => a[0] - b[0]);
}

/** Whether the next word is the same one said again: one that joins, or in English one with content and no comma behind. */
function isStumbledOver(word: Word, next: Word, text: string, language: string): boolean {
  const said = plain(word.text);
  const between = text.slice(word.to, next.from).trim();
  if (word.text !== next.text || between.length > 1 || !mayBeSaidAgain(word.text)) return false;
  return STUMBLED_OVER[language]?.has(said) === true || (between === '' && language === 'en');
}

/** Whether a word that is said twice may be meant once: "Duran Duran" and "3 3" are not, nor "they had had enough". */
export const mayBeSaidAgain = (word: string): boolean =>
  /^(?:I(?:['’]\p{L}+)?|\p{Ll}[\p{Ll}'’]*)$/u.test(word) && !DOUBLED.has(plain(word));

/** From behind a word that only joins to what follows, if commas set off what stands between: `and, um, runs`. */
function withBothCommas(
  before: Word | undefined,
  first: Word,
  next: Word,
  text: string,
  language: string,
): Cut | undefined {
  if (!before || !JOINING[language]?.has(plain(before.text)) || !text.slice(0, next.from).endsWith(', '))
    return undefined;
  if (text.slice(before.to, first.from) !== ', ') return undefined;
  const isSaidAgain = plain(before.text) === plain(next.text);
  return isSaidAgain ? [before.from, next.from] : [before.to, next.from - 1];
}

/** `, you know,` goes with one of its commas, or with both. */
function asidesOf(words: readonly Word[], text: string, language: string): readonly Cut[] {
  const asides = ASIDES[language] ?? [];
  return words.flatMap((word, index): readonly Cut[] => {
    const before = words[index - 1];
    if (!before || text.slice(before.to, word.from) !== ', ') return [];
    for (const aside of asides) {
      const length = aside.split(' ').length;
      const said = words.slice(index, index + length);
      const [last, next] = [said.at(-1), words[index + length]];
      const isSaid = said.map((part) => plain(part.text)).join(' ') === aside;
      // "…, so, uh, a storm": what stands before a filler joins to what follows it.
      const isBeforeFiller = next !== undefined && isFiller(next.text, language);
      if (isSaid && last && next && !isBeforeFiller && text.slice(last.to, next.from) === ', ')
        return [withBothCommas(before, word, next, text, language) ?? [before.to, last.to]];
    }
    return [];
  });
}

function keptParts(text: string, cuts: readonly Cut[]): readonly Cut[] {
  const kept: Cut[] = [];
  let at = 0;
  for (const [from, to] of cuts) {
    if (from > at) kept.push([at, from]);
    at = Math.max(at, to);
  }
  if (at < text.length) kept.push([at, text.length]);
  return kept;
}
