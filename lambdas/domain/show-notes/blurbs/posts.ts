import type { Channel } from '../../../contract/published';
import type { Part } from '../grounded';
import { hookOf, type Ingredients, lastResorts, linkOf, slot, tagsOf } from './ingredients';

/** Texts of one post, from the richest to the leanest. */
type Posts = readonly (readonly Part[])[];

/** Who is on and what it is about, then one hook from a real quote, and the link. */
export function post(ingredients: Ingredients, channel: Channel): Posts {
  const opening = openingOf(ingredients);
  const withHooks = ingredients.hooks.map((hook): readonly Part[] => [...opening, '\n\n', ...hookOf(hook)]);
  return ended([...withHooks, opening], ingredients, channel);
}

/** The hook first, for a channel that is scrolled through fast. */
export function hookFirst(ingredients: Ingredients, channel: Channel): Posts {
  const opening = openingOf(ingredients);
  const withHooks = ingredients.hooks.map((hook): readonly Part[] => [...hookOf(hook), '\n\n', ...opening]);
  return ended([...withHooks, opening], ingredients, channel);
}

/** Under the episode's title, for a channel that has room: the whole summary where that fits with a hook. */
export function titledPost(ingredients: Ingredients, channel: Channel): Posts {
  const { hooks, standfirst, summary } = ingredients;
  const heading: readonly Part[] = [titleIn(ingredients), '\n\n'];
  const ending = endingOf(ingredients, channel);
  const titled = [summary, standfirst]
    .filter((body) => body.length > 0)
    .flatMap((body) => hooks.map((hook): readonly Part[] => [...heading, ...body, '\n\n', ...hookOf(hook), ...ending]));
  return [...titled, ...post(ingredients, channel)];
}

/** With two hooks, as in a conversation. */
export function postOfTwo(ingredients: Ingredients, channel: Channel): Posts {
  const both = bothHooks(ingredients).map((hooks): readonly Part[] => [
    ...openingOf(ingredients),
    '\n\n',
    ...hooks,
    ...endingOf(ingredients, channel),
  ]);
  return [...both, ...post(ingredients, channel)];
}

/** The summary under the title, then two hooks or one. */
export function longPost(ingredients: Ingredients, channel: Channel): Posts {
  const { summary, hooks } = ingredients;
  const heading: readonly Part[] = [titleIn(ingredients), '\n\n', ...summary];
  const ending = endingOf(ingredients, channel);
  const withHooks = hooks.map((hook): readonly Part[] => [...heading, '\n\n', ...hookOf(hook), ...ending]);
  const withBoth = bothHooks(ingredients).map((both): readonly Part[] => [...heading, '\n\n', ...both, ...ending]);
  return [
    ...withBoth,
    ...withHooks,
    [...heading, ...linkOf(ingredients.details.episode)],
    ...post(ingredients, channel),
  ];
}

/** The hook first, for a channel that shows little more of a text than that; then the summary. */
export function caption(ingredients: Ingredients, channel: Channel): Posts {
  const { summary, hooks } = ingredients;
  const ending = endingOf(ingredients, channel);
  const withHooks = hooks.map((hook): readonly Part[] => [...hookOf(hook), '\n\n', ...summary, ...ending]);
  return [...(summary.length > 0 ? withHooks : []), ...longPost(ingredients, channel)];
}

/** Two hooks one below the other, where there are two. */
function bothHooks({ hooks: [first, second] }: Ingredients): Posts {
  return first && second ? [[...hookOf(first), '\n\n', ...hookOf(second, 2)]] : [];
}

/** The posts each with link, handle and hashtags; then without the hashtags, and what is left when nothing else fits. */
function ended(posts: Posts, ingredients: Ingredients, channel: Channel): Posts {
  const link = linkOf(ingredients.details.episode);
  return [
    ...posts.map((parts) => [...parts, ...endingOf(ingredients, channel)]),
    [...(posts.at(-1) ?? []), ...link],
    [titleIn(ingredients), ...link],
    ...lastResorts(ingredients),
  ];
}

const titleIn = ({ details }: Ingredients): Part => slot('title', details.episode.title);

const openingOf = (ingredients: Ingredients): readonly Part[] =>
  ingredients.standfirst.length > 0 ? ingredients.standfirst : [titleIn(ingredients)];

const endingOf = (ingredients: Ingredients, channel: Channel): readonly Part[] => [
  ...linkOf(ingredients.details.episode),
  ...tagsOf(ingredients, channel),
];
