import { type Episode, unknownEpisode, withAnnounced, withPin } from '../../lambdas/domain/episode';
import { historyOf } from '../../lambdas/domain/episode/history';
import { historyLines } from '../../local/episode/history';

const id = { show: 'slow-tea', episode: 'first-pot' };
const episode: Episode = {
  ...withPin(withAnnounced(unknownEpisode(id), 'c3'), 'a1'),
  shown: 'c3',
  superseded: [
    { kind: 'publication', id: 'gone', at: '2026-02-01T08:00:00.000Z' },
    { kind: 'publication', id: 'a1', at: '2026-03-01T08:00:00.000Z' },
    { kind: 'revision', id: 'r1', at: '2026-03-01T08:00:00.000Z' },
    { kind: 'publication', id: 'b2', at: '2026-04-01T08:30:59.000Z' },
  ],
};
const note = (publication: string) => ({ publication, revision: 'r1', savedAt: '2026-01-31T07:00:00.000Z', files: [] });
const history = historyOf(episode, { revisions: ['r1', 'r9'], publications: ['a1', 'b2', 'c3', 'd4'].map(note) });

test('what is shown comes first, then the latest superseded, and only what is still kept', () => {
  expect(history.publications.map(({ publication, state, pinned }) => [publication, state, pinned])).toEqual([
    ['c3', 'current', false],
    ['b2', 'superseded', false],
    ['a1', 'superseded', true],
    ['d4', 'unused', false],
  ]);
  expect(history.revisions).toEqual([
    { revision: 'r1', state: 'superseded', supersededAt: '2026-03-01T08:00:00.000Z' },
    { revision: 'r9', state: 'unused' },
  ]);
});

test('a person reads it as two tables', () => {
  expect(historyLines(history)).toEqual([
    'slow-tea/first-pot: a1 is pinned',
    'publication  of revision  written',
    'c3           r1           2026-01-31 07:00  shown',
    'b2           r1           2026-01-31 07:00  superseded 2026-04-01 08:30',
    'a1           r1           2026-01-31 07:00  superseded 2026-03-01 08:00, pinned',
    'd4           r1           2026-01-31 07:00  never used, or long ago',
    'revision',
    'r1        superseded 2026-03-01 08:00',
    'r9        never used, or long ago',
  ]);
  expect(historyLines({ ...id, publications: [], revisions: [] })).toEqual([
    'slow-tea/first-pot: nothing is kept; it is withdrawn',
  ]);
});
