import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Who may import whom, type-only imports included. An area that is missing here imports only itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  bin: ['lib'],
  lib: ['lambdas/contract'],
  'lambdas/domain': ['lambdas/contract'],
  'lambdas/adapters': ['lambdas/domain', 'lambdas/contract'],
  'lambdas/parse-transcript': ['lambdas/domain', 'lambdas/contract'],
  'lambdas/publish-show-notes': ['lambdas/domain', 'lambdas/contract'],
  'lambdas/reconcile': ['lambdas/domain', 'lambdas/contract'],
  local: [
    'lambdas/reconcile',
    'lambdas/parse-transcript',
    'lambdas/publish-show-notes',
    'lambdas/adapters',
    'lambdas/domain',
    'lambdas/contract',
  ],
};

/** Which packages an area may use; a pattern is anchored at the start. */
const mayUse: Readonly<Record<string, RegExp>> = {
  bin: /^(aws-cdk-lib|cdk-nag)\b/u,
  lib: /^(aws-cdk-lib|constructs|node:)/u,
  'lambdas/contract': /^$/u,
  'lambdas/domain': /^(?!@aws-sdk|aws-|node:)/u,
  'lambdas/adapters': /^(@aws-sdk|@resvg|fflate$|aws-lambda|node:)/u,
  'lambdas/parse-transcript': /^(node:crypto|node:path|aws-lambda)$/u,
  'lambdas/publish-show-notes': /^(node:crypto|node:path|aws-lambda)$/u,
  'lambdas/reconcile': /^(node:path|aws-lambda)$/u,
  local: /^/u,
};

const areaOf = (path: string): string => /^lambdas\/[^/]+|^[^/]+/u.exec(path)?.[0] ?? path;
const isHandler = (file: string): boolean => file.endsWith('/handler.ts');

/** The specifiers of every `import`, `export … from`, `import()` and `require()` of a file. */
function importsOf(source: string): string[] {
  const found = source.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\(\s*|\brequire\(\s*)'([^']+)'/gu);
  return [...found].map(([, specifier]) => `${specifier}`);
}

const files = ['bin', 'lib', 'lambdas', 'local']
  .filter((area) => existsSync(area))
  .flatMap((area) =>
    readdirSync(area, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(area, file)),
  );

describe.each(files)('%s', (file) => {
  const source = readFileSync(file, 'utf8');
  const area = areaOf(file);
  const imports = importsOf(source);
  const isLocalImport = (specifier: string) => specifier.startsWith('.');

  test('imports only what its area may', () => {
    const allowed = [...(mayImport[area] ?? []), ...(isHandler(file) ? ['lambdas/adapters'] : [])];
    const areas = imports.filter(isLocalImport).map((path) => areaOf(join(dirname(file), path)));
    expect(areas.filter((other) => other !== area && !allowed.includes(other))).toEqual([]);
    expect(imports.filter((name) => !isLocalImport(name) && !mayUse[area]?.test(name))).toEqual([]);
  });

  test('reads the environment only where the design says so', () => {
    const mayReadEnvironment = isHandler(file) || area === 'local' || area === 'bin';
    expect(mayReadEnvironment || !source.includes('process.env')).toBe(true);
  });
});

test('sees every way of importing', () => {
  const source = `import type { A } from '../a';\nexport * from './b';\nimport './c';\nawait import('d');\nrequire('e');`;
  expect(importsOf(source)).toEqual(['../a', './b', './c', 'd', 'e']);
});
