import type { PublishedWarning } from '../../contract/published';
import type { Details } from '../details';
import type { NamedThing } from './mentions';
import type { CastMember } from './people';

/** What the show file's aliases and glossary did, each with how often, in one line: a producer sees what has no effect. */
export function replacementsMade(
  { show }: Details,
  cast: readonly CastMember[],
  named: readonly NamedThing[],
): readonly PublishedWarning[] {
  const aliases = show.aliases.map(({ label, is }) => {
    const count = cast.find(({ person }) => person.labels.includes(label))?.speaker.turns.length ?? 0;
    return `${label} is ${is.value} in ${counted(count, 'turn')}`;
  });
  const glossary = show.glossary.map(({ term }) => {
    const count = named.find(({ mention }) => mention.text === term.value)?.mention.count ?? 0;
    return `"${term.value}" is said ${counted(count, 'time')}`;
  });
  const effects = [...aliases, ...glossary];
  return effects.length > 0 ? [{ message: `for your information, from the show file: ${effects.join('; ')}` }] : [];
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
