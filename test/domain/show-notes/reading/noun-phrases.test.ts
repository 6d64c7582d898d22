import { isSaidAsName, nounPhrasesIn, nounsIn } from '../../../../lambdas/domain/show-notes/reading/noun-phrases';
import { readClosely as read } from '../../../support/conversations/spoken';

test('nouns are what stands alone after an article or a preposition, not what follows a noun', () => {
  const nouns = nounsIn(
    read('The mooring opens at noon. They talk about splicing, and that means rope.').sentences,
    'en',
  );
  expect([...(nouns ?? [])].sort()).toEqual(['noon', 'splicing']);
});

test('in German a noun has a capital: “das heißt” is none', () => {
  const nouns = nounsIn(read('Das heißt, die Orgel steht. Nach dem Regen, und das geht.', 'de').sentences, 'de');
  expect([...(nouns ?? [])].sort()).toEqual(['orgel', 'regen']);
});

test('words are said as a name after an article, as a verb before one, and else nothing is known', () => {
  const [sentence] = read('Anchors hold, so we anchor the boat to the anchor buoy.').sentences;
  const saidAt = (at: number) => (sentence ? isSaidAsName(sentence, at, at + 1, 'en') : undefined);
  expect([0, 4, 9].map(saidAt)).toEqual([undefined, false, true]);
});

const namesIn = (speech: string, language?: string): readonly string[] => {
  const reading = read(speech, language);
  return reading.sentences.flatMap((sentence) =>
    nounPhrasesIn(sentence, reading).map(({ from, to }) =>
      sentence.words
        .slice(from, to)
        .map(({ text }) => text)
        .join(' '),
    ),
  );
};

test('a German name ends with a noun, and has no noun of what follows', () => {
  const names = namesIn('Was ein Schlafwagen kostet, habe ich in Wien Geschichte studierend gelernt.', 'de');
  expect(names).toEqual(expect.arrayContaining(['Schlafwagen', 'Wien']));
  expect(names.join()).not.toMatch(/kostet|Geschichte/u);
});

test('an address names nothing', () => {
  expect(namesIn('Write to the harbour.example, to the keeper.')).toEqual(['keeper']);
});

test('names several words beside each other, but with no adverb and no verb among them', () => {
  const texts = namesIn(
    'We looked at the harbour office, at the basically drifting buoy, at the quickly mended net, and at what the herring paid for.',
  );
  expect(texts).toContain('harbour office');
  expect(texts).not.toContain('herring paid');
  expect(texts.join()).not.toMatch(/basically|quickly/u);
});
