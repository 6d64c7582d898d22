import { type Episode, unknownEpisode } from '../../lambdas/domain/episode';
import type { Episodes } from '../../lambdas/domain/ports';
import type { Transcript } from '../../lambdas/domain/transcript';

const tea = { show: 'tea-time', episode: 'first-pot' };
const twenty = Array.from({ length: 20 }, (_, number) => number + 1);
const count = (answers: readonly boolean[], wanted: boolean): number => answers.filter((a) => a === wanted).length;

/** An episode with something in every field. */
const known: Episode = {
  ...unknownEpisode(tea),
  version: 1,
  latest: {
    outcome: 'rejected',
    uploadedAt: '2026-03-01T00:00:00.000Z',
    etag: '"900150983cd24fb0d6963f7d28e17f72"',
    parser: '7',
    upload: { key: 'shows/Tea Time/first pot.md', version: '1756-12' },
    reason: 'no-turns',
    message: 'nobody speaks in “first pot.md” ☕',
    line: 3,
  },
  current: { revision: '0f1e2d3c4b5a6978', upload: { key: 'shows/Tea Time/first pot.md', version: '1755-11' } },
  coming: ['00112233445566aa'],
  shown: '8899aabbccddeeff',
  announced: '8899aabbccddeeff',
  catalogue: {
    show: { id: 'tea-time', title: 'Tea Time', description: 'Slowly.' },
    entry: {
      id: 'first-pot',
      title: 'First pot',
      number: 1.5,
      language: 'en-GB',
      summary: '',
      people: [{ name: 'Ada Ó Briain', role: 'host' }],
      publication: '8899aabbccddeeff',
      page: '/shows/tea-time/first-pot/index.html',
      showNotes: '/shows/tea-time/first-pot/show-notes.json',
    },
  },
  superseded: [{ kind: 'publication', id: '7766554433221100', at: '2026-03-01T09:30:00.000Z' }],
};

/** A conversation of many turns, with something in every field of a transcript. */
function longTranscript(turns: number, said: string): Transcript {
  return {
    format: 'labelled-text',
    turns: Array.from({ length: turns }, (_, index) => ({
      speaker: index % 2 === 0 ? 'ADA' : '',
      text: `${index}: ${said.repeat(1 + (index % 3))}\n\nAnd then?`,
      line: 2 * index + 7,
      ...(index % 2 === 0 && { startTime: index * 1.25, endTime: index * 1.25 + 1 }),
      ...(index % 5 === 0 && { times: [0, index, 4, index + 0.5] }),
      spans: index % 7 === 0 ? [{ kind: 'link', words: [0, 2], url: '#' } as const] : [],
    })),
    warnings: [{ line: 12, message: 'a link leads nowhere' }, { message: 'no title' }],
    frontMatter: { text: 'title: First pot\n', line: 2 },
    headings: [{ text: 'Water', line: 5, level: 2, beforeTurn: 1 }],
    preface: [{ text: 'Brewed in one take.', line: 4 }],
    events: [{ label: 'MUSIC', text: '', line: 6, beforeTurn: 1, startTime: 0 }],
    language: 'en',
  };
}

