import {
  type EpisodeId,
  episodePageKey,
  publicationPrefix,
  receiptKey,
  rootFrom,
  showNotesKey,
  showPageKey,
} from '../contract/object-keys';
import { type Episode, withComing, withoutCatalogue, withShown, withStray } from '../domain/episode';
import type { StoredObject } from '../domain/ports';
import { hasAllFiles, SHOW_NOTES_FILE } from '../domain/publication';
import { catalogueNoteOf } from '../domain/show/catalogue';
import type { PublishShowNotesPorts } from './ports';
import { putSiteFiles, themeFileOf } from './site-files';
import { isStored, note, noteAnew, replace } from './swap';
import { publicationIn, type Showing } from './wanted';

/** The objects that are moved by compare-and-swap, as they are before the inputs are read. */
export interface Pointers {
  readonly pointer?: StoredObject | undefined;
  readonly page?: StoredObject | undefined;
  readonly receipt?: StoredObject | undefined;
}

export async function readPointers(id: EpisodeId, { published, uploads }: PublishShowNotesPorts): Promise<Pointers> {
  const [pointer, page, receipt] = await Promise.all([
    published.get(showNotesKey(id)),
    published.get(episodePageKey(id)),
    uploads.get(receiptKey(id)),
  ]);
  return { pointer, page, receipt };
}

interface Settled {
  readonly episode: Episode;
  readonly moved: boolean;
}

/** Files first, then the note that they are coming, then the pointer, the page, and the note of what is shown. */
export async function bringUp(
  episode: Episode,
  showing: Showing,
  { pointer, page }: Pointers,
  ports: PublishShowNotesPorts,
): Promise<Settled | undefined> {
  const { published, clock } = ports;
  const { publication } = showing.showNotes;
  let noted: Episode | undefined = episode;
  // Also where the pointer is right already: a publisher that stalled may have put it after its files were removed.
  const moves = episode.shown !== publication || !isStored(pointer, showing.pointer);
  if (moves) {
    await putFiles(episode, showing, ports);
    noted = await note(noted, withComing(noted, publicationIn(pointer), publication, clock()), ports);
    if (!noted) return undefined;
    if (!(await published.head(`${publicationPrefix(episode, publication)}${SHOW_NOTES_FILE}`))) return undefined;
    if (!(await replace(published, showNotesKey(episode), pointer, showing.pointer))) return undefined;
  } else if (!(await hasAllFiles(showing.showNotes, published))) await putFiles(episode, showing, ports);
  const rendered = encoder.encode(pageOf(episode, showing, ports));
  if (!isStored(page, rendered)) await putSiteFiles(published, ports.site, showing.showNotes.show);
  if (!(await replace(published, episodePageKey(episode), page, rendered))) return undefined;
  noted = await note(noted, withShown(noted, publication, catalogueNoteOf(showing.showNotes), clock()), ports);
  return noted && { episode: noted, moved: moves };
}

/** Writes all files of a publication again, whatever is there; of one that was not composed just now nothing can be. */
async function putFiles(
  id: EpisodeId,
  { composed }: Showing,
  { published, episodes, clock }: PublishShowNotesPorts,
): Promise<void> {
  if (!composed) return;
  const folder = publicationPrefix(id, composed.id);
  await Promise.all(composed.files.map(({ name, body }) => published.put(`${folder}${name}`, body)));
  const { id: publication, files, showNotes } = composed;
  await episodes.savePublication(id, {
    publication,
    revision: showNotes.revision,
    files: files.map(({ name }) => name),
    savedAt: clock(),
  });
}

function pageOf(id: EpisodeId, { showNotes, turns }: Showing, { site, derive }: PublishShowNotesPorts): string {
  const theme = themeFileOf(showNotes.show);
  const toRoot = rootFrom(episodePageKey(id));
  const hrefs = {
    base: `${showNotes.publication}/`,
    style: `${toRoot}${site.styleKey}`,
    ...(theme && { theme: `${toRoot}${theme.key}` }),
    script: `${toRoot}${site.episodeScriptKey}`,
    show: `${toRoot}${showPageKey(id.show)}`,
  };
  return derive.episodePage({ showNotes, turns, hrefs });
}

/** What a publisher has removed and not yet told, kept while it starts over. */
export interface Removed {
  publication?: string;
}

/** Pointer and page go; the item forgets what was shown, named by it or not, only once that has been told. */
export async function takeDown(
  episode: Episode,
  { pointer, page }: Pointers,
  removed: Removed,
  ports: PublishShowNotesPorts,
): Promise<Settled | undefined> {
  const { published } = ports;
  const going = publicationIn(pointer) ?? removed.publication;
  // Owed from before the removal on, and anew: another may be telling of the same too early, and must not note that it did.
  const owing = going === undefined ? episode : await noteAnew(episode, withStray(episode, going), ports);
  if (!owing) return undefined;
  if (pointer && !(await published.remove(showNotesKey(episode), { ifMatch: pointer.etag }))) return undefined;
  if (pointer) removed.publication = going;
  if (page && !(await published.remove(episodePageKey(episode), { ifMatch: page.etag }))) return undefined;
  const noted = await note(owing, withoutCatalogue(owing), ports);
  return noted && { episode: noted, moved: pointer !== undefined };
}

/** A stalled publisher may have put one since it was looked for: whoever fetched on being told has found it. */
export const isBack = async (id: EpisodeId, { published }: PublishShowNotesPorts): Promise<boolean> =>
  (await published.head(showNotesKey(id))) !== undefined;

const encoder = new TextEncoder();
