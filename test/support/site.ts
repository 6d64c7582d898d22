import { join } from 'node:path';
import { readSiteFiles } from '../../lambdas/adapters/site-files';
import {
  catalogueKey,
  type EpisodeId,
  episodePageKey,
  publicationPrefix,
  rootFrom,
  searchKey,
  showNotesKey,
  showPageKey,
} from '../../lambdas/contract/object-keys';
import type { Catalogue, ShowNotes, TurnsDocument } from '../../lambdas/contract/published';
import type { Publication } from '../../lambdas/domain/publication';
import {
  renderEpisodePage,
  renderFragment,
  renderMarkdown,
  renderShowPage,
  renderTimedFiles,
  renderTranscript,
  TRANSCRIPT_STYLE,
  TRANSCRIPT_STYLE_FILE,
} from '../../lambdas/domain/render';
import { catalogueNoteOf } from '../../lambdas/domain/show/catalogue';
import { searchDocumentOf, searchEntriesOf } from '../../lambdas/domain/show/search';
import { themeFileOf } from '../../lambdas/publish-show-notes/site-files';
import { serveObjects } from '../../local/web-server';
import { memoryObjects } from './memory/memory-objects';
import { parsedTurns } from './show-notes';

export interface Site {
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  readonly episodePage: string;
  readonly showPage: string;
  readonly fragment: string;
  readonly transcript: string;
  readonly nothing: string;
  close(): Promise<void>;
}

/** Where the invented episode lies, whatever its show notes are made to say. */
const ID = { show: 'slow-clocks', episode: 'the-year-bell' };
const PUBLICATION = 'a81e4403c5d2f96b';

const SITE_FILES = readSiteFiles(join(__dirname, '../../site'), join(__dirname, '../../lambdas/contract/schemas'));

const encoder = new TextEncoder();

/** Serves one episode and its show as they would be published, with the headers of the distribution. */
export function serveSite(showNotes: ShowNotes, turns: TurnsDocument, catalogue: Catalogue): Promise<Site> {
  const texts = {
    'show-notes.html': renderFragment(showNotes),
    'show-notes.md': renderMarkdown(showNotes),
    'transcript.html': renderTranscript(showNotes, turns),
    [TRANSCRIPT_STYLE_FILE]: TRANSCRIPT_STYLE,
    'turns.json': JSON.stringify(turns),
    'show-notes.json': JSON.stringify(showNotes),
  };
  const timed = renderTimedFiles(showNotes, parsedTurns(turns)).map(({ name, text }) => [name, text] as const);
  const files = [...Object.entries(texts), ...timed].map(([name, text]) => ({ name, body: encoder.encode(text) }));
  return serve(ID, PUBLICATION, files, showNotes, turns, catalogue);
}

/** The same for a publication made of a real upload. */
export function servePublication({ id, showNotes, turns, files }: Publication): Promise<Site> {
  const { show, episode } = showNotes;
  const catalogue: Catalogue = {
    schemaVersion: 1,
    show,
    episodes: [catalogueNoteOf(showNotes).entry],
  };
  return serve({ show: show.id, episode: episode.id }, id, files, showNotes, turns, catalogue);
}

async function serve(
  id: EpisodeId,
  publication: string,
  files: Publication['files'],
  showNotes: ShowNotes,
  turns: TurnsDocument,
  catalogue: Catalogue,
): Promise<Site> {
  const episodePage = episodePageKey(id);
  const showPage = showPageKey(id.show);
  const folder = publicationPrefix(id, publication);
  const theme = themeFileOf(showNotes.show);
  const from = (page: string, key: string): string => `${rootFrom(page)}${key}`;
  const episodeHrefs = {
    base: `${publication}/`,
    style: from(episodePage, SITE_FILES.styleKey),
    ...(theme && { theme: from(episodePage, theme.key) }),
    script: from(episodePage, SITE_FILES.episodeScriptKey),
    show: '../index.html',
  };
  const showHrefs = {
    style: from(showPage, SITE_FILES.styleKey),
    ...(theme && { theme: from(showPage, theme.key) }),
    script: from(showPage, SITE_FILES.showScriptKey),
    episode: (episode: string): string => `${encodeURIComponent(episode)}/index.html`,
  };
  const published = memoryObjects();
  const put = (key: string, body: Uint8Array) => published.put(key, body);
  for (const { key, body } of [...SITE_FILES.files, theme ?? []].flat()) await put(key, body);
  for (const { name, body } of files) await put(`${folder}${name}`, body);
  await put(showNotesKey(id), encoder.encode(JSON.stringify(showNotes)));
  await put(episodePage, encoder.encode(renderEpisodePage({ showNotes, turns, hrefs: episodeHrefs })));
  await put(catalogueKey(id.show), encoder.encode(JSON.stringify(catalogue)));
  await put(showPage, encoder.encode(renderShowPage({ catalogue, hrefs: showHrefs })));
  const search = searchDocumentOf(catalogue, searchEntriesOf(showNotes, turns));
  await put(searchKey(id.show), encoder.encode(JSON.stringify(search)));
  const { address, close } = await serveObjects(published, {
    port: 0,
    frontPage: async () => '',
    onError: (error) => {
      throw error;
    },
  });
  return {
    address,
    episodePage: `${address}/${episodePage}`,
    showPage: `${address}/${showPage}`,
    fragment: `${address}/${folder}show-notes.html`,
    transcript: `${address}/${folder}transcript.html`,
    nothing: `${address}/shows/${id.show}/mistyped/`,
    close,
  };
}
