import { A_CORRECTION, A_REMOVAL, AN_UPLOAD, endingOf } from './crash-sweep';

const stories = { 'an upload': AN_UPLOAD, 'a correction': A_CORRECTION, 'a removal': A_REMOVAL };

test.each(Object.entries(stories))('a crash at any point of %s changes nothing in the end', async (_, story) => {
  const { state, points } = await endingOf(story);
  expect(points).toBeGreaterThan(50);
  const wrong: number[] = [];
  for (let point = 0; point < points; point += 1) {
    if ((await endingOf(story, [point])).state !== state) wrong.push(point);
  }
  expect(wrong).toEqual([]);
});
