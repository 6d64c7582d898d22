import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type * as Today from '../../lambdas/contract/published';
import { samplePublication } from '../support/sample';
import { type DocumentName, problemsOf, SCHEMA_FOLDER, schemaFileOf } from '../support/schemas';
import { catalogue, showNotes, turns } from '../support/show-notes';
import type * as Released from './release-1/schemas/types';

const RELEASE = join(__dirname, 'release-1');
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** What the release published, by the name of its type. */
const documents: Readonly<Record<string, readonly unknown[]>> = read(join(RELEASE, 'documents.json'));

interface Schema {
  readonly [keyword: string]: unknown;
}

test('what the release published is valid today', () => {
  for (const [name, all] of Object.entries(documents)) {
    for (const document of all) expect(problemsOf(name as DocumentName, document)).toEqual([]);
  }
});

/** A schema of the release as a reader takes it who ignores what it does not know. */
function opened(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(opened);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([keyword]) => keyword !== 'additionalProperties' && keyword !== 'enum');
  return Object.fromEntries(kept.map(([keyword, value]) => [keyword, opened(value)]));
}

test('what is published today can be read with the schemas of the release', async () => {
  const sample = await samplePublication();
  const published: Readonly<Partial<Record<DocumentName, readonly unknown[]>>> = {
    ShowNotes: [showNotes, sample.showNotes],
    TurnsDocument: [turns, sample.turns],
    Catalogue: [catalogue],
  };
  for (const [name, all] of Object.entries(published)) {
    const schema = opened(read(join(RELEASE, 'schemas', schemaFileOf(name as DocumentName)))) as Schema;
    const validate = new Ajv({ allowUnionTypes: true, strict: false }).compile(schema);
    for (const document of all) expect([validate(document), validate.errors]).toEqual([true, null]);
  }
});

/** A schema with what it refers to in place of each reference, for a reader does not care what a definition is called. */
function resolved(schema: unknown, definitions: Schema): unknown {
  if (Array.isArray(schema)) return schema.map((each) => resolved(each, definitions));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref, definitions: _, ...rest } = schema as Schema;
  const referred = typeof $ref === 'string' ? (definitions[$ref.slice('#/definitions/'.length)] as Schema) : {};
  const entries = Object.entries({ ...referred, ...rest });
  if ('$ref' in referred) return resolved({ ...referred, ...rest }, definitions);
  return Object.fromEntries(entries.map(([keyword, value]) => [keyword, resolved(value, definitions)]));
}

function schemaIn(folder: string, file: string): unknown {
  const schema = read(join(folder, file));
  return resolved(schema, schema.definitions);
}

/** What a schema of the release promised and today's does not: nothing may be removed, renamed or become optional. */
function brokenPromises(released: unknown, today: unknown, path: string): string[] {
  if (typeof released !== 'object' || released === null) return released === today ? [] : [`${path} is another`];
  if (typeof today !== 'object' || today === null) return [`${path} is gone`];
  if (Array.isArray(released)) {
    const all = (today as unknown[]).map((each) => JSON.stringify(each));
    return released.filter((each) => !all.includes(JSON.stringify(each))).map((each) => `${path} lacks ${each}`);
  }
  return Object.entries(released)
    .filter(([keyword]) => keyword !== 'description')
    .flatMap(([keyword, value]) => brokenPromises(value, (today as Schema)[keyword], `${path}/${keyword}`));
}

test.each(readdirSync(join(RELEASE, 'schemas')).filter((file) => file.endsWith('.json')))(
  'today’s %s promises all that the release’s did',
  (file) => {
    expect(brokenPromises(schemaIn(join(RELEASE, 'schemas'), file), schemaIn(SCHEMA_FOLDER, file), '')).toEqual([]);
  },
);

test('a promise that is broken is told by its place', () => {
  const released = { properties: { a: { type: 'string' }, b: { enum: ['x', 'y'] } }, required: ['a'] };
  const today = { properties: { a: { type: 'number' }, b: { enum: ['x', 'z'] }, c: {} }, required: [] };
  expect(brokenPromises(released, today, '')).toEqual([
    '/properties/a/type is another',
    '/properties/b/enum lacks y',
    '/required lacks a',
  ]);
});

test('a definition may be called otherwise, and must promise as much', () => {
  const released = { $ref: '#/definitions/A', definitions: { A: { required: ['a'] } } };
  const renamed = { $ref: '#/definitions/B', definitions: { B: { required: ['b', 'a'] } } };
  const less = { $ref: '#/definitions/B', definitions: { B: { required: ['b'] } } };
  const [before, kept, broken] = [released, renamed, less].map((each) => resolved(each, each.definitions as Schema));
  expect(brokenPromises(before, kept, '')).toEqual([]);
  expect(brokenPromises(before, broken, '')).toEqual(['/required lacks a']);
});

test('documents of the release have today’s types', () => {
  const asToday = (document: {
    readonly showNotes: Released.ShowNotes;
    readonly turns: Released.TurnsDocument;
    readonly catalogue: Released.Catalogue;
    readonly search: Released.SearchDocument;
  }): {
    readonly showNotes: Today.ShowNotes;
    readonly turns: Today.TurnsDocument;
    readonly catalogue: Today.Catalogue;
    readonly search: Today.SearchDocument;
  } => document;
  expect(asToday).toBeInstanceOf(Function);
});
