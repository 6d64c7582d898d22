import type { Person } from '../../contract/published';
import type { Change } from '../../contract/receipt';

const ROLES: Readonly<Record<Person['role'], string>> = {
  host: 'a host',
  guest: 'a guest',
  other: 'neither host nor guest',
};

const change = (message: string): Change => ({ part: 'people', message });

/** Who is called otherwise, has another role, came or went. `renamed`: the labels that were replaced. */
export function peopleChanges(
  before: readonly Person[],
  after: readonly Person[],
  renamed: ReadonlyMap<string, string>,
): readonly Change[] {
  const left = [...before];
  const take = (isThem: (person: Person) => boolean): Person | undefined => {
    const at = left.findIndex(isThem);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const byName = new Map(after.map((now) => [now, take(({ name }) => name === now.name)]));
  const sharesLabel = (now: Person) => (earlier: Person) =>
    earlier.labels.some((label) => now.labels.includes(renamed.get(label) ?? label));
  const changes = after.flatMap((now) => {
    const earlier = byName.get(now) ?? take(sharesLabel(now));
    return earlier ? personChanges(earlier, now, renamed) : [change(`${now.name} is new among the people.`)];
  });
  return [...changes, ...left.map(({ name }) => change(`${name} is no longer among the people.`))];
}

function personChanges(earlier: Person, now: Person, renamed: ReadonlyMap<string, string>): readonly Change[] {
  const labels = earlier.labels.filter((label) => renamed.has(label));
  return [
    ...(earlier.name === now.name
      ? labels.map((label) => change(`${now.name}’s label ${label} is now ${renamed.get(label)}.`))
      : [change(`${earlier.name} is now called ${now.name}.`)]),
    ...(earlier.role === now.role
      ? []
      : [change(`${now.name} is now ${ROLES[now.role]}, before ${ROLES[earlier.role]}.`)]),
    ...(earlier.introduction?.text === now.introduction?.text
      ? []
      : [change(`${now.name} is introduced differently.`)]),
  ];
}
