/** An hour's talk of an invented show, topic by topic. */
export interface TalkTopic {
  /** What the host leads in with. */
  readonly lead: string;
  /** What the topic is about, and nothing else is. */
  readonly things: readonly string[];
}

export const TOPICS: readonly TalkTopic[] = [
  {
    lead: 'So you run the lighthouse museum, and I would like to know what a visitor sees first.',
    things: ['lantern', 'lens', 'staircase', 'lighthouse', 'keeper', 'prism', 'gallery', 'visitor'],
  },
  {
    lead: 'Then there are the bees on the roof. How many hives do you have up there?',
    things: ['hive', 'honey', 'queen', 'swarm', 'smoker', 'nectar', 'comb', 'beekeeper'],
  },
  {
    lead: 'What happened in the winter when the pipes froze?',
    things: ['pipe', 'boiler', 'plumber', 'frost', 'radiator', 'valve', 'cellar', 'insulation'],
  },
  {
    lead: 'You also print your own tickets. Why do you still use a press?',
    things: ['press', 'ink', 'ticket', 'letterpress', 'roller', 'paper', 'typeface', 'printer'],
  },
  {
    lead: 'Let us turn to the choir that rehearses here on Mondays.',
    things: ['choir', 'tenor', 'soprano', 'conductor', 'rehearsal', 'hymn', 'chord', 'echo'],
  },
  {
    lead: 'And who pays for all of it?',
    things: ['grant', 'donor', 'budget', 'council', 'invoice', 'membership', 'accountant', 'subsidy'],
  },
];

const SENTENCES: readonly ((one: string, other: string, third: string) => string)[] = [
  (one, other) => `The ${one} had to be repaired before anything else, because nobody had touched the ${other} since.`,
  (one, other, third) =>
    `You cannot talk about the ${one} without the ${other}, and the ${third} belongs to both of them.`,
  (one, other) => `People ask me about the ${one} every day, and I always send them to look at the ${other} instead.`,
  (one, other, third) =>
    `A good ${one} needs a ${other}, and it helps if somebody has looked after the ${third} before.`,
  (one, other) => `My mother thought that the ${one} would never work again, but then the ${other} surprised us all.`,
  (one) => `It took us the whole of that year to learn what a ${one} is really for.`,
];

/** The talk as `spoken` reads it: on each topic the host leads in, and the guest and the host go on for 400 words or so. */
export function longTalk(topics: readonly TalkTopic[] = TOPICS): string {
  const turns = topics.flatMap(({ lead, things }) => {
    const said = things.flatMap((thing, index) => {
      const [other = '', third = ''] = [things[(index + 3) % things.length], things[(index + 5) % things.length]];
      return [
        `Olga Brand: ${[0, 1, 2].map((at) => SENTENCES[(index + at) % SENTENCES.length]?.(thing, other, third)).join(' ')}`,
        `Piet Dorn: I see, so the ${thing} mattered as much as the ${third}.`,
      ];
    });
    return [`Piet Dorn: ${lead}`, ...said];
  });
  return [
    'Piet Dorn: Welcome to Open House. My guest today is Olga Brand.',
    'Olga Brand: Thank you for having me.',
    ...turns,
  ].join('\n');
}
