import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderObjects } from '../../local/objects/folder-objects';
import { describeObjectStore } from '../support/object-store-contract';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'folder-objects-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const bytes = (text: string): Uint8Array => Buffer.from(text);

describeObjectStore('a folder', async () => folderObjects(join(root, 'bucket')), { longestKey: 700, manyKeys: 150 });

function drop(path: string, text = path): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe('what lies in the folder', () => {
  test.each([
    ['shows/tea/%2Ehidden.md', 'shows/tea/.hidden.md'],
    ['shows/tea/%20both%20', 'shows/tea/ both '],
    ['shows/tea/%63on.md', 'shows/tea/con.md'],
    ['shows/%4Eul/50%25.md', 'shows/Nul/50%.md'],
    ['shows/tea/a%3Fb%0A.md', 'shows/tea/a?b\n.md'],
    ['shows/tea/console.md', 'shows/tea/console.md'],
  ])('%s is written for a key that a file system would not take', async (name, key) => {
    await folderObjects(root).put(key, bytes(key));
    expect(readFileSync(join(root, name), 'utf8')).toBe(key);
  });

  test.each([
    ['shows/tea/Cafe\u0301.md', 'shows/tea/Café.md'],
    ['shows/Cafe\u0301/one.md', 'shows/Café/one.md'],
    ['shows/tea/50% off.md', 'shows/tea/50% off.md'],
    ['shows/tea/what?.md', 'shows/tea/what?.md'],
    ['shows/tea/a%2Fb.md', 'shows/tea/a%2Fb.md'],
    ['shows/tea/%41.md', 'shows/tea/%41.md'],
  ])('a file dropped in as %s is an object, however it is spelt', async (path, key) => {
    drop(path, 'dropped');
    const objects = folderObjects(root);
    expect((await objects.list('shows/')).map((listed) => listed.key)).toEqual([key]);
    expect(await objects.get(key)).toMatchObject({ body: Buffer.from('dropped') });
    await objects.put(key, bytes('put'));
    expect(readFileSync(join(root, path), 'utf8')).toBe('put');
    expect(await objects.list('shows/')).toHaveLength(1);
    await objects.remove(key);
    expect(await objects.list('')).toEqual([]);
  });

  test('names that begin with a dot are no objects', async () => {
    drop('shows/tea/.DS_Store');
    drop('shows/.git/config');
    drop('.tmp/1-1');
    const objects = folderObjects(root);
    expect(await objects.list('')).toEqual([]);
    expect(await objects.folders('shows/')).toEqual([]);
  });

  test('what a killed process left half written is swept away by the first write, never by a reader', async () => {
    drop('.tmp/99-1', 'half of a tran');
    const objects = folderObjects(root);
    await objects.list('');
    expect(readdirSync(join(root, '.tmp'))).toEqual(['99-1']);
    await objects.put('a', bytes('a'));
    expect(readdirSync(join(root, '.tmp'))).toEqual([]);
  });

  test('a reader beside a writer sees one upload or the other, whole', async () => {
    const objects = folderObjects(root);
    const bodies = ['x'.repeat(200_000), 'y'.repeat(300_000)];
    await objects.put('shows/tea/one.md', bytes(`${bodies[0]}`));
    const writing = Promise.all(
      Array.from({ length: 40 }, (_, at) => objects.put('shows/tea/one.md', bytes(`${bodies[at % 2]}`))),
    );
    let isWriting = true;
    const done = writing.finally(() => {
      isWriting = false;
    });
    while (isWriting)
      expect(bodies).toContain(Buffer.from((await objects.get('shows/tea/one.md'))?.body ?? []).toString());
    expect(await done).toHaveLength(40);
  });

  test('an edit in place is seen by the next listing, though size and second are the same', async () => {
    const objects = folderObjects(root);
    drop('shows/tea/one.md', 'tea');
    const [before] = await objects.list('shows/');
    drop('shows/tea/one.md', 'pot');
    const [after] = await objects.list('shows/');
    expect(after?.etag).not.toBe(before?.etag);
  });
});

describe('what a folder cannot keep is refused by name', () => {
  test.each([
    ['', 'empty'],
    ['/a', 'empty'],
    ['a//b', 'empty'],
    ['a/', 'empty'],
    ['Cafe\u0301.md', 'normalisation form'],
    ['\ud83c.md', 'not Unicode'],
    [`${'n'.repeat(241)}`, '240'],
    [`${'?'.repeat(81)}`, '240'],
    [`${'many/'.repeat(140)}x`, '700'],
  ])('%j', async (key, reason) => {
    const objects = folderObjects(root);
    await expect(objects.put(key, bytes('x'))).rejects.toThrow(expect.objectContaining({ name: 'UnstorableKeyError' }));
    await expect(objects.put(key, bytes('x'))).rejects.toThrow(reason);
    expect(await objects.get(key)).toBeUndefined();
    expect(await objects.remove(key)).toBe(true);
    expect(await objects.list('')).toEqual([]);
  });

  test.each([
    ['a', 'a/b', 'not a folder'],
    ['a/b', 'a', 'objects below'],
    ['tea/one.md', 'tea/One.md', 'case only'],
    ['tea/one.md', 'Tea/two.md', 'case only'],
  ])('beside %s there is no %s', async (first, second, reason) => {
    const objects = folderObjects(root);
    await objects.put(first, bytes('x'));
    await expect(objects.put(second, bytes('y'))).rejects.toThrow(reason);
    expect((await objects.list('')).map(({ key }) => key)).toEqual([first]);
  });

  test('of two that differ in case only and come at once, one is kept', async () => {
    const objects = folderObjects(root);
    const answers = await Promise.allSettled([objects.put('One.md', bytes('1')), objects.put('one.md', bytes('2'))]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('a folder that has become empty is in nobody’s way', async () => {
    const objects = folderObjects(root);
    await objects.put('a/b/c', bytes('x'));
    await objects.remove('a/b/c');
    expect(await objects.put('a', bytes('y'))).toBe(true);
    mkdirSync(join(root, 'left-empty'));
    expect(await objects.put('left-empty', bytes('z'))).toBe(true);
  });
});
