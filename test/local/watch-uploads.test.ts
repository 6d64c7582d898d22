import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Look, uploadsWatcher, watchUploads } from '../../local/objects/watch-uploads';
import { manualTimers } from '../support/memory/manual-timers';

let root = '';
let look: Look;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'watch-uploads-'));
  look = uploadsWatcher(root);
});
afterEach(() => rmSync(root, { recursive: true }));

function write(key: string, text: string): void {
  mkdirSync(join(root, key, '..'), { recursive: true });
  writeFileSync(join(root, key), text);
}

async function looks(count: number): Promise<(readonly string[])[]> {
  const reports: (readonly string[])[] = [];
  for (let done = 0; done < count; done += 1) reports.push(await look());
  return reports;
}

test('all that is there is reported first, but nothing outside shows/ or with a dot', async () => {
  for (const key of ['shows/tea/one.md', 'shows/tea/show.yaml', 'receipts/tea/one.json', 'shows/tea/.one.md.swp']) {
    write(key, 'Ada: Hello.');
  }
  expect(await looks(3)).toEqual([[], ['shows/tea/one.md', 'shows/tea/show.yaml'], []]);
});

test('a change, a removal and a return are each reported once, and nothing else is', async () => {
  write('shows/tea/one.md', 'Ada: Hello.');
  await looks(2);
  write('shows/tea/one.md', 'Ada: Hello!');
  expect(await looks(3)).toEqual([[], ['shows/tea/one.md'], []]);
  rmSync(join(root, 'shows/tea/one.md'));
  expect(await looks(3)).toEqual([[], ['shows/tea/one.md'], []]);
  write('shows/tea/one.md', 'Ada: Hello.');
  expect(await looks(3)).toEqual([[], ['shows/tea/one.md'], []]);
});

test('a file is reported when it has stopped growing', async () => {
  for (let length = 1; length < 5; length += 1) {
    write('shows/tea/one.md', 'Ada: Hello. '.repeat(length));
    expect(await look()).toEqual([]);
  }
  expect(await look()).toEqual(['shows/tea/one.md']);
});

test('an editor that moves the old file away before it writes the new one withdraws nothing', async () => {
  write('shows/tea/one.md', 'Ada: Hello.');
  await looks(2);
  renameSync(join(root, 'shows/tea/one.md'), join(root, '.one.md~'));
  expect(await look()).toEqual([]);
  write('shows/tea/one.md', 'Ada: Hello again.');
  expect(await looks(3)).toEqual([[], ['shows/tea/one.md'], []]);
});

test('a look that fails is told and followed by another, and after the end there is none', async () => {
  const timers = manualTimers();
  const told: unknown[] = [];
  let count = 0;
  const stop = watchUploads(
    async () => {
      count += 1;
      if (count === 2) throw new Error('the folder cannot be read');
      return count === 3 ? ['shows/tea/one.md'] : [];
    },
    { timers, every: 500, onChange: (keys) => told.push(keys), onError: (error) => told.push(`${error}`) },
  );
  await timers.pass(1_499);
  expect([count, told]).toEqual([3, ['Error: the folder cannot be read', ['shows/tea/one.md']]]);
  stop();
  await timers.pass(60_000);
  expect(count).toBe(3);
});
