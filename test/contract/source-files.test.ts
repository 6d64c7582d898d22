import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { faultsOf, readDetails } from '../../lambdas/domain/details';
import { spoken } from '../support/conversations/spoken';
import { fc } from '../support/laws';
import { problemsOf } from '../support/schemas';

const page = readFileSync(join(__dirname, '../../docs/show-and-episode-files.md'), 'utf8');
const [show = '', episode = ''] = page
  .split('```yaml\n')
  .slice(1)
  .map((rest) => `${rest.split('```')[0]}`);

/** The places of a file at which another value may stand. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, child]) =>
    placesIn(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...below].filter(([first]) => first !== undefined && first !== 'theme');
}

function withAt(value: unknown, [key, ...rest]: readonly (string | number)[], other: unknown): unknown {
  if (key === undefined) return other;
  if (Array.isArray(value)) return value.map((child, index) => (index === key ? withAt(child, rest, other) : child));
  const map = value as Readonly<Record<string, unknown>>;
  return { ...map, [key]: withAt(map[key], rest, other) };
}

const others = [
  ...['Assam', 'https://tea.example', 'mailto:a@tea.example', 'host', 'x', 'en', '2026-03-01', '12', 'true', '', ' '],
  ...[12, true, null, [], ['Assam'], [['Assam']], {}, { text: 'Tea' }, { url: 'https://tea.example' }, { x: {} }],
];

function readerAccepts(kind: 'ShowFile' | 'EpisodeFile', text: string): boolean {
  const file = { key: 'file.yaml', text };
  const beside = kind === 'ShowFile' ? { showFile: file } : { episodeFile: file };
  if (faultsOf(beside).length > 0) return false;
  const sources = { transcript: spoken('MAJA: Tea?'), transcriptName: 'first-pot.md', showId: 'slow-tea' };
  return !readDetails({ ...sources, ...beside }).warnings.some(({ message }) => message.includes('is no known key'));
}

test.each([
  ['ShowFile', show],
  ['EpisodeFile', episode],
] as const)('schema and reader of %s say the same of files in which one value is another', (kind, example) => {
  const whole: unknown = parse(example);
  expect(problemsOf(kind, whole)).toEqual([]);
  fc.assert(
    fc.property(fc.constantFrom(...placesIn(whole)), fc.constantFrom(...others), (path, other) => {
      const text = stringify(withAt(whole, path, other), { nullStr: '' });
      expect([text, problemsOf(kind, parse(text)).length === 0]).toEqual([text, readerAccepts(kind, text)]);
    }),
    { numRuns: 300 },
  );
});
