import { stemOf } from '../../text/stem';
import { wordsOf } from '../../text/words';
import { type Grounded, groundedWithin } from '../grounded';
import type { Reading, Sentence } from '../reading';

/** Articles that belong to a topic where people usually say them: "the gauge". Of German, the case is not known. */
const ARTICLES: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['the', 'a', 'an']),
  es: new Set(['el', 'la', 'los', 'las']),
  fr: new Set(['le', 'la', 'les']),
};

/** Each topic as it is said inside a sentence, with its article where it has one more often than not. */
export function asUsuallySaid(topics: readonly Grounded[], reading: Reading): readonly Grounded[] {
  const articles = ARTICLES[reading.lexicon.language];
  if (!articles) return topics;
  const stems = topics.map(({ text }) => wordsOf(text, reading.language).map((word) => stemOf(word.text)));
  const places = placesOf(new Set(stems.map(([first = '']) => first)), reading);
  return topics.map((topic, index) => {
    const said = stems[index] ?? [];
    return usualForm(said, places.get(said[0] ?? '') ?? [], articles) ?? topic;
  });
}

/** A word inside a sentence. */
interface Place {
  readonly sentence: Sentence;
  readonly at: number;
}

/** Where a word with one of the stems stands, but for the first words of sentences. */
function placesOf(stems: ReadonlySet<string>, { sentences }: Reading): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>([...stems].map((stem) => [stem, []]));
  for (const sentence of sentences) {
    for (let at = 1; at < sentence.words.length; at += 1) {
      const stem = sentence.words[at]?.spelling.stem;
      if (stem !== undefined && stems.has(stem)) places.get(stem)?.push({ sentence, at });
    }
  }
  return places;
}

/** How the words with these stems are said most often at these places; undefined where they are never said so. */
function usualForm(
  stems: readonly string[],
  places: readonly Place[],
  articles: ReadonlySet<string>,
): Grounded | undefined {
  const bare: Grounded[] = [];
  const withArticle: Grounded[] = [];
  /** With an article that begins a sentence: the topic would have its capital. */
  let beginning = 0;
  for (const { sentence, at } of places) {
    if (!stems.every((stem, index) => sentence.words[at + index]?.spelling.stem === stem)) continue;
    const [before, first, last] = [sentence.words[at - 1], sentence.words[at], sentence.words[at + stems.length - 1]];
    if (!before || !first || !last) continue;
    const article = before.text.toLowerCase();
    const isArticle = articles.has(article) && !(article.startsWith('a') && /\p{Lu}/u.test(first.text));
    const hasArticle = isArticle && first.from === before.to + 1;
    if (hasArticle && article !== before.text) {
      beginning += 1;
      continue;
    }
    const said = groundedWithin(sentence, hasArticle ? before.from : first.from, last.to);
    if (/[,;:.!?] |['’]s$/u.test(said.text)) continue;
    (hasArticle ? withArticle : bare).push(said);
  }
  if (withArticle.length > 0 && withArticle.length + beginning > bare.length) return mostUsual(withArticle);
  return mostUsual(bare.filter(isWhole)) ?? mostUsual(bare);
}

/** Without an article people name a thing in the plural, or as a doing: "ancestors", "debugging". */
const isWhole = ({ text }: Grounded): boolean => /^\p{Ll}.*(?:[^s]s|ing)$/u.test(text);

/** The form that is said most often, where it is first said. */
function mostUsual(forms: readonly Grounded[]): Grounded | undefined {
  const counts = new Map<string, number>();
  for (const { text } of forms) counts.set(text, (counts.get(text) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return forms.find(({ text }) => counts.get(text) === most);
}
