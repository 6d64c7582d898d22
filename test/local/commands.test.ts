import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scripts } from '../../package.json';
import { runCommand } from '../support/commands';

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

test.each([
  ['turns', ['--help'], 0, /^npm run --silent turns/u],
  ['verify', ['--help'], 0, /^npm run --silent verify/u],
  ['turns', ['--bogus'], 1, /^Unknown option '--bogus'; --help tells what there is$/mu],
  ['turns', [], 1, /^no FILE is named; --help tells more$/mu],
  ['verify', [], 1, /^no DIR is named; --help tells more$/mu],
  ['episode', [], 1, /^name a command: status/u],
  ['reconcile', ['--stage', 'dev'], 1, /^AWS: there is no region; set AWS_REGION, or AWS_PROFILE\n$/u],
])('%s %j', async (command, args, code, said) => {
  const nowhere = {
    AWS_REGION: undefined,
    AWS_DEFAULT_REGION: undefined,
    AWS_PROFILE: undefined,
    AWS_CONFIG_FILE: '/dev/null',
  };
  const ended = await runCommand(command, args, nowhere);
  expect([ended.code, ended.stdout + ended.stderr]).toEqual([code, expect.stringMatching(said)]);
});
