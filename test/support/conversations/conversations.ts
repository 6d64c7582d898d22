import { fc } from '../laws';

/** A generated conversation, before anybody wrote it down. */
export interface Conversation {
  readonly turns: readonly SpokenTurn[];
}

export interface SpokenTurn {
  readonly speaker: string;
  readonly paragraphs: readonly string[];
  /** Seconds, ascending from turn to turn. */
  readonly startTime: number;
}

const word = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('the', 'tide', 'was', 'late', 'again', 'so', 'we', 'measured', 'it', 'twice', 'café'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'Aldermouth',
      '4.5',
      'e-mail',
      '“quoted”',
      'don’t',
      'AT&T',
      '潮汐',
      'naïve',
      '(almost)',
      '7:1',
    ),
  },
);

const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 9 }), fc.constantFrom('.', '?', '!', ' …'))
  .map(([words, end]) => `Well, ${words.join(' ')}${end}`);

const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' '));

const CASTS = [
  ['NORA', 'INES', 'DAVIT'],
  ['Nora Whitlock', "Tadhg O'Dara", 'Kim C. Sorrell'],
  ['0xF00D', 'JM', 'Ines Kovar'],
  ['Speaker 1', 'Speaker 2', 'Speaker 3'],
  ['Łukasz Żak', '潮田', 'Zoë van der Berg'],
] as const;

/** Conversations of two or three people in which everybody speaks twice, and nobody follows themselves. */
export const conversations: fc.Arbitrary<Conversation> = fc
  .record({
    cast: fc.constantFrom(...CASTS),
    order: fc.array(fc.nat({ max: 1 }), { minLength: 1, maxLength: 6 }),
    speech: fc.array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 10, maxLength: 10 }),
  })
  .map(({ cast, order, speech }) => {
    const speakers = [0, 1, 0, 1];
    for (const step of order) speakers.push(((speakers.at(-1) as number) + 1 + step) % cast.length);
    const once = speakers.filter((speaker) => speaker === 2).length === 1;
    const kept = once ? speakers.filter((speaker) => speaker !== 2) : speakers;
    const turns = kept
      .filter((speaker, index) => speaker !== kept[index - 1])
      .map((speaker, index) => ({
        speaker: cast[speaker] as string,
        paragraphs: speech[index % speech.length] as string[],
        startTime: index * 61 + 2,
      }));
    return { turns };
  });

/** `1:02`, or `01:01:02` where hours are asked for. */
export function clock(seconds: number, withHours = false): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (!withHours) return `${minutes}:${pad(seconds % 60)}`;
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}:${pad(seconds % 60)}`;
}
