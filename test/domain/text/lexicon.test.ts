import { fingerprintOf, fingerprintsIn } from '../../../lambdas/domain/text/fingerprint';
import { en } from '../../../lambdas/domain/text/languages/en';
import { knownLanguages, lexiconOf } from '../../../lambdas/domain/text/lexicon';

test('a word weighs more the rarer it is, and most where the list does not have it', () => {
  const { rarityOf } = lexiconOf('en-GB');
  expect([rarityOf('the'), rarityOf('harbour'), rarityOf('tidesum')]).toEqual(
    [rarityOf('the'), rarityOf('harbour'), rarityOf('tidesum')].sort(),
  );
  expect(rarityOf('tidesum')).toBe(1);
});

test('a vulgar word is neither printed nor a rare term', () => {
  const unprinted = fingerprintsIn(en.unprinted ?? '');
  const printed = en.words.toLowerCase().split(' ');
  expect(unprinted.size).toBeGreaterThan(50);
  expect(printed.filter((word) => unprinted.has(fingerprintOf(word)))).toEqual([]);
  const word = ['b', 'stard'].join('a');
  expect([lexiconOf('en').rarityOf(word), lexiconOf('en').isStopWord(word)]).toEqual([0, true]);
});

test('what a list has, it has in every language by the same rules', () => {
  for (const language of knownLanguages()) expect(lexiconOf(language)).toMatchObject({ language, isKnown: true });
  expect(lexiconOf('pt-BR').isKnown).toBe(false);
});
