import type { Reading, Sentence } from '../reading';

/** How often somebody has to be called by a name in a talk of two for it to be theirs. */
const LEAST_CALLED = 2;

/** "Hello, Jasper." and "Thanks Jasper.": called out before a name, and said to whoever is there. */
const CALLS: ReadonlySet<string> = new Set(
  'hello hi hey welcome thanks you hallo hola bonjour danke merci gracias bienvenido bienvenida willkommen'.split(' '),
);

/**
 * The first name that one of two people calls the other, again and again, and no other; where it is first said. Of three
 * people nobody can tell who is meant.
 */
export function firstNameCalledBy(caller: readonly Sentence[], reading: Reading): Vocative | undefined {
  const called = new Map<string, Vocative[]>();
  for (const sentence of caller) {
    const vocative = vocativeIn(sentence, reading);
    if (!vocative) continue;
    const same = called.get(vocative.name);
    if (same) same.push(vocative);
    else called.set(vocative.name, [vocative]);
  }
  const [often, ...others] = [...called.values()].filter(({ length }) => length >= LEAST_CALLED);
  return others.length === 0 ? often?.[0] : undefined;
}

export interface Vocative {
  readonly name: string;
  readonly sentence: Sentence;
  /** UTF-16 offsets in the sentence. */
  readonly from: number;
  readonly to: number;
}

/** One capitalised word, no ordinary one, between a comma or a greeting and the end: "…, Jasper?", "Hello Jasper." */
function vocativeIn(sentence: Sentence, reading: Reading): Vocative | undefined {
  const { words, text } = sentence;
  const at = words.length - 1;
  const [before, last] = [words[at - 1], words[at]];
  if (!before || !last?.spelling.isCapitalised) return undefined;
  const isCalled = text.slice(before.to, last.from) === ', ' || CALLS.has(before.spelling.plain);
  const isEnd = /^[.!?…]*$/u.test(text.slice(last.to));
  const isOrdinary = reading.lexicon.isStopWord(last.text) || reading.lexicon.isCommonNoun(last.text);
  if (!isCalled || !isEnd || isOrdinary || /[^\p{L}]/u.test(last.text)) return undefined;
  return { name: last.text, sentence, from: last.from, to: last.to };
}
