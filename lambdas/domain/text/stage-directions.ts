import { isWordCharacter } from './characters';

/** Beginnings of words that say what is heard rather than said, in the languages that producers write in. */
const HEARD = [
  ...[
    'laugh',
    'chuckl',
    'giggl',
    'sigh',
    'cough',
    'sneez',
    'sniff',
    'gasp',
    'groan',
    'clap',
    'applau',
    'cheer',
    'snort',
  ],
  ...['music', 'jingle', 'inaudib', 'unintellig', 'indistinct', 'indisc', 'crosstalk', 'overtalk', 'silence', 'pause'],
  ...[
    'noise',
    'foreign',
    'beep',
    'bleep',
    'audio',
    'sound',
    'whisper',
    'sing',
    'hum',
    'clears',
    'phone',
    'ring',
    'gesture',
  ],
  ...[
    'nods',
    'shrugs',
    'bark',
    'blank',
    'background',
    'video',
    'clip',
    'imitat',
    'mumbl',
    'stutter',
    'cross-talk',
    'voice',
  ],
  ...[
    'lach',
    'gelächter',
    'musik',
    'rires',
    'rire',
    'musique',
    'risas',
    'risa',
    'ríe',
    'música',
    'inaudible',
    'aplausos',
  ],
  ...[
    'unverständlich',
    'lacht',
    'seufz',
    'applaus',
    'crickets',
    'ph',
    'snap',
    'knock',
    'whistl',
    'scream',
    'cries',
    'cry',
  ],
];

const HEARD_BY_LETTER: ReadonlyMap<string | undefined, readonly string[]> = new Map(
  HEARD.map(([letter]) => [letter, HEARD.filter((heard) => heard[0] === letter)]),
);

/** Markers of people's doing beside the words: `laughter`, `unintelligible 00:15:36`, `Kelly laughs`. */
export function isStageDirection(text: string): boolean {
  if (text.length === 0 || text.length > 80) return false;
  let words = 0;
  let heard = false;
  for (let at = 0; at < text.length; at += 1) {
    const start = at;
    while (isWordCharacter(text[at]) || text[at] === '-') at += 1;
    if (at === start) continue;
    words += 1;
    heard ||= words <= 4 && isHeard(text.slice(start, at).toLowerCase());
  }
  return heard && words <= 8;
}

function isHeard(word: string): boolean {
  return HEARD_BY_LETTER.get(word[0])?.some((heard) => matches(word, heard)) ?? false;
}

/** Short beginnings must be the whole word, or `ph` would mark `phase`. */
function matches(word: string, heard: string): boolean {
  return heard.length <= 3 ? word === heard || word === `${heard}s` || word === `${heard}ming` : word.startsWith(heard);
}

/** Where `[laughter]` and `(sighs)` stand in plain text: UTF-16 offsets, brackets included. */
export function stageDirectionsIn(text: string): (readonly [from: number, to: number])[] {
  const found: (readonly [number, number])[] = [];
  for (const [opening, closing] of [
    ['[', ']'],
    ['(', ')'],
  ] as const) {
    let from = text.indexOf(opening);
    while (from >= 0) {
      const next = text.indexOf(opening, from + 1);
      const limit = Math.min(next < 0 ? text.length : next, from + 90);
      const inside = text.slice(from + 1, limit);
      const length = inside.indexOf(closing);
      if (length > 0 && isStageDirection(inside.slice(0, length))) found.push([from, from + length + 2]);
      from = next;
    }
  }
  return found.sort((left, right) => left[0] - right[0]);
}
