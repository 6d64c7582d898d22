import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CachingProxy {
  readonly address: string;
  /** Answers that came from the cache. */
  readonly hits: () => number;
  /** Lets what must be asked for anew be asked for anew, as a second later. */
  expire(): void;
  close(): Promise<void>;
}

interface Kept {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly isImmutable: boolean;
}

/**
 * A cache in front of `origin` that goes by `Cache-Control`, as impatient as CloudFront: what may be kept it keeps for
 * ever, and what may not it keeps until `expire`.
 */
export async function serveCached(origin: string): Promise<CachingProxy> {
  const kept = new Map<string, Kept>();
  let hits = 0;
  const fetched = async (path: string): Promise<Kept> => {
    const answer = await fetch(`${origin}${path}`);
    const maxAge = /max-age=(\d+)/u.exec(answer.headers.get('cache-control') ?? '')?.[1] ?? '0';
    return {
      status: answer.status,
      headers: { 'content-type': answer.headers.get('content-type') ?? '' },
      body: Buffer.from(await answer.arrayBuffer()),
      isImmutable: answer.ok && Number(maxAge) > 0,
    };
  };
  const server = createServer(async ({ url = '/' }, response) => {
    const known = kept.get(url);
    if (known) hits += 1;
    const answer = known ?? (await fetched(url));
    kept.set(url, answer);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hits: () => hits,
    expire() {
      for (const [url, { isImmutable }] of kept) if (!isImmutable) kept.delete(url);
    },
    async close() {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
