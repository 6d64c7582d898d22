import { createHash } from 'node:crypto';
import type { ObjectStore, StoredObject } from '../../lambdas/domain/ports';

/** What an engine may differ in. Bytes; a folder's keys are shorter than a bucket's. */
export interface ObjectStoreLimits {
  readonly longestKey: number;
  /** Over 1,000 an S3 listing has several pages. */
  readonly manyKeys: number;
}

const bytes = (text: string): Uint8Array => Buffer.from(text);
const textOf = (found: StoredObject | undefined): string | undefined => found && Buffer.from(found.body).toString();
const md5 = (text: string): string => `"${createHash('md5').update(text).digest('hex')}"`;
const count = (answers: readonly boolean[], wanted: boolean): number => answers.filter((a) => a === wanted).length;
const twenty = Array.from({ length: 20 }, (_, number) => `written by number ${number + 1}`);

/** The promises of the object port, kept alike by a bucket, a folder and the fake. `make` returns an empty store. */
export function describeObjectStore(
  name: string,
  make: () => Promise<ObjectStore>,
  { longestKey, manyKeys }: ObjectStoreLimits = { longestKey: 700, manyKeys: 1_050 },
): void {
  describe(`${name} keeps the promises of an object store`, () => {
    let objects: ObjectStore;
    beforeEach(async () => {
      objects = await make();
    });

    test('what was put can be read at once, byte for byte', async () => {
      const body = Uint8Array.from({ length: 256 }, (_, value) => value);
      expect(await objects.put('shows/tea/one.md', body)).toBe(true);
      const found = await objects.get('shows/tea/one.md');
      expect([...(found?.body ?? [])]).toEqual([...body]);
      await objects.put('shows/tea/one.md', bytes('again'));
      expect(textOf(await objects.get('shows/tea/one.md'))).toBe('again');
      await objects.put('shows/tea/empty.md', bytes(''));
      expect(textOf(await objects.get('shows/tea/empty.md'))).toBe('');
    });

    test('what is absent is undefined, and removing it is no failure', async () => {
      await objects.put('shows/tea/one.md', bytes('one'));
      for (const key of ['shows/tea/two.md', 'shows/tea/one.md/deeper', 'shows/tea', 'shows/coffee/one.md', 'x']) {
        expect(await objects.get(key)).toBeUndefined();
        expect(await objects.head(key)).toBeUndefined();
        expect(await objects.remove(key)).toBe(true);
      }
      expect(textOf(await objects.get('shows/tea/one.md'))).toBe('one');
    });

    test('the tag is the quoted MD5 of the body; the version tells uploads of the same body apart', async () => {
      const versions = new Set<string>();
      for (const body of ['same', 'same', 'other', 'same']) {
        await objects.put('shows/tea/one.md', bytes(body));
        const found = await objects.head('shows/tea/one.md');
        expect(found).toEqual({ etag: md5(body), version: expect.any(String), writtenAt: expect.any(String) });
        const [listed] = await objects.list('shows/tea/');
        expect(listed?.writtenAt).toBe(found?.writtenAt);
        expect(await objects.get('shows/tea/one.md')).toEqual({ ...found, body: expect.anything() });
        versions.add(`${found?.version}`);
      }
      expect(versions.size).toBe(4);
    });

    test('reading does not change the version', async () => {
      await objects.put('shows/tea/one.md', bytes('one'));
      const before = await objects.head('shows/tea/one.md');
      await objects.get('shows/tea/one.md');
      await objects.list('shows/');
      expect(await objects.head('shows/tea/one.md')).toEqual(before);
    });

    test('ifAbsent writes where nothing is, and nowhere else', async () => {
      expect(await objects.put('a/pointer.json', bytes('first'), { ifAbsent: true })).toBe(true);
      expect(await objects.put('a/pointer.json', bytes('second'), { ifAbsent: true })).toBe(false);
      expect(textOf(await objects.get('a/pointer.json'))).toBe('first');
      await objects.remove('a/pointer.json');
      expect(await objects.put('a/pointer.json', bytes('third'), { ifAbsent: true })).toBe(true);
    });

    test('ifMatch writes over what the tag names, and nothing else', async () => {
      expect(await objects.put('a/pointer.json', bytes('new'), { ifMatch: md5('old') })).toBe(false);
      expect(await objects.get('a/pointer.json')).toBeUndefined();
      await objects.put('a/pointer.json', bytes('old'));
      expect(await objects.put('a/pointer.json', bytes('new'), { ifMatch: md5('older') })).toBe(false);
      expect(textOf(await objects.get('a/pointer.json'))).toBe('old');
      expect(await objects.put('a/pointer.json', bytes('new'), { ifMatch: md5('old') })).toBe(true);
      expect(await objects.put('a/pointer.json', bytes('newer'), { ifMatch: md5('old') })).toBe(false);
      expect(textOf(await objects.get('a/pointer.json'))).toBe('new');
    });

    test('remove with ifMatch removes what the tag names, and nothing else', async () => {
      await objects.put('a/pointer.json', bytes('new'));
      expect(await objects.remove('a/pointer.json', { ifMatch: md5('old') })).toBe(false);
      expect(textOf(await objects.get('a/pointer.json'))).toBe('new');
      expect(await objects.remove('a/pointer.json', { ifMatch: md5('new') })).toBe(true);
      expect(await objects.get('a/pointer.json')).toBeUndefined();
      expect(await objects.list('a/')).toEqual([]);
    });

    test('of twenty who write at once where nothing is, one wins', async () => {
      const answers = await Promise.all(
        twenty.map((body) => objects.put('race/pointer.json', bytes(body), { ifAbsent: true })),
      );
      expect(count(answers, true)).toBe(1);
      expect(textOf(await objects.get('race/pointer.json'))).toBe(twenty[answers.indexOf(true)]);
    });

    test('of twenty who swap at once, one wins', async () => {
      await objects.put('race/pointer.json', bytes('old'));
      const answers = await Promise.all(
        twenty.map((body) => objects.put('race/pointer.json', bytes(body), { ifMatch: md5('old') })),
      );
      expect(count(answers, true)).toBe(1);
      expect(textOf(await objects.get('race/pointer.json'))).toBe(twenty[answers.indexOf(true)]);
    });

    test('list gives every object below a prefix, by the bytes of its key, with tag and size', async () => {
      const keys = ['a/b.md', 'a/b/c.md', 'a/b-c.md', 'a/Z.md', 'a/ﬀ.md', 'a/🍵.md', 'ab/c.md', 'b/a.md'];
      for (const key of keys) await objects.put(key, bytes(key));
      const expected = (prefix: string) =>
        keys
          .filter((key) => key.startsWith(prefix))
          .sort((one, other) => Buffer.compare(bytes(one), bytes(other)))
          .map((key) => ({ key, etag: md5(key), size: bytes(key).length, writtenAt: expect.any(String) }));
      for (const prefix of ['', 'a', 'a/', 'a/b', 'a/b/', 'b/a.md', 'c/']) {
        expect(await objects.list(prefix)).toEqual(expected(prefix));
      }
    });

    test('folders gives the next segments that have objects below them', async () => {
      for (const key of ['shows/tea/1.md', 'shows/tea/deep/2.md', 'shows/Bread & butter/1.md', 'shows/loose.md']) {
        await objects.put(key, bytes('x'));
      }
      expect(await objects.folders('shows/')).toEqual(['Bread & butter', 'tea']);
      expect(await objects.folders('shows/tea/')).toEqual(['deep']);
      expect(await objects.folders('shows/none/')).toEqual([]);
      await objects.remove('shows/tea/1.md');
      await objects.remove('shows/tea/deep/2.md');
      expect(await objects.folders('shows/')).toEqual(['Bread & butter']);
    });

    test(`${manyKeys} objects are all listed`, async () => {
      const keys = Array.from({ length: manyKeys }, (_, number) => `many/${String(number).padStart(5, '0')}.json`);
      for (let from = 0; from < keys.length; from += 50) {
        await Promise.all(keys.slice(from, from + 50).map((key) => objects.put(key, bytes('{}'))));
      }
      expect((await objects.list('many/')).map(({ key }) => key)).toEqual(keys);
    });

    test.each([
      'shows/tea time/first pot.md',
      'shows/tea/milk + sugar.md',
      'shows/tea/100% leaves%20.md',
      'shows/tea/Čaj se smetanou, prosím.md',
      'shows/tea/お茶の時間 🍵.md',
      'shows/Tea/LOUD.MD',
      'shows/tea/what? "this": a <tea|time> \\ *.md',
      'shows/tea/con.md',
      'shows/tea/aux',
      'shows/tea/ends with a dot.',
      'shows/tea/...',
      'shows/tea/ spaces around ',
      'shows/tea/~tilde&=@$,;!#.md',
      'shows/__proto__/constructor.md',
    ])('an odd key goes in and comes out as it is: %s', async (key) => {
      await objects.put(key, bytes(key));
      expect(textOf(await objects.get(key))).toBe(key);
      expect(await objects.list('shows/')).toEqual([
        { key, etag: md5(key), size: bytes(key).length, writtenAt: expect.any(String) },
      ]);
      expect(await objects.folders('shows/')).toEqual([key.split('/')[1]]);
      expect(await objects.remove(key, { ifMatch: md5(key) })).toBe(true);
      expect(await objects.list('')).toEqual([]);
    });

    test(`a key of ${longestKey} bytes goes in and comes out`, async () => {
      const part = `${'long '.repeat(39)}part`;
      const key = `${`${part}/`.repeat(Math.ceil(longestKey / 200))}`.slice(0, longestKey - 3).concat('.md');
      expect(bytes(key)).toHaveLength(longestKey);
      expect(await objects.put(key, bytes('far away'), { ifAbsent: true })).toBe(true);
      expect(textOf(await objects.get(key))).toBe('far away');
      expect((await objects.list('long')).map((listed) => listed.key)).toEqual([key]);
    });
  });
}
