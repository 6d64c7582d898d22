import { addTo } from '../../grouping';
import { isPlaceholder } from '../links';
import type { Reading, Sentence } from '../reading';
import { type NameRun, runBetween } from '../reading/names';

/** A link's text with more words than these is a remark, no name. */
const MOST_WORDS = 5;

/** What the transcript links by its name, by the index of the sentence: somebody wanted it found. */
export function linkedRunsOf({ turns, byTurn }: Reading): ReadonlyMap<number, readonly NameRun[]> {
  const found = new Map<number, NameRun[]>();
  for (const [index, { spans }] of turns.entries()) {
    const sentences = byTurn[index] ?? [];
    let [next, at] = [0, 0];
    for (const span of spans) {
      if (span.kind !== 'link' || isPlaceholder(span.url)) continue;
      const [from, to] = span.words;
      for (; (sentences[next]?.to ?? from + 1) <= from; next += 1) at = 0;
      const sentence = sentences[next];
      if (!sentence || from < sentence.from || to > sentence.to) continue;
      while ((sentence.words[at]?.from ?? Number.POSITIVE_INFINITY) < from - sentence.from) at += 1;
      const run = nameIn(sentence, at, to - sentence.from);
      if (run) addTo(found, sentence.index, run);
    }
  }
  return found;
}

/** The words of a link from `at` to the offset `to`, without ordinary words at their edges; undefined where none names a thing. */
function nameIn(sentence: Sentence, at: number, to: number): NameRun | undefined {
  const { words } = sentence;
  let [start, end] = [at, at];
  while (end - at <= MOST_WORDS + 1 && (words[end]?.to ?? to + 1) <= to) end += 1;
  const isName = (index: number) => {
    const spelling = words[index]?.spelling;
    return spelling?.isTelling || (spelling?.isCapitalised && !spelling.isStopWord) || spelling?.rarity === 1;
  };
  while (start < end && !isName(start)) start += 1;
  while (end > start && !isName(end - 1)) end -= 1;
  const run = runBetween(sentence, start, end);
  return isNaming(run) ? run : undefined;
}

/** A site by its address says little of what it is. */
const ADDRESS = /^\S+\.\p{L}{2,}$/u;

/** Small words inside a title. */
const INSIDE = /^(?:of|the|for|to|and|in|on|der|die|das|und|für|de|la|el|y|et|du|des)$/u;

/** A telling word, one that no list has, or two in capitals; no list, address or sentence. */
function isNaming({ words, text }: NameRun): boolean {
  if (words.length === 0 || words.length > MOST_WORDS || /[,;:!?/@]/u.test(text) || ADDRESS.test(text)) return false;
  if (words.some(({ text: word, spelling }) => spelling.isStopWord && /^\p{Ll}/u.test(word) && !INSIDE.test(word)))
    return false;
  const capitals = words.filter(({ spelling }) => spelling.isCapitalised).length;
  return (
    capitals > 1 ||
    words.some(({ text: word, spelling }) => spelling.isTelling || (spelling.rarity === 1 && /\p{L}/u.test(word)))
  );
}
