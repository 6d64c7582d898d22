import type { Sentence } from '../../../../lambdas/domain/show-notes/reading';
import { isFragment } from '../../../../lambdas/domain/show-notes/reading/fragments';
import { leansAtStart } from '../../../../lambdas/domain/show-notes/reading/leaning-starts';
import { pointsOutside } from '../../../../lambdas/domain/show-notes/reading/references';
import { standsAlone } from '../../../../lambdas/domain/show-notes/reading/self-contained';
import { readClosely } from '../../../support/conversations/spoken';

test.each([
  ['Painters say "the lamp is green. Most keepers paint the lamp in May. We hate the oil" and so on.', false],
  ['Painters say “the lamp is green. Most keepers paint the lamp in May. We hate the oil” and so on.', false],
  ['Painters say „die grüne Lampe“ to it. Most keepers paint the lamp in May. We hate the oil.', true],
  ['The pipe is 12" wide. Most keepers paint the lamp in May. We hate the "oil" of it.', true],
  ['Painters say “the lamp is green. Most keepers paint the lamp in May. We hate the oil.', true],
  ["The lamp is green. Most keepers paint the lamp in May. We hate it. I'm kidding myself if I like it.", true],
  ['Painters say "the lamp is green" to all. Most keepers paint the lamp in May. We hate the oil.', true],
  ["The lamp is green. Most keepers paint the lamp in May. Well. I'm just kidding.", false],
  ["The lamp is green. Most keepers paint the lamp in May. Well. That is so. Yes. Oh. I'm kidding.", true],
])('the second sentence of %s stands alone: %j', (speech, alone) => {
  const reading = readClosely(speech);
  expect(reading.sentences[1]?.text).toBe('Most keepers paint the lamp in May.');
  expect(standsAlone(reading.sentences[1] as Sentence, reading)).toBe(alone);
});

const only = (speech: string): Sentence => {
  const { sentences } = readClosely(speech);
  if (sentences.length !== 1 || !sentences[0]) throw new Error(`not one sentence: ${speech}`);
  return sentences[0];
};

test.each([
  'Everybody does, and nobody asks why the lamp is green.',
  'Most people don’t, so the lamp is always clean.',
  'The lamp on the tower, and the oil beside it.',
  'Just the lamp that they paint.',
  'Is it the lamp that they paint.',
  'Except for Mara, who is a keeper.',
  'Shout-out to Mara, who is a keeper.',
  'The lamp is -- the lamp was green.',
])('a part of a sentence: %s', (speech) => {
  expect(isFragment(only(speech))).toBe(true);
});

test.each([
  'The council painted a lamp.',
  'Everybody does the lamps on a Monday.',
  'Lamps need oil, and the keeper knows.',
])('a whole one: %s', (speech) => {
  expect(isFragment(only(speech))).toBe(false);
});

test.each(["He'd paint the lamp in May.", 'It paints the lamp.', 'But the lamp is green.', 'Cuz the lamp is green.'])(
  'leans on what comes before: %s',
  (speech) => {
    expect(leansAtStart(only(speech), 'en')).toBe(true);
  },
);

test('does not: Keepers paint the lamp in May.', () => {
  expect(leansAtStart(only('Keepers paint the lamp in May.'), 'en')).toBe(false);
});

test.each([
  'Every line in that manual is important.',
  'For ninety years that lamp was green.',
  'Keepers write to us about those towers.',
])('speaks of a thing that it has not named: %s', (speech) => {
  expect(pointsOutside(only(speech))).toBe(true);
});

test.each([
  'Keepers read the manual, and every line in that manual is important.',
  'Keepers hope for that sort of lamp.',
  'Keepers paint lamps in this industry.',
  'Keepers say in May that lamps are green.',
  'Keepers dream of those Fresnel lamps.',
  'Keepers painted lamps in those weeks.',
  'Keepers hope for those lamps which never break.',
])('names what it speaks of, or says which: %s', (speech) => {
  expect(pointsOutside(only(speech))).toBe(false);
});
