import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOT_FOUND_PAGE_KEY } from '../../lambdas/contract/object-keys';
import { folderObjects } from '../../local/objects/folder-objects';
import { serveObjects, type WebServer } from '../../local/web-server';

const root = mkdtempSync(join(tmpdir(), 'web-server-'));
const errors: unknown[] = [];
let server: WebServer;

beforeAll(async () => {
  const published = folderObjects(join(root, 'published'));
  for (const key of [
    'shows/tea/index.html',
    'shows/tea/one/index.html',
    'shows/tea/one/show-notes.json',
    'shows/tea/one/0123abcd/turns.json',
    'shows/čaj/50% & more.md',
  ]) {
    await published.put(key, Buffer.from(`this is ${key}`));
  }
  writeFileSync(join(root, 'secret.txt'), 'not published');
  server = await serveObjects(published, {
    port: 0,
    frontPage: async () => '<!doctype html><title>Shows</title>',
    onError: (error) => errors.push(error),
  });
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
  expect(errors).toEqual([]);
});

const fetchPath = (path: string, init?: RequestInit) =>
  fetch(`${server.address}${path}`, { redirect: 'manual', ...init });

test.each([
  ['/', 'text/html; charset=utf-8', 'no-cache', '<!doctype html>'],
  ['/shows/tea/', 'text/html; charset=utf-8', 'no-cache', 'this is shows/tea/index.html'],
  ['/shows/tea/one/index.html?from=mail', 'text/html; charset=utf-8', 'no-cache', 'this is shows/tea/one/index.html'],
  [
    '/shows/tea/one/show-notes.json',
    'application/json; charset=utf-8',
    'no-cache',
    'this is shows/tea/one/show-notes.json',
  ],
  [
    '/shows/tea/one/0123abcd/turns.json',
    'application/json; charset=utf-8',
    'public, max-age=31536000, immutable',
    'this is shows/tea/one/0123abcd/turns.json',
  ],
  [
    '/shows/%C4%8Daj/50%25%20%26%20more.md',
    'text/markdown; charset=utf-8',
    'no-cache',
    'this is shows/čaj/50% & more.md',
  ],
])('%s is served with its type and caching', async (path, type, caching, beginning) => {
  const response = await fetchPath(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('cache-control')).toBe(caching);
  expect((await response.text()).startsWith(beginning)).toBe(true);
});

test('a visitor who has it already is told so', async () => {
  const first = await fetchPath('/shows/tea/one/show-notes.json');
  const etag = `${first.headers.get('etag')}`;
  expect(etag).toMatch(/^"[0-9a-f]{32}"$/u);
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await fetchPath('/shows/tea/one/show-notes.json', { headers: { 'if-none-match': known } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  }
  const other = await fetchPath('/shows/tea/one/show-notes.json', { headers: { 'if-none-match': '"other"' } });
  expect(other.status).toBe(200);
});

test('HEAD says what GET would, without a body', async () => {
  const [head, get] = [await fetchPath('/shows/tea/', { method: 'HEAD' }), await fetchPath('/shows/tea/')];
  expect([head.status, await head.text()]).toEqual([200, '']);
  for (const name of ['content-length', 'content-type', 'etag'])
    expect(head.headers.get(name)).toBe(get.headers.get(name));
});

test('a folder without its slash leads to the folder', async () => {
  const response = await fetchPath('/shows/tea/one');
  expect([response.status, response.headers.get('location')]).toEqual([301, '/shows/tea/one/']);
});

test.each([
  '/nothing',
  '/shows',
  '/shows/',
  '/shows/tea/two/',
  '/%',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '//',
  '/.tmp/1',
])('%s is the one plain 404', async (path) => {
  const response = await fetchPath(path);
  expect([response.status, await response.text()]).toEqual([404, 'There is nothing published here.\n']);
});

test('once there is a page for what is not there, it is shown, with the same status', async () => {
  const published = folderObjects(join(root, 'published'));
  await published.put(NOT_FOUND_PAGE_KEY, Buffer.from('<!doctype html><title>Nothing here</title>'));
  const response = await fetchPath('/shows/tea/two/');
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(await response.text()).toContain('Nothing here');
  await published.remove(NOT_FOUND_PAGE_KEY);
});

test('other websites may read, nobody may write, and a page loads only its own', async () => {
  const get = await fetchPath('/shows/tea/');
  expect(get.headers.get('access-control-allow-origin')).toBe('*');
  expect(get.headers.get('x-content-type-options')).toBe('nosniff');
  expect(get.headers.get('content-security-policy')).toContain("default-src 'none'");
  const preflight = await fetchPath('/shows/tea/', { method: 'OPTIONS' });
  expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD']);
  expect((await fetchPath('/shows/tea/', { method: 'PUT', body: 'x' })).status).toBe(405);
});

test('a port that is taken is refused', async () => {
  const port = Number(new URL(server.address).port);
  const published = folderObjects(root);
  const second = serveObjects(published, { port, frontPage: async () => '', onError: () => undefined });
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
