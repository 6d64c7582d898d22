import type {
  Catalogue,
  SearchDocument,
  SearchEntry,
  ShowNotes,
  Statement,
  TurnsDocument,
} from '../../contract/published';

/** The name of an episode's entries in its publication. */
export const SEARCH_ENTRIES_FILE = 'search-entries.json';

/** Turns that are named for one entry. */
const MOST_TURNS = 6;

/** What a search may find of an episode, and in which turns it is said. */
export function searchEntriesOf(
  { episode, summary, people, mentions, chapters, keyPoints, quotes }: ShowNotes,
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
    ...keyPoints.map((point) => ({ kind: 'key-point', text: point.text, turns: turnsOf(point) }) as const),
    ...quotes.map(({ text, turn }) => ({ kind: 'quote', text, turns: [turn] }) as const),
    { kind: 'summary', text: summary.text, turns: turnsOf(summary) },
  ];
  return found.map((entry, index) => ({ id: `${episode.id}/${index + 1}`, episode: episode.id, ...entry }));
}

const turnsOf = ({ anchors }: Statement): number[] =>
  [...new Set(anchors.map(({ turn }) => turn))].sort((a, b) => a - b);

/** `search.json` of a show, from the entries of its episodes. */
export const searchDocumentOf = ({ show, episodes }: Catalogue, entries: readonly SearchEntry[]): SearchDocument => ({
  schemaVersion: 1,
  show: { id: show.id, title: show.title },
  episodes: episodes.map(({ id, title, page }) => ({ id, title, page })),
  entries,
});
