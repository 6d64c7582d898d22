import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { LATE, requestFaults, throttle } from './request-faults';

/**
 * Passes every request on to the emulator as if it had come over TLS, which the policies of buckets and queues demand.
 * `PUT /_faults/on` and `/_faults/off` switch faults on and off; `GET /_faults` tells how many there were, and how often
 * each pointer has moved. Usage: `proxy.ts PORT EMULATOR_PORT`
 */
const [port, emulatorPort] = process.argv.slice(2).map(Number);
const faults = requestFaults(1);
const moves: Record<string, number> = {};

createServer((incoming, answer) => {
  if (incoming.url?.startsWith('/_faults')) control(incoming, answer);
  else void pass(incoming, answer);
}).listen(port, '127.0.0.1');

function control({ url, method }: IncomingMessage, answer: ServerResponse): void {
  if (method === 'PUT') faults.areOn = url === '/_faults/on';
  answer.end(JSON.stringify({ counts: faults.counts, moves }));
}

async function pass(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
  const fate = faults.fateOf(incoming);
  if (fate === 'throttled') throttle(incoming, answer);
  else if (fate === 'unavailable') answer.writeHead(503).end();
  else if (fate === 'reset before') incoming.socket.resetAndDestroy();
  else {
    if (fate === 'late') await setTimeout(LATE);
    const headers = { ...incoming.headers, 'x-forwarded-proto': 'https' };
    const { method, url: path } = incoming;
    const outgoing = request({ host: '127.0.0.1', port: emulatorPort, method, path, headers }, (response) => {
      if (isMove(incoming) && response.statusCode === 200) moves[`${path}`] = (moves[`${path}`] ?? 0) + 1;
      if (fate === 'reset after') {
        incoming.socket.resetAndDestroy();
        response.resume();
      } else {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        if (fate === 'cut off')
          response.once('data', (part: Buffer) => cutOff(part, answer)).once('end', () => answer.destroy());
        else response.pipe(answer);
      }
    });
    outgoing.on('error', () => answer.destroy());
    incoming.on('error', () => outgoing.destroy());
    incoming.pipe(outgoing);
    return;
  }
  incoming.resume();
}

/** Sends half of what there is, and hangs up. */
function cutOff(part: Buffer, answer: ServerResponse): void {
  answer.write(part.subarray(0, part.length / 2), () => answer.destroy());
}

const isMove = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'PUT' && /\/shows\/[^/]+\/[^/]+\/show-notes\.json(?:\?|$)/u.test(url);
