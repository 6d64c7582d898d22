import { createServer, request } from 'node:http';

/**
 * Passes every request on to the emulator as if it had come over TLS, which the policies of buckets and queues demand.
 * Usage: `tls-proxy.ts PORT EMULATOR_PORT`
 */
const [port, emulatorPort] = process.argv.slice(2).map(Number);

createServer((incoming, answer) => {
  const headers = { ...incoming.headers, 'x-forwarded-proto': 'https' };
  const { method, url: path } = incoming;
  const outgoing = request({ host: '127.0.0.1', port: emulatorPort, method, path, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(answer);
  });
  outgoing.on('error', () => answer.destroy());
  incoming.on('error', () => outgoing.destroy());
  incoming.pipe(outgoing);
}).listen(port, '127.0.0.1');
