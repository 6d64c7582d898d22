import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyFolders } from '../../local/verify';
import { INTERVIEW } from '../support/scripts';
import { spoken, written } from '../support/spoken';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

function publish(name: string, speaker?: string): string {
  const { showNotes, turns, details } = written(spoken(INTERVIEW));
  const quotes = showNotes.quotes.map((quote) => ({ ...quote, speaker: speaker ?? quote.speaker }));
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  const documents = {
    'show-notes.json': { ...showNotes, quotes, files: [] },
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
  expect(run()).toEqual({ code: 1, lines: [expect.stringContaining('usage:')] });
});
