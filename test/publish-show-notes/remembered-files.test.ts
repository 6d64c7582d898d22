import type { ObjectStore } from '../../lambdas/domain/ports';
import { rememberedFiles } from '../../lambdas/publish-show-notes/show/remembered-files';
import { memoryObjects } from '../support/memory/memory-objects';
import { parse, publish, upload, type Wrap, world } from '../support/memory/world';

const bytes = (count: number) => new Uint8Array(count);

/** A store that tells which objects were read. */
function watched(store: ObjectStore) {
  const read: string[] = [];
  const get: ObjectStore['get'] = async (key) => {
    read.push(key);
    return await store.get(key);
  };
  return { store: { ...store, get }, read };
}

test('what was found is read once; what is absent is asked for again', async () => {
  const objects = memoryObjects();
  const { store, read } = watched(objects);
  const files = rememberedFiles(store, 100);
  expect(await files.get('a')).toBeUndefined();
  await objects.put('a', bytes(10));
  for (let time = 0; time < 3; time += 1) expect((await files.get('a'))?.body).toHaveLength(10);
  expect(read).toEqual(['a', 'a']);
});

test('no more bytes are remembered than allowed: what was asked for longest ago goes first', async () => {
  const objects = memoryObjects();
  for (const key of ['a', 'b', 'c', 'd']) await objects.put(key, bytes(key === 'd' ? 200 : 40));
  const { store, read } = watched(objects);
  const files = rememberedFiles(store, 100);
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b', 'd', 'd']) await files.get(key);
  expect(read).toEqual(['a', 'b', 'c', 'b', 'd', 'd']);
});

test('a bulk upload reads the two files of each episode once, however many hints renew the catalogue', async () => {
  const here = world();
  const episodes = 20;
  const { store, read } = watched(here.published);
  const files = rememberedFiles(store, Number.POSITIVE_INFINITY);
  const wrap: Wrap = (port) => (Object.is(port, here.files) ? (files as unknown as typeof port) : port);
  for (let number = 0; number < episodes; number += 1) {
    await upload(here, `shows/tide-tables/tide-${number}.md`, '**MIRA:** This is Tide Tables.\n\n**JONAS:** Noon.\n');
    for (const hint of here.uploadsQueue.messages.splice(0)) await parse(here, hint);
    for (const hint of here.publicationsQueue.messages.splice(0)) await publish(here, hint, wrap);
    for (const hint of here.publicationsQueue.messages.splice(0)) await publish(here, hint, wrap);
  }
  expect(read.filter((key) => key.endsWith('/search-entries.json'))).toHaveLength(episodes);
});

test('the style sheet and its like are looked at once in a process', async () => {
  const here = world();
  const { store, read } = watched(here.published);
  const wrap: Wrap = (port) => (Object.is(port, here.published) ? (store as unknown as typeof port) : port);
  for (let number = 0; number < 3; number += 1) {
    await upload(here, `shows/tide-tables/tide-${number}.md`, '**MIRA:** This is Tide Tables.\n\n**JONAS:** Noon.\n');
    for (const hint of here.uploadsQueue.messages.splice(0)) await parse(here, hint);
    while (here.publicationsQueue.messages.length > 0) {
      for (const hint of here.publicationsQueue.messages.splice(0)) await publish(here, hint, wrap);
    }
  }
  expect(read.filter((key) => key.startsWith('site/'))).toHaveLength(1);
});
