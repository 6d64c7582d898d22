import MiniSearch from 'minisearch';
import { searchDocumentOf, searchEntriesOf } from '../../lambdas/domain/show/search';
import { problemsOf } from '../support/schemas';
import { catalogue, showNotes, turns } from '../support/show-notes';

const search = searchDocumentOf(catalogue, searchEntriesOf(showNotes, turns));

test('the search index is valid, and every turn that it names is there', () => {
  expect(problemsOf('SearchDocument', search)).toEqual([]);
  expect(new Set(search.entries.map(({ id }) => id)).size).toBe(search.entries.length);
  const named = search.entries.flatMap((entry) => entry.turns);
  expect(named.filter((turn) => turn < 1 || turn > turns.turns.length)).toEqual([]);
});

test('minisearch takes the entries as they are', () => {
  const index = new MiniSearch({ fields: ['text', 'variants'], storeFields: ['episode', 'kind', 'turns'] });
  index.addAll(search.entries);
  const [best] = index.search('Tomasz');
  expect(best).toMatchObject({ episode: 'the-year-bell', kind: 'person', turns: [2] });
  expect(index.search('lathe', { prefix: true })[0]).toMatchObject({ kind: 'key-point', turns: [4] });
});

test('quotes and the summary are found, each with the turns it is from', () => {
  const [quote] = showNotes.quotes;
  expect(search.entries).toContainEqual(
    expect.objectContaining({ kind: 'quote', text: quote?.text, turns: [quote?.turn] }),
  );
  const summary = search.entries.find(({ kind }) => kind === 'summary');
  expect(summary?.text).toBe(showNotes.summary.text);
  expect(summary?.turns).toEqual(summary?.turns.toSorted((a, b) => a - b));
});
