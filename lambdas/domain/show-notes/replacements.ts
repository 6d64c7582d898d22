import type { PublishedWarning } from '../../contract/published';
import type { Details } from '../details';
import type { NamedThing } from './mentions';
import type { CastMember } from './people';

/** What the show file's aliases and glossary did, each with how often: a producer sees at once what has no effect. */
export function replacementsMade(
  { show }: Details,
  cast: readonly CastMember[],
  named: readonly NamedThing[],
): readonly PublishedWarning[] {
  const aliases = show.aliases.map(({ label, is }) => {
    const count = cast.find(({ person }) => person.labels.includes(label))?.speaker.turns.length ?? 0;
    return { message: `the alias ${label}: ${is.value} named the speaker of ${count} turns` };
  });
  const glossary = show.glossary.map(({ term }) => {
    const count = named.find(({ mention }) => mention.text === term.value)?.mention.count ?? 0;
    return { message: `the glossary's "${term.value}" was found ${count} times` };
  });
  return [...aliases, ...glossary];
}
