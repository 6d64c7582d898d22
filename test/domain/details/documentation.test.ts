import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDetails, readShowFile } from '../../../lambdas/domain/details';
import { spoken } from '../../support/conversations/spoken';

const page = readFileSync(join(__dirname, '../../../docs/show-and-episode-files.md'), 'utf8');
const examples = page
  .split('```yaml\n')
  .slice(1)
  .map((rest) => `${rest.split('```')[0]}`);

/** The known keys, as the warning about an unknown one names them. */
const knownIn = (message: string): readonly string[] => message.split('known here are ')[1]?.split(', ') ?? [];

const read = (episodeFile: string) =>
  readDetails({
    transcript: spoken('MAJA: Tea?'),
    transcriptName: 'first-pot.md',
    showId: 'slow-tea',
    episodeFile: { key: 'first-pot.yaml', text: episodeFile },
  });
const readShow = (text: string) => readShowFile({ key: 'show.yaml', text });

test('the documented examples have every key and are read without a warning', () => {
  const [show = '', episode = ''] = examples;
  expect(readShow(show).warnings).toEqual([]);
  expect(read(episode).warnings).toEqual([]);
  const topKeys = (example: string) => [...example.matchAll(/^(\w+):/gmu)].map(([, key]) => `${key}`).toSorted();
  expect(topKeys(show)).toEqual(knownIn(`${readShow('qqqqqqqqqqqqqqqqqqqq: 1').warnings[0]?.message}`).toSorted());
  expect(topKeys(episode)).toEqual(knownIn(`${read('qqqqqqqqqqqqqqqqqqqq: 1').warnings[0]?.message}`).toSorted());
});

test('every key of the examples stands in a table', () => {
  const inTables = page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n');
  const keys = examples.flatMap((example) =>
    [...example.matchAll(/^ {0,2}([a-z][A-Za-z]*):/gmu)].map(([, key]) => key),
  );
  const spelt = (key: string | undefined) => new RegExp(`\`(?:\\w+\\.)?${key}[.\`]`, 'u');
  const own = keys.filter((key) => !['gongfu', 'mastodon', 'newsletter', 'name', 'text'].includes(`${key}`));
  expect(own.filter((key) => !spelt(key).test(inTables))).toEqual([]);
});
