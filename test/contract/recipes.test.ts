import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');
const documentation = readFileSync(join(root, 'docs/website.md'), 'utf8');

/** What the two frameworks bring along, as far as the recipes use it. */
const FRAMEWORKS = `
  interface RequestInit { next?: { revalidate: number } }
  declare module 'next/navigation' { export function notFound(): never }
  declare namespace JSX {
    interface Element {}
    interface IntrinsicElements { [name: string]: { lang?: string; children?: Child } }
    interface ElementChildrenAttribute { children: unknown }
    type Child = string | Element | readonly Child[];
  }
`;

let website: string;
beforeAll(() => {
  website = mkdtempSync(join(tmpdir(), 'recipes-'));
});
afterAll(() => {
  rmSync(website, { recursive: true });
});

/** The recipe for the file of that name. */
function recipe(file: string): string {
  const named = documentation.indexOf(`\`${file}\``);
  const [, code = ''] = /^```\w+\n(.+?)^```$/msu.exec(documentation.slice(named)) ?? [];
  return code;
}

/** A component of Astro's as Astro reads it: the script between the dashes, whose paths say the props, then the markup. */
function component(source: string): string {
  const [, script = '', markup = ''] = source.split('---\n');
  const props = 'Awaited<ReturnType<typeof getStaticPaths>>[number]["props"]';
  return `${script}\ndeclare const Astro: { props: ${props} };\nexport default () => <>${markup}</>;`;
}

/** What the compiler says of a website that has these files beside the types that we publish. */
function complaintsOf(files: Readonly<Record<string, string>>): string {
  const types = readFileSync(join(root, 'lambdas/contract/schemas/v1/types.d.ts'), 'utf8');
  for (const [name, text] of Object.entries({
    ...files,
    'src/show-notes.d.ts': types,
    'frameworks.d.ts': FRAMEWORKS,
  })) {
    mkdirSync(dirname(join(website, name)), { recursive: true });
    writeFileSync(join(website, name), text);
  }
  const compiler = [
    '--strict',
    '--noEmit',
    '--jsx',
    'preserve',
    '--module',
    'preserve',
    '--lib',
    'es2023,dom,dom.iterable',
  ];
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/tsc'),
    [...compiler, ...Object.keys(files), 'frameworks.d.ts'],
    {
      cwd: website,
      encoding: 'utf8',
    },
  );
  return stdout;
}

const ASTRO = 'src/pages/[episode].astro';
const NEXT = 'src/app/[episode]/page.tsx';

test('the recipes of docs/website.md agree with the published types', () => {
  const files = { 'src/pages/episode.tsx': component(recipe(ASTRO)), [NEXT]: recipe(NEXT) };
  expect(complaintsOf(files)).toBe('');
});

test('a recipe that reads what is not published is found out', () => {
  const misspelt = recipe(NEXT).replace('summary.text', 'summary.words');
  expect(complaintsOf({ [NEXT]: misspelt })).toContain("Property 'words' does not exist on type 'Statement'");
});
