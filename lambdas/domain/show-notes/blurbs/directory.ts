import type { Part } from '../grounded';
import { hookOf, lastResorts, slot, type Variants } from './ingredients';
import { chapterEntries, listedLinks } from './lists';

/** HTML of the elements that directories allow: summary, hook, chapters with their times, links, and the episode's page. */
export const directory: Variants = (ingredients) => {
  const { summary, standfirst, hooks, chapters, details } = ingredients;
  const { page } = details.episode;
  const link = page ? element('p', linked(slot('link', page), slot('link', page))) : [];
  const times = list(chapterEntries(chapters));
  const links = list(listedLinks(details.episode.links).map(({ text, url }) => linked(text, url)));
  const opening = element('p', summary);
  const starts = [...hooks.map((hook) => [...opening, ...element('p', hookOf(hook))]), opening];
  const variants = starts.flatMap((start): readonly (readonly Part[])[] => [
    [...start, ...times, ...links, ...link],
    [...start, ...times, ...link],
    [...start, ...link],
  ]);
  return [...variants, element('p', standfirst), ...lastResorts(ingredients)].filter((parts) => parts.length > 0);
};

const TAGS = { p: ['<p>', '</p>'], ul: ['<ul>', '</ul>'], li: ['<li>', '</li>'] } as const;

/** An element with what is in it; nothing where nothing is. */
function element(name: keyof typeof TAGS, content: readonly Part[]): readonly Part[] {
  const [start, end] = TAGS[name];
  return content.length === 0 ? [] : [start, ...content, end];
}

const list = (entries: readonly (readonly Part[])[]): readonly Part[] =>
  element(
    'ul',
    entries.flatMap((entry) => element('li', entry)),
  );

const linked = (text: Part, url: Part): readonly Part[] => ['<a href="', url, '">', text, '</a>'];
