import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyFolders } from '../../local/verify';
import { spoken, written } from '../support/conversations/spoken';
import { INTERVIEW } from '../support/scripts';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

function publish(name: string, speaker?: string): string {
  const { showNotes, turns, details } = written(spoken(INTERVIEW));
  const quotes = showNotes.quotes.map((quote) => ({ ...quote, speaker: speaker ?? quote.speaker }));
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  const documents = {
    'show-notes.json': { ...showNotes, quotes, base: `/${name}/`, files: [] },
    'turns.json': turns,
    'details.json': details,
  };
  for (const [file, body] of Object.entries(documents)) writeFileSync(join(path, file), JSON.stringify(body));
  return path;
}

function run(...folders: string[]): { code: number; lines: string[] } {
  const lines: string[] = [];
  const code = verifyFolders(folders, (line) => lines.push(line));
  return { code, lines };
}

test('passes a good publication, also one that lies deeper', () => {
  const path = publish('good/harbour-lights/cupboard');
  expect(run(path)).toEqual({ code: 0, lines: [`${path}: every statement holds`] });
  expect(run(join(folder, 'good')).code).toBe(0);
});

test('lists what fails, and fails', () => {
  const path = publish('wrong', 'NORA');
  const { code, lines } = run(path);
  expect(code).toBe(1);
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}quotes\[0\]: credits "NORA", but turn \d+ is "INES"$/u));
});

test('a folder without a publication, and no folder at all, are errors of their own', () => {
  mkdirSync(join(folder, 'empty'));
  expect(run(join(folder, 'empty'))).toEqual({ code: 1, lines: [expect.stringContaining('no publication here')] });
  expect(run(join(folder, 'nowhere'))).toEqual({ code: 1, lines: [expect.stringContaining('no such folder')] });
});

test('the pointer is byte for byte the copy in the folder that it names; pages are said not to be checked', () => {
  const name = '0f1e2d3c4b5a6978';
  const path = publish(`site/${name}`);
  const pointer = join(folder, 'site', 'show-notes.json');
  copyFileSync(join(path, 'show-notes.json'), pointer);
  writeFileSync(join(folder, 'site', 'index.html'), '<!doctype html>');
  expect(run(join(folder, 'site'))).toEqual({
    code: 0,
    lines: [
      `${path}: every statement holds`,
      `${pointer}: the same as in its folder`,
      'Not checked: the page (index.html)',
    ],
  });
  writeFileSync(pointer, `${readFileSync(pointer, 'utf8')}\n`);
  const changed = run(join(folder, 'site'));
  expect([changed.code, changed.lines.slice(1, 3)]).toEqual([
    1,
    [`${pointer}: 1 fault`, expect.stringContaining(`differs from ${name}/show-notes.json`)],
  ]);
  writeFileSync(pointer, '{"base": "/shows/a/b/0123/"}');
  expect(run(join(folder, 'site')).lines[2]).toMatch(/names the folder \/shows\/a\/b\/0123\/, which is not there/u);
});

test.each([
  ['{"schemaVersion": 1, "sho', '  show-notes.json: is no valid JSON'],
  ['{}', expect.stringMatching(/^ {2}show-notes\.json: or turns\.json or details\.json is not as its schema says/u)],
])('a file with %j is one fault, and the other folders are verified', (text, line) => {
  const broken = publish('several/broken');
  const good = publish('several/good');
  writeFileSync(join(broken, 'show-notes.json'), text);
  expect(run(join(folder, 'several'))).toEqual({
    code: 1,
    lines: [`${broken}: 1 fault`, line, `${good}: every statement holds`],
  });
});
