import { endingOf, type Story } from './crash-sweep';

const KEY = 'shows/tide-tables/ebb.md';
const spoken = (noon: string) =>
  `**MIRA:** Hello, I'm Mira Odell and this is Tide Tables.\n\n**JONAS:** The tide comes in at ${noon}, every day.\n`;

const stories: Readonly<Record<string, Story>> = {
  'an upload': [[KEY, spoken('noon')]],
  'a correction': [
    [KEY, spoken('noon')],
    [KEY, spoken('one')],
  ],
  'a removal': [
    [KEY, spoken('noon')],
    [KEY, undefined],
  ],
};

test.each(Object.entries(stories))('a crash at any point of %s changes nothing in the end', async (_, story) => {
  const { state, points } = await endingOf(story);
  expect(points).toBeGreaterThan(50);
  const wrong: number[] = [];
  for (let point = 0; point < points; point += 1) {
    if ((await endingOf(story, [point])).state !== state) wrong.push(point);
  }
  expect(wrong).toEqual([]);
});
