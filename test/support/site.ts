import { join } from 'node:path';
import { readSiteFiles } from '../../lambdas/adapters/site-files';
import {
  episodePageKey,
  publicationPrefix,
  rootFrom,
  showNotesKey,
  showPageKey,
} from '../../lambdas/contract/object-keys';
import type { Catalogue, ShowNotes, TurnsDocument } from '../../lambdas/contract/published';
import {
  renderEpisodePage,
  renderFragment,
  renderMarkdown,
  renderShowPage,
  renderTranscript,
} from '../../lambdas/domain/render';
import { serveObjects } from '../../local/web-server';
import { memoryObjects } from './memory-objects';

export interface Site {
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  readonly episodePage: string;
  readonly showPage: string;
  readonly fragment: string;
  readonly transcript: string;
  close(): Promise<void>;
}

const ID = { show: 'slow-clocks', episode: 'the-year-bell' };

/** Serves one episode and its show as they would be published, with the headers of the distribution. */
export async function serveSite(showNotes: ShowNotes, turns: TurnsDocument, catalogue: Catalogue): Promise<Site> {
  const { styleKey, files } = readSiteFiles(
    join(__dirname, '../../site'),
    join(__dirname, '../../lambdas/contract/schemas'),
  );
  const episodePage = episodePageKey(ID);
  const showPage = showPageKey(ID.show);
  const folder = publicationPrefix(ID, 'a81e4403c5d2f96b');
  const texts: Readonly<Record<string, string>> = {
    [episodePage]: renderEpisodePage({
      showNotes,
      turns,
      hrefs: { base: 'a81e4403c5d2f96b/', style: `${rootFrom(episodePage)}${styleKey}`, show: '../index.html' },
    }),
    [showPage]: renderShowPage({
      catalogue,
      hrefs: { style: `${rootFrom(showPage)}${styleKey}`, episode: (id) => `${encodeURIComponent(id)}/index.html` },
    }),
    [showNotesKey(ID)]: JSON.stringify(showNotes),
    [`${folder}turns.json`]: JSON.stringify(turns),
    [`${folder}show-notes.html`]: renderFragment(showNotes),
    [`${folder}show-notes.md`]: renderMarkdown(showNotes),
    [`${folder}transcript.html`]: renderTranscript(showNotes, turns),
  };
  const published = memoryObjects();
  for (const { key, body } of files) await published.put(key, body);
  for (const [key, text] of Object.entries(texts)) await published.put(key, new TextEncoder().encode(text));
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
    close,
  };
}
