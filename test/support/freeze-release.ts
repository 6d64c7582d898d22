import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../lambdas/contract/published';
import { catalogueNoteOf } from '../../lambdas/domain/show/catalogue';
import { searchDocumentOf, searchEntriesOf } from '../../lambdas/domain/show/search';
import { samplePublication } from './sample';
import { SCHEMA_FOLDER } from './schemas';
import { catalogue, showNotes, turns } from './show-notes';

/**
 * `npx tsx test/support/freeze-release.ts`, on a release: keeps what it publishes, its schemas and its types for the
 * test that reads them from then on. Between releases, what is new may still change: then it is run again.
 */
async function freeze(): Promise<void> {
  const folder = join(__dirname, '../contract/release-1');
  cpSync(SCHEMA_FOLDER, join(folder, 'schemas'), { recursive: true });
  const sample = await samplePublication();
  const { show } = sample.showNotes;
  const listed: Catalogue = { schemaVersion: 1, show, episodes: [catalogueNoteOf(sample.showNotes).entry] };
  const file = (name: string): unknown => {
    const body = sample.files.find((each) => each.name === name)?.body;
    return JSON.parse(new TextDecoder().decode(body));
  };
  const documents: Readonly<Record<string, readonly unknown[]>> = {
    ShowNotes: [showNotes, sample.showNotes],
    TurnsDocument: [turns, sample.turns],
    BlurbsDocument: [file('blurbs.json')],
    DetailsDocument: [file('details.json')],
    Catalogue: [catalogue, listed],
    SearchDocument: [searchDocumentOf(listed, searchEntriesOf(sample.showNotes, sample.turns))],
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'documents.json'), `${JSON.stringify(documents)}\n`);
}

void freeze();
