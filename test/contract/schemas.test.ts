import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { samplePublication } from '../support/sample';
import { schemaFiles } from '../support/schema-files';
import { type DocumentName, problemsOf, SCHEMA_FOLDER } from '../support/schemas';
import { catalogue, showNotes, turns } from '../support/show-notes';

test('the schemas are those of the types; `npm run schemas` writes them', () => {
  const files = schemaFiles();
  expect(readdirSync(SCHEMA_FOLDER).toSorted()).toEqual(files.map(({ path }) => basename(path)).toSorted());
  for (const { path, text } of files) expect(readFileSync(path, 'utf8')).toBe(text);
});

test('documents are valid', () => {
  expect(problemsOf('ShowNotes', showNotes)).toEqual([]);
  expect(problemsOf('TurnsDocument', turns)).toEqual([]);
  expect(problemsOf('Catalogue', catalogue)).toEqual([]);
});

test('what is published of the sample is valid', async () => {
  const { files } = await samplePublication();
  const documents = { 'show-notes.json': 'ShowNotes', 'turns.json': 'TurnsDocument', 'blurbs.json': 'BlurbsDocument' };
  for (const [file, document] of Object.entries({ ...documents, 'details.json': 'DetailsDocument' })) {
    const body = files.find(({ name }) => name === file)?.body;
    expect(problemsOf(document as DocumentName, JSON.parse(new TextDecoder().decode(body)))).toEqual([]);
  }
});

test('a missing, an unknown and a misplaced value are told by their place', () => {
  const { summary: _, ...withoutSummary } = showNotes;
  expect(problemsOf('ShowNotes', withoutSummary)).toEqual(["/ must have required property 'summary'"]);
  expect(problemsOf('ShowNotes', { ...showNotes, mood: 'calm' })).toEqual(['/ must NOT have additional properties']);
  expect(problemsOf('Catalogue', { ...catalogue, episodes: [{ ...catalogue.episodes[1], people: ['Ada'] }] })).toEqual([
    '/episodes/0/people/0 must be object',
  ]);
});
