import type { Details } from '../details';
import { folded } from '../text/words';
import type { NamedThing } from './mentions';
import type { CastMember } from './people';

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

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** That an episode without a title goes by its file's name, and where a title is said. */
export const titleTold = ({ episode: { title } }: Details, episode: string): readonly string[] =>
  title.source === 'file-name'
    ? [`The episode goes by its file’s name, “${title.value}”; say title in ${episode}.yaml.`]
    : [];
