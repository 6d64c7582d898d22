import { type Episode, unknownEpisode, withComing, withShown } from '../../lambdas/domain/episode';

const NOW = '2026-03-01T09:30:00.000Z';
const id = { show: 'tide-tables', episode: 'ebb' };
const announced: Episode = { ...unknownEpisode(id), shown: 'first', announced: 'first' };
const note = {
  show: { id: 'tide-tables', title: 'Tide Tables' },
  entry: {
    id: 'ebb',
    title: 'Ebb',
    language: 'en',
    summary: '',
    people: [],
    publication: 'second',
    page: '/shows/tide-tables/ebb/index.html',
    showNotes: '/shows/tide-tables/ebb/show-notes.json',
  },
};

test('an announcement counts for as long as nothing else is shown', () => {
  expect(withComing(announced, 'first', 'second', NOW).announced).toBe('first');
  expect(withShown(announced, 'first', note, NOW).announced).toBe('first');
  expect(withShown(announced, 'second', note, NOW).announced).toBeUndefined();
});

test('a pointer that others moved unseen takes the announcement back, even if it is moved back at once', () => {
  const coming = withComing(announced, 'second', 'first', NOW);
  expect(coming).toMatchObject({ shown: 'second', coming: ['first'] });
  expect(withShown(coming, 'first', note, NOW).announced).toBeUndefined();
});

test('a pointer that a stalled withdrawal took away after the announcement is told of again when it is back', () => {
  const coming = withComing(announced, undefined, 'first', NOW);
  expect(coming).toMatchObject({ shown: 'first', coming: ['first'] });
  expect(coming.announced).toBeUndefined();
});
