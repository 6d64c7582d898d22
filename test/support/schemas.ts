import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { SCHEMA_VERSION } from '../../lambdas/contract/published';

const root = join(__dirname, '../..');
/** Where the schemas of this version lie. */
export const SCHEMA_FOLDER = join(root, `lambdas/contract/schemas/v${SCHEMA_VERSION}`);

/** The documents that somebody outside reads, by the file of the contract that their types are in. */
export const DOCUMENTS = {
  'published.ts': ['ShowNotes', 'TurnsDocument', 'BlurbsDocument', 'DetailsDocument', 'Catalogue', 'SearchDocument'],
  'receipt.ts': ['Receipt', 'ShowReceipt'],
  'source-files.ts': ['ShowFile', 'EpisodeFile'],
} as const;

export type DocumentName = (typeof DOCUMENTS)[keyof typeof DOCUMENTS][number];

/** `ShowNotes` → `show-notes.schema.json`. */
export const schemaFileOf = (name: DocumentName): string =>
  `${name.replace(/\B[A-Z]/gu, (letter) => `-${letter}`).toLowerCase()}.schema.json`;

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });

/** What a document of the name breaks of its published schema; empty where it is valid. */
export function problemsOf(name: DocumentName, document: unknown): string[] {
  const schema: object = JSON.parse(readFileSync(join(SCHEMA_FOLDER, schemaFileOf(name)), 'utf8'));
  const validate = ajv.getSchema(schemaFileOf(name)) ?? ajv.compile(schema);
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}
