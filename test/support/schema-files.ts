import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { DOCUMENTS, SCHEMA_FOLDER, schemaFileOf } from './schemas';

const root = join(__dirname, '../..');

/** Every JSON Schema as its file should be: made from the types of the contract, objects closed; and the types. */
export function schemaFiles(): { readonly path: string; readonly text: string }[] {
  const types = readFileSync(join(root, 'lambdas/contract/published.ts'), 'utf8');
  return [{ path: join(SCHEMA_FOLDER, 'types.d.ts'), text: types }, ...documentSchemas()];
}

function documentSchemas() {
  const generator = createGenerator({
    path: join(root, `lambdas/contract/{${Object.keys(DOCUMENTS).join()}}`),
    tsconfig: join(root, 'tsconfig.json'),
    skipTypeCheck: true,
    additionalProperties: false,
    topRef: false,
  });
  return Object.values(DOCUMENTS)
    .flat()
    .map((name) => ({
      path: join(SCHEMA_FOLDER, schemaFileOf(name)),
      text: `${JSON.stringify({ $id: schemaFileOf(name), ...generator.createSchema(name) }, null, 2)}\n`,
    }));
}
