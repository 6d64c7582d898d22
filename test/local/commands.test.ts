import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scripts } from '../../package.json';

const project = join(__dirname, '../..');
const sources = Object.values(scripts).flatMap((script) => /^node --import tsx (local\/\S+)$/u.exec(script)?.[1] ?? []);

test('each command of package.json has its source, and a source runs as it is', () => {
  expect(sources.length).toBeGreaterThan(5);
  expect(sources.filter((source) => !existsSync(join(project, source)))).toEqual([]);
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', `${sources.at(-1)}`, '--help'], {
    cwd: project,
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([0, expect.stringContaining('npm run')]);
});

test('turns tells what it does, and episode asks for a command', () => {
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', ...args], { cwd: project, encoding: 'utf8' });
  expect(run('local/turns.ts', '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('npm run') });
  expect(run('local/episode.ts')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^name a command: status/u),
  });
});
