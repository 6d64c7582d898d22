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
