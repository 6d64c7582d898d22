import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OPTIONS } from '../../local/episode/place';
import { DEFAULT_DATA, PROJECT } from '../../local/project';

test('every command keeps its things in the project, where git does not see them', () => {
  expect(existsSync(join(PROJECT, 'package.json'))).toBe(true);
  expect(dirname(DEFAULT_DATA)).toBe(PROJECT);
  expect(OPTIONS.data.default).toBe(DEFAULT_DATA);
  expect(readFileSync(join(PROJECT, '.gitignore'), 'utf8')).toMatch(/^\/?data\/?$/mu);
});
