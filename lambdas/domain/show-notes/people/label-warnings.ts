import type { Details } from '../../details';
import { isNearlyName } from '../../text/near-names';
import { folded } from '../../text/words';
import type { Warning } from '../../transcript';
import type { CastMember } from '.';
import { isSameName } from './speakers';

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
    const message = `“${label}” has ${turns.length === 1 ? '1 turn' : `${turns.length} turns`}, “${right.label}” ${right.turns.length}: if they are one person, correct the label, or write “${label}: ${right.label}” under aliases in the show file.`;
    return [{ message }];
  });
}

/** Whether one letter is another, too many or missing, or two have changed places; numbers tell people apart. */
function isSlipOf(label: string, other: string): boolean {
  const [one, two] = [folded(label), folded(other)];
  if (one === two || /\d/u.test(one + two)) return false;
  const at = [...one].findIndex((letter, index) => letter !== two[index]);
  const swapped = `${one.slice(0, at)}${one[at + 1] ?? ''}${one[at] ?? ''}${one.slice(at + 2)}`;
  return swapped === two || isNearlyName(other, label);
}
