const { ClassicLevel } = require('classic-level');
const dynalite = require('dynalite');

/**
 * Serves the table in a folder (`argv`: folder, port) for as long as the process that forked it lives, to whoever knows
 * `TABLE_ACCESS_KEY`.
 */
async function serve(folder, port, accessKey) {
  const fault = await faultOf(folder);
  if (fault) return process.send(fault, () => process.exit(1));
  const server = dynalite({ path: folder, createTableMs: 0 });
  guard(server, accessKey);
  server.listen(port, '127.0.0.1', () => process.send({ state: 'ready', port: server.address().port }));
}

/** dynalite checks no signature and lets every web page in (CORS `*`): what a browser may have sent is refused before. */
function guard(server, accessKey) {
  const [answer] = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (isOurs(request, `127.0.0.1:${server.address().port}`, accessKey)) answer(request, response);
    else response.writeHead(403, { connection: 'close' }).end();
  });
}

/** A page that had a name of its own resolve to this machine would still say that name in `Host`. */
function isOurs({ method, headers }, host, accessKey) {
  if (method === 'OPTIONS' || headers.origin !== undefined || headers.host !== host) return false;
  return headers.authorization?.startsWith(`AWS4-HMAC-SHA256 Credential=${accessKey}/`) ?? false;
}

/** dynalite opens the folder at its first request and dies there, so it is tried before. */
async function faultOf(folder) {
  const level = new ClassicLevel(folder);
  try {
    await level.open();
    await level.close();
    return undefined;
  } catch (error) {
    const cause = error.cause ?? error;
    return { state: cause.code === 'LEVEL_LOCKED' ? 'in-use' : 'broken', reason: cause.message };
  }
}

// A client that goes away in the middle of its request would take the server with it.
process.on('uncaughtException', (error) => {
  if (error.code === 'ECONNRESET' || error.message === 'aborted') return;
  process.stderr.write(`the table stopped: ${error.stack}\n`);
  process.exit(1);
});
// Ctrl-C reaches every process of a terminal; the parent still has work to finish.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());

const [folder, port] = process.argv.slice(2);
const { TABLE_ACCESS_KEY: accessKey } = process.env;
if (!accessKey) throw new Error('TABLE_ACCESS_KEY is missing');
void serve(folder, Number(port), accessKey);
