import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cacheControlOf, contentTypeOf, NOT_FOUND_PAGE_KEY } from '../lambdas/contract/object-keys';
import { CONTENT_SECURITY_POLICY, PREFLIGHT_HEADERS } from '../lambdas/contract/page-headers';
import type { ObjectStore, StoredObject } from '../lambdas/domain/ports';

export interface WebServerOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** The page at `/`, as HTML. */
  readonly frontPage: () => Promise<string>;
  readonly onError: (error: unknown) => void;
}

export interface WebServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly address: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Like the distribution in front of the published bucket: anybody may read, from any page, and a page loads its own. */
const HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag',
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
} as const;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** Serves what is published to this machine alone. Rejects with `EADDRINUSE` where the port is taken. */
export async function serveObjects(published: ObjectStore, options: WebServerOptions): Promise<WebServer> {
  const server = createServer((request, response) => {
    answer(published, options.frontPage, request)
      .catch((error: unknown) => {
        options.onError(error);
        return plain(500, 'Something went wrong; the terminal says what.');
      })
      .then((said) => send(said, request, response))
      .catch(options.onError);
  });
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${HOST}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });

async function answer(
  published: ObjectStore,
  frontPage: () => Promise<string>,
  { method, url, headers }: IncomingMessage,
): Promise<Answer> {
  if (method === 'OPTIONS') return { status: 204, headers: PREFLIGHT_HEADERS };
  if (method !== 'GET' && method !== 'HEAD')
    return plain(405, 'There is only GET and HEAD here.', { allow: 'GET, HEAD' });
  const path = keyOf(`${url}`);
  if (path === undefined) return nothingThere(published);
  if (path === '') return html(Buffer.from(await frontPage()));
  const key = path.endsWith('/') ? `${path}index.html` : path;
  const found = await published.get(key);
  if (found) return objectAnswer(key, found, headers['if-none-match']);
  if (await published.head(`${path}/index.html`)) return movedTo(`/${encodePath(path)}/`);
  return nothingThere(published);
}

const plain = (status: number, text: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { ...headers, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' },
  body: Buffer.from(`${text}\n`),
});

/** One answer for whatever is not there; the page for it goes out with the first publication. */
async function nothingThere(published: ObjectStore): Promise<Answer> {
  const page = await published.get(NOT_FOUND_PAGE_KEY);
  return page ? html(page.body, 404) : plain(404, 'There is nothing published here.');
}

const html = (page: Uint8Array, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
  body: page,
});

const movedTo = (location: string): Answer => ({ status: 301, headers: { location, 'cache-control': 'no-cache' } });

function objectAnswer(key: string, { body, etag }: StoredObject, ifNoneMatch: string | undefined): Answer {
  const headers = { etag, 'cache-control': cacheControlOf(key) };
  const known = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//u, ''));
  if (known.includes(etag) || known.includes('*')) return { status: 304, headers };
  return { status: 200, headers: { ...headers, 'content-type': contentTypeOf(key) }, body };
}

/** The object key of a request's path; undefined where it is no UTF-8. */
function keyOf(url: string): string | undefined {
  try {
    return url.slice(1).split(/[?#]/u, 1).map(decodeURIComponent).join('');
  } catch {
    return undefined;
  }
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

function send({ status, headers, body }: Answer, { method }: IncomingMessage, response: ServerResponse): void {
  const length = body === undefined ? {} : { 'content-length': body.byteLength };
  response.writeHead(status, { ...HEADERS, ...headers, ...length });
  response.end(method === 'HEAD' ? undefined : body);
}
