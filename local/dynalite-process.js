const { ClassicLevel } = require('classic-level');
const dynalite = require('dynalite');

/** Serves the table in a folder (`argv`: folder, port) for as long as the process that forked it lives. */
async function serve(folder, port) {
  const fault = await faultOf(folder);
  if (fault) return process.send(fault, () => process.exit(1));
  const server = dynalite({ path: folder, createTableMs: 0 });
  server.listen(port, '127.0.0.1', () => process.send({ state: 'ready', port: server.address().port }));
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
void serve(folder, Number(port));
