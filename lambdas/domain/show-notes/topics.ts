import type { Grounded } from './grounded';
import type { NamedThing } from './mentions';
import type { CastMember } from './people';
import type { Phrase } from './phrases';

const MOST = 6;

/**
 * What the episode is about, in a few words each: its best phrases and the things that it names most, but nobody of
 * `cast`, for whoever speaks is named before the topics.
 */
export function topicsOf(
  named: readonly NamedThing[],
  phrases: readonly Phrase[],
  cast: readonly CastMember[],
): readonly Grounded[] {
  const things = named.filter(({ mention }) => mention.count > 1).map(({ grounded }) => grounded);
  const spoken = phrases.filter(({ stems, count }) => stems.length > 1 && count > 1).map(({ grounded }) => grounded);
  const topics: Grounded[] = [];
  const isSpeaker = ({ text }: Grounded) =>
    cast.some(({ person }) => [person.name, ...person.labels].some((name) => overlaps(name, text)));
  for (const topic of [...things.slice(0, 2), ...spoken, ...things.slice(2)].filter((each) => !isSpeaker(each))) {
    const isNew = topics.every(({ text }) => !overlaps(text, topic.text));
    if (isNew) topics.push(topic);
  }
  return topics.slice(0, MOST);
}

function overlaps(a: string, b: string): boolean {
  const words = new Set(a.toLowerCase().split(/\s+/u));
  return b
    .toLowerCase()
    .split(/\s+/u)
    .some((word) => words.has(word));
}
