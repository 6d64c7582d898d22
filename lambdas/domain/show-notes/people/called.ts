import type { Reading, Sentence } from '../reading';

/** "Hello, Jasper." and "Thanks Jasper.": called out before a name, and said to whoever is there. */
const CALLS: ReadonlySet<string> = new Set(
  'hello hi hey welcome thanks you hallo hola bonjour danke merci gracias bienvenido bienvenida willkommen'.split(' '),
);

/** A name that somebody is called by: where it is first said, and how often. */
export interface Called {
  readonly name: string;
  readonly sentence: Sentence;
  /** UTF-16 offsets in the sentence. */
  readonly from: number;
  readonly to: number;
  count: number;
}

/** The first names that whoever says the sentences calls somebody by. */
export function namesCalledIn(sentences: readonly Sentence[], reading: Reading): readonly Called[] {
  const called = new Map<string, Called>();
  for (const sentence of sentences) {
    const word = vocativeIn(sentence, reading);
    if (!word) continue;
    const same = called.get(word.text);
    if (same) same.count += 1;
    else called.set(word.text, { name: word.text, sentence, from: word.from, to: word.to, count: 1 });
  }
  return [...called.values()];
}

/** One capitalised word, no ordinary one, that is set apart at the end or at the start: "…, Jasper?", "Jasper, welcome." */
function vocativeIn(sentence: Sentence, reading: Reading): Sentence['words'][number] | undefined {
  const { words, text } = sentence;
  const [first, second, last, before] = [words[0], words[1], words.at(-1), words.at(-2)];
  if (!first || !second || !last || !before) return undefined;
  const isGap = (left: typeof first, right: typeof first) => text.slice(left.to, right.from) === ', ';
  const isAtEnd = /^[.!?…]*$/u.test(text.slice(last.to)) && (isGap(before, last) || CALLS.has(before.spelling.plain));
  const isName = (word: typeof first) => word.spelling.isCapitalised && /^\p{L}+$/u.test(word.text);
  const word = isAtEnd && isName(last) ? last : isGap(first, second) && isName(first) ? first : undefined;
  if (!word) return undefined;
  // "Yeah, …" is said in lower case elsewhere.
  const isOrdinary = reading.spellingCounts.has(word.text.toLowerCase()) || reading.lexicon.isStopWord(word.text);
  return isOrdinary || reading.lexicon.isCommonNoun(word.text) ? undefined : word;
}
