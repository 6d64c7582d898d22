import type { Reading, Sentence } from '.';

/** A function that works out each sentence once. A sentence belongs to one reading, and what is known of it goes with it. */
export function oncePerSentence<Value>(
  workOut: (sentence: Sentence, reading: Reading) => Value,
): (sentence: Sentence, reading: Reading) => Value {
  const known = new WeakMap<Sentence, { readonly value: Value }>();
  return (sentence, reading) => {
    const remembered = known.get(sentence);
    if (remembered) return remembered.value;
    const value = workOut(sentence, reading);
    known.set(sentence, { value });
    return value;
  };
}
