import type { Grounded } from './grounded';
import type { NamedThing } from './mentions';
import type { CastMember } from './people';
import type { Phrase } from './phrases';

const MOST = 6;
/** How often a single word of the title or the introduction must be said to be what the episode is about. */
const LEAST_SAID = 3;

/**
 * What the episode is about, in a few words each: what is said often of that which the title or the introduction
 * announces, the things that it names most and its best phrases, but nobody of `cast`, for whoever speaks is named before the topics.
 */
export function topicsOf(
  named: readonly NamedThing[],
  phrases: readonly Phrase[],
  cast: readonly CastMember[],
  isAnnounced: (stem: string) => boolean,
): readonly Grounded[] {
  const announced = phrases
    .filter(({ stems, count }) => stems.every(isAnnounced) && count >= (stems.length > 1 ? 2 : LEAST_SAID))
    .map(({ grounded }) => grounded);
  const things = named.filter(({ mention }) => mention.count > 1).map(({ grounded }) => grounded);
  const spoken = phrases.filter(({ stems, count }) => stems.length > 1 && count > 1).map(({ grounded }) => grounded);
  const ranked = [
    ...announced.slice(0, 2),
    ...things.slice(0, 2),
    ...spoken,
    ...things.slice(2),
    ...announced.slice(2),
  ];
  const topics: Grounded[] = [];
  const names = new Set(cast.flatMap(({ person }) => [person.name, ...person.labels].flatMap(wordsIn)));
  const isSpeaker = ({ text }: Grounded) => wordsIn(text).some((word) => names.has(word));
  for (const topic of ranked.filter((each) => !isSpeaker(each))) {
    const isNew = topics.every(({ text }) => !overlaps(text, topic.text));
    if (isNew) topics.push(topic);
  }
  return topics.slice(0, MOST);
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().split(/\s+/u);

function overlaps(a: string, b: string): boolean {
  const words = new Set(wordsIn(a));
  return wordsIn(b).some((word) => words.has(word));
}
