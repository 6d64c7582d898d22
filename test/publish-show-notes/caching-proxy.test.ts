import { sha256 } from '../../lambdas/adapters/site-files';
import type { ShowNotes } from '../../lambdas/contract/published';
import { serveObjects, type WebServer } from '../../local/web-server';
import { type CachingProxy, serveCached } from '../support/caching-proxy';
import { settleAll, upload, world } from '../support/memory/world';

const transcript = (take: number): string =>
  `**MIRA:** Hello, I'm Mira Odell and this is take ${take}.\n\n**JONAS:** The tide comes in at noon.\n`;
const POINTER = '/shows/tides/ebb/show-notes.json';

const here = world();
let server: WebServer;
let proxy: CachingProxy;

beforeAll(async () => {
  const options = { port: 0, frontPage: async () => '', onError: (error: unknown) => Promise.reject(error) };
  server = await serveObjects(here.published, options);
  proxy = await serveCached(server.address);
});
afterAll(async () => {
  await proxy.close();
  await server.close();
});

const publish = async (take: number): Promise<void> => {
  await upload(here, 'shows/tides/ebb.md', transcript(take));
  await settleAll(here);
};

/** Reads the pointer and then every file that it names, while something happens before each of them. */
async function readAll(meanwhile: (file: number) => Promise<void>): Promise<readonly string[]> {
  const { base, files } = (await (await fetch(`${proxy.address}${POINTER}`)).json()) as ShowNotes;
  const wrong: string[] = [];
  for (const [index, file] of files.entries()) {
    await meanwhile(index);
    const answer = await fetch(`${proxy.address}${base}${file.href}`);
    const hash = sha256(new Uint8Array(await answer.arrayBuffer()));
    if (answer.status !== 200 || hash !== file.sha256) wrong.push(`${file.href} answers ${answer.status}`);
  }
  return wrong;
}

test('a reader who follows the pointer through a cache never meets a missing or a mixed file', async () => {
  let take = 0;
  await publish(take);
  for (let round = 0; round < 6; round += 1) {
    if (round % 2 === 0) proxy.expire();
    const wrong = await readAll(async (file) => {
      if (file % 2 !== round % 2) return;
      take += 1;
      await publish(take);
    });
    expect(wrong).toEqual([]);
  }
  expect(take).toBeGreaterThan(10);
  expect(proxy.hits()).toBeGreaterThan(10);
}, 60_000);

test('what is withdrawn is gone as soon as the cache asks again; what never changes a cache may keep', async () => {
  proxy.expire();
  const { base } = (await (await fetch(`${proxy.address}${POINTER}`)).json()) as ShowNotes;
  await fetch(`${proxy.address}${base}turns.json`);
  await upload(here, 'shows/tides/ebb.md', undefined);
  await settleAll(here);
  proxy.expire();
  const statusOf = async (address: string) => (await fetch(address)).status;
  for (const path of [POINTER, '/shows/tides/ebb/', '/shows/tides/ebb/index.html']) {
    expect(await statusOf(`${proxy.address}${path}`)).toBe(404);
  }
  expect(await statusOf(`${server.address}${base}turns.json`)).toBe(404);
  expect(await statusOf(`${proxy.address}${base}turns.json`)).toBe(200);
});
