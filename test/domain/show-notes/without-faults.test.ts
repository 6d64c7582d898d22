import { type PublishedDocuments, verifyShowNotes } from '../../../lambdas/domain/show-notes/verify';
import { withoutFaults } from '../../../lambdas/domain/show-notes/verify/without-faults';
import { spoken, written } from '../../support/conversations/spoken';
import { INTERVIEW, PANEL } from '../../support/scripts';

const good = (): PublishedDocuments => written(spoken(INTERVIEW));

test.each([
  ['an interview', INTERVIEW],
  ['a panel', PANEL],
])('what holds stays as it is: %s', (_, script) => {
  const documents = written(spoken(script));
  expect(withoutFaults(documents)).toEqual({ showNotes: documents.showNotes, warnings: [] });
});

test('a key point and a quote that nobody said are left out, with a warning each, and the rest holds', () => {
  const documents = good();
  const { keyPoints, quotes } = documents.showNotes;
  const [point, ...points] = keyPoints;
  const [quote, ...others] = quotes;
  if (!point || !quote) throw new Error('the interview has no key point or no quote');
  const showNotes = {
    ...documents.showNotes,
    keyPoints: [{ ...point, text: `${point.text} Surely.` }, ...points],
    quotes: [{ ...quote, text: quote.text.toUpperCase() }, ...others],
  };
  const checked = withoutFaults({ ...documents, showNotes });
  expect(checked.showNotes.keyPoints).toEqual(points);
  expect(checked.showNotes.quotes).toEqual(others);
  expect(checked.warnings.map(({ message }) => message)).toEqual([
    expect.stringContaining('keyPoints[0]'),
    expect.stringContaining('quotes[0]'),
  ]);
  expect(verifyShowNotes({ ...documents, showNotes: checked.showNotes })).toEqual([]);
});

test('a summary or standfirst that does not hold gives way to the first words', () => {
  const documents = good();
  const broken = { ...documents.showNotes.summary, text: 'Everybody agreed on everything.' };
  const showNotes = { ...documents.showNotes, summary: broken, standfirst: broken };
  const checked = withoutFaults({ ...documents, showNotes });
  const said = documents.turns.turns[0]?.text ?? '';
  expect(said.startsWith(checked.showNotes.summary.text)).toBe(true);
  expect(checked.showNotes.standfirst).toMatchObject({
    kind: 'verbatim',
    anchors: [{ turn: 1, words: [0, expect.any(Number)] }],
  });
  expect(checked.warnings).toHaveLength(2);
});

test('what cannot be left out is not published', () => {
  const documents = good();
  const showNotes = { ...documents.showNotes, episode: { ...documents.showNotes.episode, title: 'Another title' } };
  expect(() => withoutFaults({ ...documents, showNotes })).toThrow('cannot be verified');
});