/** The promises of the episodes port, kept alike by the table and the fake. `make` returns an empty one. */
export function describeEpisodes(name: string, make: () => Promise<Episodes>): void {
  describe(`${name} keeps the promises of the episodes port`, () => {
    let episodes: Episodes;
    beforeEach(async () => {
      episodes = await make();
    });

    test('an episode comes out as it went in', async () => {
      expect(await episodes.find(tea)).toBeUndefined();
      expect(await episodes.swap(known)).toBe(true);
      expect(await episodes.find(tea)).toEqual(known);
      const bare = { ...unknownEpisode(tea), version: 2 };
      expect(await episodes.swap(bare)).toBe(true);
      expect(await episodes.find(tea)).toEqual(bare);
    });

    test('a swap holds only against the version before it', async () => {
      const at = (version: number): Episode => ({ ...known, version });
      expect(await episodes.swap(at(2))).toBe(false);
      expect(await episodes.find(tea)).toBeUndefined();
      expect(await episodes.swap(at(1))).toBe(true);
      expect(await episodes.swap(at(1))).toBe(false);
      expect(await episodes.swap(at(3))).toBe(false);
      expect(await episodes.swap(at(2))).toBe(true);
      expect(await episodes.swap(at(2))).toBe(false);
      expect((await episodes.find(tea))?.version).toBe(2);
    });

    test('of twenty who swap at once, one wins, for the first version as for later ones', async () => {
      for (const version of [1, 2, 3]) {
        const bids = twenty.map((number) => ({ ...known, version, shown: `publication ${number}` }));
        const answers = await Promise.all(bids.map((bid) => episodes.swap(bid)));
        expect(count(answers, true)).toBe(1);
        expect(await episodes.find(tea)).toEqual(bids[answers.indexOf(true)]);
      }
    });

    test('a show has its own episodes, by id, those of which nothing is left included', async () => {
      for (const episode of ['zebra', 'apple', 'b', 'a-1']) {
        await episodes.swap({ ...unknownEpisode({ show: 'tea-time', episode }), version: 1 });
      }
      await episodes.swap({ ...unknownEpisode({ show: 'tea', episode: 'other' }), version: 1 });
      await episodes.saveRevision(tea, '0f1e2d3c4b5a6978', longTranscript(2, 'Tea?'));
      const found = await episodes.ofShow('tea-time');
      expect(found.map(({ episode }) => episode)).toEqual(['a-1', 'apple', 'b', 'zebra']);
      expect(found[0]).toEqual({ ...unknownEpisode({ show: 'tea-time', episode: 'a-1' }), version: 1 });
      expect(await episodes.ofShow('coffee')).toEqual([]);
    });

    test('a show of more than a megabyte is read whole', async () => {
      const names = Array.from({ length: 30 }, (_, number) => `pot-${String(number).padStart(3, '0')}`);
      const keys = Array.from({ length: 40 }, (_, number) => `shows/tea-time/${'long name '.repeat(100)}${number}.md`);
      await Promise.all(
        names.map((episode) =>
          episodes.swap({
            ...unknownEpisode({ show: 'tea-time', episode }),
            version: 1,
            latest: { outcome: 'ambiguous', keys },
          }),
        ),
      );
      const found = await episodes.ofShow('tea-time');
      expect(found.map(({ episode }) => episode)).toEqual(names);
      expect(found.every(({ latest }) => latest.outcome === 'ambiguous' && latest.keys.length === 40)).toBe(true);
    });

    test('a show’s episodes can be read some at a time, from any id on', async () => {
      const names = ['a', 'a-1', 'b', 'c'];
      for (const episode of names)
        await episodes.swap({ ...unknownEpisode({ show: 'tea-time', episode }), version: 1 });
      await episodes.swap({ ...unknownEpisode({ show: 'tea-time-2', episode: 'z' }), version: 1 });
      const read = async (from: string, most: number) =>
        (await episodes.someOfShow('tea-time', from, most)).map(({ episode }) => episode);
      expect(await read('', 10)).toEqual(names);
      expect(await read('', 2)).toEqual(['a', 'a-1']);
      expect(await read('a-', 2)).toEqual(['a-1', 'b']);
      expect(await read('d', 2)).toEqual([]);
    });

    test('a revision of 1,500 turns comes out as it went in', async () => {
      const transcript = longTranscript(
        1_500,
        'Milk first, or tea first? 🫖 Tea, and then we talk about it. '.repeat(12),
      );
      await episodes.saveRevision(tea, '0f1e2d3c4b5a6978', transcript);
      expect(await episodes.loadRevision(tea, '0f1e2d3c4b5a6978')).toEqual(transcript);
    }, 30_000);

    test('a turn longer than an item may be comes out as it went in', async () => {
      const transcript = longTranscript(2, `${'a'.repeat(59_999)}🫖${'é'.repeat(200_000)}`);
      await episodes.saveRevision(tea, '0f1e2d3c4b5a6978', transcript);
      expect(await episodes.loadRevision(tea, '0f1e2d3c4b5a6978')).toEqual(transcript);
    });

    test('revisions are kept apart, and one that is saved again is the same', async () => {
      const [first, second] = [longTranscript(30, 'Tea?'), longTranscript(3, 'Coffee?')];
      const { language: _, frontMatter: __, ...bare } = second;
      await episodes.saveRevision(tea, '0f1e2d3c4b5a6978', first);
      await episodes.saveRevision(tea, 'a0a1a2a3a4a5a6a7', bare);
      await episodes.saveRevision({ ...tea, episode: 'second-pot' }, '0f1e2d3c4b5a6978', second);
      await episodes.saveRevision(tea, '0f1e2d3c4b5a6978', first);
      expect(await episodes.loadRevision(tea, '0f1e2d3c4b5a6978')).toEqual(first);
      expect(await episodes.loadRevision(tea, 'a0a1a2a3a4a5a6a7')).toEqual(bare);
      expect(await episodes.loadRevision(tea, 'ffffffffffffffff')).toBeUndefined();
      expect(await episodes.loadRevision({ show: 'tea-time', episode: 'third' }, '0f1e2d3c4b5a6978')).toBeUndefined();
    });

    test('a publication is noted beside revisions and episodes, and disturbs neither', async () => {
      await episodes.swap(known);
      await episodes.saveRevision(tea, '0f1e2d3c4b5a6978', longTranscript(2, 'Tea?'));
      const note = {
        publication: '8899aabbccddeeff',
        revision: '0f1e2d3c4b5a6978',
        files: ['turns.json'],
        savedAt: '2026-03-01T09:30:00.000Z',
      };
      await episodes.savePublication(tea, note);
      await episodes.savePublication(tea, note);
      expect(await episodes.find(tea)).toEqual(known);
      expect(await episodes.ofShow('tea-time')).toEqual([known]);
      expect((await episodes.loadRevision(tea, '0f1e2d3c4b5a6978'))?.turns).toHaveLength(2);
      expect(await episodes.kept(tea)).toEqual({ revisions: ['0f1e2d3c4b5a6978'], publications: [note] });
    });

    test('what is removed is gone, every turn of it, and nothing else is', async () => {
      await episodes.saveRevision(tea, '0f1e2d3c4b5a6978', longTranscript(40, 'Tea?'));
      await episodes.saveRevision(tea, 'a0a1a2a3a4a5a6a7', longTranscript(3, 'Milk?'));
      await episodes.removeRevision(tea, '0f1e2d3c4b5a6978');
      await episodes.removeRevision(tea, 'ffffffffffffffff');
      await episodes.removePublication(tea, '8899aabbccddeeff');
      expect(await episodes.loadRevision(tea, '0f1e2d3c4b5a6978')).toBeUndefined();
      expect(await episodes.kept(tea)).toEqual({ revisions: ['a0a1a2a3a4a5a6a7'], publications: [] });
      expect((await episodes.loadRevision(tea, 'a0a1a2a3a4a5a6a7'))?.turns).toHaveLength(3);
    });
  });
}
