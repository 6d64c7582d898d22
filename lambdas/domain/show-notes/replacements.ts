import type { Details } from '../details';
import { editDistance } from '../text/edit-distance';
import { folded } from '../text/words';
import type { Warning } from '../transcript';
import type { NamedThing } from './mentions';
import type { CastMember } from './people';
import { isSameName } from './people/speakers';

/** What the show file's aliases and glossary did, each with how often, in one line: a producer sees what has no effect. */
export function replacementsMade(
  { show }: Details,
  cast: readonly CastMember[],
  named: readonly NamedThing[],
): readonly string[] {
  const aliases = show.aliases.map(({ label, is }) => {
    const count = cast.find(({ person }) => person.labels.includes(label))?.speaker.turns.length ?? 0;
    return `${label} is ${is.value} in ${counted(count, 'turn')}`;
  });
  const glossary = show.glossary.map(({ term }) => {
    const count = named.find(({ mention }) => mention.text === term.value)?.mention.count ?? 0;
    return `"${term.value}" is said ${counted(count, 'time')}`;
  });
  const effects = [...aliases, ...glossary];
  return effects.length > 0 ? [`From the show file: ${effects.join('; ')}.`] : [];
}

/** Labels that were taken for one person although no file says so: initials or a first name for a full name. */
export function onePersonOf(cast: readonly CastMember[], { show, episode }: Details): readonly string[] {
  const stated = new Set([...episode.edits.speakers, ...show.aliases].map(({ label }) => label));
  return cast.flatMap(({ person: { labels } }) => {
    const [full = '', ...others] = labels;
    const short = others.filter((label) => folded(label) !== folded(full) && !stated.has(label));
    if (short.length === 0 || stated.has(full)) return [];
    const apart = `${short[0]}: their name`;
    return [
      `${[...short, full].join(' and ')} are taken for one person; to keep them apart, write “${apart}” under aliases in the show file.`,
    ];
  });
}

/** Labels that a warning lists at most. */
const MOST_LABELS = 6;

/** The people of the episode file who have no turn: their label is another, and so their name and role are nobody's. */
export function peopleWarnings({ episode }: Details, cast: readonly CastMember[]): readonly Warning[] {
  const labels = cast.flatMap(({ person }) => person.labels);
  const isHere = (name: string) => cast.some(({ person }) => isSameName(person.name, name));
  const missing = episode.people.filter(({ name }) => name.source === 'episode-file' && !isHere(name.value));
  if (labels.length === 0) return [];
  return missing.map(({ name }) => ({
    message:
      `people (line ${name.line} of the episode file): no turn is labelled as ${name.value}; ` +
      `say under labels which label is theirs, of ${labels.slice(0, MOST_LABELS).join(', ')}`,
  }));
}

/** Turns of a label that may be mistyped at most, and how many times as many the right one has at least. */
const [FEW, MANY_TIMES] = [2, 4];

/** Labels of a turn or two that are another's but for one letter, or for two that changed places: `Gest`, `SIOBAHN`. */
export function mistypedLabels(cast: readonly CastMember[]): readonly Warning[] {
  const all = cast.flatMap(({ speaker, person }) => person.labels.map((label) => ({ label, turns: speaker.turns })));
  return all.flatMap(({ label, turns }): readonly Warning[] => {
    const right = all.find(
      (other) => turns.length <= FEW && other.turns.length >= MANY_TIMES * turns.length && isSlipOf(label, other.label),
    );
    if (!right) return [];
    const message = `“${label}” has ${counted(turns.length, 'turn')}, “${right.label}” ${right.turns.length}: if they are one person, correct the label, or write “${label}: ${right.label}” under aliases in the show file.`;
    return [{ message }];
  });
}

/** Letters of a label at least of which one may be wrong; below, Tim and Tom are two. */
const LEAST_LETTERS = 4;

/** Whether one letter is another, too many or missing, or two have changed places; numbers tell people apart. */
function isSlipOf(label: string, other: string): boolean {
  const [one, two] = [folded(label), folded(other)];
  if (one === two || /\d/u.test(one + two)) return false;
  const at = [...one].findIndex((letter, index) => letter !== two[index]);
  const swapped = `${one.slice(0, at)}${one[at + 1] ?? ''}${one[at] ?? ''}${one.slice(at + 2)}`;
  return swapped === two || (Math.min(one.length, two.length) >= LEAST_LETTERS && editDistance(one, two) === 1);
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** That an episode without a title goes by its file's name, and where a title is said. */
export const titleTold = ({ episode: { title } }: Details, episode: string): readonly string[] =>
  title.source === 'file-name'
    ? [`The episode goes by its file’s name, “${title.value}”; say title in ${episode}.yaml.`]
    : [];
