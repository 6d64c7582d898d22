import { type Grounded, groundedWithin } from '../grounded';
import type { Reading, Sentence } from '../reading';
import { cuesIn, says } from '../reading/cues';
import { ASKED_IN, GUEST, WELCOMES_YOU } from '../reading/cues/people';
import { type NameRun, nameRunAt, nameRunsOf } from '../reading/names';
import type { SpokenWord } from '../reading/spellings';
import { startWithTitles, withoutTitles } from './said-names';
import { roleInLabel, type Speaker } from './speakers';

/** Whom the other of two people announces, and nobody else: "My guest is Ada Marsh". */
export function announcedName(label: string, others: readonly Speaker[], reading: Reading): Grounded | undefined {
  const [other, third] = others;
  if (!other || third || isNoGuest(label)) return undefined;
  const [announced, ...more] = guestsAnnouncedIn(other.sentences, reading);
  return more.length === 0 ? announced : undefined;
}

/** Sentences of a turn that welcome somebody at its end, and of the next one in which they say thank you. */
const WELCOMING = 3;

/** Whoever is welcomed says at least so much of all. */
const LEAST_SAID = 0.1;

/** "Ada Marsh, welcome to the show." at the end of the turn before their first, in which they say that they are glad. */
export function welcomedName({ labels, turns, wordCount: said }: Speaker, reading: Reading): Grounded | undefined {
  const { byTurn, lexicon, wordCount } = reading;
  const [first = 0] = turns;
  if (said < LEAST_SAID * wordCount) return undefined;
  const answer = (byTurn[first - 1] ?? []).slice(0, WELCOMING);
  if (labels.some(isNoGuest)) return undefined;
  if (!answer.some((sentence) => says(sentence, ASKED_IN, lexicon.language))) return undefined;
  const found = (byTurn[first - 2] ?? []).slice(-WELCOMING).flatMap((sentence) =>
    says(sentence, WELCOMES_YOU, lexicon.language)
      ? nameRunsOf(sentence)
          .map(withoutTitles)
          .filter((run) => run.words.length > 1 && isSetApart(run, sentence))
          .map(({ from, to }) => groundedWithin(sentence, from, to))
      : [],
  );
  return new Set(found.map(({ text }) => text)).size === 1 ? found[0] : undefined;
}

/** Called out, and no part of what is said: "Ada Marsh, welcome", "welcome, Ada Marsh." */
function isSetApart(run: NameRun, { words, text }: Sentence): boolean {
  const start = startWithTitles(run, words);
  const isApart = (left: SpokenWord | undefined, right: SpokenWord | undefined) =>
    !left || !right || text.slice(left.to, right.from) === ', ';
  return isApart(words[start - 1], words[start]) && isApart(run.words.at(-1), words[run.at + run.words.length]);
}

/** Whether a label is of whoever asks, or is heard and is no guest. */
const isNoGuest = (label: string): boolean => roleInLabel(label) === 'host' || VOICE.test(label);

const VOICE = /^(?:narrator|announcer|audience|caller|voice)\b/iu;

/** Of another episode: "next week our guest is …". */
const ELSEWHERE =
  /(?:^| )(?:next|last|previous|past|once|earlier|former|another|ago|week's|nächste\p{L}*|letzte\p{L}*|vorige\p{L}*|próxim\p{L}|anterior|pasad\p{L}|prochain\p{L}*|dernier\p{L}*)(?: |$)/u;

/** The full names that the opening says right behind what calls somebody a guest, each once. */
export function guestsAnnouncedIn(
  sentences: readonly Sentence[],
  { lexicon, wordCount }: Reading,
): readonly Grounded[] {
  const found = new Map<string, Grounded>();
  for (const sentence of sentences) {
    if (sentence.wordsBefore > Math.max(400, wordCount / 10)) break;
    if (ELSEWHERE.test(sentence.plain)) continue;
    for (const end of cuesIn(sentence, GUEST, lexicon.language)) {
      const run = nameRunAt(sentence, end);
      const name = run && withoutTitles(run);
      if (name && name.words.length > 1 && !found.has(name.text))
        found.set(name.text, groundedWithin(sentence, name.from, name.to));
    }
  }
  return [...found.values()];
}
