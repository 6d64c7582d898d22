import type { Person, Statement } from '../../../contract/published';
import type { Details } from '../../details';
import { rememberingObjects } from '../../remembering';
import { folded } from '../../text/words';
import type { Grounded } from '../grounded';
import type { Reading } from '../reading';
import { introductionsIn } from './introductions';
import { nameOf } from './person-names';
import { type NamedSpeaker, rolesOf } from './roles';
import { namesSaidIn } from './said-names';
import { nameParts, type Speaker, speakersOf } from './speakers';

/** A person of the episode, with where their name stands. */
export interface CastMember {
  readonly person: Person;
  readonly name: Grounded;
  readonly speaker: Speaker;
}

/** The words of everybody's name and labels, folded for comparing. */
export const namesOfCast: (cast: readonly CastMember[]) => ReadonlySet<string> = rememberingObjects(
  (cast) => new Set(cast.flatMap(({ person }) => [person.name, ...person.labels].flatMap(nameParts))),
);

/** Everybody who speaks, hosts first, then guests, each in the order in which they first speak. */
export function castOf(reading: Reading, details: Details): readonly CastMember[] {
  const speakers = speakersOf(reading, details);
  const said = namesSaidIn(reading);
  const names = speakers.map((speaker) => {
    const others = speakers.filter((other) => other !== speaker);
    return nameOf(speaker, others, said, reading, details);
  });
  const named = speakers.map((speaker, index): NamedSpeaker => ({ ...speaker, name: names[index]?.text ?? '' }));
  const roles = rolesOf(named, reading, details);
  const introduced = introductionsIn(reading);
  const members = named.map((speaker, index): CastMember => {
    const name = names[index] as Grounded;
    const role = roles[index] ?? 'other';
    return { name, speaker, person: personOf(speaker, role, introduced(speaker.name, speaker), details) };
  });
  const order: readonly Person['role'][] = ['host', 'guest', 'other'];
  return members.sort((a, b) => order.indexOf(a.person.role) - order.indexOf(b.person.role));
}

function personOf(
  { labels, name }: NamedSpeaker,
  role: Person['role'],
  introduction: Statement | undefined,
  details: Details,
): Person {
  const isEdited = details.episode.edits.speakers.some(({ label }) =>
    labels.some((own) => folded(own) === folded(label)),
  );
  return { name, role, labels, ...(introduction && { introduction }), ...(isEdited && { edited: true as const }) };
}
