import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import { SCHEMA_VERSION } from '../../lambdas/contract/published';

const root = join(__dirname, '../..');
/** Where the schemas of this version lie. */
export const SCHEMA_FOLDER = join(root, `lambdas/contract/schemas/v${SCHEMA_VERSION}`);

/** The documents that somebody outside reads, by the file of the contract that their types are in. */
const DOCUMENTS = {
  'published.ts': ['ShowNotes', 'TurnsDocument', 'BlurbsDocument', 'DetailsDocument', 'Catalogue', 'SearchDocument'],
  'receipt.ts': ['Receipt', 'ShowReceipt'],
  'source-files.ts': ['ShowFile', 'EpisodeFile'],
} as const;

export type DocumentName = (typeof DOCUMENTS)[keyof typeof DOCUMENTS][number];

/** `ShowNotes` → `show-notes.schema.json`. */
export const schemaFileOf = (name: DocumentName): string =>
  `${name.replace(/\B[A-Z]/gu, (letter) => `-${letter}`).toLowerCase()}.schema.json`;

/** Every JSON Schema as its file should be: made from the types of the contract, objects closed; and the types. */
export function schemaFiles(): { readonly path: string; readonly text: string }[] {
  const types = readFileSync(join(root, 'lambdas/contract/published.ts'), 'utf8');
  return [{ path: join(SCHEMA_FOLDER, 'types.d.ts'), text: types }, ...documentSchemas()];
}

function documentSchemas() {
  return Object.entries(DOCUMENTS).flatMap(([file, names]) => {
    const generator = createGenerator({
      path: join(root, 'lambdas/contract', file),
      tsconfig: join(root, 'tsconfig.json'),
      skipTypeCheck: true,
      additionalProperties: false,
      topRef: false,
    });
    return names.map((name) => ({
      path: join(SCHEMA_FOLDER, schemaFileOf(name)),
      text: `${JSON.stringify({ $id: schemaFileOf(name), ...generator.createSchema(name) }, null, 2)}\n`,
    }));
  });
}

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });

/** What a document of the name breaks of its published schema; empty where it is valid. */
export function problemsOf(name: DocumentName, document: unknown): string[] {
  const schema: object = JSON.parse(readFileSync(join(SCHEMA_FOLDER, schemaFileOf(name)), 'utf8'));
  const validate = ajv.getSchema(schemaFileOf(name)) ?? ajv.compile(schema);
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}
