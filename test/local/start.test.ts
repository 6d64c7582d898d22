import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningCommand, runCommand, startCommand } from '../support/commands';

jest.setTimeout(60_000);

let root = '';
let running: RunningCommand[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'start-'));
  running = [];
});
afterEach(async () => {
  for (const command of running) command.signal('SIGKILL');
  await Promise.all(running.map(({ ended }) => ended));
  rmSync(root, { recursive: true });
});

const folder = (): string => join(root, 'data');
const drop = (key: string, text: string): void => {
  mkdirSync(join(folder(), 'uploads', key, '..'), { recursive: true });
  writeFileSync(join(folder(), 'uploads', key), text);
};

function start(...args: readonly string[]): RunningCommand {
  const command = startCommand('start', ['--data', folder(), '--port', '0', ...args]);
  running.push(command);
  return command;
}

const IS_READY = /the pages follow/u;
const addressOf = (said: string): string => `${/http:\/\/127\.0\.0\.1:\d+/u.exec(said)?.[0]}`;

async function end(command: RunningCommand, signal: NodeJS.Signals): Promise<void> {
  command.signal(signal);
  expect(await command.ended).toMatchObject({ code: 0, stderr: '' });
}

const conversation = (answer: string): string =>
  `MAJA: I'm Maja Lindqvist and this is Slow Tea. Today: Omar Haddad, who grows tea in Cornwall.\n\nOMAR: ${answer}\n`;

test('the sample goes all the way to a page; what is dropped in follows; the next start finds what this one left', async () => {
  const first = start();
  await first.says(IS_READY);
  const address = addressOf(first.said());
  const front = await (await fetch(`${address}/`)).text();
  const show = `${/href="\/(shows\/[^"]+\/)index\.html"/u.exec(front)?.[1]}`;
  const showPage = await (await fetch(`${address}/${show}`)).text();
  expect(showPage).toContain('the-tide-machine');
  expect(showPage).toContain('<a href="../../">Shows</a>');
  const episode = await fetch(`${address}/${show}the-tide-machine/`);
  expect([episode.status, episode.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);

  drop('shows/Slow Tea/first pot.md', conversation('We planted the first bushes in a valley where nothing grew.'));
  const told = await first.says(/slow-tea\/first-pot: published.*?page +(\S+)/su);
  expect(await (await fetch(`${told[1]}`)).text()).toContain('in a valley where nothing grew');

  drop('shows/loose.md', conversation('Seven years.'));
  drop('shows/Slow Tea/deep/x.md', conversation('Seven years.'));
  await first.says(
    /shows\/loose\.md is not in a show’s folder and is ignored; put it at \S+\/shows\/<show>\/<episode>\.md/u,
  );
  await first.says(/shows\/Slow Tea\/deep\/x\.md is not in a show’s folder/u);
  for (const key of ['shows/loose.md', 'shows/Slow Tea/deep'])
    rmSync(join(folder(), 'uploads', key), { recursive: true });
  drop('shows/Slow Tea/first pot.md', 'No one speaks here.');
  await first.says(/slow-tea\/first-pot: rejected/u);
  rmSync(join(folder(), 'uploads/shows/Slow Tea/first pot.md'));
  await first.says(/slow-tea\/first-pot: withdrawn/u);
  expect((await fetch(`${told[1]}`)).status).toBe(404);
  expect(first.said().match(/is ignored/gu)).toHaveLength(2);
  first.signal('SIGINT');
  expect(await first.ended).toMatchObject({ code: 0 });

  drop('shows/Slow Tea/second pot.md', conversation('A tea bush teaches you patience before it gives you a leaf.'));
  const second = start();
  await second.says(IS_READY);
  expect(second.said()).toMatch(/slow-tea\/second-pot: published/u);
  expect(second.said()).not.toMatch(/Copied|first-pot/u);
  expect(second.said()).toContain(`2 episodes are published at ${addressOf(second.said())}/\n`);
  expect((await fetch(`${addressOf(second.said())}/${show}the-tide-machine/`)).status).toBe(200);
  await end(second, 'SIGTERM');
});

test('a process that was killed leaves nothing that the next start minds', async () => {
  const file = join(root, 'Slow Tea', 'first pot.md');
  mkdirSync(join(file, '..'));
  writeFileSync(file, conversation('Seven years.'));
  writeFileSync(join(root, 'Slow Tea', 'show.yaml'), 'title: Slowly, with Tea\n');
  const first = start(file);
  await first.says(/Copied/u);
  first.signal('SIGKILL');
  await first.ended;
  const second = start();
  await second.says(IS_READY);
  const page = await fetch(`${addressOf(second.said())}/shows/slow-tea/first-pot/`);
  expect(await page.text()).toContain('Slowly, with Tea');
  expect(readdirSync(folder()).sort()).toEqual(['published', 'running.json', 'table', 'uploads']);
});

test('a folder in use is told in one line, and its owner goes on', async () => {
  const owner = start();
  await owner.says(IS_READY);
  const second = await start().ended;
  expect([second.code, second.stdout]).toEqual([1, '']);
  expect(second.stderr).toMatch(/^\S*data is in use by another process; stop that one, [^\n]+\n$/u);
  const file = join(root, 'Slow Tea', 'first pot.md');
  mkdirSync(join(file, '..'));
  writeFileSync(file, conversation('Seven years.'));
  const third = await start(file).ended;
  expect(third.stderr).toMatch(/; copy \S+Slow Tea\/first pot\.md to \S+\/uploads\/shows\/Slow Tea\/ instead, or/u);
  expect((await fetch(`${addressOf(owner.said())}/`)).status).toBe(200);
});

test('a port in use is told in one line', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ended = await start('--port', String(port)).ended;
  server.close();
  expect(readdirSync(root)).toEqual([]);
  expect(ended).toEqual({
    code: 1,
    stdout: '',
    stderr: `port ${port} is in use; choose another one with --port, or 0 for any that is free\n`,
  });
});

test.each([
  [['nowhere.md'], 'nowhere.md: there is no such file\n'],
  [['samples'], 'samples is a folder; name the files in it\n'],
  [['--port', 'http'], '--port http: a port is a number up to 65535\n'],
  [['--fast'], "Unknown option '--fast'; --help tells what there is\n"],
])('%j is told in one line, before anything is made', async (args, line) => {
  const ended = await runCommand('start', ['--data', folder(), ...args]);
  expect(ended).toEqual({ code: 1, stdout: '', stderr: line });
  expect(readdirSync(root)).toEqual([]);
});
