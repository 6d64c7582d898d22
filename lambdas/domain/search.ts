import type { Catalogue, SearchDocument, SearchEntry, ShowNotes, TurnsDocument } from '../contract/published';

/** The name of an episode's entries in its publication. */
export const SEARCH_ENTRIES_FILE = 'search-entries.json';

/** Turns that are named for one entry. */
const MOST_TURNS = 6;

/** What a search may find of an episode, and in which turns it is said. */
export function searchEntriesOf(
  { episode, people, mentions, chapters, keyPoints }: ShowNotes,
  { turns }: TurnsDocument,
): SearchEntry[] {
  const found: readonly Omit<SearchEntry, 'id' | 'episode'>[] = [
    { kind: 'title', text: episode.title, turns: [] },
    ...people.map(({ name, labels }) => {
      const first = turns.findIndex(({ speaker }) => labels.includes(speaker)) + 1;
      return { kind: 'person', text: name, turns: first > 0 ? [first] : [] } as const;
    }),
    ...mentions.map((mention) => {
      const variants = mention.variants.filter((variant) => variant !== mention.text);
      const said = mention.turns.slice(0, MOST_TURNS);
      return { kind: 'mention', text: mention.text, ...(variants.length > 0 && { variants }), turns: said } as const;
    }),
    ...chapters.map(({ title, turn }) => ({ kind: 'chapter', text: title, turns: [turn] }) as const),
    ...keyPoints.map(({ text, anchors }) => {
      return { kind: 'key-point', text, turns: [...new Set(anchors.map(({ turn }) => turn))] } as const;
    }),
  ];
  return found.map((entry, index) => ({ id: `${episode.id}/${index + 1}`, episode: episode.id, ...entry }));
}

/** `search.json` of a show, from the entries of its episodes. */
export const searchDocumentOf = ({ show, episodes }: Catalogue, entries: readonly SearchEntry[]): SearchDocument => ({
  schemaVersion: 1,
  show: { id: show.id, title: show.title },
  episodes: episodes.map(({ id, title, page }) => ({ id, title, page })),
  entries,
});
