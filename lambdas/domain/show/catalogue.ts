import { episodePageKey, showNotesKey } from '../../contract/object-keys';
import type { Catalogue, CatalogueEpisode, ShowNotes } from '../../contract/published';
import type { CatalogueNote, Episode } from '../episode';

/** What the catalogue says of a publication while it is shown. */
export function catalogueNoteOf({ show, episode, summary, people, publication }: ShowNotes): CatalogueNote {
  const { id, title, number, publishedAt, language, canonical } = episode;
  const address = { show: show.id, episode: id };
  return {
    show,
    entry: {
      id,
      title,
      ...(number !== undefined && { number }),
      ...(publishedAt !== undefined && { publishedAt }),
      language,
      summary: summary.text,
      people: people.map(({ name, role }) => ({ name, role })),
      publication,
      ...(canonical !== undefined && { canonical }),
      page: `/${episodePageKey(address)}`,
      showNotes: `/${showNotesKey(address)}`,
    },
  };
}

/** The catalogue of a show: every episode that is shown, newest first. `show` is what the show file says, if it can be read. */
export function catalogueOf(
  show: Pick<Catalogue['show'], 'id'> & Partial<Catalogue['show']>,
  episodes: readonly Episode[],
): Catalogue {
  const notes = episodes.flatMap(({ catalogue }) => (catalogue ? [catalogue] : []));
  const entries = notes.map(({ entry }) => entry).sort(newestFirst);
  return { schemaVersion: 1, show: { title: show.id, ...notes[0]?.show, ...show }, episodes: entries };
}

function newestFirst(a: CatalogueEpisode, b: CatalogueEpisode): number {
  const byDate = compare(b.publishedAt ?? '', a.publishedAt ?? '');
  return byDate || (b.number ?? 0) - (a.number ?? 0) || compare(a.id, b.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
