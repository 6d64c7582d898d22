import fc from 'fast-check';
import { longTalk, TOPICS } from '../../support/long-talk';
import { BAKERY } from '../../support/scripts';
import { spoken, written } from '../../support/spoken';

const chaptersIn = (script: string) => written(spoken(script)).showNotes.chapters;

/** What is said in the turn with which each chapter begins. */
function openingsIn(script: string): readonly string[] {
  const { turns } = spoken(script);
  return chaptersIn(script).map(({ turn }) => turns[turn - 1]?.text ?? '');
}

test('an episode has chapters where the talk turns to something else', () => {
  const openings = openingsIn(longTalk());
  expect(openings).toEqual(expect.arrayContaining(TOPICS.slice(1).map(({ lead }) => lead)));
});

test('chapters begin where topics do, whatever their order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...TOPICS], { minLength: 5 }), (topics) => {
      const openings = openingsIn(longTalk(topics));
      for (const { lead } of topics.slice(1)) expect(openings).toContain(lead);
    }),
    { numRuns: 5 },
  );
});

test('a chapter begins with the question and not with its answer', () => {
  const script = longTalk().replaceAll(
    '\nOlga Brand: The lantern',
    '\nOlga Brand: Yes.\nPiet Dorn: Really?\nOlga Brand: The lantern',
  );
  for (const opening of openingsIn(script)) expect(opening).not.toMatch(/^(?:Yes|Really)/u);
});

test('no chapter begins in an advertisement', () => {
  const offer = 'This episode is brought to you by Brineworks. A kettle that never scales, with a lid of walnut. ';
  const advertisement = `Piet Dorn: ${offer.repeat(8)}`;
  const [lead = ''] = TOPICS.slice(2).map((topic) => `Piet Dorn: ${topic.lead}`);
  expect(openingsIn(longTalk().replace(lead, `${advertisement}\n${lead}`)).join()).not.toContain('Brineworks');
});

test('longer episodes have more chapters, but not in proportion', () => {
  const counts = [1, 3, 6].map(
    (times) => chaptersIn(longTalk(Array.from({ length: times }, () => TOPICS).flat())).length,
  );
  const [one = 0, three = 0, six = 0] = counts;
  expect(one).toBeGreaterThanOrEqual(6);
  expect(three).toBeGreaterThan(one);
  expect(six).toBeGreaterThan(three);
  expect(six).toBeLessThan(6 * one);
});

test('a short episode has the chapters that its host announces, or none', () => {
  expect(chaptersIn(BAKERY).map(({ turn }) => turn)).toEqual([1, 5, 13]);
  expect(chaptersIn(BAKERY.replace("So let's talk about freshness. ", ''))).toEqual([]);
  expect(chaptersIn('Anna: I bought a boat.\nBen: What kind of boat, Anna?')).toEqual([]);
});
