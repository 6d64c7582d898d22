import type { Statement } from '../../../contract/published';
import { addTo } from '../../grouping';
import { lastBefore } from '../../text/characters';
import { anchorWithin, type Reading, type Sentence } from '../reading';
import { cueIn, says } from '../reading/cues';
import { BRINGS_IN, SELF_INTRODUCTION } from '../reading/cues/people';
import { nameParts, type Speaker } from './speakers';

/** Shorter is no introduction, longer is no apposition. */
const [SHORTEST, LONGEST] = [3, 28];

/**
 * How the transcript introduces a person, in its own words: what another speaker says after the name ("…, a professor
 * at …, who leads …"), else what they say after "I'm". Undefined where there is no such passage in the opening.
 */
export function introductionsIn(reading: Reading): (name: string, speaker: Speaker) => Statement | undefined {
  const appositions = appositionsIn(reading);
  return (name, speaker) => {
    const ofOthers = appositions
      .get(nameParts(name).at(-1) ?? '')
      ?.find(({ sentence }) => !speaker.labels.includes(sentence.speaker));
    return ofOthers?.passage ?? selfDescription(speaker, reading);
  };
}

interface Apposition {
  readonly sentence: Sentence;
  readonly passage: Statement;
}

/** The appositions of the opening by the word before them, where the sentence says that word for the first time. */
function appositionsIn(reading: Reading): ReadonlyMap<string, readonly Apposition[]> {
  const opening = Math.max(500, reading.wordCount * 0.1);
  const found = new Map<string, Apposition[]>();
  for (const sentence of reading.sentences) {
    if (sentence.wordsBefore > opening) break;
    for (const [at, { spelling }] of sentence.words.entries()) {
      const passage = passageAfter(sentence, at);
      const isFirst = (word: string) => sentence.words.findIndex((other) => other.spelling.folded === word) === at;
      if (passage && isFirst(spelling.folded)) addTo(found, spelling.folded, { sentence, passage });
    }
  }
  return found;
}

/** `…, a professor at …` right after the name, up to where the sentence goes on with something else. */
function passageAfter(sentence: Sentence, at: number): Statement | undefined {
  const [name, next] = [sentence.words[at], sentence.words[at + 1]];
  if (!name || !next) return undefined;
  const gap = sentence.text.slice(name.to, next.from);
  const isApposition =
    gap === ', ' && /^(?:an?|the|who|one|author|founder|director|professor|head|co-founder|ceo|cto)$/iu.test(next.text);
  const isClause = gap === ' ' && next.text === 'who';
  return isApposition || isClause ? passageFrom(sentence, at + 1) : undefined;
}

function selfDescription(speaker: Speaker, reading: Reading): Statement | undefined {
  const language = reading.lexicon.language;
  for (const sentence of speaker.sentences.slice(0, 12)) {
    if (says(sentence, BRINGS_IN, language) && !sentence.plain.startsWith("i'm")) continue;
    const cue = cueIn(sentence, SELF_INTRODUCTION, language);
    if (!cue) continue;
    const next = sentence.words[cue.end]?.text ?? '';
    if (/^(?:an?|the|one)$/u.test(next)) {
      const passage = passageFrom(sentence, cue.end);
      if (passage) return passage;
    }
  }
  return undefined;
}

/** The words from `at` to the next "about", ", and", or the sentence's end. */
function passageFrom(sentence: Sentence, at: number): Statement | undefined {
  const first = sentence.words[at];
  if (!first) return undefined;
  const rest = sentence.words.slice(at, at + LONGEST + 1);
  const stop = rest.findIndex(
    ({ text, from }, index) => index >= SHORTEST && endsBefore(text, lastBefore(sentence.text, from)),
  );
  const words = stop < 0 ? rest : rest.slice(0, stop);
  const last = words.at(-1);
  if (!last || words.length < SHORTEST || words.length > LONGEST) return undefined;
  const text = sentence.text.slice(first.from, last.to);
  return { text, kind: 'verbatim', anchors: [anchorWithin(sentence, first.from, last.to)] };
}

function endsBefore(word: string, before: string): boolean {
  const afterComma = before === ',';
  if (/^(?:about|joined|joins|joining|is|was)$/iu.test(word)) return afterComma;
  return (
    afterComma &&
    /^(?:and|but|so|to|i|i'm|we|he|she|they|it|you|welcome|thanks|thank|how|what)$/iu.test(word.replace('’', "'"))
  );
}
