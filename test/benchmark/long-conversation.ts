import { en } from '../../lambdas/domain/text/languages/en';

/** The most frequent first. */
const WORDS = en.words.split(' ').filter((word) => /^[a-z]{2,}$/u.test(word));
/** So many are said in every conversation, each as often as its rank makes it likely; the others in one topic. */
const COMMON = 2000;
const SYLLABLES = 'ka lo mi ra ten vor sa bel ur dri na sko pel hu ov'.split(' ');
const [HOST, GUEST] = ['Nora Whitlock', 'Ines Kovar'];
/**
 * As half of 58 real transcripts have it: words a second, different words among 10,000 (1,475), turns in 10,000 words
 * (114), words in a sentence (16).
 */
const PACE = 2.9;
/** How many turns stay with one topic, and how many words are its own. */
const [TURNS_OF_TOPIC, WORDS_OF_TOPIC] = [12, 9];

/**
 * An interview of so many bytes as labelled text with times: names that come again, topics with words of their own,
 * questions, a welcome and a farewell. There is no chance in it: every run reads the same.
 */
export function longConversation(bytes: number): string {
  const next = numbers();
  const names = Array.from({ length: Math.max(40, Math.round(bytes / 2000)) }, () => nameFrom(next));
  const turns: string[] = [];
  let [length, seconds] = [0, 0];
  let topic: readonly string[] = [];
  const say = (speaker: string, text: string) => {
    const end = seconds + text.split(' ').length / PACE;
    const turn = `${speaker} (${clock(seconds)} - ${clock(end)}): ${text}\n\n`;
    turns.push(turn);
    length += turn.length;
    seconds = end;
  };
  say(HOST, `Welcome to Harbour Hours. I'm ${HOST}, and my guest today is ${GUEST}, a surveyor who maps tides.`);
  say(GUEST, 'Thank you for having me.');
  while (length < bytes) {
    if (turns.length % TURNS_OF_TOPIC === 2) topic = Array.from({ length: WORDS_OF_TOPIC }, () => rareWord(next));
    const isAsking = turns.length % 2 === 0;
    const count = isAsking ? 1 + (next() % 3) : 4 + (next() % 10);
    const said = Array.from({ length: count }, () => sentence(next, topic, names, '.'));
    const all = isAsking ? [...said.slice(1), sentence(next, topic, names, '?')] : said;
    say(isAsking ? HOST : GUEST, all.join(' '));
  }
  say(HOST, "Thank you for listening. You can find us on our website, and we'll be back next week.");
  return turns.join('');
}

function sentence(next: () => number, topic: readonly string[], names: readonly string[], end: '.' | '?'): string {
  const words = Array.from({ length: 9 + (next() % 15) }, () => {
    const kind = next() % 40;
    if (kind === 0) return names[Math.floor(names.length * (next() / LARGEST) ** 3)] ?? '';
    return kind < 5 ? (topic[next() % topic.length] ?? '') : commonWord(next);
  });
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${end}`;
}

const commonWord = (next: () => number): string => WORDS[Math.floor(COMMON ** (next() / LARGEST)) - 1] ?? 'the';
const rareWord = (next: () => number): string => WORDS[COMMON + (next() % (WORDS.length - COMMON))] ?? 'tide';

/** `Kamiten`, and one in three with a family name. */
function nameFrom(next: () => number): string {
  const word = () => {
    const syllables = Array.from({ length: 2 + (next() % 2) }, () => SYLLABLES[next() % SYLLABLES.length]).join('');
    return syllables.charAt(0).toUpperCase() + syllables.slice(1);
  };
  return next() % 3 === 0 ? `${word()} ${word()}` : word();
}

const LARGEST = 0x7fffff;

/** Whole numbers up to `LARGEST`, the same ones every time. */
function numbers(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >>> 8;
  };
}

function clock(seconds: number): string {
  const pad = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${pad(seconds / 3600)}:${pad((seconds / 60) % 60)}:${pad(seconds % 60)}`;
}
