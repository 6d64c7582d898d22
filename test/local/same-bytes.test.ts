import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../support/commands';

jest.setTimeout(120_000);

const SAMPLES = ['harbour-lights/the-tide-machine.md', 'formats/captions.vtt', 'formats/otter.txt'];

/** Places that differ in what could get into a file: days, numbers, the order of letters, their upper and lower case. */
const PLACES: readonly NodeJS.ProcessEnv[] = [
  { TZ: 'UTC', LC_ALL: 'C', LANG: 'C' },
  { TZ: 'Asia/Kolkata', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' },
  { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
];

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'same-bytes-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** All files that a process in that place writes, by path. What it publishes first must not matter to what comes next. */
async function published(place: NodeJS.ProcessEnv, index: number): Promise<Readonly<Record<string, string>>> {
  const folder = join(root, `${index}`);
  const samples = SAMPLES.map((sample) => join(__dirname, '../../samples', sample));
  const { code } = await runCommand('notes', ['--out', folder, ...(index % 2 ? samples.reverse() : samples)], place);
  expect(code).toBe(0);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = paths.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files
      .map((file) => [file.slice(folder.length), readFileSync(file, 'base64')])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );
}

test('the same bytes are published in every time zone and locale, by every process', async () => {
  const [first, ...others] = await Promise.all(PLACES.map(published));
  expect(Object.keys(first ?? {}).length).toBeGreaterThan(25);
  for (const other of others) expect(other).toEqual(first);
});
