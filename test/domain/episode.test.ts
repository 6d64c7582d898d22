import { type Episode, unknownEpisode, withComing, withLatest, withShown } from '../../lambdas/domain/episode';

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

test('two hundred publications that are shown no longer are remembered, however many revisions there were', () => {
  const upload = {
    upload: { key: 'shows/tide-tables/ebb.md', version: '1' },
    etag: '"1"',
    uploadedAt: NOW,
    parser: '1',
  };
  const corrected = Array.from({ length: 250 }, (_, index) => index).reduce((episode: Episode, index) => {
    const read = withLatest(episode, { ...upload, outcome: 'accepted', revision: `revision ${index}` }, NOW);
    return withShown(read, `publication ${index}`, note, NOW);
  }, unknownEpisode(id));
  const ids = (kind: string) => corrected.superseded.filter((one) => one.kind === kind).map((one) => one.id);
  expect([ids('publication').length, ids('publication')[0]]).toEqual([200, 'publication 49']);
  expect([ids('revision').length, ids('revision')[0]]).toEqual([200, 'revision 49']);
});
