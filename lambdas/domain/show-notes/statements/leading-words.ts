import { type CastMember, namesOfCast } from '../people';
import type { Reading, Sentence } from '../reading';
import { ANDS } from '../reading/ands';
import { cueAtStart } from '../reading/cues';
import { SELF_INTRODUCTION } from '../reading/cues/people';
import { nameRunAt } from '../reading/names';

/** Words with which people begin to talk, and which say nothing. */
const LEADING: ReadonlySet<string> = new Set(
  (
    'um uh erm so and but okay ok well yeah yes no right like now then great cool alright also anyway oh hmm und aber äh ähm ja ' +
    'also nun y pero entonces bueno pues et mais alors donc euh'
  ).split(' '),
);

/** Where a sentence begins to say something: after words like "so" and "yeah", and after the name of whoever is addressed. */
export function afterLeadingWords({ words, text }: Sentence, cast: readonly CastMember[] = []): number {
  const names = namesOfCast(cast);
  let at = 0;
  for (;;) {
    const [word, next] = [words[at], words[at + 1]];
    if (!word || !next) return words[at]?.from ?? 0;
    const isAddress = names.has(word.spelling.folded) && text.slice(word.to, next.from) === ', ';
    if (!isAddress && !LEADING.has(word.spelling.plain)) return at === 0 ? 0 : word.from;
    at += 1;
  }
}

/** Where "I'm Mara Quill, and my guest is …" goes on after the name; undefined where nothing does. */
export function afterOwnName(sentence: Sentence, { lexicon }: Reading): number | undefined {
  const cue = cueAtStart(sentence, SELF_INTRODUCTION, lexicon.language);
  const name = cue && nameRunAt(sentence, cue.end);
  const [and, next] = name ? sentence.words.slice(name.at + name.words.length) : [];
  return and && next && ANDS.has(and.spelling.plain) ? next.from : undefined;
}
