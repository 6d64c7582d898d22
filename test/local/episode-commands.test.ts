import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ShowNotes } from '../../lambdas/contract/published';
import type { Receipt, ShowReceipt } from '../../lambdas/contract/receipt';
import type { History } from '../../lambdas/domain/episode/history';
import { type EndedCommand, type RunningCommand, runCommand, startCommand } from '../support/commands';

jest.setTimeout(120_000);

let root = '';
let running: RunningCommand[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'episode-commands-'));
  running = [];
});
afterEach(async () => {
  for (const command of running) command.signal('SIGKILL');
  await Promise.all(running.map(({ ended }) => ended));
  rmSync(root, { recursive: true });
});

const folder = (): string => join(root, 'data');
const NAME = 'slow-tea/first-pot';
const upload = (answer: string): void => {
  const path = join(folder(), 'uploads/shows/Slow Tea/first pot.md');
  mkdirSync(join(path, '..'), { recursive: true });
  const welcome = "MAJA: I'm Maja Lindqvist and this is Slow Tea. Today: Omar Haddad, who grows tea in Cornwall.";
  writeFileSync(path, `${welcome}\n\nOMAR: ${answer}\n`);
};
const shown = (): string => {
  const pointer = join(folder(), 'published/shows/slow-tea/first-pot/show-notes.json');
  return (JSON.parse(readFileSync(pointer, 'utf8')) as ShowNotes).publication;
};

async function start(): Promise<RunningCommand> {
  const command = startCommand('start', ['--data', folder(), '--port', '0']);
  running.push(command);
  await command.says(/the pages follow/u);
  return command;
}

async function stop(command: RunningCommand): Promise<void> {
  command.signal('SIGTERM');
  expect((await command.ended).code).toBe(0);
}

const episode = (...args: readonly string[]): Promise<EndedCommand> =>
  runCommand('episode', [...args, '--data', folder()]);
const waiting = async (...args: readonly string[]): Promise<Receipt> => {
  const { stdout, stderr } = await episode(...args, '--wait', '--json');
  return JSON.parse(stdout || `{"message":${JSON.stringify(stderr)}}`) as Receipt;
};
const history = async (): Promise<History> => JSON.parse((await episode('history', NAME, '--json')).stdout) as History;

test('history, pin, unpin and retry, while the pipeline runs and while it does not', async () => {
  upload('We planted the first bushes in a valley where nothing else would grow.');
  const pipeline = await start();
  expect(statSync(join(folder(), 'running.json')).mode & 0o777).toBe(0o600);
  const first = shown();
  upload('We planted the first bushes on a hill where nothing else would grow.');
  await waiting('status', NAME);
  const second = shown();
  expect((await history()).publications.map(({ publication, state }) => [publication, state])).toEqual([
    [second, 'current'],
    [first, 'superseded'],
  ]);

  expect(await waiting('pin', 'Slow Tea/first pot.md', first.slice(0, 8))).toMatchObject({ pinned: first });
  expect(shown()).toBe(first);
  upload('We planted the last bushes on a hill where nothing else would grow.');
  expect(await waiting('status', NAME)).toMatchObject({ outcome: 'waiting', pinned: first });
  expect(shown()).toBe(first);
  expect((await episode('status', 'slow-tea')).stdout).toMatch(/first-pot +waiting, pinned/u);
  expect(await waiting('unpin', NAME)).toMatchObject({ outcome: 'published' });
  expect(shown()).not.toBe(first);
  rmSync(join(folder(), 'uploads/receipts/slow-tea/first-pot.json'));
  await episode('retry', NAME);
  expect(await waiting('status', NAME)).toMatchObject({ outcome: 'published', published: { publication: shown() } });
  await stop(pipeline);
  expect(existsSync(join(folder(), 'running.json'))).toBe(false);

  expect((await episode('pin', NAME, second)).stdout).toBe(
    `${NAME}: ${second} is pinned: it stays on the website whatever is uploaded, until \`unpin\`; it takes effect at the next \`npm start\`\n`,
  );
  expect((await episode('retry', 'slow-tea')).stdout).toBe(
    'slow-tea: its episode is looked at once more; it takes effect at the next `npm start`\n',
  );
  expect((await episode('history', NAME)).stdout).toMatch(
    new RegExp(`^${NAME}: ${second} is pinned\n(?:.*\n){2,3}${second} .*superseded \\S+ \\S+, pinned\n`, 'mu'),
  );
  const reconcile = async () => (await runCommand('reconcile', ['--data', folder()])).stdout;
  expect(await reconcile()).toBe(
    '1 show with 1 episode compared: 0 to be read, 1 to be published, 0 to be cleaned up; this happens at the next `npm start`\n',
  );
  const again = await start();
  expect(shown()).toBe(second);
  expect(await reconcile()).toBe('1 show with 1 episode compared: nothing differs\n');
  await stop(again);
});

test('the status of a show waits until a running pipeline has followed each upload and the show file', async () => {
  upload('We planted the first bushes in a valley.');
  const pipeline = await start();
  upload('We planted the first bushes on a hill.');
  const beside = join(folder(), 'uploads/shows/Slow Tea');
  writeFileSync(join(beside, 'second pot.md'), "MAJA: I'm Maja Lindqvist.\n\nOMAR: I grow tea in Cornwall.\n");
  writeFileSync(join(beside, 'show.yaml'), 'title: Slower Tea\n');
  const { code, stdout } = await episode('status', 'slow-tea', '--wait', '--json');
  const status = JSON.parse(stdout) as { readonly show: ShowReceipt; readonly episodes: readonly Receipt[] };
  expect(code).toBe(0);
  expect(status.show).toMatchObject({ outcome: 'read' });
  expect(status.episodes.map(({ episode: name, outcome }) => `${name} ${outcome}`)).toEqual([
    'first-pot published',
    'second-pot published',
  ]);
  await stop(pipeline);
});

test('what cannot be done is told in one line, with what to do', async () => {
  expect((await episode('history', NAME)).stderr).toBe(
    `${folder()}: nothing is kept here yet; start with \`npm start\`\n`,
  );
  upload('Seven years.');
  await stop(await start());
  const refused = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await episode(...args);
    expect([code, stdout]).toEqual([1, '']);
    return stderr;
  };
  expect(await refused('pin', NAME, 'ffff')).toBe(
    `${NAME}: there is no publication ffff, or it is no longer kept; \`history ${NAME}\` lists what is kept\n`,
  );
  expect(await refused('history', 'slow-tea/second-pot')).toMatch(
    /nothing is uploaded under this name in \S+; of slow-tea there is first-pot\n$/u,
  );
  expect(await refused('retry', 'slow-tea/second-pot')).toMatch(/nothing is uploaded under this name/u);
  expect(await refused('retry', 'quick-tea')).toBe('quick-tea: nothing is uploaded for this show\n');
  expect(await refused('pin', 'slow-tea')).toBe('pin slow-tea: name one SHOW/EPISODE\n');
  expect(await refused('polish', NAME)).toBe('polish is no command; there is: status, history, pin, unpin, retry\n');
});
