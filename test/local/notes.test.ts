import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../support/commands';

jest.setTimeout(60_000);

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'notes-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, content: string | Uint8Array): string {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
  return join(root, path);
}

const out = (...path: readonly string[]): string => join(root, 'out', ...path);
const conversation = `MAJA: I'm Maja Lindqvist and this is Slow Tea. Today: Omar Haddad, who grows tea in Cornwall.

OMAR: A tea bush teaches you patience before it gives you a [single leaf](#).
`;

test('the whole publication of each file lies flat in its folder, with its page; a bad file is told and the others go on', async () => {
  const good = write('Slow Tea/First pot.md', conversation);
  write('Slow Tea/show.yaml', 'title: Slowly, with Tea\naliases:\n  MAJA: Maja Lindqvist\ntheme:\n  corners: square\n');
  write('Slow Tea/first-pot.yaml', 'title: The Very First Pot\n');
  const silent = write('Slow Tea/silent.md', 'Nobody says a word in this file.');
  const audio = write(
    'Slow Tea/audio.md',
    Uint8Array.from({ length: 4_000 }, (_, index) => (index * 7) % 251),
  );
  const broken = write('Broken/one.md', conversation);
  write('Broken/show.yaml', 'title: Broken\nlabels: [a\n');
  const twice = write('Slow Tea/first pot.txt', conversation);
  const ended = await runCommand('notes', ['--out', out(), silent, audio, broken, good, twice, join(root, 'none.md')]);

  expect(ended.code).toBe(1);
  expect(ended.stdout).toBe(`${out('slow-tea', 'first-pot')}\n`);
  const complaints = ended.stderr.trimEnd().split('\n');
  expect(complaints).toEqual([
    expect.stringContaining(`${silent}: `),
    expect.stringContaining(`${audio}: `),
    expect.stringContaining(`${join(root, 'Broken/show.yaml')}, line `),
    expect.stringMatching(/first pot\.md: warning, line 3: /iu),
    `${good}: told: From the show file: MAJA is Maja Lindqvist in 1 turn.`,
    `${twice}: ${good} is a transcript of the same episode`,
    `${join(root, 'none.md')}: there is no such file`,
  ]);

  const files = readdirSync(out('slow-tea', 'first-pot'));
  const read = (name: string): string => readFileSync(out('slow-tea', 'first-pot', name), 'utf8');
  const showNotes = JSON.parse(read('show-notes.json'));
  const named = showNotes.files.map(({ href }: { readonly href: string }) => href);
  expect(files.sort()).toEqual([...named, 'index.html', 'show-notes.json', 'style.css', 'theme.css'].sort());
  expect(showNotes.show).toEqual({ id: 'slow-tea', title: 'Slowly, with Tea', theme: { corners: 'square' } });
  expect(showNotes.episode.title).toBe('The Very First Pot');
  expect(showNotes.warnings).toEqual([expect.objectContaining({ line: 3 })]);
  expect(read('index.html')).toContain('href="style.css"');
  expect(read('index.html')).toContain('href="theme.css"');
  expect(read('index.html')).toContain('href="turns.json"');
});

test.each([
  [['--out', 'out'], 'no FILE is named; --help tells more\n'],
  [['one.md'], '--out DIR is missing: where the show notes go\n'],
  [['--into', 'out'], "Unknown option '--into'; --help tells what there is\n"],
])('%j is told in one line', async (args, line) => {
  expect(await runCommand('notes', args)).toEqual({ code: 1, stdout: '', stderr: line });
});
