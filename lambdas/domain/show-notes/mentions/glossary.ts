import type { Details, GlossaryEntry } from '../../details';
import { addTo } from '../../grouping';
import { remembering } from '../../remembering';
import { wordsOf } from '../../text/words';
import type { Reading, Sentence } from '../reading';
import { type NameRun, runBetween } from '../reading/names';
import { contextOf } from './contexts';
import { keyOf } from './forms';
import { type Candidate, inOrder } from './groups';
import type { Saying } from './sayings';

/** What the show file's glossary says of a thing, by its term or by a spelling that is merged with it. */
export const glossaryEntryOf = (text: string, { show }: Details): GlossaryEntry | undefined =>
  show.glossary.find((entry) => spellingsOf(entry).some((spelling) => keyOf(spelling) === keyOf(text)));

const spellingsOf = ({ term, merge }: GlossaryEntry): readonly string[] => [term, ...merge].map(({ value }) => value);

/** With what the glossary names and the episode says, also where it is written as an ordinary word: `sourdough`. */
export function withGlossary(
  candidates: readonly Candidate[],
  reading: Reading,
  details: Details,
): readonly Candidate[] {
  const said = glossarySayings(reading, details);
  const keys = new Set(candidates.map(({ key }) => key));
  return [
    ...candidates.map((candidate) => withMore(candidate, said.get(candidate.key) ?? [])),
    ...[...said].filter(([key]) => !keys.has(key)).map(([key, sayings]): Candidate => ({ key, sayings, isTerm: true })),
  ];
}

/** A candidate with those sayings that are not among its own. */
function withMore(candidate: Candidate, others: readonly Saying[]): Candidate {
  const own = new Map<number, Saying[]>();
  for (const saying of candidate.sayings) addTo(own, saying.sentence.index, saying);
  const isOwn = ({ sentence, from, text }: Saying) =>
    own.get(sentence.index)?.some((each) => each.from < from + text.length && from < each.from + each.text.length);
  const more = others.filter((saying) => !isOwn(saying));
  return more.length > 0 ? { ...candidate, sayings: [...candidate.sayings, ...more].sort(inOrder) } : candidate;
}

/** Every saying of a glossary term in any letters, by its key; of a longer and a shorter term, the longer one. */
function glossarySayings(reading: Reading, { show }: Details): ReadonlyMap<string, readonly Saying[]> {
  const { language } = reading.lexicon;
  const keys = new Map<string, string>();
  for (const entry of show.glossary) {
    for (const spelling of spellingsOf(entry)) keys.set(lettersOf(spelling, language), keyOf(entry.term.value));
  }
  keys.delete('');
  const said = new Map<string, Saying[]>();
  if (keys.size === 0) return said;
  const termAt = termFinder(keys);
  for (const sentence of reading.sentences) {
    for (let at = 0; at < sentence.words.length; at += 1) {
      const found = termAt(sentence, at);
      if (!found) continue;
      addTo(said, found.key, sayingOf(found.run, sentence, language));
      at += found.run.words.length - 1;
    }
  }
  return said;
}

const lettersOf = (text: string, language: string): string =>
  wordsOf(text, language)
    .map((word) => keyOf(word.text))
    .join('');

/** Finds the longest term that begins with a word of a sentence; `keys` are by the letters of a term's words. */
function termFinder(keys: ReadonlyMap<string, string>) {
  const beginnings = new Set<string>();
  for (const letters of keys.keys()) {
    for (let length = 1; length <= letters.length; length += 1) beginnings.add(letters.slice(0, length));
  }
  const lettersOfWord = remembering(keyOf);
  return (sentence: Sentence, at: number): { readonly key: string; readonly run: NameRun } | undefined => {
    let [letters, longest] = ['', undefined as { readonly key: string; readonly end: number } | undefined];
    for (let end = at + 1; end <= sentence.words.length; end += 1) {
      letters += lettersOfWord(sentence.words[end - 1]?.text ?? '');
      if (!beginnings.has(letters)) break;
      const key = keys.get(letters);
      if (key !== undefined) longest = { key, end };
    }
    return longest && { key: longest.key, run: runBetween(sentence, at, longest.end) };
  };
}

const sayingOf = (run: NameRun, sentence: Sentence, language: string): Saying => ({
  text: run.text.replace(/['’]s$/u, ''),
  sentence,
  at: run.at,
  from: run.from,
  isTelling: false,
  isInside: true,
  ...contextOf(sentence, run, language),
});
