import { cleaned } from '../../../lambdas/domain/show-notes/statements/clean-up';
import { DOUBLED, STUMBLED_OVER } from '../../../lambdas/domain/show-notes/statements/droppable';
import { speechIn } from '../../../lambdas/domain/show-notes/verify/speech';
import { verifyStatement } from '../../../lambdas/domain/show-notes/verify/statements';
import { readClosely } from '../../support/conversations/spoken';
import { fc } from '../../support/laws';

/** The sentence as a key point says it. */
function cleanedText(text: string, language = 'en'): string {
  const [sentence] = readClosely(text, language).sentences;
  if (!sentence) throw new Error('no sentence');
  return cleaned(sentence, language).text;
}

test.each([
  ['A bell cracks and, um, it never rings true again.', 'A bell cracks and it never rings true again.'],
  ['A bell cracks in, you know, one night.', 'A bell cracks in one night.'],
  ['A bell cracks, um, in one night.', 'A bell cracks, in one night.'],
  ['A bell cracks, you know, in one night.', 'A bell cracks, in one night.'],
  ['The bell is, you know, is cold.', 'The bell is cold.'],
  ['The bell is cold, so, uh, the bell cracks.', 'The bell is cold, so the bell cracks.'],
  ['A cold cold bell cracks.', 'A cold bell cracks.'],
  ['Um, a bell cracks.', 'Um, a bell cracks.'],
  ['A bell, and, and a rope of the, the bell.', 'A bell, and a rope of the bell.'],
  ['The bell that the tower had, had cracked.', 'The bell that the tower had, had cracked.'],
  ['They had had enough of the bell.', 'They had had enough of the bell.'],
  ['It was a cold, cold bell.', 'It was a cold, cold bell.'],
  ['She is an ER nurse with a UM degree.', 'She is an ER nurse with a UM degree.'],
  ['The bell of the The Hague tower.', 'The bell of the The Hague tower.'],
  ['A nurse rings, you know, ER nurses come.', 'A nurse rings, ER nurses come.'],
  ['A bell by Duran Duran is cold.', 'A bell by Duran Duran is cold.'],
  ['The house she was born in, in Selwick, has a bell.', 'The house she was born in, in Selwick, has a bell.'],
  ['When you see it it never rings.', 'When you see it it never rings.'],
  ['The bell is about, um, to crack.', 'The bell is about to crack.'],
])('leaves out what only fills, and the commas that nothing needs then: %s', (said, kept) => {
  expect(cleanedText(said)).toBe(kept);
});

test.each([
  [
    'Mit jedem Grad, den es wärmer wird, wird die Orgel höher.',
    'Mit jedem Grad, den es wärmer wird, wird die Orgel höher.',
  ],
  ['Ich kenne alle, die, die Orgeln bauen.', 'Ich kenne alle, die, die Orgeln bauen.'],
  ['Wenn es heute klingt, klingt es immer.', 'Wenn es heute klingt, klingt es immer.'],
  ['Wir hören auf, auf den Wind zu warten.', 'Wir hören auf, auf den Wind zu warten.'],
  ['Alle sehen klar klar gestimmte Glocken.', 'Alle sehen klar klar gestimmte Glocken.'],
  ['Ich weiß, dass sie sie braucht.', 'Ich weiß, dass sie sie braucht.'],
  ['Die Orgel klingt und, und der Wind steht.', 'Die Orgel klingt und der Wind steht.'],
])('in German two verbs may meet at a comma: %s', (said, kept) => {
  expect(cleanedText(said, 'de')).toBe(kept);
});

test('the verifier takes a word that may be meant twice for left out', () => {
  const { turns } = readClosely('The bell that the tower had, had cracked.');
  const [text = ''] = turns.map((turn) => turn.text);
  const [left, right] = [text.indexOf('had,'), text.indexOf('had cracked')];
  const statement = {
    text: text.slice(0, left) + text.slice(right),
    kind: 'trimmed' as const,
    anchors: [
      { turn: 1, words: [0, left] as const },
      { turn: 1, words: [right, text.length] as const },
    ],
  };
  const evidence = { turns, details: [], people: [], chapters: [], speech: speechIn(turns, []) };
  expect(verifyStatement('it', statement, evidence)).toEqual([
    { part: 'it', message: 'leaves out "had,", which is no filler' },
  ]);
});

test.each([
  ['{sentence1}{continuation1}', 'A bell is, ', 'cold at night.', []],
  ['{sentence1}{continuation1}', 'A bell ', 'cold at night.', ['leaves out "is, um,", which is no filler']],
  ['{sentence1} {continuation1}', 'A bell is, ', 'cold at night.', ['{continuation1} continues nothing']],
  ['{sentence1}{continuation1}', 'An ', 'nurse rings.', ['leaves out "ER", which is no filler']],
  ['{sentence1}{continuation1}', 'A song of Duran ', 'rings.', ['leaves out "Duran", which is no filler']],
])('a sentence is continued behind fillers alone: %s %s', (template, first, rest, messages) => {
  const { turns } = readClosely('A bell is, um, cold at night. An ER nurse rings. A song of Duran Duran rings.');
  const [said = ''] = turns.map(({ text }) => text);
  const slotOf = (text: string) => {
    const from = said.lastIndexOf(text);
    return { text, anchor: { turn: 1, words: [from, from + text.length] as const } };
  };
  const slots = { sentence1: slotOf(first), continuation1: slotOf(rest) };
  const text = template.replace('{sentence1}', first).replace('{continuation1}', rest);
  const evidence = { turns, details: [], people: [], chapters: [], speech: speechIn(turns, []) };
  const statement = { text, kind: 'composed' as const, anchors: [], composition: { template, slots } };
  expect(verifyStatement('it', statement, evidence).map(({ message }) => message)).toEqual(messages);
});

test('no word over which people stumble may be meant twice in another language, for then it would never go', () => {
  const words = Object.values(STUMBLED_OVER).flatMap((each) => [...each]);
  expect(words.filter((word) => DOUBLED.has(word))).toEqual([]);
});

test('what is left passes the verifier, whatever is said between the words', () => {
  const word = fc.constantFrom(
    'bell',
    'cold',
    'cracks',
    'and',
    'so',
    'um',
    'uh',
    'you know',
    'like',
    'i mean',
    'the',
    'is',
  );
  const said = fc.array(fc.tuple(word, fc.constantFrom(' ', ', ')), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(said, (words) => {
      const text = `The ${words.map(([each, gap]) => each + gap).join('')}bell rings.`;
      const { turns, sentences } = readClosely(text);
      const [sentence] = sentences;
      if (!sentence) throw new Error('no sentence');
      const evidence = { turns, details: [], people: [], chapters: [], speech: speechIn(turns, []) };
      expect(verifyStatement('it', cleaned(sentence, 'en'), evidence)).toEqual([]);
    }),
  );
});
